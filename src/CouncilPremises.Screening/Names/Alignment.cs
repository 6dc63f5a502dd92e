namespace CouncilPremises.Screening.Names;

/// <summary>A run of one or two words of one name set against a run of the other.</summary>
internal readonly record struct Pairing(int NameAt, int NameLength, int ListedAt, int ListedLength, TokenLikeness Likeness);

/// <summary>Which word of one name answers which word of the other; each word answers at most once.</summary>
internal sealed class Alignment
{
    private Alignment(ParsedName name, ParsedName listed)
    {
        Name = name;
        Listed = listed;
        NameUsed = new bool[name.Tokens.Length];
        ListedUsed = new bool[listed.Tokens.Length];
    }

    internal ParsedName Name { get; }

    internal ParsedName Listed { get; }

    internal List<Pairing> Pairings { get; } = [];

    /// <summary>The forms of a man's and a woman's name stand against each other.</summary>
    internal Pairing? GenderClash { get; private set; }

    internal bool[] NameUsed { get; }

    internal bool[] ListedUsed { get; }

    internal static Alignment Of(ParsedName name, ParsedName listed)
    {
        var alignment = new Alignment(name, listed);
        var options = new List<Pairing>();
        alignment.AddSingles(options);
        alignment.AddJoined(options);
        options.Sort((x, y) => Rank(y).CompareTo(Rank(x)));
        foreach (var option in options)
            alignment.Take(option);
        alignment.TakeRepeats();
        return alignment;
    }

    private static double Rank(Pairing pairing) =>
        pairing.Likeness.Score + (pairing.NameLength + pairing.ListedLength > 2 ? 0.01 : 0) - 0.001 * Math.Abs(pairing.NameAt - pairing.ListedAt);

    private void AddSingles(List<Pairing> options)
    {
        for (var i = 0; i < Name.Tokens.Length; i++)
            for (var j = 0; j < Listed.Tokens.Length; j++)
            {
                if (Name.Tokens[i].IsParticle || Listed.Tokens[j].IsParticle)
                    continue;
                var likeness = TokenComparer.Compare(Name.Tokens[i], Listed.Tokens[j]);
                if (likeness.Score > 0)
                    options.Add(new(i, 1, j, 1, likeness));
                else if (likeness.Kind == EvidenceKind.Gender)
                    GenderClash ??= new(i, 1, j, 1, likeness);
            }
    }

    private void AddJoined(List<Pairing> options)
    {
        if (HasPartnersForAll(options))
            return;
        for (var i = 0; i < Name.Tokens.Length; i++)
            if (Name.Pair(i) is { } pair)
                for (var j = 0; j < Listed.Tokens.Length; j++)
                    if (!Listed.Tokens[j].IsParticle)
                        AddJoined(options, new(i, 2, j, 1, Joined(pair, Listed.Tokens[j])));
        for (var j = 0; j < Listed.Tokens.Length; j++)
            if (Listed.Pair(j) is { } pair)
                for (var i = 0; i < Name.Tokens.Length; i++)
                    if (!Name.Tokens[i].IsParticle)
                        AddJoined(options, new(i, 1, j, 2, Joined(Name.Tokens[i], pair)));
    }

    // Words are run together only where some word has no partner as it stands
    private bool HasPartnersForAll(List<Pairing> options)
    {
        for (var i = 0; i < Name.Tokens.Length; i++)
            if (!Name.Tokens[i].IsParticle && !options.Exists(option => option.NameAt == i))
                return false;
        for (var j = 0; j < Listed.Tokens.Length; j++)
            if (!Listed.Tokens[j].IsParticle && !options.Exists(option => option.ListedAt == j))
                return false;
        return true;
    }

    private static void AddJoined(List<Pairing> options, Pairing pairing)
    {
        if (pairing.Likeness.Score > 0)
            options.Add(pairing);
    }

    private static TokenLikeness Joined(NameToken a, NameToken b)
    {
        if (a.Text.Length < 4 || b.Text.Length < 4 || a.LacksVowels != b.LacksVowels)
            return TokenLikeness.None;
        var likeness = TokenComparer.Compare(a, b);
        return likeness.Score >= 0.8 ? new(likeness.Score - 0.02, EvidenceKind.Joined) : TokenLikeness.None;
    }

    private void Take(Pairing option)
    {
        for (var i = 0; i < option.NameLength; i++)
            if (NameUsed[option.NameAt + i])
                return;
        for (var j = 0; j < option.ListedLength; j++)
            if (ListedUsed[option.ListedAt + j])
                return;

        NameUsed.AsSpan(option.NameAt, option.NameLength).Fill(true);
        ListedUsed.AsSpan(option.ListedAt, option.ListedLength).Fill(true);
        Pairings.Add(option);
    }

    // A word said twice ("Sergey Sergey Shoigu") is not a word too many
    private void TakeRepeats()
    {
        for (var i = 0; i < NameUsed.Length; i++)
            NameUsed[i] |= Name.Tokens.Where((token, at) => at != i && NameUsed[at] && token.Text == Name.Tokens[i].Text).Any();
        for (var j = 0; j < ListedUsed.Length; j++)
            ListedUsed[j] |= Listed.Tokens.Where((token, at) => at != j && ListedUsed[at] && token.Text == Listed.Tokens[j].Text).Any();
    }
}
