namespace CouncilPremises.Screening.Names;

/// <summary>
/// Collects names and all that finds them again: their words, pairs of words, initials, the name as a whole and registered numbers.
/// </summary>
internal sealed class IndexBuilder
{
    private readonly TokenCache _cache = new();
    private readonly Dictionary<NameToken, int> _groupOfToken = [];
    private readonly Dictionary<(string Canon, bool IsPerson), int> _groups = [];
    private readonly Dictionary<(string Text, NameKind Kind, string? FamilyName), int[]> _readingsOfName = [];

    internal int EntryCount { get; private set; }

    internal List<IndexedReading> Readings { get; } = [];

    internal List<NameToken> Words { get; } = [];

    /// <summary>For each word the group of its spellings.</summary>
    internal List<int> GroupOfWord { get; } = [];

    internal Postings.Builder WordsOfKey { get; } = new();

    /// <summary>Names by two groups that are in them.</summary>
    internal Postings.Builder NamesOfPair { get; } = new();

    /// <summary>Names that one word may find: people of one word, bodies of at most two.</summary>
    internal Postings.Builder NamesOfSingle { get; } = new();

    /// <summary>Names by the first letter of the first word and another word.</summary>
    internal Postings.Builder NamesOfLetter { get; } = new();

    /// <summary>Names by an initial in them and another word.</summary>
    internal Postings.Builder NamesOfInitial { get; } = new();

    /// <summary>Names as a whole, words run together, acronyms and numbers.</summary>
    internal Postings.Builder NamesOfWhole { get; } = new();

    internal void Add(ListedEntry entry)
    {
        EntryCount++;
        var facts = FactsComparer.FactsOf(entry);
        foreach (var name in entry.Names.Distinct())
            foreach (var at in ReadingsOf(name, entry.Kind))
            {
                var reading = Readings[at];
                if (!name.IsWeak && !reading.IsFiledByWords)
                    AddWords(reading.Reading, at);
                reading.Add(new IndexedName(entry, name, facts));
                foreach (var number in facts.Numbers)
                    NamesOfWhole.Add(NumberKey(number), at);
            }
    }

    internal static ulong NumberKey(string number) => Hash.Of('#', IdentifyingFacts.PlainNumber(number));

    /// <summary>What finds a name as a whole: all its letters, its plain form, its words in any order, its first letters.</summary>
    internal static IEnumerable<ulong> Wholes(ParsedName reading)
    {
        yield return reading.LettersHash;
        if (reading.Tokens.Length == 0)
            yield break;
        yield return reading.JoinedHash;
        yield return WordsInAnyOrder(reading);
        if (reading.MayBeAcronym)
            yield return Hash.Of('.', reading.Joined);
        foreach (var letters in reading.Acronyms)
            yield return Hash.Of('.', letters);
    }

    // A sum does not mind the order; a word said twice counts once
    private static ulong WordsInAnyOrder(ParsedName reading)
    {
        var sum = reading.IsPerson ? 1UL : 2UL;
        for (var i = 0; i < reading.Tokens.Length; i++)
            if (!reading.Tokens[i].IsParticle && Array.FindIndex(reading.Tokens, token => token.Canon == reading.Tokens[i].Canon) == i)
                sum += Hash.Of('w', reading.Tokens[i].Canon);
        return Hash.Mix(sum);
    }

    // A name that many entries bear is read and filed once
    private int[] ReadingsOf(ListedName name, NameKind kind)
    {
        if (_readingsOfName.TryGetValue((name.Text, kind, name.FamilyName), out var known))
            return known;
        var from = Readings.Count;
        foreach (var reading in NameReadings.Of(name, kind, _cache))
        {
            foreach (var whole in Wholes(reading))
                NamesOfWhole.Add(whole, Readings.Count);
            Readings.Add(new IndexedReading(reading));
        }

        int[] readings = [.. Enumerable.Range(from, Readings.Count - from)];
        _readingsOfName.Add((name.Text, kind, name.FamilyName), readings);
        return readings;
    }

