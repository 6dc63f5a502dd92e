using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Workflows;
using static CouncilPremises.Domain.Cases.CaseAction;
using static CouncilPremises.Domain.Cases.CaseState;
using static CouncilPremises.Domain.People.Roles;
using Row = CouncilPremises.Domain.Workflows.WorkflowRow<CouncilPremises.Domain.Cases.CaseState, CouncilPremises.Domain.Cases.CaseAction, CouncilPremises.Domain.Cases.CaseFacts>;

namespace CouncilPremises.Domain.Cases;

/// <summary>What happens to a hire case, row by row. RULEBOOK 6.</summary>
public static class HireWorkflow
{
    private const Roles Officers = FacilitiesOfficer | FacilitiesApprover;

    private static readonly Requirement<CaseFacts> Complete =
        new("Answers", f => f.AnswersComplete, "Answer every question before you send.");
    private static readonly Requirement<CaseFacts> Signatory =
        new("Signatory", f => f.SignatoryNamed, "Name somebody who may sign for your group.");
    private static readonly Requirement<CaseFacts> NoInterest =
        new("S3", f => f.ActorStatedNoInterest && !f.ActorHasInterest, "Make your conflict-of-interest statement for this case first. A declared interest means a colleague must take it.");
    private static readonly Requirement<CaseFacts> NotAuthor =
        new("S4", f => !f.ActorHelpedWrite, "You helped write this application, so a colleague must handle it.");
    private static readonly Requirement<CaseFacts> NotTypist =
        new("S4", f => !f.ActorTyped && !f.ActorHelpedWrite, "You typed or helped write this application, so a colleague must decide it.");
    private static readonly Requirement<CaseFacts> SomethingOpen =
        new("Refer", f => f.OpenHits + f.OpenRefers > 0, "Nothing is open that needs a further look.");
    private static readonly Requirement<CaseFacts> NothingOpen =
        new("Refer", f => f.OpenHits + f.OpenRefers == 0, "A hit or a Refer is still open. Resolve it first.");
    private static readonly Requirement<CaseFacts> Settled =
        new("Checks", f => f.ChecksSettled, "Some checks are not settled. Record, refresh or waive them, or make them a condition.");
    private static readonly Requirement<CaseFacts> NotSettled =
        new("Checks", f => !f.ChecksSettled, "Every check is settled.");
    private static readonly Requirement<CaseFacts> StandardTier =
        new("Tier", f => f.Tier == Tier.Standard, "This case needs a facilities approver to decide it.");
    private static readonly Requirement<CaseFacts> AllClear =
        new("Clear", f => f.ChecksAllClear, "An officer may approve only when every check is Clear. Recommend it to an approver.");
    private static readonly Requirement<CaseFacts> NoHits =
        new("XREF", f => f.OpenHits == 0, "A possible list match is open. Two people must resolve it first.");
    private static readonly Requirement<CaseFacts> Consulted =
        new("Consultation", f => f.OpenConsultations == 0, "Advice asked for has not come. Record the answer first.");
    private static readonly Requirement<CaseFacts> S1Enhanced =
        new("S1", f => f.Tier == Tier.Standard || f.RecommendedByAnother, "An Enhanced case is decided by somebody other than the person who recommended it. Ask a colleague to recommend first.");
    private static readonly Requirement<CaseFacts> S1Refusal =
        new("S1", f => f.RecommendedByAnother, "A refusal is decided by somebody other than the person who recommended it. Ask a colleague to recommend first.");
    private static readonly Requirement<CaseFacts> Heard =
        new("N9", f => f.HirerHeard || f.GroundIsD8, "Tell the hirer first that the council may refuse, and wait for an answer or five working days.");
    private static readonly Requirement<CaseFacts> OnlyD8 =
        new("D8", f => f.GroundIsD8, "Only D8 may be refused without telling the hirer first. Start with minded to refuse.");
    private static readonly Requirement<CaseFacts> D9 =
        new("D9", f => f.D9Satisfied, "D9 needs answered Prevent-lead and legal consultations and a decision at director level.");
    private static readonly Requirement<CaseFacts> ConditionsDone =
        new("Conditions", f => f.OpenConditions == 0, "Conditions are still to be met or accepted.");
    private static readonly Requirement<CaseFacts> NoClash =
        new("B4", f => f.SlotsHeld, "A date is no longer held for this application. Offer another time.");
    private static readonly Requirement<CaseFacts> Answered =
        new("Answer", f => f.InformationAnswered, "Answer the council's question first.");
    private static readonly Requirement<CaseFacts> Over =
        new("Over", f => f.EventOver, "The last date has not passed.");

