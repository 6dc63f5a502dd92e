using CouncilPremises.Domain.Workflows;
using static CouncilPremises.Domain.Grants.AwardAction;
using static CouncilPremises.Domain.Grants.AwardState;
using static CouncilPremises.Domain.People.Roles;
using Row = CouncilPremises.Domain.Workflows.WorkflowRow<CouncilPremises.Domain.Grants.AwardState, CouncilPremises.Domain.Grants.AwardAction, CouncilPremises.Domain.Grants.AwardStanding>;

namespace CouncilPremises.Domain.Grants;

/// <summary>What the conditions of an award ask about, as loaded in the act's own transaction. By default nothing holds.</summary>
public sealed record AwardStanding
{
    /// <summary>The actor has stated no interest in the case, and has none (S3).</summary>
    public bool ActorHasNoInterest { get; init; }

    /// <summary>The actor typed or helped write the application (S4).</summary>
    public bool ActorWrote { get; init; }

    /// <summary>The group has been told of the award.</summary>
    public bool Published { get; init; }

    /// <summary>The last day to accept is over. It still is the group's.</summary>
    public bool AcceptTimeOver { get; init; }

    /// <summary>A review of the decision is open: the offer does not lapse meanwhile.</summary>
    public bool UnderReview { get; init; }

    /// <summary>Bank details stand, keyed and verified by two people.</summary>
    public bool BankVerified { get; init; }

    /// <summary>Conditions that have to be met or accepted before money flows.</summary>
    public int OpenConditions { get; init; }

    /// <summary>Hits that two people have not resolved.</summary>
    public int OpenHits { get; init; }

    /// <summary>What the actor enters comes to no more than was awarded, and to no less than is released or sent already.</summary>
    public bool WithinAward { get; init; }

    /// <summary>What the actor enters only moves money between lines, and with earlier moves no more than an officer's share of the award.</summary>
    public bool WithinOfficersShare { get; init; }

    /// <summary>A termination stands proposed.</summary>
    public bool TerminationProposed { get; init; }

    /// <summary>By somebody other than the actor.</summary>
    public bool TerminationProposedByAnother { get; init; }

    /// <summary>The group has answered it already.</summary>
    public bool TerminationAnswered { get; init; }

    /// <summary>The group answered, its ten working days are over, or the reason is a confirmed match with L1 or L2.</summary>
    public bool TerminationHeard { get; init; }

    /// <summary>Every report that the award asks for is accepted.</summary>
    public bool ReportsAccepted { get; init; }

    /// <summary>No instalment is planned or released any more: each is sent or cancelled.</summary>
    public bool NothingToPay { get; init; }

    /// <summary>What was paid is what was spent, recovered or written off.</summary>
    public bool Balanced { get; init; }
}

/// <summary>An award, row by row. The system lapses and activates; it never suspends, terminates or declines. RULEBOOK 6.</summary>
public static class AwardWorkflow
{
    private const People.Roles Officers = GrantOfficer | GrantApprover;

    private static readonly Requirement<AwardStanding> NoInterest =
        new("S3", f => f.ActorHasNoInterest, "Make your conflict-of-interest statement for this case first. A declared interest means a colleague must take it.");
    private static readonly Requirement<AwardStanding> NotWriter =
        new("S4", f => !f.ActorWrote, "You typed or helped write this application, so a colleague must decide.");
    private static readonly Requirement<AwardStanding> Published =
        new("Published", f => f.Published, "The outcome of this round is not published yet.");
    private static readonly Requirement<AwardStanding> InTime =
        new("Accept", f => !f.AcceptTimeOver, "The time to accept this offer is over. Ring us if something outside your control kept you from it.");
    private static readonly Requirement<AwardStanding> TimeOver =
        new("Accept", f => f.AcceptTimeOver, "The group may still accept.");
    private static readonly Requirement<AwardStanding> NoReview =
        new("Review", f => !f.UnderReview, "A review of the decision is open.");
    private static readonly Requirement<AwardStanding> BankVerified =
        new("BNK", f => f.BankVerified, "Bank details are to be keyed by one person and verified by another first.");
    private static readonly Requirement<AwardStanding> ConditionsDone =
        new("Conditions", f => f.OpenConditions == 0, "Conditions are still to be met or accepted.");
    private static readonly Requirement<AwardStanding> NoHits =
        new("XREF", f => f.OpenHits == 0, "A possible list match is open. Two people must resolve it first.");
    private static readonly Requirement<AwardStanding> WithinAward =
        new("Award", f => f.WithinAward, "The lines come to more than was awarded, or to less than is paid already. Enter amounts between the two.");
    private static readonly Requirement<AwardStanding> WithinShare =
        new("Share", f => f.WithinOfficersShare, "An officer only moves money between lines, up to the council's share of the award. Ask an approver to vary it.");
    private static readonly Requirement<AwardStanding> NotProposed =
        new("Proposed", f => !f.TerminationProposed, "A termination is proposed already. Decide that one first.");
    private static readonly Requirement<AwardStanding> Proposed =
        new("Proposed", f => f.TerminationProposed, "No termination is proposed.");
    private static readonly Requirement<AwardStanding> NotAnswered =
        new("Answered", f => !f.TerminationAnswered, "You have told us your side already.");
    private static readonly Requirement<AwardStanding> Another =
        new("S1", f => f.TerminationProposedByAnother, "An award is terminated by somebody other than the person who proposed it. Ask a colleague to propose it, or to decide it.");
    private static readonly Requirement<AwardStanding> Heard =
        new("Heard", f => f.TerminationHeard, "The group has ten working days to give its side. Decide when it has answered or that time is over.");
    private static readonly Requirement<AwardStanding> Reported =
        new("Reports", f => f.ReportsAccepted, "A report is still to be sent or accepted.");
    private static readonly Requirement<AwardStanding> NothingToPay =
        new("Payments", f => f.NothingToPay, "An instalment is still planned or released. Send or cancel it first.");
    private static readonly Requirement<AwardStanding> Balanced =
        new("Balance", f => f.Balanced, "What was paid is not accounted for yet. Record what was spent, recover the rest or write it off with a decision.");

