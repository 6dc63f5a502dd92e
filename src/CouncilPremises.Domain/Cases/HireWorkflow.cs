using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Workflows;
using static CouncilPremises.Domain.Cases.CaseAction;
using static CouncilPremises.Domain.Cases.CaseRequirements;
using static CouncilPremises.Domain.Cases.CaseState;
using static CouncilPremises.Domain.People.Roles;
using Row = CouncilPremises.Domain.Workflows.WorkflowRow<CouncilPremises.Domain.Cases.CaseState, CouncilPremises.Domain.Cases.CaseAction, CouncilPremises.Domain.Cases.CaseFacts>;

namespace CouncilPremises.Domain.Cases;

/// <summary>What happens to a hire case, row by row. RULEBOOK 6.</summary>
public static class HireWorkflow
{
    private const Roles Officers = FacilitiesOfficer | FacilitiesApprover;

    private static readonly Requirement<CaseFacts> NotSettled =
        new("Checks", f => !f.ChecksSettled, "Every check is settled.");
    private static readonly Requirement<CaseFacts> StandardTier =
        new("Tier", f => f.Tier == Tier.Standard, "This case needs a facilities approver to decide it.");
    private static readonly Requirement<CaseFacts> AllClear =
        new("Clear", f => f.ChecksAllClear, "An officer may approve only when every check is Clear. Recommend it to an approver.");
    private static readonly Requirement<CaseFacts> S1Enhanced =
        new("S1", f => f.Tier == Tier.Standard || f.RecommendedByAnother, "An Enhanced case is decided by somebody other than the person who recommended it. Ask a colleague to recommend first.");
    private static readonly Requirement<CaseFacts> Heard =
        new("N9", f => f.HirerHeard || f.GroundIsD8 || f.PoliceBarNotice, "Tell the hirer first that the council may refuse, and wait for an answer or five working days.");
    private static readonly Requirement<CaseFacts> Untold =
        new("D8", f => f.GroundIsD8 || f.PoliceBarNotice, "Only D8 may be refused without telling the hirer first, unless the police bar it and that is recorded. Start with minded to refuse.");
    private static readonly Requirement<CaseFacts> MayTell =
        new("N9", f => !f.PoliceBarNotice, "The police bar telling the hirer before a decision. Decide without that letter, or record their answer that they no longer bar it.");
    private static readonly Requirement<CaseFacts> ConditionsDone =
        new("Conditions", f => f.OpenConditions == 0, "Conditions are still to be met or accepted.");
    private static readonly Requirement<CaseFacts> NoClash =
        new("B4", f => f.SlotsHeld, "A date is no longer held for this application. Offer another time.");
    private static readonly Requirement<CaseFacts> Over =
        new("Over", f => f.EventOver, "The last date has not passed.");
    private static readonly Requirement<CaseFacts> ConditionsOpen =
        new("Conditions", f => f.OpenConditions > 0, "Every condition is met or accepted.");
    private static readonly Requirement<CaseFacts> CouncilStood =
        new("Council", f => f.OpenConditions == 0 || f.CouncilStoodInTheWay, "The hirer still had something to do before the date.");
    private static readonly Requirement<CaseFacts> Reached =
        new("Reached", f => f.EventReached, "A date is still to come.");
    private static readonly Requirement<CaseFacts> Ahead =
        new("Ahead", f => !f.EventReached, "The event came before a decision: that is the council's, and never lapses.");
    private static readonly Requirement<CaseFacts> WasUndecided =
        new("Left", f => f.StateLeft is Checking or Referred or ReadyForDecision, "The hold was not laid before a decision.");
    private static readonly Requirement<CaseFacts> WasConditional =
        new("Left", f => f.StateLeft == ApprovedWithConditions, "The hold was not laid while conditions were open.");
    private static readonly Requirement<CaseFacts> ReviewOfConditions =
        new("Left", f => f.StateLeft == ApprovedWithConditions, "What is under review is refused or cancelled already, so no date of it is left to close.");
    private static readonly Requirement<CaseFacts> WasBooked =
        new("Left", f => f.StateLeft == Confirmed, "This was not a booking before.");
    private static readonly Requirement<CaseFacts> WasApproved =
        new("Left", f => f.StateLeft is Confirmed or ApprovedWithConditions, "This was not approved before the hold.");
    private static readonly Requirement<CaseFacts> WasCancelled =
        new("Left", f => f.StateLeft == CancelledByCouncil, "The review is not of a cancellation.");
    private static readonly Requirement<CaseFacts> NotRunIn =
        new("RanIn", f => !f.HoldRanIntoEvent, "A date began while it was held. A second approver confirms or reverses that as a cancellation.");
    private static readonly Requirement<CaseFacts> S1Reversal =
        new("S1", f => !f.HoldRanIntoEvent || f.HeldByAnother, "A date began while you held it. A second approver confirms or reverses that.");
    private static readonly Requirement<CaseFacts> S1Cancellation =
        new("S1", f => f.CancellationProposedByAnother || (f.HoldRanIntoEvent && f.HeldByAnother), "Two approvers cancel: somebody other than the one who proposed it, or who laid the hold. Ask a colleague to confirm it.");
    private static readonly Requirement<CaseFacts> ReviewSettled =
        new("Checks", f => f.StateLeft == ApprovedWithConditions || (f.ChecksSettled && f.OpenHits + f.OpenConsultations == 0), "Checks, hits or advice are open, so it cannot be approved now. Return it to checking.");
    private static readonly Requirement<CaseFacts> ReviewSlot =
        new("B4", f => f.StateLeft == ApprovedWithConditions || f.SlotsHeld, "None of its dates can be had any more. Uphold it, and say what else puts it right: another room, another date, a refund.");

