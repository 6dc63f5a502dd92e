using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Workflows;
using static CouncilPremises.Domain.Cases.CaseAction;
using static CouncilPremises.Domain.Cases.CaseRequirements;
using static CouncilPremises.Domain.Cases.CaseState;
using static CouncilPremises.Domain.People.Roles;
using Row = CouncilPremises.Domain.Workflows.WorkflowRow<CouncilPremises.Domain.Cases.CaseState, CouncilPremises.Domain.Cases.CaseAction, CouncilPremises.Domain.Cases.CaseFacts>;

namespace CouncilPremises.Domain.Grants;

/// <summary>What happens to a grant application up to the decision and its review, row by row; the money lives in <see cref="AwardWorkflow"/>. RULEBOOK 6.</summary>
public static class GrantWorkflow
{
    private const Roles Officers = GrantOfficer | GrantApprover;
    private const Roles Deciders = GrantApprover | Director;

    private static readonly Requirement<CaseFacts> RoundOpen =
        new("Round", f => f.Grant.RoundOpen, "This round is not open, so nothing can be sent. If something outside your control kept you from sending, ring us.");
    private static readonly Requirement<CaseFacts> Assessed =
        new("Assessment", f => f.Grant.Assessed, "Two people have to score what the group sent last, and every gap of 2 or more has to be moderated.");
    private static readonly Requirement<CaseFacts> NotReady =
        new("Ready", f => !f.ChecksSettled || !f.Grant.Assessed, "Every check is settled and the scores are in.");
    private static readonly Requirement<CaseFacts> S1 =
        new("S1", f => f.RecommendedByAnother, "A grant is decided by somebody other than the person who recommended it. Ask a colleague to recommend first.");
    private static readonly Requirement<CaseFacts> CommunityFound =
        new("G5", f => f.Grant.CommunityFound, "Record the finding of the cross-community test first. “Not met” needs its equality note.");
    private static readonly Requirement<CaseFacts> FundCovers =
        new("Fund", f => f.Grant.FundCovers, "What is left of the fund does not cover this award. Award less, or free money in the fund first.");
    private static readonly Requirement<CaseFacts> Above =
        new("Authority", f => f.Grant.AboveAuthority, "One approver may decide this amount alone. Approve it.");
    private static readonly Requirement<CaseFacts> NoFirst =
        new("First", f => !f.Grant.FirstApproved, "It has its first approval. A second approver decides now.");
    private static readonly Requirement<CaseFacts> Authority =
        new("Authority", f => !f.Grant.AboveAuthority || f.Grant.FirstApprovedByAnother, "This amount is above what one approver may decide alone. Two different approvers are needed: give the first approval, or ask a colleague to give one of the two.");
    private static readonly Requirement<CaseFacts> Heard =
        new("N9", f => f.HirerHeard || f.GroundIsD8 || f.Grant.GroundIsD10 || f.PoliceBarNotice, "Tell the group first that the council may refuse, and wait for an answer or five working days.");
    private static readonly Requirement<CaseFacts> Untold =
        new("Untold", f => f.GroundIsD8 || f.Grant.GroundIsD10 || f.PoliceBarNotice, "Only D8 and D10 may be refused without telling the group first, unless the police bar it and that is recorded. Start with minded to refuse.");
    private static readonly Requirement<CaseFacts> MayTell =
        new("N9", f => !f.PoliceBarNotice, "The police bar telling the group before a decision. Decide without that letter, or record their answer that they no longer bar it.");
    private static readonly Requirement<CaseFacts> Published =
        new("Published", f => f.Grant.OutcomePublished, "The outcome of this round is not published yet. You can ask for a review once it is.");
    private static readonly Requirement<CaseFacts> AwardEnded =
        new("Award", f => f.Grant.AwardEnded, "The award has not ended.");
    private static readonly Requirement<CaseFacts> WasConditional =
        new("Left", f => f.StateLeft == ApprovedWithConditions, "The review is not of conditions.");
    private static readonly Requirement<CaseFacts> WasApproved =
        new("Left", f => f.StateLeft is Approved or ApprovedWithConditions, "The review is not of an approval.");