    /// <summary>The table.</summary>
    public static WorkflowTable<AwardState, AwardAction, AwardStanding> Table { get; } = new(
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //      From       On                  To          By                       If
        new Row(Offered,   Accept,             Agreed,     Signatory,               Published, InTime, NoReview),
        new Row(Offered,   Decline,            Declined,   Signatory | LeadContact, Published),
        new Row(Offered,   Lapse,              Lapsed,     People.Roles.System,     Published, TimeOver, NoReview),
        new Row(Offered,   Vary,               Offered,    Reviewer,                NoInterest, NotWriter, WithinAward),
        new Row(Offered,   ProposeTermination, Offered,    Officers,                NoInterest, NotWriter, NotProposed),
        new Row(Offered,   AnswerTermination,  Offered,    LeadContact,             Published, Proposed, NotAnswered),
        new Row(Offered,   DropTermination,    Offered,    GrantApprover,           NoInterest, NotWriter, Proposed),
        new Row(Offered,   Terminate,          Terminated, GrantApprover,           NoInterest, NotWriter, Proposed, Another, Heard),

        new Row(Agreed,    Activate,           Active,     People.Roles.System,     BankVerified, ConditionsDone, NoHits),
        new Row(Agreed,    Vary,               Agreed,     GrantOfficer,            NoInterest, NotWriter, WithinAward, WithinShare),
        new Row(Agreed,    Vary,               Agreed,     GrantApprover,           NoInterest, NotWriter, WithinAward),
        new Row(Agreed,    ProposeTermination, Agreed,     Officers,                NoInterest, NotWriter, NotProposed),
        new Row(Agreed,    AnswerTermination,  Agreed,     LeadContact,             Proposed, NotAnswered),
        new Row(Agreed,    DropTermination,    Agreed,     GrantApprover,           NoInterest, NotWriter, Proposed),
        new Row(Agreed,    Terminate,          Terminated, GrantApprover,           NoInterest, NotWriter, Proposed, Another, Heard),

        new Row(Active,    Suspend,            Suspended,  Officers,                NoInterest, NotWriter),
        new Row(Active,    Vary,               Active,     GrantOfficer,            NoInterest, NotWriter, WithinAward, WithinShare),
        new Row(Active,    Vary,               Active,     GrantApprover,           NoInterest, NotWriter, WithinAward),
        new Row(Active,    ProposeTermination, Active,     Officers,                NoInterest, NotWriter, NotProposed),
        new Row(Active,    AnswerTermination,  Active,     LeadContact,             Proposed, NotAnswered),
        new Row(Active,    DropTermination,    Active,     GrantApprover,           NoInterest, NotWriter, Proposed),
        new Row(Active,    Terminate,          Terminated, GrantApprover,           NoInterest, NotWriter, Proposed, Another, Heard),
        new Row(Active,    Close,              Completed,  Officers,                NoInterest, NotWriter, Reported, NothingToPay, Balanced),

        new Row(Suspended, Resume,             Active,     Officers,                NoInterest, NotWriter, BankVerified, NoHits),
        new Row(Suspended, Vary,               Suspended,  GrantApprover,           NoInterest, NotWriter, WithinAward),
        new Row(Suspended, ProposeTermination, Suspended,  Officers,                NoInterest, NotWriter, NotProposed),
        new Row(Suspended, AnswerTermination,  Suspended,  LeadContact,             Proposed, NotAnswered),
        new Row(Suspended, DropTermination,    Suspended,  GrantApprover,           NoInterest, NotWriter, Proposed),
        new Row(Suspended, Terminate,          Terminated, GrantApprover,           NoInterest, NotWriter, Proposed, Another, Heard),
#pragma warning restore format
    ]);
}
