using CouncilPremises.Domain.Workflows;
using static CouncilPremises.Domain.Grants.AssessmentAction;
using static CouncilPremises.Domain.Grants.AssessmentState;
using static CouncilPremises.Domain.People.Roles;
using Row = CouncilPremises.Domain.Workflows.WorkflowRow<CouncilPremises.Domain.Grants.AssessmentState, CouncilPremises.Domain.Grants.AssessmentAction, CouncilPremises.Domain.Grants.AssessmentFacts>;

namespace CouncilPremises.Domain.Grants;

/// <summary>What the conditions of an assessment ask about, as loaded in the act's own transaction.</summary>
public sealed record AssessmentFacts
{
    /// <summary>The actor has stated no interest in the case, and has none (S3).</summary>
    public bool ActorHasNoInterest { get; init; }

    /// <summary>The actor typed or helped write the application (S4).</summary>
    public bool ActorWrote { get; init; }

    /// <summary>The assessment is the actor's own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Every criterion has a score and a justification: <see cref="AssessmentRules"/> says nothing.</summary>
    public bool ScoresComplete { get; init; }

    /// <summary>The group has sent a newer version than the one scored.</summary>
    public bool NewerSubmission { get; init; }
}

/// <summary>One person's assessment, row by row. RULEBOOK 4.</summary>
public static class AssessmentWorkflow
{
    private static readonly Requirement<AssessmentFacts> NoInterest =
        new("S3", f => f.ActorHasNoInterest, "Make your conflict-of-interest statement for this case first. A declared interest means a colleague must assess it.");
    private static readonly Requirement<AssessmentFacts> NotWriter =
        new("S4", f => !f.ActorWrote, "You typed or helped write this application, so a colleague must assess it.");
    private static readonly Requirement<AssessmentFacts> Own =
        new("Own", f => f.IsOwn, "These are a colleague's scores. Give your own.");
    private static readonly Requirement<AssessmentFacts> Complete =
        new("Scores", f => f.ScoresComplete, "Score all six criteria from 0 to 4, each with its justification.");
    private static readonly Requirement<AssessmentFacts> Newest =
        new("Newer", f => !f.NewerSubmission, "The group has sent a newer version since. Read what changed, and score that.");
    private static readonly Requirement<AssessmentFacts> Older =
        new("Newer", f => f.NewerSubmission, "It is of what the group sent last.");

    /// <summary>The table.</summary>
    public static WorkflowTable<AssessmentState, AssessmentAction, AssessmentFacts> Table { get; } = new(
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //      From   On       To        By                            If
        new Row(Open,  Give,    Given,    GrantOfficer | GrantApprover, NoInterest, NotWriter, Own, Complete, Newest),
        new Row(Open,  Outdate, Outdated, People.Roles.System,          Older),
        new Row(Given, Outdate, Outdated, People.Roles.System,          Older),
#pragma warning restore format
    ]);
}
