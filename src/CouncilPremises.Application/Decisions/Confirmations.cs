using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Premises;
using CouncilPremises.Application.Timers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Decisions;

/// <summary>What an officer records about a condition.</summary>
public sealed record MoveCondition(Guid ConditionId, ConditionState To);

/// <summary>From approval to a confirmed booking: conditions accepted and met, slots still held, then N6 with the calendar.</summary>
public sealed class Confirmations(CouncilTime time, AuditLog audit, CaseDesk desk, Claims claims, CaseNotices notices)
{
    /// <summary>The signatory accepts the conditions that bind at the event.</summary>
    public Task<Outcome> AcceptConditionsAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Condition.Accept", null, async file =>
        {
            if (!file.GroupRoles(actor).HasFlag(Roles.Signatory))
                return ActResult.No("Role", "Somebody who may sign for your group accepts conditions.");
            if (file.Case.State != CaseState.ApprovedWithConditions)
                return ActResult.No("State", "There are no conditions to accept.");
            foreach (var condition in file.Conditions.Where(c => c is { Timing: ConditionTiming.AtTheEvent, State: ConditionState.Open }))
                condition.Become(ConditionState.Accepted, actor.Id, time.NowUtc);
            await ConfirmIfNothingStandsBeforeAsync(file, cancellationToken);
            return ActResult.Done();
        }, cancellationToken);

    /// <summary>An officer records that a before-condition is met, or, after the event, that one was kept or broken.</summary>
    public Task<Outcome> MoveConditionAsync(string reference, MoveCondition input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Condition.Move", null, async file =>
        {
            if (file.CannotWork(actor) is { } refusal)
                return ActResult.No(refusal);
            var condition = file.Conditions.FirstOrDefault(c => c.Id == input.ConditionId);
            if (condition is null)
                return ActResult.No(Refusal.NotFoundCode, "This condition is not part of the case.");
            if (Why(file, condition, input.To) is { } sentence)
                return ActResult.No("Condition", sentence);
            condition.Become(input.To, actor.Id, time.NowUtc);
            await ConfirmIfNothingStandsBeforeAsync(file, cancellationToken);
            return ActResult.Done(new { condition.Kind, input.To });
        }, cancellationToken);

    private string? Why(CaseFile file, Condition condition, ConditionState to) => to switch
    {
        ConditionState.Met when condition.Timing != ConditionTiming.Before => "Only a condition to be met before the event can be marked met.",
        ConditionState.Met when condition.State != ConditionState.Open => "This condition is met already.",
        ConditionState.Met when condition.Check is { } code && !file.IsClear(code) => $"The {code} check is not Clear yet. Record it first.",
        ConditionState.Met when file is HireFile hire && SeriesConditions.Of(hire).Any(expiry => expiry.Code == condition.Check) =>
            $"What we have for {condition.Check} still runs out before a later date. Record the new one first; this condition is then met by itself.",
        ConditionState.Met => null,
        ConditionState.Kept or ConditionState.Broken when !file.HasStarted(time.NowUtc) => "Kept or broken is recorded after the event.",
        ConditionState.Kept or ConditionState.Broken => null,
        ConditionState.Lifted => "Only a review takes a condition away.",
        ConditionState.Open or ConditionState.Accepted => "Conditions are accepted by the group's signatory.",
    };

    /// <summary>Confirms every held date when no condition stands before it; does nothing otherwise.</summary>
    public async Task ConfirmIfNothingStandsBeforeAsync(CaseFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Occurrences.Count == 0)
            return;
        // A date that has begun is not confirmed any more: the timers close it, say so, and then ask for the rest
        if (file.Occurrences.Any(o => o.State == OccurrenceState.Held && o.StartUtc <= time.NowUtc))
            return;
        var facts = file.FactsFor(Actor.System) with { SlotsHeld = await SlotsHeldAsync(file, cancellationToken) };
        var step = file.Workflow.Try(file.Case.State, CaseAction.Confirm, Roles.System, facts);
        if (!step.Succeeded)
            return;
        foreach (var occurrence in file.Occurrences.Where(o => o.State == OccurrenceState.Held))
        {
            var confirm = OccurrenceWorkflow.Table.Try(occurrence.State, OccurrenceAction.Confirm, Roles.System, new(false, false, facts.SlotsHeld));
            occurrence.Take(confirm.Value, time.NowUtc);
        }
        file.Case.Take(step.Value, time.NowUtc);
        audit.Append(Actor.System, "Case.Confirm", new AuditSubject("Case", file.Case.Id, file.Case.Id, step.Value.From.ToString(), step.Value.To.ToString(), file.Policy.Number));
        await notices.QueueAsync(NoticeCode.N6, file, cancellationToken);
    }

    /// <summary>True when every quarter-hour of every held date is claimed for it, its room and all the room's parts included.</summary>
    public async Task<bool> SlotsHeldAsync(CaseFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var held = file.Occurrences.Where(o => o.State is OccurrenceState.Held).ToList();
        return held.Count > 0 && (await claims.HeldAsync(held, cancellationToken)).Count == held.Count;
    }
}