    private void AddWords(ParsedName reading, int at)
    {
        var tokens = reading.Tokens;
        var groups = new int[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
            groups[i] = tokens[i].IsParticle ? -1 : GroupOf(tokens[i]);
        var isFirst = true;
        for (var i = 0; i < tokens.Length; i++)
        {
            AddJoined(tokens, i, at);
            if (groups[i] < 0)
                continue;
            if (reading.IsPerson ? reading.Significant == 1 : reading.Core <= 2)
                NamesOfSingle.Add(Hash.Pair(groups[i], -1), at);
            for (var j = i + 1; j < tokens.Length; j++)
                if (groups[j] >= 0 && MayAgreeAlone(reading, i, j))
                    NamesOfPair.Add(Hash.Pair(groups[i], groups[j]), at);
            if (reading.IsPerson && reading.Significant == 2)
                AddRough(reading, groups, i, at);
            if (reading.IsPerson && !(isFirst = AddLetters(reading, groups, i, at, isFirst)))
                continue;
        }
    }

    // Two words that leave out a known family name never make a match
    private static bool MayAgreeAlone(ParsedName reading, int i, int j) =>
        !reading.KnowsFamilyName || reading.IsFamilyName(i) || reading.IsFamilyName(j) || reading.Tokens[i].IsFathersName || reading.Tokens[j].IsFathersName;

    // Written as one word by somebody else: found by its sound
    private void AddJoined(NameToken[] tokens, int i, int at)
    {
        if (i + 1 >= tokens.Length || tokens[i].Text.Length + tokens[i + 1].Text.Length is < 6 or > 30 || tokens[i].IsNumber || tokens[i + 1].IsNumber)
            return;
        NamesOfWhole.Add(JoinedKey(Phonetics.Skeleton(tokens[i].Text + tokens[i + 1].Text), tokens[i].IsPerson), at);
    }

    // "Shehri" and "Sehri" meet; short words would meet too many
    internal static ulong JoinedKey(string skeleton, bool isPerson) => Hash.Of(isPerson ? 'j' : 'J', skeleton.Length < 4 ? skeleton : skeleton.Replace('x', 's'));

    // True while no given name has been met
    private bool AddLetters(ParsedName reading, int[] groups, int i, int at, bool isFirst)
    {
        var tokens = reading.Tokens;
        var isInitial = tokens[i].IsInitial;
        if (!isInitial && (!isFirst || reading.IsFamilyName(i)))
            return isFirst;
        for (var j = 0; j < tokens.Length; j++)
            if (j != i && groups[j] >= 0 && !tokens[j].IsInitial && MayAgreeAlone(reading, i, j))
                (isInitial ? NamesOfInitial : NamesOfLetter).Add(Hash.Initial(tokens[i].Text[0], groups[j]), at);
        return isInitial && isFirst;
    }

    // Of two words the one that is uncommon finds the name even where the other is written roughly
    private void AddRough(ParsedName reading, int[] groups, int i, int at)
    {
        for (var j = 0; j < groups.Length; j++)
            if (j != i && groups[j] >= 0 && !reading.Tokens[j].IsCommon && !reading.Tokens[i].IsInitial)
                NamesOfWhole.Add(RoughKey(reading.Tokens[i], groups[j]), at);
    }

    /// <summary>A word's first letter beside a group of spellings.</summary>
    internal static ulong RoughKey(NameToken rough, int group) => Hash.Mix(Hash.Initial(rough.Text[0], group));

    private int GroupOf(NameToken token)
    {
        if (_groupOfToken.TryGetValue(token, out var known))
            return known;
        if (!_groups.TryGetValue((token.Canon, token.IsPerson), out var group))
            _groups.Add((token.Canon, token.IsPerson), group = _groups.Count);
        _groupOfToken.Add(token, group);
        var id = Words.Count;
        Words.Add(token);
        GroupOfWord.Add(group);
        foreach (var key in CandidateKeys.Of(token))
            WordsOfKey.Add(key, id);
        return group;
    }
}
