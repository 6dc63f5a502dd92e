using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>A pause to lay.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Text">On what facts; colleagues read it, the hirer does not.</param>
/// <param name="HitId">The hit it is for.</param>
/// <param name="Agreeing">Identifiers besides the name that agree with the entry.</param>
/// <param name="OccurrenceIds">Dates of a booking; none means the whole case.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record LayHold(HoldReason? Reason, string? Text, Guid? HitId, IReadOnlyList<IdentifierKind> Agreeing, IReadOnlyList<Guid> OccurrenceIds, int SeenVersion);

/// <summary>A hold whose time is over.</summary>
/// <param name="HoldId">The hold.</param>
/// <param name="Reference">Its case.</param>
public sealed record OverdueHold(Guid HoldId, string Reference);

/// <summary>Holding a case or some dates, and going on. The slot stays kept, and the letter to the hirer is neutral. RULEBOOK 6, N21.</summary>
public sealed class Holds(AppDbContext db, CouncilTime time, CaseDesk desk, AftermathNotices notices, Confirmations confirmations)
{
    /// <summary>Lays a hold. On a booking one approver alone holds for 24 hours.</summary>
    public Task<Outcome> LayAsync(string reference, LayHold input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Hold.Lay", input.SeenVersion, file => LayAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> LayAsync(CaseFile file, LayHold input, Actor actor, CancellationToken cancellationToken)
    {
        var action = input.OccurrenceIds.Count == 0 ? CaseAction.Hold : CaseAction.HoldDates;
        var facts = file.FactsFor(actor) with { HoldIsForHit = input.Reason == HoldReason.ListMatch, IdentifierAgrees = input.Agreeing.Count > 0 };
        var step = file.Workflow.Try(file.Case.State, action, actor.StaffRoles, facts);
        if (step.Refusals.All(r => r.Code == "Identifier") && input.Reason == HoldReason.ListMatch && !file.Hits.Any(h => HitRules.IsOpen(h, file.Consultations)))
            return ActResult.No("Identifier", "This case has no open list match, so that cannot be the reason. Choose another.", nameof(input.Reason));
        if (!step.Succeeded)
            return ActResult.No([.. step.Refusals.Select(r => r.Code == "Identifier" ? r with { Field = nameof(input.Agreeing) } : r)]);
        if (Mistake(file, input) is { } mistake)
            return ActResult.No(mistake);
        var ofBooking = file.Case.State == CaseState.Confirmed;
        var dates = ofBooking ? file.Occurrences.Where(o => o.State == OccurrenceState.Confirmed && o.StartUtc > time.NowUtc && Chosen(input, o)).ToList() : [];
        if (ofBooking && (dates.Count == 0 || dates.Count < input.OccurrenceIds.Count))
            return ActResult.No("Dates", "Choose booked dates that are still to come.", nameof(input.OccurrenceIds));

        var held = new HoldFacts(input.Reason!.Value, input.Text!.Trim(), ofBooking, input.HitId, [.. input.Agreeing.Distinct()], input.OccurrenceIds);
        var hold = new CaseHold(Guid.CreateVersion7(), file.Case.Id, held, actor.Id, time.NowUtc, ofBooking ? time.NowUtc.AddHours(CaseHold.AloneHours) : EndOf(file, time.Today));
        db.CaseHolds.Add(hold);
        file.After.Add(hold);
        foreach (var date in dates)
            date.Take(OccurrenceWorkflow.Table.Try(date.State, OccurrenceAction.Hold, actor.StaffRoles, new(false, false, true)).Value, time.NowUtc);
        file.Case.Take(step.Value, time.NowUtc);
        await notices.HeldAsync(file, hold, cancellationToken);
        return ActResult.Done(new { hold.Id, hold.Reason, hold.Agreeing, dates = dates.Count, hold.EndsUtc });
    }

    private static bool Chosen(LayHold input, Occurrence date) => input.OccurrenceIds.Count == 0 || input.OccurrenceIds.Contains(date.Id);

    private static Refusal? Mistake(CaseFile file, LayHold input)
    {
        if (input.Reason is null)
            return new Refusal("Required", "Choose why it is paused.", nameof(input.Reason));
        if (input.Text?.Trim().Length is not (>= 20 and <= 2000))
            return new Refusal("Length", "Say on what facts, in 20 to 2,000 characters.", nameof(input.Text));
        if (Markings.Forbidden(input.Text) is { } marking)
            return new Refusal("Marking", marking, nameof(input.Text));
        if (input.Reason == HoldReason.ListMatch && !file.Hits.Any(h => h.Id == input.HitId && HitRules.IsOpen(h, file.Consultations)))
            return new Refusal("Hit", "Choose the list match it is paused for. A match that was found false holds nothing.", nameof(input.HitId));
        return null;
    }

    /// <summary>A second approver agrees to hold a booking: from 24 hours to 10◆ working days.</summary>
    public Task<Outcome> AgreeAsync(string reference, Guid holdId, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Hold.Agree", seenVersion, async file =>
        {
            if (Open(file, holdId) is not { IsOfBooking: true } hold)
                return ActResult.No(Gone(file, holdId));
            if (Mistake(file, hold, actor) is { } no)
                return ActResult.No(no);
            if (hold.AgreedById is not null)
                return ActResult.No(Refusal.ChangedCode, "A colleague has agreed to this hold already.");
            if (hold.LaidById == actor.Id)
                return ActResult.No("S1", "You laid this hold, so another approver must agree to it.");
            hold.Agree(actor.Id, time.NowUtc, EndOf(file, CouncilTime.DayOf(hold.LaidUtc)));
            await notices.HeldAsync(file, hold, cancellationToken);
            return ActResult.Done(new { hold.Id, hold.EndsUtc });
        }, cancellationToken);

    /// <summary>Renews a hold, once.</summary>
    public Task<Outcome> RenewAsync(string reference, Guid holdId, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Hold.Renew", seenVersion, async file =>
        {
            if (Open(file, holdId) is not { } hold)
                return ActResult.No(Gone(file, holdId));
            if (Mistake(file, hold, actor) is { } no)
                return ActResult.No(no);
            if (hold.RenewedUtc is not null)
                return ActResult.No("Renewed", "A hold is renewed once. Release it now, or decide.");
            if (hold.IsAlone)
                return ActResult.No("S1", "One approver alone holds a booking for 24 hours. Ask a second approver to agree to it.");
            hold.Renew(time.NowUtc, EndOf(file, CouncilTime.DayOf(hold.EndsUtc.AddMinutes(-1))));
            await notices.HeldAsync(file, hold, cancellationToken);
            return ActResult.Done(new { hold.Id, hold.EndsUtc });
        }, cancellationToken);

    private Refusal? Mistake(CaseFile file, CaseHold hold, Actor actor)
    {
        if (!actor.HasAny(hold.IsOfBooking || file.Case.StateLeft == CaseState.ApprovedWithConditions ? file.Case.Kind.Approvers() : file.Case.Kind.Officers()))
            return new Refusal("Role", $"A {file.Case.Kind.ApproverWords()} does this.");
        if (file.CannotDecide(actor) is { } refusal)
            return refusal;
        if (CaseAftermath.RanIn(hold, file))
            return new Refusal("RanIn", "A date began while it was held. Confirm that as a cancellation, or reverse it.");
        return hold.IsOver(time.NowUtc) ? new Refusal("HoldOver", "This hold has ended.") : null;
    }

    /// <summary>Ends a hold: back to the state left. A hold that ran into its event is reversed by a second approver, with what is put right.</summary>
    public Task<Outcome> ReleaseAsync(string reference, Guid holdId, string? text, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Hold.Release", seenVersion, file => ReleaseAsync(file, holdId, text?.Trim() ?? "", actor, cancellationToken), cancellationToken);

    /// <summary>Holds whose time is over, the oldest first, at most this many. One that ran into its event is left to a second approver, and one
    /// of some dates waits while the whole case is held or closed.</summary>
    public async Task<IReadOnlyList<OverdueHold>> OverdueAsync(int most, CancellationToken cancellationToken)
    {
        var now = time.NowUtc;
        var over = await (
            from hold in db.CaseHolds
            join @case in db.Cases on hold.CaseId equals @case.Id
            where hold.EndedUtc == null && hold.EndsUtc <= now && (@case.State == CaseState.OnHold || @case.State == CaseState.Confirmed)
                && !(hold.IsOfBooking && db.Occurrences.Any(o => o.CaseId == hold.CaseId && o.State == OccurrenceState.OnHold && o.StartUtc <= now))
            orderby hold.EndsUtc
            select new { hold.Id, hold.OccurrenceIds, @case.Reference, @case.State }).Take(most).ToListAsync(cancellationToken);
        return [.. over.Where(one => one.State == CaseState.Confirmed || one.OccurrenceIds.Count == 0).Select(one => new OverdueHold(one.Id, one.Reference))];
    }

    /// <summary>The timer's act: ends one of them. It never refuses, cancels or suspends.</summary>
    public Task<Outcome> EndAsync(OverdueHold over, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(over);
        return desk.ActAsync(over.Reference, Actor.System, "Hold.End", null, file => ReleaseAsync(file, over.HoldId, "", Actor.System, cancellationToken), cancellationToken);
    }

    private async Task<ActResult> ReleaseAsync(CaseFile file, Guid holdId, string text, Actor actor, CancellationToken cancellationToken)
    {
        if (Open(file, holdId) is not { } hold)
            return ActResult.No(Gone(file, holdId));
        var roles = actor == Actor.System ? Roles.System : actor.StaffRoles;
        var step = file.Workflow.Try(file.Case.State, ActOf(file, hold), roles, file.After.AddTo(file.FactsFor(actor), file, actor, hold));
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        if (actor != Actor.System && text.Length is < 20 or > 2000)
            return ActResult.No("Length", CaseAftermath.RanIn(hold, file)
                ? "Say in 20 to 2,000 characters why the hold was wrong, and what is put right: refund, apology, another date."
                : "Say in 20 to 2,000 characters what was found.", "Text");
        if (Markings.Forbidden(text) is { } marking)
            return ActResult.No("Marking", marking, "Text");

        var dates = CaseAftermath.DatesOf(hold, file).ToList();
        foreach (var date in dates)
            date.Take(OccurrenceWorkflow.Table.Try(date.State, OccurrenceAction.EndHold, roles, new(date.StartUtc <= time.NowUtc, date.EndUtc <= time.NowUtc, true)).Value, time.NowUtc);
        hold.End(actor.Id, text.Length == 0 ? null : text, time.NowUtc);
        file.Case.Take(step.Value, time.NowUtc);
        await notices.ReleasedAsync(file, hold, dates, cancellationToken);
        await confirmations.ConfirmIfNothingStandsBeforeAsync(file, cancellationToken);
        return ActResult.Done(new { hold.Id, dates = dates.Count });
    }

    private static CaseAction ActOf(CaseFile file, CaseHold hold) => hold.OccurrenceIds.Count > 0
        ? CaseAction.ReleaseDates
        : file.Case.StateLeft switch
        {
            CaseState.Confirmed => CaseAction.ReleaseToBooking,
            CaseState.ApprovedWithConditions => CaseAction.ReleaseToConditions,
            _ => CaseAction.ReleaseToChecks,
        };

    private static Refusal Gone(CaseFile file, Guid holdId) => file.After.Holds.Any(h => h.Id == holdId)
        ? new Refusal(Refusal.ChangedCode, "A colleague has ended this hold already.")
        : new Refusal(Refusal.NotFoundCode, "This hold is not part of the case.");

    private static CaseHold? Open(CaseFile file, Guid holdId) => file.After.Holds.FirstOrDefault(h => h.Id == holdId && h.IsOpen);

    // The last day of a hold belongs to it
    private static DateTime EndOf(CaseFile file, DateOnly from) =>
        CouncilTime.ToUtc(file.HoldUntil(from).AddDays(1), TimeOnly.MinValue) ?? throw new InvalidOperationException("The clocks of London never skip midnight.");
}
