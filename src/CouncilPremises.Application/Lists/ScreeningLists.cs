using System.Globalization;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Decisions;
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
        var own = await OwnDecisionsAsync(db, time, cancellationToken);
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
            var entryKey = decision.DecisionId.ToString("N");
            entries[$"L4:{entryKey}"] = new ScreenedEntry(Guid.Empty, entryKey);
            listed.Add(new ListedEntry("L4", entryKey, NameKind.Unknown, [new ListedName(decision.Name)]));
        }
        return new ScreeningSnapshot(key, ScreeningIndex.Build(listed), versions, entries);
    }

    // L4 holds refusals on D1, D4–D6 and D9 for 24 months. RULEBOOK 5.
    private static Task<List<OwnDecision>> OwnDecisionsAsync(AppDbContext db, CouncilTime time, CancellationToken cancellationToken)
    {
        var since = time.NowUtc.AddMonths(-24);
        Ground?[] grounds = [Ground.D1, Ground.D4, Ground.D5, Ground.D6, Ground.D9];
        return (from decision in db.Decisions.AsNoTracking()
                where decision.Kind == DecisionKind.Refuse && decision.MadeUtc > since && grounds.Contains(decision.Ground)
                join @case in db.Cases on decision.CaseId equals @case.Id
                join organisation in db.Organisations on @case.OrganisationId equals organisation.Id
                orderby decision.Id
                select new OwnDecision(decision.Id, organisation.Name)).ToListAsync(cancellationToken);
    }

    private sealed record OwnDecision(Guid DecisionId, string Name);
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
