using CouncilPremises.Application.Database;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Something that waits for a second person, or for somebody with no earlier part.</summary>
/// <param name="What">What waits.</param>
/// <param name="About">The case's reference, or the place closed.</param>
/// <param name="By">The day it must be done by.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="IsMine">The actor began it, so another must act.</param>
public sealed record Duty(string What, string About, DateOnly By, string Href, bool IsMine);

/// <summary>What waits for a second approver or a reviewer. Its cost follows what is open, never the history.</summary>
public sealed class Duties(AppDbContext db, CouncilTime time, BankHolidays bankHolidays)
{
    private const int MostOfAKind = 100;

    /// <summary>What waits for somebody with the actor's roles, the soonest first.</summary>
    public async Task<IReadOnlyList<Duty>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var duties = new List<Duty>();
        if (actor.HasAny(Roles.FacilitiesApprover))
        {
            var workingDays = await bankHolidays.WorkingDaysAsync(cancellationToken);
            duties.AddRange(await HoldsAsync(workingDays, actor, cancellationToken));
            duties.AddRange(await CancellationsAsync(workingDays, actor, cancellationToken));
            duties.AddRange(await ClosuresAsync(actor, cancellationToken));
            duties.AddRange(await BreachesAsync(actor, cancellationToken));
            duties.AddRange(await HitsAsync(cancellationToken));
        }
        if (actor.HasAny(Roles.GrantApprover))
            duties.AddRange(await TerminationsAsync(actor, cancellationToken));
        if (actor.HasAny(Roles.Reviewer))
            duties.AddRange(await ReviewsAsync(cancellationToken));
        return [.. duties.OrderBy(duty => duty.By).ThenBy(duty => duty.About, StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<Duty>> HoldsAsync(WorkingDays workingDays, Actor actor, CancellationToken cancellationToken)
    {
        var now = time.NowUtc;
        var holds = await (
            from hold in db.CaseHolds.AsNoTracking()
            join @case in db.Cases on hold.CaseId equals @case.Id
            where hold.EndedUtc == null && hold.IsOfBooking
            let began = db.Occurrences.Where(o => o.CaseId == hold.CaseId && o.State == OccurrenceState.OnHold && o.StartUtc <= now).Min(o => (DateTime?)o.StartUtc)
            where began != null || hold.AgreedById == null
            orderby hold.EndsUtc
            select new { hold.Id, hold.LaidById, hold.EndsUtc, @case.Reference, began }).Take(MostOfAKind).ToListAsync(cancellationToken);
        return holds.Select(hold => hold.began is { } began
            ? new Duty("A date began while it was held. A second approver confirms that as a cancellation, or reverses it.", hold.Reference,
                workingDays.Add(CouncilTime.DayOf(began), 1), $"/cases/{hold.Reference}/holds/{hold.Id}", hold.LaidById == actor.Id)
            : new Duty("One approver alone holds this booking for 24 hours. A second one may agree to hold it longer.", hold.Reference,
                CouncilTime.DayOf(hold.EndsUtc), $"/cases/{hold.Reference}/holds/{hold.Id}", hold.LaidById == actor.Id));
    }

    private async Task<IEnumerable<Duty>> CancellationsAsync(WorkingDays workingDays, Actor actor, CancellationToken cancellationToken)
    {
        var open = await (
            from cancellation in db.Cancellations.AsNoTracking()
            join @case in db.Cases on cancellation.CaseId equals @case.Id
            where cancellation.DecidedUtc == null
            orderby cancellation.ProposedUtc
            select new { cancellation.Id, cancellation.ProposedById, cancellation.ProposedUtc, @case.Reference }).Take(MostOfAKind).ToListAsync(cancellationToken);
        return open.Select(one => new Duty("A cancellation waits for a second approver.", one.Reference,
            workingDays.Add(CouncilTime.DayOf(one.ProposedUtc), 1), $"/cases/{one.Reference}/cancellations/{one.Id}", one.ProposedById == actor.Id));
    }

    private async Task<IEnumerable<Duty>> ClosuresAsync(Actor actor, CancellationToken cancellationToken)
    {
        var open = await db.ClosureOrders.AsNoTracking().Where(o => o.SignedUtc == null).OrderBy(o => o.CountersignBy).Take(MostOfAKind)
            .Select(o => new { o.ClosureId, o.Place, o.CountersignBy, o.OrderedById }).ToListAsync(cancellationToken);
        return open.Select(one => new Duty("A closure waits for a second approver to countersign.", one.Place, one.CountersignBy, $"/closures/{one.ClosureId}", one.OrderedById == actor.Id));
    }

    private async Task<IEnumerable<Duty>> BreachesAsync(Actor actor, CancellationToken cancellationToken)
    {
        var today = time.Today;
        var heard = await (
            from breach in db.Breaches.AsNoTracking()
            join @case in db.Cases on breach.CaseId equals @case.Id
            where @case.Kind == CaseKind.Hire && breach.State == BreachState.Alleged && (breach.AnsweredUtc != null || breach.HearUntil < today)
            orderby breach.HearUntil
            select new { breach.Id, breach.HearUntil, breach.RaisedById, @case.Reference }).Take(MostOfAKind).ToListAsync(cancellationToken);
        return heard.Select(one => new Duty("A breach can be decided: the hirer has been heard.", one.Reference, one.HearUntil, $"/cases/{one.Reference}/breaches/{one.Id}", one.RaisedById == actor.Id));
    }

    // A new hit on a booking alerts every approver; the booking stands unless held. RULEBOOK 5
    private async Task<IEnumerable<Duty>> HitsAsync(CancellationToken cancellationToken)
    {
        var open = await (
            from hit in db.Hits.AsNoTracking()
            join @case in db.Cases on hit.CaseId equals @case.Id
            where hit.State != HitState.Resolved && @case.State == CaseState.Confirmed
            orderby hit.FoundUtc
            select new { hit.Id, hit.FoundUtc, @case.Reference }).Take(MostOfAKind).ToListAsync(cancellationToken);
        return open.Select(one => new Duty("A possible match on a booking. The booking stands unless it is held, which needs an identifier besides the name.", one.Reference,
            CouncilTime.DayOf(one.FoundUtc), $"/cases/{one.Reference}/hits/{one.Id}", false));
    }

    // A termination is decided by somebody other than who proposed it, once the group has been heard. RULEBOOK 6
    private async Task<IEnumerable<Duty>> TerminationsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var today = time.Today;
        var open = await (
            from award in db.Awards.AsNoTracking()
            join @case in db.Cases on award.CaseId equals @case.Id
            where award.Termination != null && award.State != AwardState.Terminated && award.State != AwardState.Completed && award.State != AwardState.Lapsed && award.State != AwardState.Declined
            orderby award.StateSinceUtc
            select new { award.Termination, @case.Reference }).Take(MostOfAKind).ToListAsync(cancellationToken);
        return open.Where(one => one.Termination!.MayBeDecided(today)).Select(one => new Duty("Ending a grant can be decided: the group has been heard.", one.Reference,
            one.Termination!.AnswerBy, $"/cases/{one.Reference}/money/terminate", one.Termination.ProposedById == actor.Id));
    }

    private async Task<IEnumerable<Duty>> ReviewsAsync(CancellationToken cancellationToken)
    {
        var open = await (
            from review in db.Reviews.AsNoTracking()
            join @case in db.Cases on review.CaseId equals @case.Id
            where review.DecidedUtc == null
            orderby review.DueOn
            select new { review.Id, review.DueOn, @case.Reference }).Take(MostOfAKind).ToListAsync(cancellationToken);
        return open.Select(one => new Duty("A review waits for a reviewer with no earlier part in the case.", one.Reference, one.DueOn, $"/cases/{one.Reference}/reviews/{one.Id}", false));
    }
}