    /// <summary>The table.</summary>
    public static WorkflowTable<CaseState, CaseAction, CaseFacts> Table { get; } = new(
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //      From                    On                     To                      By              If
        new Row(Draft,                  Submit,                Submitted,              LeadContact,    AllAnswered, SignatoryNamed, RoundOpen),
        new Row(Draft,                  Withdraw,              Withdrawn,              LeadContact),
        new Row(Draft,                  Lapse,                 Lapsed,                 Roles.System,   Idle),

        new Row(Submitted,              StartChecks,           Checking,               Officers,       NoInterest, NotAuthor),
        new Row(Submitted,              Withdraw,              Withdrawn,              LeadContact),
        new Row(Submitted,              Lapse,                 Lapsed,                 Roles.System,   Unsigned),

        new Row(Checking,               Refer,                 Referred,               Roles.System,   SomethingOpen),
        new Row(Checking,               MakeReady,             ReadyForDecision,       Roles.System,   NothingOpen, Settled, Assessed),
        new Row(Checking,               RequestInformation,    InfoRequested,          Officers,       NoInterest, NotAuthor, ChildFirst),
        new Row(Checking,               Recommend,             Checking,               Officers,       NoInterest, NotTypist, ChildFirst),
        new Row(Checking,               MindToRefuse,          MindedToRefuse,         Deciders,       NoInterest, NotTypist, S1Refusal, MayTell, ChildFirst),
        new Row(Checking,               Refuse,                Refused,                Deciders,       NoInterest, NotTypist, S1Refusal, Untold, D9, ChildFirst),
        new Row(Checking,               Withdraw,              Withdrawn,              LeadContact),
        new Row(Checking,               Hold,                  OnHold,                 Officers,       NoInterest, NotAuthor, HitAgrees),
        new Row(Checking,               Lapse,                 Lapsed,                 Roles.System,   Unsigned),

        new Row(Referred,               CloseReferral,         Checking,               Roles.System,   NothingOpen),
        new Row(Referred,               RequestInformation,    InfoRequested,          Officers,       NoInterest, NotAuthor, ChildFirst),
        new Row(Referred,               Recommend,             Referred,               Officers,       NoInterest, NotTypist, ChildFirst),
        new Row(Referred,               MindToRefuse,          MindedToRefuse,         Deciders,       NoInterest, NotTypist, S1Refusal, MayTell, ChildFirst),
        new Row(Referred,               Refuse,                Refused,                Deciders,       NoInterest, NotTypist, S1Refusal, Untold, D9, ChildFirst),
        new Row(Referred,               Withdraw,              Withdrawn,              LeadContact),
        new Row(Referred,               Hold,                  OnHold,                 Officers,       NoInterest, NotAuthor, HitAgrees),
        new Row(Referred,               Lapse,                 Lapsed,                 Roles.System,   Unsigned),

        new Row(InfoRequested,          AnswerInformation,     Checking,               LeadContact,    InformationAnswered),
        new Row(InfoRequested,          Withdraw,              Withdrawn,              LeadContact),
        new Row(InfoRequested,          Lapse,                 Lapsed,                 Roles.System,   NoAnswer),

        new Row(ReadyForDecision,       ReopenChecks,          Checking,               Roles.System,   NotReady),
        new Row(ReadyForDecision,       Refer,                 Referred,               Roles.System,   SomethingOpen),
        new Row(ReadyForDecision,       RequestInformation,    InfoRequested,          Officers,       NoInterest, NotAuthor, ChildFirst),
        new Row(ReadyForDecision,       Recommend,             ReadyForDecision,       Officers,       NoInterest, NotTypist, ChildFirst),
        new Row(ReadyForDecision,       ApproveFirst,          ReadyForDecision,       Deciders,       NoInterest, NotTypist, S1, Settled, Assessed, NoHits, Consulted, ChildFirst, CommunityFound, FundCovers, Above, NoFirst),
        new Row(ReadyForDecision,       Approve,               Approved,               Deciders,       NoInterest, NotTypist, S1, Settled, Assessed, NoHits, Consulted, ChildFirst, CommunityFound, FundCovers, Authority),
        new Row(ReadyForDecision,       ApproveWithConditions, ApprovedWithConditions, Deciders,       NoInterest, NotTypist, S1, Settled, Assessed, NoHits, Consulted, ChildFirst, CommunityFound, FundCovers, Authority),
        new Row(ReadyForDecision,       MindToRefuse,          MindedToRefuse,         Deciders,       NoInterest, NotTypist, S1Refusal, MayTell, ChildFirst),
        new Row(ReadyForDecision,       Refuse,                Refused,                Deciders,       NoInterest, NotTypist, S1Refusal, Untold, D9, ChildFirst),
        new Row(ReadyForDecision,       Withdraw,              Withdrawn,              LeadContact),
        new Row(ReadyForDecision,       Hold,                  OnHold,                 Officers,       NoInterest, NotAuthor, HitAgrees),

        new Row(MindedToRefuse,         AnswerMindedToRefuse,  MindedToRefuse,         LeadContact),
        new Row(MindedToRefuse,         ResumeChecks,          Checking,               Officers,       NoInterest, NotAuthor, ChildFirst),
        new Row(MindedToRefuse,         Refuse,                Refused,                Deciders,       NoInterest, NotTypist, S1Refusal, Heard, D9, ChildFirst),
        new Row(MindedToRefuse,         Withdraw,              Withdrawn,              LeadContact),

        new Row(OnHold,                 ReleaseToChecks,       Checking,               Officers,       NoInterest, NotAuthor),
        new Row(OnHold,                 ReleaseToChecks,       Checking,               Roles.System,   HoldOver),
        new Row(OnHold,                 Withdraw,              Withdrawn,              LeadContact),

        new Row(Approved,               CaseAction.Complete,   Completed,              Roles.System,   AwardEnded),
        new Row(Approved,               AskReview,             UnderReview,            LeadContact,    ReviewTime, Published),
        new Row(ApprovedWithConditions, CaseAction.Complete,   Completed,              Roles.System,   AwardEnded),
        new Row(ApprovedWithConditions, AskReview,             UnderReview,            LeadContact,    ReviewTime, Published),
        new Row(Refused,                AskReview,             UnderReview,            LeadContact,    ReviewTime, Published),

        new Row(UnderReview,            ReviewKeepsRefusal,    Refused,                Reviewer,       NoInterest, NotTypist, NoEarlierPart, WasRefused),
        new Row(UnderReview,            ReviewToChecks,        Checking,               Reviewer,       NoInterest, NotTypist, NoEarlierPart, WasRefused),
        new Row(UnderReview,            ReviewToHearing,       MindedToRefuse,         Reviewer,       NoInterest, NotTypist, NoEarlierPart, WasRefused),
        new Row(UnderReview,            ReviewToConditions,    ApprovedWithConditions, Reviewer,       NoInterest, NotTypist, NoEarlierPart, WasConditional),
        new Row(UnderReview,            ReviewToApproval,      Approved,               Reviewer,       NoInterest, NotTypist, NoEarlierPart, WasApproved),
#pragma warning restore format
    ]);
}
