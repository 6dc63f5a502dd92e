using System.Numerics;

namespace CouncilPremises.Screening.Names;

/// <summary>Which numbers stand under which key. Sorted arrays with a table of first places: small, immutable and quick to ask.</summary>
internal sealed class Postings
{
    private readonly ulong[] _keys;
    private readonly int[] _values;
    private readonly int[] _first;
    private readonly int _shift;

    private Postings(ulong[] keys, int[] values)
    {
        (_keys, _values) = (keys, values);
        var bits = Math.Clamp(BitOperations.Log2((uint)keys.Length + 1), 1, 22);
        _shift = 64 - bits;
        _first = new int[(1 << bits) + 1];
        foreach (var key in keys)
            _first[(key >> _shift) + 1]++;
        for (var i = 1; i < _first.Length; i++)
            _first[i] += _first[i - 1];
    }

    /// <summary>The numbers under a key; empty when there are none.</summary>
    internal ReadOnlySpan<int> Find(ulong key)
    {
        var bucket = key >> _shift;
        var end = _first[bucket + 1];
        var from = _first[bucket];
        while (from < end && _keys[from] < key)
            from++;
        var to = from;
        while (to < end && _keys[to] == key)
            to++;
        return _values.AsSpan(from, to - from);
    }

    /// <summary>Collects keys and numbers; then sorts them once.</summary>
    internal sealed class Builder
    {
        private readonly List<ulong> _keys = [];
        private readonly List<int> _values = [];

        internal void Add(ulong key, int value)
        {
            _keys.Add(key);
            _values.Add(value);
        }

        internal Postings Build()
        {
            var (keys, values) = (_keys.ToArray(), _values.ToArray());
            Array.Sort(keys, values);
            return new Postings(keys, values);
        }
    }
}
