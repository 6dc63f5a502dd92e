namespace CouncilPremises.Screening.Names;

/// <summary>The keys under which a word is filed, so that a misspelling of it still meets it: two like words share at least one key.</summary>
internal static class CandidateKeys
{
    internal static void Collect(NameToken token, HashSet<ulong> keys)
    {
        var shift = token.IsPerson ? 0 : 32;
        char Kind(char kind) => (char)(kind + shift);
        keys.Add(Hash.Of(Kind('~'), token.Canon));
        if (token.IsNumber || token.IsInitial)
            return;
        if (token.IsPerson)
            foreach (var longForm in Tables.Nicknames.LongForms(token.Text))
                keys.Add(Hash.Of(Kind('~'), longForm));

        var sounds = token.Skeleton;
        if (sounds.Length < 2)
        {
            keys.Add(Hash.Of(Kind('+'), token.Text[0] + sounds));
            return;
        }

        keys.Add(Hash.Of(Kind('*'), sounds));
        if (sounds[0] is 'a' or 'h')
            keys.Add(Hash.Of(Kind('*'), sounds.AsSpan(1)));
        keys.Add(Hash.Of(Kind('^'), Coarse(sounds)));
        if (sounds is [_, _, 'x'])
            keys.Add(Hash.Of(Kind('*'), sounds.AsSpan(0, 2)));
        if (sounds.Length < 3)
            return;
        for (var i = 0; i < sounds.Length; i++)
            keys.Add(Hash.Without(Kind('*'), sounds, i));
    }

    /// <summary>True when an index in which one of the words is filed is sure to bring it up for the other.</summary>
    internal static bool Meet(NameToken a, NameToken b)
    {
        var (keys, others) = (new HashSet<ulong>(), new HashSet<ulong>());
        Collect(a, keys);
        Collect(b, others);
        return keys.Overlaps(others);
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
