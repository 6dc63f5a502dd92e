using System.Globalization;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Time;
using CouncilPremises.Screening;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>The lists in use, ready to be asked: an unchanging snapshot, exchanged when an edition or an own decision changes.</summary>
public sealed class ScreeningLists : IDisposable
{
    private readonly SemaphoreSlim building = new(1, 1);
    private ScreeningSnapshot current = new("", ScreeningIndex.Empty, [], new Dictionary<string, ScreenedEntry>());

    /// <summary>The snapshot of what the database holds now; builds it when it has changed.</summary>
    public async Task<ScreeningSnapshot> CurrentAsync(AppDbContext db, CouncilTime time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        var versions = await db.ListVersions.AsNoTracking().Where(v => v.IsLive).OrderBy(v => v.List).ThenBy(v => v.Part)
            .Select(v => new LiveList(v.Id, v.List, v.Part, v.Number, v.PublishedOn, v.ImportedUtc, v.EntryCount))
            .ToListAsync(cancellationToken);
        var own = await db.OwnDecisions(time.NowUtc).ToListAsync(cancellationToken);
        // The day counts: entries end with theirs.
        var today = time.Today;
        var key = string.Join('|', [today.ToString("O", CultureInfo.InvariantCulture), .. versions.Select(v => v.Id.ToString("N")), .. own.Select(o => o.DecisionId.ToString("N"))]);
        if (key == current.Key)
            return current;

        await building.WaitAsync(cancellationToken);
        try
        {
            return current.Key == key ? current : current = await BuildAsync(db, key, today, versions, own, cancellationToken);
        }
        finally
        {
            building.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => building.Dispose();

    private static async Task<ScreeningSnapshot> BuildAsync(
        AppDbContext db, string key, DateOnly today, List<LiveList> versions, List<OwnDecision> own, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<string, ScreenedEntry>();
        var listed = new List<ListedEntry>();
        foreach (var version in versions)
            await foreach (var entry in db.ListEntries.AsNoTracking().Where(e => e.ListVersionId == version.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (!ListFacts.IsInForce(entry.Facts, today))
                    continue;
                entries[$"{version.List}:{entry.Key}"] = new ScreenedEntry(version.Id, entry.Hash);
                listed.Add(entry.ToScreening(version.List));
            }
        foreach (var decision in own)
        {
            entries[$"L4:{decision.Key}"] = new ScreenedEntry(Guid.Empty, decision.Key);
            listed.Add(decision.ToScreening());
        }
        return new ScreeningSnapshot(key, ScreeningIndex.Build(listed), versions, entries);
    }
}

/// <summary>The lists in use at one moment.</summary>
/// <param name="Key">What it was built from.</param>
/// <param name="Index">What names are tried against.</param>
/// <param name="Versions">The editions in it.</param>
/// <param name="Entries">Edition and hash of every entry, by list and key.</param>
public sealed record ScreeningSnapshot(
    string Key, ScreeningIndex Index, IReadOnlyList<LiveList> Versions, IReadOnlyDictionary<string, ScreenedEntry> Entries);

/// <summary>An edition in use.</summary>
public sealed record LiveList(Guid Id, ListCode List, ListPart Part, int Number, DateOnly? PublishedOn, DateTime ImportedUtc, int EntryCount);

/// <summary>Where an entry came from, and its hash. The council's own decisions have no edition.</summary>
public sealed record ScreenedEntry(Guid ListVersionId, string Hash)
{
    /// <summary>The edition; null for an own decision.</summary>
    public Guid? Edition => ListVersionId == Guid.Empty ? null : ListVersionId;
}
