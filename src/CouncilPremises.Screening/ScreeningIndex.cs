using System.Runtime.InteropServices;
using CouncilPremises.Screening.Names;

namespace CouncilPremises.Screening;

/// <summary>
/// All names of some lists, ready to be asked. Immutable and safe for any number of readers: a new import builds a new index.
/// </summary>
public sealed class ScreeningIndex
{
    private readonly IndexedName[] _names;
    private readonly NameToken[] _words;
    private readonly int[][] _namesOfWord;
    private readonly Dictionary<string, int[]> _wordsOfKey;
    private readonly Dictionary<string, int[]> _namesOfWhole;

    private ScreeningIndex(IndexBuilder builder)
    {
        EntryCount = builder.EntryCount;
        _names = [.. builder.Names];
        _words = [.. builder.Words];
        _namesOfWord = [.. builder.NamesOfWord.Select(names => names.ToArray())];
        _wordsOfKey = builder.WordsOfKey.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _namesOfWhole = builder.NamesOfWhole.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>An index of nothing.</summary>
    public static ScreeningIndex Empty { get; } = Build([]);

    /// <summary>How many entries were filed.</summary>
    public int EntryCount { get; }

    /// <summary>Files all names of the entries. Vessels are counted but not compared with anybody.</summary>
    public static ScreeningIndex Build(IEnumerable<ListedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var builder = new IndexBuilder();
        foreach (var entry in entries)
            builder.Add(entry);
        return new ScreeningIndex(builder);
    }

    /// <summary>The entries whose names are like the name: each entry once, by its most alike name; Strong before Possible before Weak alias, then by their order inside the band.</summary>
    public IReadOnlyList<NameMatch> Find(ScreeningName name, ScreeningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var limits = options ?? ScreeningOptions.Default;
        var best = new Dictionary<ListedEntry, NameMatch>(ReferenceEqualityComparer.Instance);
        foreach (var reading in NameReadings.Of(name.Text, name.Kind, name.FamilyName))
            foreach (var at in Candidates(reading))
                Keep(best, Compare(reading, _names[at], name, limits));

        return [.. best.Values
            .OrderByDescending(match => match.Band)
            .ThenByDescending(match => match.Order)
            .ThenByDescending(match => match.Score)
            .ThenBy(match => match.Entry.List, StringComparer.Ordinal)
            .ThenBy(match => match.Entry.Key, StringComparer.Ordinal)
            .Take(limits.MostMatches)];
    }

    private static NameMatch? Compare(ParsedName reading, IndexedName listed, ScreeningName name, ScreeningOptions options)
    {
        var comparison = NameComparer.Compare(reading, listed.Reading, name, listed.Name, listed.Facts, options, explains: false);
        return comparison.Band == MatchBand.None ? null
            : new NameMatch(listed.Entry, listed.Name, comparison.Score, comparison.Band, comparison.Evidence) { Order = comparison.Order };
    }

    private static void Keep(Dictionary<ListedEntry, NameMatch> best, NameMatch? match)
    {
        if (match != null && (!best.TryGetValue(match.Entry, out var other) || match.Score > other.Score))
            best[match.Entry] = match;
    }

    private HashSet<int> Candidates(ParsedName reading)
    {
        var chosen = new HashSet<int>();
        foreach (var whole in IndexBuilder.Wholes(reading))
            if (_namesOfWhole.TryGetValue(whole, out var same))
                chosen.UnionWith(same);

        var met = new Dictionary<int, Meeting>();
        foreach (var token in reading.Tokens.Concat(reading.Pairs.OfType<NameToken>()))
            if (!token.IsParticle)
                Meet(token, met);
        foreach (var (name, meeting) in met)
            if (meeting.IsWorthComparing(reading, _names[name].Reading))
                chosen.Add(name);
        return chosen;
    }

    private void Meet(NameToken token, Dictionary<int, Meeting> met)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        CandidateKeys.Collect(token, keys);
        var seen = new HashSet<int>();
        foreach (var key in keys)
        {
            if (!_wordsOfKey.TryGetValue(key, out var words))
                continue;
            foreach (var word in words)
            {
                if (!seen.Add(word) || TokenComparer.Compare(token, _words[word]).Score <= 0)
                    continue;
                var isRare = !token.IsCommon && !token.IsInitial && !_words[word].IsCommon;
                foreach (var name in _namesOfWord[word])
                    CollectionsMarshal.GetValueRefOrAddDefault(met, name, out _).Add(isRare);
            }
        }
    }

    /// <summary>How many words of the name looked up met a listed name.</summary>
    private struct Meeting
    {
        private int _rare;
        private int _common;

        internal void Add(bool isRare)
        {
            _rare += isRare ? 1 : 0;
            _common += isRare ? 0 : 1;
        }

        /// <summary>Leaves out early what the rules would refuse anyway: common words that do not cover both names, and a single shared word.</summary>
        internal readonly bool IsWorthComparing(ParsedName name, ParsedName listed)
        {
            if (name.Significant == 1 || listed.Significant == 1)
                return true;
            var hasInitial = name.HasInitial || listed.HasInitial;
            if (_rare == 0)
                return _common >= name.Distinct && _common >= listed.Distinct || !name.IsPerson && _common > 1;
            return !name.IsPerson || hasInitial || _rare + _common > 1;
        }
    }
}
