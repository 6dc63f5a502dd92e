using CouncilPremises.Screening.Names;

namespace CouncilPremises.Screening;

/// <summary>
/// All names of some lists, ready to be asked. Immutable and safe for any number of readers: a new import builds a new index.
/// </summary>
public sealed class ScreeningIndex
{
    private readonly IndexedReading[] _readings;
    private readonly CandidateSearch _search;

    private ScreeningIndex(IndexBuilder builder)
    {
        EntryCount = builder.EntryCount;
        _readings = [.. builder.Readings];
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
        foreach (var reading in NameReadings.Of(name, new TokenCache()))
            FindLike(reading, name, limits, best);

        return best.Count == 0 ? [] : [.. best.Values
            .OrderByDescending(match => match.Band)
            .ThenByDescending(match => match.Order)
            .ThenByDescending(match => match.Score)
            .ThenBy(match => match.Entry.List, StringComparer.Ordinal)
            .ThenBy(match => match.Entry.Key, StringComparer.Ordinal)
            .Take(limits.MostMatches)];
    }

    private void FindLike(ParsedName reading, ScreeningName name, ScreeningOptions options, Dictionary<ListedEntry, NameMatch> best)
    {
        var candidates = _search.Of(reading.KeepingPairs(), name.Facts);
        foreach (var at in candidates.Chosen)
        {
            var pair = new ReadingPair(reading, _readings[at].Reading, candidates.LikeWords);
            foreach (var bearer in _readings[at].Bearers)
                if (NameComparer.Compare(pair, name, bearer.Name, bearer.Facts, options) is { Band: not MatchBand.None } comparison)
                    Keep(best, new NameMatch(bearer.Entry, bearer.Name, comparison.Score, comparison.Band, comparison.Evidence) { Order = comparison.Order });
        }
    }

    private static void Keep(Dictionary<ListedEntry, NameMatch> best, NameMatch match)
    {
        if (!best.TryGetValue(match.Entry, out var other) || (match.Score, match.Order).CompareTo((other.Score, other.Order)) > 0)
            best[match.Entry] = match;
    }
}
