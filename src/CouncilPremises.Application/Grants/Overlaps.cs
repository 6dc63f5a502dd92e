using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>An overlap as the case page shows it.</summary>
/// <param name="Found">What the two have in common.</param>
/// <param name="Reference">The other case.</param>
/// <param name="Group">Who applies there.</param>
/// <param name="State">Where it stands.</param>
/// <param name="MayOpen">True when the person may open it: those who work on grants do not read bookings.</param>
/// <param name="Dismissal">Why it means nothing; null while it is open.</param>
/// <param name="By">Who said so.</param>
public sealed record OverlapRow(Overlap Found, string Reference, string Group, CaseState State, bool MayOpen, OverlapDismissal? Dismissal, string? By);

/// <summary>What applications have in common with other live ones, grants and hires alike, so that no work is paid for twice unseen.
/// Indexed keys find who is worth comparing, <see cref="OverlapRules"/> says what is the same. The cost follows what matches, never the history. RULEBOOK 4; issue 5 point 3.</summary>
public sealed class Overlaps(AppDbContext db, OverlapFactsReading reading)
{
    /// <summary>Most pairs compared at once: a telephone number shared by hundreds tells nobody anything.</summary>
    private const int MostPairs = 2000;

    /// <summary>Most others compared with one case.</summary>
    private const int MostOthers = 25;

    // A case that may still be paid or held; an award keeps its case approved. Two groups with one account are worth a look whenever the other was paid
    private static readonly CaseState[] Live = [.. CaseQueue.OpenStates, CaseState.Confirmed];

    /// <summary>What each of these cases has in common with others and nobody has dismissed; a case without any is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Overlap>>> OpenAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken)
    {
        var found = await FoundAsync(caseIds, cancellationToken);
        if (found.Count == 0)
            return new Dictionary<Guid, IReadOnlyList<Overlap>>();
        var dismissals = await DismissedAsync(caseIds, cancellationToken);
        return OverlapRules.Open(found, dismissals).GroupBy(one => one.CaseId).ToDictionary(mine => mine.Key, mine => (IReadOnlyList<Overlap>)[.. mine]);
    }

    /// <summary>What one case has in common with others and nobody has dismissed.</summary>
    public async Task<IReadOnlyList<Overlap>> OpenAsync(Guid caseId, CancellationToken cancellationToken) =>
        (await OpenAsync([caseId], cancellationToken)).GetValueOrDefault(caseId) ?? [];

    /// <summary>The overlaps of a case for its page: open ones first, then those that were dismissed.</summary>
    public async Task<IReadOnlyList<OverlapRow>> OfAsync(GrantFile file, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var found = await FoundAsync([file.Case.Id], cancellationToken);
        if (found.Count == 0)
            return [];
        var dismissals = await DismissedAsync([file.Case.Id], cancellationToken);
        var others = found.Select(one => one.OtherCaseId).Distinct().ToList();
        var by = dismissals.Select(one => one.ById).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => by.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
        var visible = await db.Cases.VisibleTo(actor, db).Where(c => others.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken);
        var cases = await (from c in db.Cases.AsNoTracking()
                           join o in db.Organisations on c.OrganisationId equals o.Id
                           where others.Contains(c.Id)
                           select new { c.Id, c.Reference, c.State, o.Name }).ToDictionaryAsync(c => c.Id, cancellationToken);
        return [.. found.Select(one =>
        {
            var other = cases[one.OtherCaseId];
            var dismissal = dismissals.FirstOrDefault(d => OverlapRules.Open([one], [d]).Count == 0);
            return new OverlapRow(one, other.Reference, other.Name, other.State, visible.Contains(other.Id), dismissal, dismissal is null ? null : names.GetValueOrDefault(dismissal.ById, "Somebody who has left"));
        }).OrderBy(row => row.Dismissal is not null).ThenBy(row => row.Reference)];
    }

    private async Task<List<Overlap>> FoundAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken)
    {
        var pairs = await (from mine in db.OverlapKeys.AsNoTracking()
                           join theirs in db.OverlapKeys on new { mine.Value, mine.Kind } equals new { theirs.Value, theirs.Kind }
                           join own in db.Cases on mine.CaseId equals own.Id
                           join other in db.Cases on theirs.CaseId equals other.Id
                           where caseIds.Contains(mine.CaseId) && mine.CaseId != theirs.CaseId && Live.Contains(own.State)
                               && (Live.Contains(other.State) || mine.Kind == OverlapKind.BankAccount)
                               && (mine.Kind == OverlapKind.Project || own.OrganisationId != other.OrganisationId)
                           select new { One = mine.CaseId, Other = theirs.CaseId, other.Reference }).Distinct().OrderByDescending(pair => pair.Reference).Take(MostPairs).ToListAsync(cancellationToken);
        if (pairs.Count == 0)
            return [];
        var some = pairs.GroupBy(pair => pair.One).SelectMany(mine => mine.Take(MostOthers)).ToList();
        var facts = await reading.ReadAsync([.. some.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct()], cancellationToken);
        return [.. some.Where(pair => facts.ContainsKey(pair.One) && facts.ContainsKey(pair.Other)).SelectMany(pair => OverlapRules.Between(facts[pair.One], facts[pair.Other]))];
    }

    private Task<List<OverlapDismissal>> DismissedAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken) =>
        db.OverlapDismissals.AsNoTracking().Where(d => caseIds.Contains(d.FirstCaseId) || caseIds.Contains(d.SecondCaseId)).ToListAsync(cancellationToken);
}