    /// <summary>The table.</summary>
    public static WorkflowTable<CaseState, CaseAction, CaseFacts> Table { get; } = new(
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //  From                    On                    To                      By                  If
        new Row(Draft,                  Submit,               Submitted,              LeadContact,        Complete, Signatory),
        new Row(Draft,                  Withdraw,             Withdrawn,              LeadContact),
        new Row(Draft,                  Import,               Confirmed,              Roles.System),

        new Row(Submitted,              StartChecks,          Checking,               Officers,           NoInterest, NotAuthor),
        new Row(Submitted,              Withdraw,             Withdrawn,              LeadContact),

        new Row(Checking,               Refer,                Referred,               Roles.System,       SomethingOpen),
        new Row(Checking,               MakeReady,            ReadyForDecision,       Roles.System,       NothingOpen, Settled),
        new Row(Checking,               RequestInformation,   InfoRequested,          Officers,           NoInterest, NotAuthor),
        new Row(Checking,               Recommend,            Checking,               Officers,           NoInterest, NotTypist),
        new Row(Checking,               MindToRefuse,         MindedToRefuse,         FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal),
        new Row(Checking,               Refuse,               Refused,                FacilitiesApprover, NoInterest, NotTypist, S1Refusal, OnlyD8),
        new Row(Checking,               Withdraw,             Withdrawn,              LeadContact),

        new Row(Referred,               CloseReferral,        Checking,               Roles.System,       NothingOpen),
        new Row(Referred,               RequestInformation,   InfoRequested,          Officers,           NoInterest, NotAuthor),
        new Row(Referred,               Recommend,            Referred,               Officers,           NoInterest, NotTypist),
        new Row(Referred,               MindToRefuse,         MindedToRefuse,         FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal),
        new Row(Referred,               Refuse,               Refused,                FacilitiesApprover, NoInterest, NotTypist, S1Refusal, OnlyD8),
        new Row(Referred,               Withdraw,             Withdrawn,              LeadContact),

        new Row(InfoRequested,          AnswerInformation,    Checking,               LeadContact,        Answered),
        new Row(InfoRequested,          Withdraw,             Withdrawn,              LeadContact),

        new Row(ReadyForDecision,       ReopenChecks,         Checking,               Roles.System,       NotSettled),
        new Row(ReadyForDecision,       Refer,                Referred,               Roles.System,       SomethingOpen),
        new Row(ReadyForDecision,       RequestInformation,   InfoRequested,          Officers,           NoInterest, NotAuthor),
        new Row(ReadyForDecision,       Recommend,            ReadyForDecision,       Officers,           NoInterest, NotTypist),
        new Row(ReadyForDecision,       Approve,              Approved,               FacilitiesOfficer,  NoInterest, NotTypist, StandardTier, Settled, AllClear, NoHits, Consulted),
        new Row(ReadyForDecision,       Approve,              Approved,               FacilitiesApprover, NoInterest, NotTypist, Settled, NoHits, Consulted, S1Enhanced),
        new Row(ReadyForDecision,       ApproveWithConditions, ApprovedWithConditions, FacilitiesApprover, NoInterest, NotTypist, Settled, NoHits, Consulted, S1Enhanced),
        new Row(ReadyForDecision,       MindToRefuse,         MindedToRefuse,         FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal),
        new Row(ReadyForDecision,       Refuse,               Refused,                FacilitiesApprover, NoInterest, NotTypist, S1Refusal, OnlyD8),
        new Row(ReadyForDecision,       Withdraw,             Withdrawn,              LeadContact),

        new Row(MindedToRefuse,         AnswerMindedToRefuse, MindedToRefuse,         LeadContact),
        new Row(MindedToRefuse,         ResumeChecks,         Checking,               Officers,           NoInterest, NotAuthor),
        new Row(MindedToRefuse,         Refuse,               Refused,                FacilitiesApprover, NoInterest, NotTypist, S1Refusal, Heard, D9),
        new Row(MindedToRefuse,         Refuse,               Refused,                Director,           NoInterest, NotTypist, S1Refusal, Heard, D9),
        new Row(MindedToRefuse,         Withdraw,             Withdrawn,              LeadContact),

        new Row(Approved,               Confirm,              Confirmed,              Roles.System,       NoClash, NoHits),
        new Row(ApprovedWithConditions, Confirm,              Confirmed,              Roles.System,       ConditionsDone, NoClash, NoHits),
        new Row(ApprovedWithConditions, CancelByHirer,        CancelledByHirer,       LeadContact),

        new Row(Confirmed,              CancelByHirer,        CancelledByHirer,       LeadContact),
        new Row(Confirmed,              CaseAction.Complete,  Completed,              Roles.System,       Over),
#pragma warning restore format
    ]);
}
