using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Workflows;
using static CouncilPremises.Domain.Hire.ChangeAction;
using static CouncilPremises.Domain.Hire.ChangeState;
using static CouncilPremises.Domain.People.Roles;
using Row = CouncilPremises.Domain.Workflows.WorkflowRow<CouncilPremises.Domain.Hire.ChangeState, CouncilPremises.Domain.Hire.ChangeAction, CouncilPremises.Domain.Hire.ChangeFacts>;

namespace CouncilPremises.Domain.Hire;

/// <summary>What the conditions of a change ask about, as loaded in the act's own transaction.</summary>
public sealed record ChangeFacts
{
    /// <summary>Every open section was gone over and every answer is valid.</summary>
    public bool AnswersComplete { get; init; }

    /// <summary>At least one answer differs from those sent.</summary>
    public bool SomethingChanges { get; init; }

    /// <summary>The application is not decided yet.</summary>
    public bool Undecided { get; init; }

    /// <summary>The application is approved, and a date is still to come.</summary>
    public bool Booked { get; init; }

    /// <summary>The application is closed.</summary>
    public bool CaseOver { get; init; }

    /// <summary>The actor has stated no interest in the case, and has none (S3).</summary>
    public bool ActorHasNoInterest { get; init; }

    /// <summary>The actor wrote or typed the application (S4).</summary>
    public bool ActorWrote { get; init; }

    /// <summary>Nobody more comes, nothing lasts longer, nobody new speaks, no trigger is new, and no check it opens is unsettled.</summary>
    public bool SameOrSmaller { get; init; }

    /// <summary>The tier with the change.</summary>
    public Tier Tier { get; init; }

    /// <summary>Every check the change opens is settled.</summary>
    public bool ChecksSettled { get; init; }

    /// <summary>Every check the change opens is Clear outright.</summary>
    public bool ChecksAllClear { get; init; }

    /// <summary>Hits that still stand in the way.</summary>
    public int OpenHits { get; init; }

    /// <summary>Consultations without an answer.</summary>
    public int OpenConsultations { get; init; }

    /// <summary>A child may be at risk, and children's services have not been told yet.</summary>
    public bool ChildAtRisk { get; init; }

    /// <summary>Somebody else recommended, since the change was sent, what the actor decides (S1).</summary>
    public bool RecommendedByAnother { get; init; }

    /// <summary>No date it moves or adds has begun.</summary>
    public bool InTime { get; init; }
}

/// <summary>What happens to a change of an application. RULEBOOK 6.</summary>
public static class ChangeWorkflow
{
    private static readonly Requirement<ChangeFacts> Complete =
        new("Answers", f => f.AnswersComplete, "Go over every page that is open, and put right what is wrong.");
    private static readonly Requirement<ChangeFacts> Differs =
        new("Same", f => f.SomethingChanges, "Nothing is different from what you sent. Change an answer first, or keep things as they are.");
    private static readonly Requirement<ChangeFacts> Undecided =
        new("Decided", f => f.Undecided, "This application is decided, so the council has to agree to a change.");
    private static readonly Requirement<ChangeFacts> Booked =
        new("Booked", f => f.Booked, "There is no date still to come that could be changed.");
    private static readonly Requirement<ChangeFacts> CaseOver =
        new("Open", f => f.CaseOver, "The application is still open.");
    private static readonly Requirement<ChangeFacts> NoInterest =
        new("S3", f => f.ActorHasNoInterest, "Make your conflict-of-interest statement for this case first. A declared interest means a colleague must take it.");
    private static readonly Requirement<ChangeFacts> NotWriter =
        new("S4", f => !f.ActorWrote, "You typed or helped write this application, so a colleague must decide it.");
    private static readonly Requirement<ChangeFacts> StandardTier =
        new("Tier", f => f.SameOrSmaller || f.Tier == Tier.Standard, "This change needs a facilities approver to decide it.");
    private static readonly Requirement<ChangeFacts> Settled =
        new("Checks", f => f.SameOrSmaller || f.ChecksSettled, "Checks that the change opens are not settled. Record them first.");
    private static readonly Requirement<ChangeFacts> AllClear =
        new("Clear", f => f.SameOrSmaller || f.ChecksAllClear, "An officer may accept it only when every check it opens is Clear. Ask an approver.");
    private static readonly Requirement<ChangeFacts> NoHits =
        new("XREF", f => f.OpenHits == 0, "A possible list match is open. Two people must resolve it first.");
    private static readonly Requirement<ChangeFacts> Consulted =
        new("Consultation", f => f.SameOrSmaller || f.OpenConsultations == 0, "Advice asked for has not come. Record the answer first.");
    private static readonly Requirement<ChangeFacts> ChildFirst =
        new("Child", f => !f.ChildAtRisk, "A child may be at risk. Children's services are told and their reference recorded before anything goes on.");
    private static readonly Requirement<ChangeFacts> S1Enhanced =
        new("S1", f => f.SameOrSmaller || f.Tier == Tier.Standard || f.RecommendedByAnother, "An Enhanced booking is changed by somebody other than the person who recommended it. Ask a colleague to recommend first.");
    private static readonly Requirement<ChangeFacts> S1Refusal =
        new("S1", f => f.RecommendedByAnother, "A change is declined by somebody other than the person who recommended it. Ask a colleague to recommend first.");
    private static readonly Requirement<ChangeFacts> InTime =
        new("Started", f => f.InTime, "A date that would move has already begun. Decline the change.");

    /// <summary>The table. What makes nothing bigger and opens no check, an officer accepts in one act; the conditions that ask for more let it pass.</summary>
    public static WorkflowTable<ChangeState, ChangeAction, ChangeFacts> Table { get; } = new(
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //      From        On          To          By                              If
        new Row(Draft,      Propose,    Proposed,   LeadContact,                    Complete, Differs, Booked),
        new Row(Draft,      Apply,      Accepted,   LeadContact,                    Complete, Undecided),
        new Row(Draft,      Withdraw,   Withdrawn,  LeadContact),
        new Row(Draft,      Withdraw,   Withdrawn,  Roles.System,                   CaseOver),

        new Row(Proposed,   Accept,     Accepted,   FacilitiesOfficer,              NoInterest, NotWriter, StandardTier, AllClear, NoHits, Consulted, InTime, ChildFirst),
        new Row(Proposed,   Accept,     Accepted,   FacilitiesApprover,             NoInterest, NotWriter, Settled, NoHits, Consulted, S1Enhanced, InTime, ChildFirst),
        new Row(Proposed,   Decline,    Declined,   FacilitiesApprover,             NoInterest, NotWriter, S1Refusal, ChildFirst),
        new Row(Proposed,   Withdraw,   Withdrawn,  LeadContact),
        new Row(Proposed,   Withdraw,   Withdrawn,  Roles.System,                   CaseOver),
#pragma warning restore format
    ]);
}
