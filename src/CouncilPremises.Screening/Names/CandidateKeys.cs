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
        if (token.Family != null)
            keys.Add(prefix + "~" + token.Family);
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
        if (sounds.Length < 3)
            return;
        for (var i = 0; i < sounds.Length; i++)
            keys.Add(prefix + "*" + sounds.Remove(i, 1));
    }
}
