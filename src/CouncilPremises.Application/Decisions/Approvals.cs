using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Decisions;

/// <summary>An approval.</summary>
/// <param name="Text">Why; may be empty for a Standard case whose checks are all Clear.</param>
/// <param name="Conditions">Conditions; none for approval as asked.</param>
/// <param name="NoProhibitedReason">The decider confirms that no prohibited reason was weighed.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record Approve(string? Text, IReadOnlyList<ConditionFacts> Conditions, bool NoProhibitedReason, int SeenVersion)
{
    /// <summary>True when several cases are approved at once, which is for Standard tier only.</summary>
    public bool StandardOnly { get; init; }
}

/// <summary>Approving, and the confirmation that follows when nothing stands before it. Every guard is tested here, at the moment of decision.</summary>
public sealed class Approvals(AppDbContext db, CouncilTime time, AuditLog audit, CaseDesk desk, Confirmations confirmations, CaseNotices notices)
{
    /// <summary>Approves, with or without conditions; confirms at once when no condition comes before.</summary>
    public Task<Outcome> ApproveAsync(string reference, Approve input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Decision.Approve", input.SeenVersion, file => ApproveAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> ApproveAsync(HireFile file, Approve input, Actor actor, CancellationToken cancellationToken)
    {
        var before = input.Conditions.Where(c => c is { Timing: ConditionTiming.Before, Check: not null }).Select(c => c.Check!.Value).ToHashSet();
        var facts = file.FactsFor(actor, before) with { SlotsHeld = await confirmations.SlotsHeldAsync(file, cancellationToken) };
        var action = input.Conditions.Count == 0 ? CaseAction.Approve : CaseAction.ApproveWithConditions;
        // A check made a before-condition settles the case as far as approving goes, so the table is asked from ReadyForDecision.
        var at = facts.ChecksSettled && file.Case.State == CaseState.Checking && before.Count > 0 ? MakeReady(file, facts) : file.Case.State;
        var step = HireWorkflow.Table.Try(at, action, actor.StaffRoles, facts);
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        if (!facts.SlotsHeld)
            return ActResult.No("B4", "A date is no longer held for this application. Offer another room or time first.");
        if (input.StandardOnly && file.Tier != Tier.Standard)
            return ActResult.No("Tier", "This case is Enhanced. Open it and decide it by itself.");
        if (CheckInput(file, input, before) is { Count: > 0 } refusals)
            return ActResult.No(refusals);

        var kind = action == CaseAction.Approve ? DecisionKind.Approve : DecisionKind.ApproveWithConditions;
        var grounds = new DecisionGrounds(null, input.Text?.Trim() ?? "", new Dictionary<string, string>(), input.NoProhibitedReason);
        var decision = new Decision(Guid.CreateVersion7(), file.Case.Id, kind, grounds, file.Basis(file.Recommendation), actor.Id, time.NowUtc);
        db.Decisions.Add(decision);
        file.Add(decision);
        foreach (var condition in input.Conditions.Select(c => new Condition(Guid.CreateVersion7(), file.Case.Id, decision.Id, c)))
        {
            db.Conditions.Add(condition);
            file.Add(condition);
        }
        file.Case.Take(step.Value, time.NowUtc);
        if (input.Conditions.Count > 0)
            await notices.QueueAsync(NoticeCode.N7, file, cancellationToken);
        await confirmations.ConfirmIfNothingStandsBeforeAsync(file, cancellationToken);
        return ActResult.Done(new { kind, decision = decision.Id, conditions = input.Conditions.Count });
    }

    private CaseState MakeReady(HireFile file, CaseFacts facts)
    {
        var ready = HireWorkflow.Table.Try(file.Case.State, CaseAction.MakeReady, Roles.System, facts);
        if (!ready.Succeeded)
            return file.Case.State;
        file.Case.Take(ready.Value, time.NowUtc);
        audit.Append(Actor.System, "Case.MakeReady", new AuditSubject("Case", file.Case.Id, file.Case.Id, ready.Value.From.ToString(), ready.Value.To.ToString(), file.Policy.Number));
        return file.Case.State;
    }

    private static List<Refusal> CheckInput(HireFile file, Approve input, HashSet<CheckCode> before)
    {
        var refusals = new List<Refusal>();
        if (!input.NoProhibitedReason)
            refusals.Add(new Refusal("Prohibited", "Confirm that none of the prohibited reasons was weighed.", nameof(input.NoProhibitedReason)));
        if (input.Text?.Length > 4000)
            refusals.Add(new Refusal("Length", "Use 4,000 characters or fewer for your reasons.", nameof(input.Text)));
        if (Markings.Forbidden(input.Text) is { } marking)
            refusals.Add(new Refusal("Marking", marking, nameof(input.Text)));
        foreach (var sentence in input.Conditions.Select(c => Markings.Forbidden($"{c.Text}\n{c.Reason}")).OfType<string>().Distinct())
            refusals.Add(new Refusal("Marking", sentence, nameof(input.Conditions)));
        if (file.Case.Tier == Tier.Enhanced && (input.Text?.Trim().Length ?? 0) < 50)
            refusals.Add(new Refusal("Length", "Give your reasons in 50 characters or more: this case needed a closer look.", nameof(input.Text)));
        foreach (var code in before.Where(code => !CheckRules.For(code).MayBeBeforeCondition))
            refusals.Add(new Refusal("Before", $"{code} cannot be made a condition: only SAF, DBS, INS or EVT can.", nameof(input.Conditions)));
        for (var i = 0; i < input.Conditions.Count; i++)
            if (string.IsNullOrWhiteSpace(input.Conditions[i].Text) || string.IsNullOrWhiteSpace(input.Conditions[i].Reason))
                refusals.Add(new Refusal("Condition", $"Write what condition {i + 1} asks for, and why.", nameof(input.Conditions)));
        var last = file.FirstDay > file.Today ? file.FirstDay.AddDays(-1) : file.Today;
        if (input.Conditions.Any(c => c.Timing == ConditionTiming.Before && (c.DueOn < file.Today || c.DueOn > last)))
            refusals.Add(new Refusal("Due", $"What must be done before the event is due between today and {Domain.Premises.PremisesWords.Day(last)}, the last day before it.", nameof(input.Conditions)));
        return refusals;
    }
}
