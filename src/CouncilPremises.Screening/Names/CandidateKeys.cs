namespace CouncilPremises.Screening.Names;

/// <summary>The keys under which a word is filed, so that a misspelling of it still meets it: two like words share at least one key.</summary>
internal static class CandidateKeys
{
    internal static void Collect(NameToken token, HashSet<string> keys)
    {
        var prefix = token.IsPerson ? "p" : "b";
        keys.Add(prefix + "=" + token.Text);
        if (token.IsNumber || token.IsInitial)
            return;
        keys.Add(prefix + "~" + (token.Family ?? token.Text));
        if (token.IsPerson)
            foreach (var longForm in Tables.Nicknames.LongForms(token.Text))
                keys.Add(prefix + "~" + longForm);

        var sounds = token.Skeleton;
        if (sounds.Length < 2)
        {
            keys.Add(prefix + "+" + token.Text[0] + sounds);
            return;
        }

        keys.Add(prefix + "*" + sounds);
        if (sounds[0] == 'a')
            keys.Add(prefix + "*" + sounds[1..]);
        keys.Add(prefix + "^" + Coarse(sounds));
        if (sounds is [_, _, 'x'])
            keys.Add(prefix + "*" + sounds[..2]);
        if (sounds.Length < 4)
            return;
        for (var i = 0; i < sounds.Length; i++)
            keys.Add(prefix + "*" + sounds.Remove(i, 1));
    }

    // Short words would meet half the list if any consonant might be missing; they meet by related consonants instead
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
