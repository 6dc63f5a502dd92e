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

    /// <summary>The entries whose names are like the name: each entry once, by its most alike name, best first.</summary>
    public IReadOnlyList<NameMatch> Find(ScreeningName name, ScreeningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var limits = options ?? ScreeningOptions.Default;
        var best = new Dictionary<ListedEntry, NameMatch>(ReferenceEqualityComparer.Instance);
        foreach (var reading in NameReadings.Of(name.Text, name.Kind, name.FamilyName))
            foreach (var at in Candidates(reading))
                Keep(best, Compare(reading, _names[at], name, limits));

        return [.. best.Values
            .OrderByDescending(match => match.Score)
            .ThenByDescending(match => match.Band)
            .ThenBy(match => match.Entry.List, StringComparer.Ordinal)
            .ThenBy(match => match.Entry.Key, StringComparer.Ordinal)
            .Take(limits.MostMatches)];
    }

    private static NameMatch? Compare(ParsedName reading, IndexedName listed, ScreeningName name, ScreeningOptions options)
    {
        var comparison = NameComparer.Compare(reading, listed.Reading, name, listed.Name, listed.Entry.BirthYears, options);
        return comparison.Band == MatchBand.None ? null
            : new NameMatch(listed.Entry, listed.Name, comparison.Score, comparison.Band, comparison.Evidence);
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

        var met = new Dictionary<int, int>();
        foreach (var token in reading.Tokens.Concat(reading.Pairs.OfType<NameToken>()))
            if (!token.IsParticle)
                Meet(token, met);
        foreach (var (name, strength) in met)
            if (strength >= 2 || _names[name].Reading.Significant == 1)
                chosen.Add(name);
        return chosen;
    }

    // A rare word brings its names in alone; common words and initials only together with another
    private void Meet(NameToken token, Dictionary<int, int> met)
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
                var strength = token.IsCommon || token.IsInitial || _words[word].IsCommon ? 1 : 2;
                foreach (var name in _namesOfWord[word])
                    met[name] = met.GetValueOrDefault(name) + strength;
            }
        }
    }
}
