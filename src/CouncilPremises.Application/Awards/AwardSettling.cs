using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Application.Awards;

/// <summary>Moves of an award that follow from its records, taken by the system with each act: it activates when bank details are verified and
/// conditions done, and the case is completed when its award has ended. RULEBOOK 6.</summary>
internal static class AwardSettling
{
    /// <summary>Takes what follows, in the save under way.</summary>
    public static void Settle(GrantFile file, AuditLog audit, DateTime nowUtc)
    {
        if (file.Award is not { } award)
            return;
        var from = file.Case.State;
        var activate = AwardWorkflow.Table.Try(award.State, AwardAction.Activate, Roles.System, file.StandingFor(Actor.System));
        if (activate.Succeeded)
        {
            award.Take(activate.Value, nowUtc);
            audit.Append(Actor.System, "Award.Activate", Subject(file, from));
        }
        var complete = file.Workflow.Try(file.Case.State, CaseAction.Complete, Roles.System, file.FactsFor(Actor.System));
        if (!complete.Succeeded)
            return;
        file.Case.Take(complete.Value, nowUtc);
        audit.Append(Actor.System, "Award.Complete", Subject(file, from), new { award.State });
    }

    private static AuditSubject Subject(GrantFile file, CaseState from) =>
        new("Award", file.Case.Id, file.Case.Id, from.ToString(), file.Case.State.ToString(), file.Policy.Number);
}

/// <summary>What several acts on an award share.</summary>
internal static class AwardMoves
{
    /// <summary>The step of the award's table, or why not.</summary>
    public static Outcome<Step<AwardState, AwardAction>> TryAward(this GrantFile file, AwardAction action, Roles by, AwardStanding standing) =>
        file.Award is { } award
            ? AwardWorkflow.Table.Try(award.State, action, by, standing)
            : Outcome.Refused<Step<AwardState, AwardAction>>(new Refusal("State", "Nothing has been awarded in this case."));

    /// <summary>What is wrong with a reason; null when it may be kept.</summary>
    public static Refusal? WhyNotText(string? text, string ask, string field, int least = 20, int most = 2000) =>
        (text?.Trim().Length ?? 0) is var length && (length < least || length > most)
            ? new Refusal("Length", $"{ask}, in {least} to {most:#,0} characters.", field)
            : Markings.Forbidden(text) is { } marking ? new Refusal("Marking", marking, field) : null;
}
