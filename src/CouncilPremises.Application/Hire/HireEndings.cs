using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Hire;

/// <summary>Which dates the hirer cancels; none means all that are still to come.</summary>
public sealed record CancelDates(IReadOnlyList<Guid> OccurrenceIds, int SeenVersion);

/// <summary>The hirer takes an application back, or cancels what was booked. RULEBOOK 6.</summary>
public sealed class HireEndings(CouncilTime time, CaseDesk desk, Claims claims, CaseNotices notices)
{
    /// <summary>Takes the application back before a decision; its slots are free at once.</summary>
    public Task<Outcome> WithdrawAsync(string reference, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Hire.Withdraw", seenVersion, async file =>
        {
            var step = HireWorkflow.Table.Try(file.Case.State, CaseAction.Withdraw, file.GroupRoles(actor), file.FactsFor(actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            file.Case.Take(step.Value, time.NowUtc);
            foreach (var occurrence in file.Hire.Occurrences.Where(o => o.State == OccurrenceState.Held))
            {
                occurrence.Take(OccurrenceWorkflow.Table.Try(occurrence.State, OccurrenceAction.Release, Roles.LeadContact, new(false, false, true)).Value, time.NowUtc);
                await claims.ReleaseAsync(occurrence.Id, cancellationToken);
            }
            return ActResult.Done();
        }, cancellationToken);

    /// <summary>Cancels some dates or all that have not started; the calendar entries become CANCELLED: N11.</summary>
    public Task<Outcome> CancelAsync(string reference, CancelDates input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Hire.Cancel", input.SeenVersion, file => CancelAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> CancelAsync(HireFile file, CancelDates input, Actor actor, CancellationToken cancellationToken)
    {
        var now = time.NowUtc;
        var roles = file.GroupRoles(actor);
        var live = file.Hire.Occurrences.Where(o => o.State is OccurrenceState.Held or OccurrenceState.Confirmed or OccurrenceState.OnHold).ToList();
        var chosen = input.OccurrenceIds.Count == 0 ? live.Where(o => o.StartUtc > now).ToList() : live.Where(o => input.OccurrenceIds.Contains(o.Id)).ToList();
        var whole = HireWorkflow.Table.Try(file.Case.State, CaseAction.CancelByHirer, roles, file.FactsFor(actor));
        if (!whole.Succeeded)
            return ActResult.No(whole.Refusals);
        if (chosen.Count == 0)
            return ActResult.No("Dates", "Choose at least one date that has not started.", nameof(input.OccurrenceIds));

        var wasPublished = chosen.Any(o => o.State is OccurrenceState.Confirmed or OccurrenceState.OnHold);
        foreach (var occurrence in chosen)
        {
            var step = OccurrenceWorkflow.Table.Try(occurrence.State, OccurrenceAction.CancelByHirer, roles, new(occurrence.StartUtc <= now, occurrence.EndUtc <= now, true));
            if (!step.Succeeded)
                return ActResult.No([.. step.Refusals.Select(r => r with { Sentence = $"{occurrence.Day:dddd d MMMM yyyy}: {r.Sentence}", Field = nameof(input.OccurrenceIds) })]);
            occurrence.Take(step.Value, now);
            await claims.ReleaseAsync(occurrence.Id, cancellationToken);
        }
        if (live.All(o => o.State is OccurrenceState.CancelledByHirer))
            file.Case.Take(whole.Value, now);
        if (wasPublished)
            await notices.QueueAsync(NoticeCode.N11, file, cancellationToken);
        return ActResult.Done(new { dates = chosen.Count });
    }
}
