using System.Runtime.CompilerServices;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>Reviews, and what is exceptional about holds, cancellations, closures and reviews.</summary>
internal static class AuditAftermathSheets
{
    public static Sheet Reviews(AuditScope scope) => AuditScope.Sheet("Reviews",
        AuditScope.Rows(
            scope.Db.Reviews.AsNoTracking().Where(r => scope.Cases.Any(c => c.Id == r.CaseId)).OrderBy(r => r.AskedUtc).ThenBy(r => r.Id),
            r => scope.Row(r, r.CaseId, r.AskedUtc, r.DecidedUtc, r.DecidedById)),
        new("Reviewed", 14, r => CellValue.Of<ReviewSubject>(r.Subject)),
        new("Its id", 36, r => CellValue.Of(r.SubjectId.ToString())),
        new("What the group says", 60, r => CellValue.Of(r.Reasons)),
        new("Due", 12, r => CellValue.Of((DateOnly?)r.DueOn)),
        new("Outcome", 10, r => CellValue.Of(r.Outcome)),
        new("Went to", 22, r => CellValue.Of(r.ReturnedTo)),
        new("Decided", 19, r => CellValue.Of(r.DecidedUtc)),
        new("Reasons", 60, r => CellValue.Of(r.Text)),
        new("In time", 9, r => CellValue.Of(r.DecidedUtc is { } decided ? CouncilTime.DayOf(decided) <= r.DueOn : (bool?)null)));

    public static async IAsyncEnumerable<AuditRow<AuditDecisionSheets.Exceptional>> Exceptions(AuditScope scope, DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var undecided in scope.Cases.Where(c => c.State == CaseState.NotDecided).OrderBy(c => c.Reference).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return scope.Row(new AuditDecisionSheets.Exceptional("Not decided", "The event came before the council had decided.", null), undecided.Id, undecided.CreatedUtc, undecided.StateSinceUtc, undecided.OwnerId);
        await foreach (var row in RanIn(scope, cancellationToken))
            yield return row;
        await foreach (var row in Unheard(scope, cancellationToken))
            yield return row;
        await foreach (var row in Closures(scope, today, cancellationToken))
            yield return row;
        await foreach (var late in scope.Db.Reviews.AsNoTracking().Where(r => r.DecidedUtc == null && r.DueOn < today && scope.Cases.Any(c => c.Id == r.CaseId))
            .OrderBy(r => r.DueOn).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return scope.Row(new AuditDecisionSheets.Exceptional("Late review", "Nobody decided the review by the day due.", late.DueOn), late.CaseId, late.AskedUtc, null, null);
    }

    // A date that began while it was held: it counts as a cancellation until somebody confirms or reverses it. RULEBOOK 6
    private static async IAsyncEnumerable<AuditRow<AuditDecisionSheets.Exceptional>> RanIn(AuditScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var holds = await scope.Db.CaseHolds.AsNoTracking().Where(h => h.IsOfBooking && scope.Cases.Any(c => c.Id == h.CaseId)).OrderBy(h => h.LaidUtc).ToListAsync(cancellationToken);
        var ids = holds.Select(h => h.CaseId).Distinct().ToList();
        var dates = await scope.Db.Occurrences.AsNoTracking().Where(o => ids.Contains(o.CaseId)).ToListAsync(cancellationToken);
        foreach (var hold in holds)
            foreach (var date in dates.Where(o => o.CaseId == hold.CaseId && (hold.OccurrenceIds.Count == 0 || hold.OccurrenceIds.Contains(o.Id)) && Began(o, hold)))
                yield return scope.Row(new AuditDecisionSheets.Exceptional("Hold ran into the event",
                    hold.EndedUtc is null ? "The date began while it was held. Nobody has confirmed or reversed that yet." : "The date began while it was held; a second approver has confirmed or reversed that.", date.Day),
                    hold.CaseId, hold.LaidUtc, hold.EndedUtc, hold.EndedById ?? hold.LaidById);
    }

    private static bool Began(Occurrence date, CaseHold hold) => date.StartUtc > hold.LaidUtc && date.StateSinceUtc is not null
        && (hold.EndedUtc is { } ended ? date.StartUtc <= ended : date.State == OccurrenceState.OnHold && date.StartUtc <= hold.EndsUtc);

    private static async IAsyncEnumerable<AuditRow<AuditDecisionSheets.Exceptional>> Unheard(AuditScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var unheard = scope.Db.Cancellations.AsNoTracking()
            .Where(c => c.NotHeardReason != null && c.Cause != CancellationCause.Closure && scope.Cases.Any(one => one.Id == c.CaseId)).OrderBy(c => c.ProposedUtc);
        await foreach (var one in unheard.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return scope.Row(new AuditDecisionSheets.Exceptional("Hirer not heard", $"Cancelled without hearing the hirer: {one.NotHeardReason}", CouncilTime.DayOf(one.ProposedUtc)), one.CaseId, one.ProposedUtc, one.DecidedUtc, one.ProposedById);
    }

    private static async IAsyncEnumerable<AuditRow<AuditDecisionSheets.Exceptional>> Closures(AuditScope scope, DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (from, until) = (scope.FromUtc, scope.UntilUtc);
        var orders = scope.Db.ClosureOrders.AsNoTracking()
            .Where(o => o.OrderedUtc >= from && o.OrderedUtc < until && (o.Objection != null || (o.SignedUtc == null && o.CountersignBy < today))).OrderBy(o => o.OrderedUtc);
        await foreach (var order in orders.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return scope.Row(new AuditDecisionSheets.Exceptional("Closure", order.Objection is { } no ? $"{order.Place}: the second approver disagreed. {no}" : $"{order.Place}: not countersigned in time.", order.CountersignBy),
                (Guid?)null, order.OrderedUtc, order.SignedUtc, order.SignedById ?? order.OrderedById);
    }
}
