namespace CouncilPremises.Screening.Names;

/// <summary>One reading of one name of one entry.</summary>
internal sealed record IndexedName(ListedEntry Entry, ListedName Name, ParsedName Reading, IdentifyingFacts Facts);

/// <summary>Collects names, the words in them and the keys of the words.</summary>
internal sealed class IndexBuilder
{
    private readonly Dictionary<(string Text, bool IsPerson, bool LacksVowels), int> _wordIds = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    internal int EntryCount { get; private set; }

    internal List<IndexedName> Names { get; } = [];

    internal List<NameToken> Words { get; } = [];

    internal List<List<int>> NamesOfWord { get; } = [];

    internal Dictionary<string, List<int>> WordsOfKey { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, List<int>> NamesOfWhole { get; } = new(StringComparer.Ordinal);

    internal void Add(ListedEntry entry)
    {
        EntryCount++;
        var facts = FactsComparer.FactsOf(entry);
        foreach (var name in entry.Names.Distinct())
            foreach (var reading in NameReadings.Of(name.Text, entry.Kind, name.FamilyName))
                Add(new IndexedName(entry, name, reading, facts));
    }

    /// <summary>What finds a name as a whole: all its letters, its plain form, its first letters.</summary>
    internal static IEnumerable<string> Wholes(ParsedName reading)
    {
        yield return "=" + reading.CleanLetters;
        if (reading.Joined.Length > 0)
            yield return (reading.IsPerson ? "p" : "b") + reading.Joined;
        if (reading.MayBeAcronym)
            yield return "." + reading.Joined;
        foreach (var letters in reading.Acronyms)
            yield return "." + letters;
    }

    private void Add(IndexedName name)
    {
        var at = Names.Count;
        Names.Add(name);
        foreach (var whole in Wholes(name.Reading))
            Append(NamesOfWhole, whole, at);
        if (name.Name.IsWeak)
            return;
        foreach (var token in name.Reading.Tokens.Concat(name.Reading.Pairs.OfType<NameToken>()))
            if (!token.IsParticle)
                Add(token, at);
    }

    private void Add(NameToken token, int name)
    {
        if (!_wordIds.TryGetValue((token.Text, token.IsPerson, token.LacksVowels), out var id))
        {
            id = Words.Count;
            _wordIds.Add((token.Text, token.IsPerson, token.LacksVowels), id);
            Words.Add(token);
            NamesOfWord.Add([]);
            _keys.Clear();
            CandidateKeys.Collect(token, _keys);
            foreach (var key in _keys)
                Append(WordsOfKey, key, id);
        }

        if (NamesOfWord[id] is [] || NamesOfWord[id][^1] != name)
            NamesOfWord[id].Add(name);
    }

    private static void Append(Dictionary<string, List<int>> lists, string key, int value)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        list.Add(value);
    }
}
