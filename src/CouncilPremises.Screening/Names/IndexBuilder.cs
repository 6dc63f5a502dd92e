namespace CouncilPremises.Screening.Names;

/// <summary>One reading of one name of one entry.</summary>
internal sealed record IndexedName(ListedEntry Entry, ListedName Name, ParsedName Reading, IdentifyingFacts Facts);

/// <summary>
/// Collects names and all that finds them again: their words, pairs of words, initials, the name as a whole and registered numbers.
/// </summary>
internal sealed class IndexBuilder
{
    private readonly TokenCache _cache = new();
    private readonly Dictionary<NameToken, int> _groupOfToken = [];
    private readonly Dictionary<(string Canon, bool IsPerson), int> _groups = [];
    private readonly HashSet<ulong> _keys = [];

    internal int EntryCount { get; private set; }

    internal List<IndexedName> Names { get; } = [];

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
        var from = Names.Count;
        foreach (var name in entry.Names.Distinct())
            foreach (var reading in NameReadings.Of(name.Text, entry.Kind, name.FamilyName, _cache))
                Add(new IndexedName(entry, name, reading, facts));
        foreach (var number in facts.Numbers)
            for (var at = from; at < Names.Count; at++)
                NamesOfWhole.Add(NumberKey(number), at);
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

    private void Add(IndexedName name)
    {
        var at = Names.Count;
        Names.Add(name);
        foreach (var whole in Wholes(name.Reading))
            NamesOfWhole.Add(whole, at);
        if (!name.Name.IsWeak)
            AddWords(name.Reading, at);
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
            if (groups[i] < 0)
                continue;
            if (reading.IsPerson ? reading.Significant == 1 : reading.Core <= 2)
                NamesOfSingle.Add(Hash.Pair(groups[i], -1), at);
            for (var j = i + 1; j < tokens.Length; j++)
                if (groups[j] >= 0)
                    NamesOfPair.Add(Hash.Pair(groups[i], groups[j]), at);
            AddJoined(tokens, i, at);
            if (reading.IsPerson && !(isFirst = AddLetters(reading, groups, i, at, isFirst)))
                continue;
        }
    }

    // Written as one word by somebody else: found by its sound
    private void AddJoined(NameToken[] tokens, int i, int at)
    {
        if (i + 1 >= tokens.Length || tokens[i].Text.Length + tokens[i + 1].Text.Length is < 6 or > 30 || tokens[i].IsNumber || tokens[i + 1].IsNumber)
            return;
        NamesOfWhole.Add(JoinedKey(Phonetics.Skeleton(tokens[i].Text + tokens[i + 1].Text), tokens[i].IsPerson), at);
    }

    internal static ulong JoinedKey(string skeleton, bool isPerson) => Hash.Of(isPerson ? 'j' : 'J', skeleton);

    // True while no given name has been met
    private bool AddLetters(ParsedName reading, int[] groups, int i, int at, bool isFirst)
    {
        var tokens = reading.Tokens;
        var isInitial = tokens[i].IsInitial;
        if (!isInitial && (!isFirst || reading.IsFamilyName(i)))
            return isFirst;
        for (var j = 0; j < tokens.Length; j++)
            if (j != i && groups[j] >= 0 && !tokens[j].IsInitial)
                (isInitial ? NamesOfInitial : NamesOfLetter).Add(Hash.Initial(tokens[i].Text[0], groups[j]), at);
        return isInitial && isFirst;
    }

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
        _keys.Clear();
        CandidateKeys.Collect(token, _keys);
        foreach (var key in _keys)
            WordsOfKey.Add(key, id);
        return group;
    }
}
