using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Screening;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>
/// Tries the names of live cases against what a new edition changed, or a decision that went on L4, and only against that. In batches: a worker leases the work, keeps the
/// last reference done, and after a restart, or in another process, it goes on from there. RULEBOOK 5 XREF.
/// </summary>
public sealed class Rescreenings(
    AppDbContext db, CouncilTime time, CaseDesk desk, ScreeningRuns runs, ScreeningLists lists, ListDifferences differences)
{
    /// <summary>The act's name in the audit.</summary>
    public const string Action = "Check.Rescreen";

    /// <summary>Cases looked at between two saves of how far it got.</summary>
    public const int BatchSize = 100;

    private const int MostTries = 5;

    /// <summary>How long a worker has for a batch; afterwards another may take it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Works through all that is due and says how many new hits there are.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var found = 0;
        while (await TakeAsync(cancellationToken) is { } work)
        {
            var own = work.DecisionId is { } decisionId ? await db.OwnDecisions(time.NowUtc, decisionId).SingleOrDefaultAsync(cancellationToken) : null;
            var changed = work.DecisionId is null ? await ChangedAsync(work, cancellationToken) : ScreeningIndex.Build(own is null ? [] : [own.ToScreening()]);
            var task = new Work(work.Id, changed, own?.CaseId, work.DecisionId is null);
            while (await BatchAsync(task, cancellationToken) is { } hits)
                found += hits;
        }
        return found;
    }

    // The oldest that nobody has; null when there is none, or another worker was faster
    private async Task<Rescreening?> TakeAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = time.NowUtc;
        var work = await db.Rescreenings.Where(r => r.FinishedUtc == null && r.LeasedUntilUtc <= now).OrderBy(r => r.CreatedUtc).FirstOrDefaultAsync(cancellationToken);
        work?.Lease(now + Lease);
        return work is not null && await SaveAsync(cancellationToken) ? work : null;
    }

    /// <summary>What is new or changed and still in use: a later edition has work of its own.</summary>
    private async Task<ScreeningIndex> ChangedAsync(Rescreening work, CancellationToken cancellationToken)
    {
        var keys = await differences.ChangedKeysAsync(work.FromVersionId, work.ToVersionId!.Value, cancellationToken);
        var wanted = keys.Added.Concat(keys.Changed).ToHashSet(StringComparer.Ordinal);
        var snapshot = await lists.CurrentAsync(db, time, cancellationToken);
        var list = ListUpkeep.ListOf(work.Part!.Value);
        var entries = new List<ListedEntry>();
        if (wanted.Count > 0)
            await foreach (var entry in db.ListEntries.AsNoTracking().Where(e => e.ListVersionId == work.ToVersionId).AsAsyncEnumerable().WithCancellation(cancellationToken))
                if (wanted.Contains(entry.Key) && snapshot.Entries.GetValueOrDefault($"{list}:{entry.Key}")?.Hash == entry.Hash)
                    entries.Add(entry.ToScreening(list));
        return ScreeningIndex.Build(entries);
    }

    /// <summary>Does one batch and says how many new hits it brought; null when no case is left, or another worker has the rest.</summary>
    private async Task<int?> BatchAsync(Work task, CancellationToken cancellationToken)
    {
        var id = task.Id;
        db.ChangeTracker.Clear();
        var last = await db.Rescreenings.AsNoTracking().Where(r => r.Id == id && r.FinishedUtc == null).Select(r => r.LastReference).SingleOrDefaultAsync(cancellationToken);
        if (last is null)
            return null;
        // A decision set aside before anybody looked leaves nothing to try
        var cases = task.IsEmpty ? [] : await NextAsync(last, cancellationToken);
        var hits = 0;
        // A decision says nothing new about the case it was made on
        foreach (var one in cases.Where(one => one.Id != task.Except))
            hits += await ScreenAsync(task.BringsNewerList ? one : one with { WaitsForNewerLists = false }, task.Changed, cancellationToken);

        db.ChangeTracker.Clear();
        var work = await db.Rescreenings.SingleAsync(r => r.Id == id, cancellationToken);
        if (cases.Count > 0)
            work.Advance(cases[^1].Reference, cases.Count, hits, time.NowUtc + Lease);
        if (cases.Count < BatchSize)
            work.Finish(time.NowUtc);
        return await SaveAsync(cancellationToken) ? hits : null;
    }

    private async Task<List<LiveCase>> NextAsync(string last, CancellationToken cancellationToken)
    {
#pragma warning disable CA1309 // the database compares, in its own order, which is also the order of the batches
        var cases = await db.Cases.AsNoTracking().Where(c => c.SubmittedUtc != null && LiveStates.Contains(c.State) && string.Compare(c.Reference, last) > 0)
            .OrderBy(c => c.Reference).Take(BatchSize).ToListAsync(cancellationToken);
#pragma warning restore CA1309
        var (ids, organisationIds) = (cases.ConvertAll(c => c.Id), cases.Select(c => c.OrganisationId).Distinct().ToList());
        var hires = await db.HireApplications.AsNoTracking().Where(h => ids.Contains(h.CaseId)).ToDictionaryAsync(h => h.CaseId, cancellationToken);
        var grants = await db.GrantApplications.AsNoTracking().Where(g => ids.Contains(g.CaseId)).ToDictionaryAsync(g => g.CaseId, cancellationToken);
        var organisations = await db.Organisations.AsNoTracking().Include(o => o.OfficeHolders).Where(o => organisationIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        var waiting = await WaitingForNewerListsAsync(ids, cancellationToken);
        return cases.ConvertAll(c => new LiveCase(c.Id, c.Reference, hires.GetValueOrDefault(c.Id), grants.GetValueOrDefault(c.Id), organisations[c.OrganisationId], waiting.Contains(c.Id)));
    }

    // Cases that could not be recorded Clear because a list was too old are looked up whole again
    private async Task<HashSet<Guid>> WaitingForNewerListsAsync(List<Guid> caseIds, CancellationToken cancellationToken)
    {
        var records = await db.CheckRecords.AsNoTracking().Where(r => r.Code == CheckCode.XREF && r.CaseId != null && caseIds.Contains(r.CaseId.Value))
            .Select(r => new { r.CaseId, r.RecordedUtc, r.Id, r.Evidence }).ToListAsync(cancellationToken);
        return [.. records.GroupBy(r => r.CaseId!.Value).Select(group => group.MaxBy(r => (r.RecordedUtc, r.Id))!)
            .Where(newest => newest.Evidence.ContainsKey(ScreeningRuns.TooOld)).Select(newest => newest.CaseId!.Value)];
    }

    private async Task<int> ScreenAsync(LiveCase one, ScreeningIndex changed, CancellationToken cancellationToken)
    {
        if (one.Hire?.Answers.IsElectionMeeting() == true)
            return 0;
        if (!one.WaitsForNewerLists && !await BringsNewsAsync(one, changed, cancellationToken))
            return 0;
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var hits = 0;
            var outcome = await desk.ActAsync(one.Reference, Actor.System, Action, null, async file =>
            {
                hits = await runs.RunChangedAsync(file, changed, cancellationToken);
                if (one.WaitsForNewerLists && hits == 0)
                    await runs.RunAsync(file, cancellationToken);
                return ActResult.Done(new { hits });
            }, cancellationToken);
            if (outcome.Succeeded)
                return hits;
            // Somebody works on the case right now. Never passed over: after some tries the batch ends and is done again
            if (attempt == MostTries)
                throw new InvalidOperationException($"A case could not be screened again: {string.Join(", ", outcome.Refusals.Select(refusal => refusal.Code))}.");
        }
    }

    private async Task<bool> BringsNewsAsync(LiveCase one, ScreeningIndex changed, CancellationToken cancellationToken)
    {
        var found = ScreeningRuns.Matches(one.Names, changed);
        if (found.Count == 0)
            return false;
        var known = await db.Hits.AsNoTracking().Where(h => h.CaseId == one.Id).ToListAsync(cancellationToken);
        var before = known.ConvertAll(hit => hit.EntryHash);
        var fresh = await runs.SettleKnownAsync(one.Organisation.Id, known, await lists.CurrentAsync(db, time, cancellationToken), found, cancellationToken);
        return fresh.Count > 0 || !known.Select(hit => hit.EntryHash).SequenceEqual(before);
    }

    /// <summary>True while a case's names are still looked up: from sending until it is over or closed.</summary>
    internal static bool IsLive(CaseState state) => state switch
    {
        CaseState.Submitted or CaseState.Checking or CaseState.InfoRequested or CaseState.Referred or CaseState.ReadyForDecision
            or CaseState.MindedToRefuse or CaseState.Approved or CaseState.ApprovedWithConditions or CaseState.Confirmed
            or CaseState.OnHold or CaseState.UnderReview => true,
        CaseState.Draft or CaseState.Refused or CaseState.Completed or CaseState.Withdrawn or CaseState.CancelledByHirer
            or CaseState.Lapsed or CaseState.NotDecided or CaseState.CancelledByCouncil => false,
    };

    /// <summary>The states in which a case's names are looked up.</summary>
    internal static IReadOnlyList<CaseState> LiveStates { get; } = [.. Enum.GetValues<CaseState>().Where(IsLive)];

    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    // What names are tried against, the case that is passed over, and whether a newer list came
    private sealed record Work(Guid Id, ScreeningIndex Changed, Guid? Except, bool BringsNewerList)
    {
        public bool IsEmpty => !BringsNewerList && Except is null;
    }

    private sealed record LiveCase(Guid Id, string Reference, HireApplication? Hire, GrantApplication? Grant, Organisation Organisation, bool WaitsForNewerLists)
    {
        public IReadOnlyList<NameToTry> Names => Hire is not null ? NamesToTry.Of(Hire, Organisation) : NamesToTry.Of(Grant!, Organisation);
    }
}
