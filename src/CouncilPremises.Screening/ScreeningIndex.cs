using CouncilPremises.Screening.Names;

namespace CouncilPremises.Screening;

/// <summary>
/// All names of some lists, ready to be asked. Immutable and safe for any number of readers: a new import builds a new index.
/// </summary>
public sealed class ScreeningIndex
{
    private readonly IndexedName[] _names;
    private readonly CandidateSearch _search;

    private ScreeningIndex(IndexBuilder builder)
    {
        EntryCount = builder.EntryCount;
        _names = [.. builder.Names];
        _search = new CandidateSearch(builder);
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

    /// <summary>
    /// The entries whose names are like the name: each entry once, by its most alike name; Strong before Possible before Weak alias, then by
    /// their order inside the band.
    /// </summary>
    public IReadOnlyList<NameMatch> Find(ScreeningName name, ScreeningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var limits = options ?? ScreeningOptions.Default;
        var best = new Dictionary<ListedEntry, NameMatch>(ReferenceEqualityComparer.Instance);
        foreach (var reading in NameReadings.Of(name.Text, name.Kind, name.FamilyName, new TokenCache()))
            foreach (var at in _search.Of(reading, name.Facts))
                Keep(best, Compare(reading, _names[at], name, limits));

        return best.Count == 0 ? [] : [.. best.Values
            .OrderByDescending(match => match.Band)
            .ThenByDescending(match => match.Order)
            .ThenByDescending(match => match.Score)
            .ThenBy(match => match.Entry.List, StringComparer.Ordinal)
            .ThenBy(match => match.Entry.Key, StringComparer.Ordinal)
            .Take(limits.MostMatches)];
    }

    private static NameMatch? Compare(ParsedName reading, IndexedName listed, ScreeningName name, ScreeningOptions options)
    {
        var comparison = NameComparer.Compare(reading, listed.Reading, name, listed.Name, listed.Facts, options, explains: false);
        return comparison.Band == MatchBand.None ? null
            : new NameMatch(listed.Entry, listed.Name, comparison.Score, comparison.Band, comparison.Evidence) { Order = comparison.Order };
    }

    private static void Keep(Dictionary<ListedEntry, NameMatch> best, NameMatch? match)
    {
        if (match != null && (!best.TryGetValue(match.Entry, out var other) || (match.Score, match.Order) is var (score, order) && (score > other.Score || score == other.Score && order > other.Order)))
            best[match.Entry] = match;
    }
}
