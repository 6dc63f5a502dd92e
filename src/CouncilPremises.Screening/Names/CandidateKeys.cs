namespace CouncilPremises.Screening.Names;

/// <summary>The keys under which a word is filed, so that a misspelling of it still meets it: two like words share at least one key.</summary>
internal static class CandidateKeys
{
    /// <summary>The keys of a word, each once.</summary>
    internal static List<ulong> Of(NameToken token)
    {
        var keys = new List<ulong>(12);
        Collect(token, keys);
        return keys;
    }

    /// <summary>True when an index in which one of the words is filed is sure to bring it up for the other.</summary>
    internal static bool Meet(NameToken a, NameToken b)
    {
        var others = Of(b);
        return Of(a).Exists(others.Contains);
    }

    private static void Collect(NameToken token, List<ulong> keys)
    {
        var shift = token.IsPerson ? 0 : 32;
        char Kind(char kind) => (char)(kind + shift);
        Add(keys, Hash.Of(Kind('~'), token.Canon));
        if (token.IsNumber || token.IsInitial)
            return;
        foreach (var longForm in token.LongForms)
            Add(keys, Hash.Of(Kind('~'), longForm));

        var sounds = token.Skeleton;
        if (sounds.Length < 2)
        {
            Add(keys, Hash.Of(Kind('+'), token.Text[0] + sounds));
            return;
        }

        Add(keys, Hash.Of(Kind('*'), sounds));
        if (sounds[0] is 'a' or 'h')
            Add(keys, Hash.Of(Kind('*'), sounds.AsSpan(1)));
        Add(keys, Hash.Of(Kind('^'), Coarse(sounds)));
        if (sounds is [_, _, 'x'])
            Add(keys, Hash.Of(Kind('*'), sounds.AsSpan(0, 2)));
        if (sounds.Length < 3)
            return;
        for (var i = 0; i < sounds.Length; i++)
            Add(keys, Hash.Without(Kind('*'), sounds, i));
    }

    private static void Add(List<ulong> keys, ulong key)
    {
        if (!keys.Contains(key))
            keys.Add(key);
    }

    // Words meet by related consonants too
    private static string Coarse(string sounds) => string.Create(sounds.Length, sounds, (coarse, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            coarse[i] = from[i] switch
            {
                't' => 'd',
                'p' => 'b',
                'x' => 's',
                'k' => 'j',
                'f' => 'v',
                'm' => 'n',
                var other => other,
            };
    });
}
