namespace CouncilPremises.Screening.Names;

/// <summary>
/// Finds the few names worth comparing. Two names that match share two words (or a word and an initial), are equal as a whole, or are bodies of
/// very few words: so the search asks for pairs of like words, and its cost hardly grows with the list.
/// </summary>
internal sealed class CandidateSearch(IndexBuilder builder)
{
    private readonly NameToken[] _words = [.. builder.Words];
    private readonly int[] _groupOfWord = [.. builder.GroupOfWord];
    private readonly Postings _wordsOfKey = builder.WordsOfKey.Build();
    private readonly Postings _namesOfPair = builder.NamesOfPair.Build();
    private readonly Postings _namesOfSingle = builder.NamesOfSingle.Build();
    private readonly Postings _namesOfLetter = builder.NamesOfLetter.Build();
    private readonly Postings _namesOfInitial = builder.NamesOfInitial.Build();
    private readonly Postings _namesOfWhole = builder.NamesOfWhole.Build();

    /// <summary>The readings worth comparing with a name, and what its words are like.</summary>
    internal Candidates Of(ParsedName name, IdentifyingFacts facts)
    {
        var (chosen, likeWords) = (new HashSet<int>(), new LikeWords());
        foreach (var whole in IndexBuilder.Wholes(name))
            Add(chosen, _namesOfWhole.Find(whole));
        foreach (var number in facts.Numbers)
            Add(chosen, _namesOfWhole.Find(IndexBuilder.NumberKey(number)));

        var units = Units(name, likeWords);
        foreach (var unit in units)
            AddAlone(name, unit, chosen);
        for (var i = 0; i < units.Count; i++)
            for (var j = i + 1; j < units.Count; j++)
                if (units[j].From >= units[i].To || units[i].From >= units[j].To)
                {
                    AddTogether(units[i], units[j], facts.BirthDates.Count > 0, chosen);
                    if (name.IsPerson && name.Significant == 2)
                    {
                        AddRough(units[i], units[j], chosen);
                        AddRough(units[j], units[i], chosen);
                    }
                }

        return new(chosen, likeWords);
    }

    // Each word, and each two neighbours run together, with the listed words they are like
    private List<Unit> Units(ParsedName name, LikeWords likeWords)
    {
        var units = new List<Unit>();
        for (var i = 0; i < name.Tokens.Length; i++)
        {
            if (!name.Tokens[i].IsParticle)
                units.Add(new(name.Tokens[i], i, i + 1, GroupsLike(name.Tokens[i], likeWords)));
            if (name.Pair(i) is { Text.Length: >= 4 } pair && GroupsLike(pair, likeWords) is { Count: > 0 } groups)
                units.Add(new(pair, i, i + 2, groups));
        }

        return units;
    }

    private List<Group> GroupsLike(NameToken token, LikeWords likeWords)
    {
        var groups = new List<Group>();
        if (token.IsInitial)
            return groups;
        var like = new Dictionary<NameToken, TokenLikeness>();
        foreach (var key in CandidateKeys.Of(token))
            foreach (var at in _wordsOfKey.Find(key))
            {
                var word = _words[at];
                if (like.ContainsKey(word) || TokenComparer.CompareThatMeet(token, word) is not { Score: > 0 } likeness)
                    continue;
                like.Add(word, likeness);
                if (!groups.Exists(group => group.Id == _groupOfWord[at]))
                    groups.Add(new(_groupOfWord[at], word.IsVeryCommon, word.IsCommon, likeness.Kind <= EvidenceKind.Joined));
            }

        likeWords.Add(token, like);
        return groups;
    }

    private void AddAlone(ParsedName name, Unit unit, HashSet<int> chosen)
    {
        if (unit.Token.Text.Length >= 6 && unit.To - unit.From == 1)
            Add(chosen, _namesOfWhole.Find(IndexBuilder.JoinedKey(unit.Token.Skeleton, name.IsPerson)));
        if (name.IsPerson ? name.Significant == 1 : !unit.Token.IsCommon || name.Core == 1)
            foreach (var group in unit.Groups)
                Add(chosen, _namesOfSingle.Find(Hash.Pair(group.Id, -1)));
    }

    // Two very common words say too little, unless they are the whole of both names (found as a whole) or a date of birth may agree
    private void AddTogether(Unit first, Unit second, bool countsCommon, HashSet<int> chosen)
    {
        foreach (var a in first.Groups)
        {
            foreach (var b in second.Groups)
                if (countsCommon || !a.IsVeryCommon || !b.IsVeryCommon)
                    Add(chosen, _namesOfPair.Find(Hash.Pair(a.Id, b.Id)));
            if (a.IsCommon || !second.Token.IsPerson)
                continue;
            Add(chosen, (second.Token.IsInitial ? _namesOfLetter : _namesOfInitial).Find(Hash.Initial(second.Token.Text[0], a.Id)));
        }

        if (!first.Token.IsPerson)
            return;
        foreach (var b in second.Groups)
            if (!b.IsCommon)
                Add(chosen, (first.Token.IsInitial ? _namesOfLetter : _namesOfInitial).Find(Hash.Initial(first.Token.Text[0], b.Id)));
    }

    // Where one of two words is surely the same, the other may be a rough writing of any word that starts with its letter
    private void AddRough(Unit first, Unit second, HashSet<int> chosen)
    {
        foreach (var group in first.Groups)
            if (group.IsSure && !group.IsCommon && !second.Token.IsInitial)
                Add(chosen, _namesOfWhole.Find(IndexBuilder.RoughKey(second.Token, group.Id)));
    }

    private static void Add(HashSet<int> chosen, ReadOnlySpan<int> names)
    {
        foreach (var name in names)
            chosen.Add(name);
    }

    /// <param name="Chosen">The places of the readings.</param>
    /// <param name="LikeWords">What each word of the name is like.</param>
    internal readonly record struct Candidates(HashSet<int> Chosen, LikeWords LikeWords);

    private readonly record struct Unit(NameToken Token, int From, int To, List<Group> Groups);

    private readonly record struct Group(int Id, bool IsVeryCommon, bool IsCommon, bool IsSure);
}