    /// <summary>The table.</summary>
    public static WorkflowTable<CaseState, CaseAction, CaseFacts> Table { get; } = new(
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //  From                    On                    To                      By                  If
        new Row(Draft,                  Submit,               Submitted,              LeadContact,        AllAnswered, SignatoryNamed),
        new Row(Draft,                  Withdraw,             Withdrawn,              LeadContact),
        new Row(Draft,                  Lapse,                Lapsed,                 Roles.System,       Idle),
        new Row(Draft,                  Import,               Confirmed,              Roles.System),

        new Row(Submitted,              StartChecks,          Checking,               Officers,           NoInterest, NotAuthor),
        new Row(Submitted,              Withdraw,             Withdrawn,              LeadContact),
        new Row(Submitted,              Lapse,                Lapsed,                 Roles.System,       Unsigned, Ahead),
        new Row(Submitted,              NotDecide,            NotDecided,             Roles.System,       Reached),
        new Row(Submitted,              Close,                CancelledByCouncil,     FacilitiesApprover, NoInterest, NotTypist),

        new Row(Checking,               Refer,                Referred,               Roles.System,       SomethingOpen),
        new Row(Checking,               MakeReady,            ReadyForDecision,       Roles.System,       NothingOpen, Settled),
        new Row(Checking,               RequestInformation,   InfoRequested,          Officers,           NoInterest, NotAuthor, ChildFirst),
        new Row(Checking,               Recommend,            Checking,               Officers,           NoInterest, NotTypist, ChildFirst),
        new Row(Checking,               MindToRefuse,         MindedToRefuse,         FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal, MayTell, ChildFirst),
        new Row(Checking,               Refuse,               Refused,                FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal, Untold, D9, ChildFirst),
        new Row(Checking,               Withdraw,             Withdrawn,              LeadContact),
        new Row(Checking,               RefuseDates,          Checking,               FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal, Untold, D9, ChildFirst),
        new Row(Checking,               Hold,                 OnHold,                 Officers,           NoInterest, NotAuthor, HitAgrees),
        new Row(Checking,               Lapse,                Lapsed,                 Roles.System,       Unsigned, Ahead),
        new Row(Checking,               NotDecide,            NotDecided,             Roles.System,       Reached),
        new Row(Checking,               AskReview,            Checking,               LeadContact,        ReviewTime),
        new Row(Checking,               DecideReview,         Checking,               Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(Checking,               Close,                CancelledByCouncil,     FacilitiesApprover, NoInterest, NotTypist),

        new Row(Referred,               CloseReferral,        Checking,               Roles.System,       NothingOpen),
        new Row(Referred,               RequestInformation,   InfoRequested,          Officers,           NoInterest, NotAuthor, ChildFirst),
        new Row(Referred,               Recommend,            Referred,               Officers,           NoInterest, NotTypist, ChildFirst),
        new Row(Referred,               MindToRefuse,         MindedToRefuse,         FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal, MayTell, ChildFirst),
        new Row(Referred,               Refuse,               Refused,                FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal, Untold, D9, ChildFirst),
        new Row(Referred,               Withdraw,             Withdrawn,              LeadContact),
        new Row(Referred,               RefuseDates,          Referred,               FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal, Untold, D9, ChildFirst),
        new Row(Referred,               Hold,                 OnHold,                 Officers,           NoInterest, NotAuthor, HitAgrees),
        new Row(Referred,               Lapse,                Lapsed,                 Roles.System,       Unsigned, Ahead),
        new Row(Referred,               NotDecide,            NotDecided,             Roles.System,       Reached),
        new Row(Referred,               AskReview,            Referred,               LeadContact,        ReviewTime),
        new Row(Referred,               DecideReview,         Referred,               Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(Referred,               Close,                CancelledByCouncil,     FacilitiesApprover, NoInterest, NotTypist),

        new Row(InfoRequested,          AnswerInformation,    Checking,               LeadContact,        InformationAnswered),
        new Row(InfoRequested,          Withdraw,             Withdrawn,              LeadContact),
        new Row(InfoRequested,          Lapse,                Lapsed,                 Roles.System,       NoAnswer, Ahead),
        new Row(InfoRequested,          NotDecide,            NotDecided,             Roles.System,       Reached),
        new Row(InfoRequested,          AskReview,            InfoRequested,          LeadContact,        ReviewTime),
        new Row(InfoRequested,          DecideReview,         InfoRequested,          Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(InfoRequested,          Close,                CancelledByCouncil,     FacilitiesApprover, NoInterest, NotTypist),

        new Row(ReadyForDecision,       ReopenChecks,         Checking,               Roles.System,       NotSettled),
        new Row(ReadyForDecision,       Refer,                Referred,               Roles.System,       SomethingOpen),
        new Row(ReadyForDecision,       RequestInformation,   InfoRequested,          Officers,           NoInterest, NotAuthor, ChildFirst),
        new Row(ReadyForDecision,       Recommend,            ReadyForDecision,       Officers,           NoInterest, NotTypist, ChildFirst),
        new Row(ReadyForDecision,       Approve,              Approved,               FacilitiesOfficer,  NoInterest, NotTypist, StandardTier, Settled, AllClear, NoHits, Consulted, ChildFirst),
        new Row(ReadyForDecision,       Approve,              Approved,               FacilitiesApprover, NoInterest, NotTypist, Settled, NoHits, Consulted, S1Enhanced, ChildFirst),
        new Row(ReadyForDecision,       ApproveWithConditions, ApprovedWithConditions, FacilitiesApprover, NoInterest, NotTypist, Settled, NoHits, Consulted, S1Enhanced, ChildFirst),
        new Row(ReadyForDecision,       MindToRefuse,         MindedToRefuse,         FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal, MayTell, ChildFirst),
        new Row(ReadyForDecision,       Refuse,               Refused,                FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal, Untold, D9, ChildFirst),
        new Row(ReadyForDecision,       Withdraw,             Withdrawn,              LeadContact),
        new Row(ReadyForDecision,       RefuseDates,          ReadyForDecision,       FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal, Untold, D9, ChildFirst),
        new Row(ReadyForDecision,       Hold,                 OnHold,                 Officers,           NoInterest, NotAuthor, HitAgrees),
        new Row(ReadyForDecision,       NotDecide,            NotDecided,             Roles.System,       Reached),
        new Row(ReadyForDecision,       AskReview,            ReadyForDecision,       LeadContact,        ReviewTime),
        new Row(ReadyForDecision,       DecideReview,         ReadyForDecision,       Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(ReadyForDecision,       Close,                CancelledByCouncil,     FacilitiesApprover, NoInterest, NotTypist),

        new Row(MindedToRefuse,         AnswerMindedToRefuse, MindedToRefuse,         LeadContact),
        new Row(MindedToRefuse,         ResumeChecks,         Checking,               Officers,           NoInterest, NotAuthor, ChildFirst),
        new Row(MindedToRefuse,         Refuse,               Refused,                FacilitiesApprover, NoInterest, NotTypist, S1Refusal, Heard, D9, ChildFirst),
        new Row(MindedToRefuse,         Refuse,               Refused,                Director,           NoInterest, NotTypist, S1Refusal, Heard, D9, ChildFirst),
        new Row(MindedToRefuse,         Withdraw,             Withdrawn,              LeadContact),
        new Row(MindedToRefuse,         RefuseDates,          Checking,               FacilitiesApprover | Director, NoInterest, NotTypist, S1Refusal, Heard, D9, ChildFirst),
        new Row(MindedToRefuse,         NotDecide,            NotDecided,             Roles.System,       Reached),
        new Row(MindedToRefuse,         AskReview,            MindedToRefuse,         LeadContact,        ReviewTime),
        new Row(MindedToRefuse,         DecideReview,         MindedToRefuse,         Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(MindedToRefuse,         Close,                CancelledByCouncil,     FacilitiesApprover, NoInterest, NotTypist),

        new Row(Approved,               Confirm,              Confirmed,              Roles.System,       NoClash, NoHits, ChildFirst),
        new Row(Approved,               NotDecide,            NotDecided,             Roles.System,       Reached),
        new Row(ApprovedWithConditions, Confirm,              Confirmed,              Roles.System,       ConditionsDone, NoClash, NoHits, ChildFirst),
        new Row(ApprovedWithConditions, CancelByHirer,        CancelledByHirer,       LeadContact),
        new Row(ApprovedWithConditions, Hold,                 OnHold,                 FacilitiesApprover, NoInterest, NotTypist, HitAgrees),
        new Row(ApprovedWithConditions, ProposeCancellation,  ApprovedWithConditions, FacilitiesApprover, NoInterest, NotTypist),
        new Row(ApprovedWithConditions, CancelByCouncil,      CancelledByCouncil,     FacilitiesApprover | Director, NoInterest, NotTypist, S1Cancellation, D9),
        new Row(ApprovedWithConditions, Lapse,                Lapsed,                 Roles.System,       Reached, ConditionsOpen),
        new Row(ApprovedWithConditions, NotDecide,            NotDecided,             Roles.System,       Reached, CouncilStood),
        new Row(ApprovedWithConditions, Close,                CancelledByCouncil,     FacilitiesApprover, NoInterest, NotTypist),
        new Row(ApprovedWithConditions, AskReview,            UnderReview,            LeadContact,        ReviewTime),

        new Row(Confirmed,              CancelByHirer,        CancelledByHirer,       LeadContact),
        new Row(Confirmed,              CaseAction.Complete,  Completed,              Roles.System,       Over),
        new Row(Confirmed,              Hold,                 OnHold,                 FacilitiesApprover, NoInterest, NotTypist, HitAgrees),
        new Row(Confirmed,              HoldDates,            Confirmed,              FacilitiesApprover, NoInterest, NotTypist, HitAgrees),
        new Row(Confirmed,              ReleaseDates,         Confirmed,              FacilitiesApprover, NoInterest, NotTypist, S1Reversal),
        new Row(Confirmed,              ReleaseDates,         Confirmed,              Roles.System,       HoldOver, NotRunIn),
        new Row(Confirmed,              ProposeCancellation,  Confirmed,              FacilitiesApprover, NoInterest, NotTypist),
        new Row(Confirmed,              CancelByCouncil,      CancelledByCouncil,     FacilitiesApprover | Director, NoInterest, NotTypist, S1Cancellation, D9),
        new Row(Confirmed,              Close,                CancelledByCouncil,     FacilitiesApprover, NoInterest, NotTypist),
        new Row(Confirmed,              AskReview,            Confirmed,              LeadContact,        ReviewTime),
        new Row(Confirmed,              DecideReview,         Confirmed,              Reviewer,           NoInterest, NotTypist, NoEarlierPart),

        new Row(OnHold,                 ReleaseToChecks,      Checking,               Officers,           NoInterest, NotAuthor, WasUndecided),
        new Row(OnHold,                 ReleaseToChecks,      Checking,               Roles.System,       HoldOver, WasUndecided),
        new Row(OnHold,                 ReleaseToConditions,  ApprovedWithConditions, FacilitiesApprover, NoInterest, NotTypist, WasConditional),
        new Row(OnHold,                 ReleaseToConditions,  ApprovedWithConditions, Roles.System,       HoldOver, WasConditional),
        new Row(OnHold,                 ReleaseToBooking,     Confirmed,              FacilitiesApprover, NoInterest, NotTypist, WasBooked, S1Reversal),
        new Row(OnHold,                 ReleaseToBooking,     Confirmed,              Roles.System,       HoldOver, WasBooked, NotRunIn),
        new Row(OnHold,                 ProposeCancellation,  OnHold,                 FacilitiesApprover, NoInterest, NotTypist, WasApproved),
        new Row(OnHold,                 CancelByCouncil,      CancelledByCouncil,     FacilitiesApprover | Director, NoInterest, NotTypist, WasApproved, S1Cancellation, D9),
        new Row(OnHold,                 AskReview,            OnHold,                 LeadContact,        ReviewTime),
        new Row(OnHold,                 DecideReview,         OnHold,                 Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(OnHold,                 Close,                CancelledByCouncil,     FacilitiesApprover, NoInterest, NotTypist),
        new Row(OnHold,                 NotDecide,            NotDecided,             Roles.System,       Reached, WasUndecided),
        new Row(OnHold,                 Withdraw,             Withdrawn,              LeadContact,        WasUndecided),
        new Row(OnHold,                 CancelByHirer,        CancelledByHirer,       LeadContact,        WasApproved),

        new Row(Refused,                AskReview,            UnderReview,            LeadContact,        ReviewTime),
        new Row(Refused,                DecideReview,         Refused,                Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(CancelledByCouncil,     AskReview,            UnderReview,            LeadContact,        ReviewTime),
        new Row(CancelledByCouncil,     DecideReview,         CancelledByCouncil,     Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(Withdrawn,              DecideReview,         Withdrawn,              Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(CancelledByHirer,       DecideReview,         CancelledByHirer,       Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(Lapsed,                 DecideReview,         Lapsed,                 Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(NotDecided,             DecideReview,         NotDecided,             Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(Completed,              AskReview,            Completed,              LeadContact,        ReviewTime),
        new Row(Completed,              DecideReview,         Completed,              Reviewer,           NoInterest, NotTypist, NoEarlierPart),
        new Row(UnderReview,            Close,                CancelledByCouncil,     FacilitiesApprover, NoInterest, NotTypist, ReviewOfConditions),
        new Row(UnderReview,            ReviewKeepsRefusal,   Refused,                Reviewer,           NoInterest, NotTypist, NoEarlierPart, WasRefused),
        new Row(UnderReview,            ReviewKeepsCancellation, CancelledByCouncil,     Reviewer,           NoInterest, NotTypist, NoEarlierPart, WasCancelled),
        new Row(UnderReview,            ReviewToConditions,   ApprovedWithConditions, Reviewer,           NoInterest, NotTypist, NoEarlierPart, ReviewSettled, ReviewSlot),
        new Row(UnderReview,            ReviewToChecks,       Checking,               Reviewer,           NoInterest, NotTypist, NoEarlierPart, ReviewSlot),
        new Row(UnderReview,            ReviewToHearing,      MindedToRefuse,         Reviewer,           NoInterest, NotTypist, NoEarlierPart, WasRefused, ReviewSlot),
        new Row(UnderReview,            ReviewToBooking,      Confirmed,              Reviewer,           NoInterest, NotTypist, NoEarlierPart, WasCancelled, ReviewSettled, ReviewSlot),
#pragma warning restore format
    ]);
}
