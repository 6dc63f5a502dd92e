namespace CouncilPremises.Domain.Cases;

/// <summary>A hire or a grant; a case of either kind carries the same checks, decisions and notices.</summary>
public enum CaseKind
{
    /// <summary>Hire of council premises.</summary>
    Hire,

    /// <summary>Money for a project of a group.</summary>
    Grant,
}

/// <summary>Where a case stands. Stored as text, so spelling is part of the schema. RULEBOOK 6.</summary>
public enum CaseState
{
    /// <summary>Being filled in by the group; not sent.</summary>
    Draft,

    /// <summary>Received; nobody at the council has started.</summary>
    Submitted,

    /// <summary>Checks are being made.</summary>
    Checking,

    /// <summary>The group has been asked for something; the clock is paused.</summary>
    InfoRequested,

    /// <summary>Something needs a further look: an open hit or an open Refer.</summary>
    Referred,

    /// <summary>Every check is settled.</summary>
    ReadyForDecision,

    /// <summary>The council may say no and has asked for the hirer's side; the clock is paused.</summary>
    MindedToRefuse,

    /// <summary>Approved; about to be confirmed.</summary>
    Approved,

    /// <summary>Approved; conditions are to be accepted or met first.</summary>
    ApprovedWithConditions,

    /// <summary>Booked.</summary>
    Confirmed,

    /// <summary>Refused with grounds.</summary>
    Refused,

    /// <summary>The last date is over.</summary>
    Completed,

    /// <summary>Taken back by the group before a decision.</summary>
    Withdrawn,

    /// <summary>Cancelled by the hirer after approval.</summary>
    CancelledByHirer,

    /// <summary>Paused by the council; clocks stand still, the slot is kept, a booking does not go ahead meanwhile.</summary>
    OnHold,

    /// <summary>A reviewer looks at a refusal, cancellation or condition again; the slot is kept.</summary>
    UnderReview,

    /// <summary>Closed by time: an idle draft, a question never answered, a declaration never signed, conditions never met.</summary>
    Lapsed,

    /// <summary>The event came before the council had decided: the council's fault, never the group's.</summary>
    NotDecided,

    /// <summary>Cancelled by the council: two approvers, or a closure.</summary>
    CancelledByCouncil,
}

/// <summary>Groups of states that several rules ask about.</summary>
public static class CaseStates
{
    /// <summary>True for what was sent and waits for a decision, however long ago and for whatever reason.</summary>
    public static bool IsUndecided(this CaseState state) => state switch
    {
        CaseState.Submitted or CaseState.Checking or CaseState.InfoRequested or CaseState.Referred or CaseState.ReadyForDecision
            or CaseState.MindedToRefuse or CaseState.OnHold or CaseState.UnderReview => true,
        CaseState.Draft or CaseState.Approved or CaseState.ApprovedWithConditions or CaseState.Confirmed or CaseState.Refused or CaseState.Completed
            or CaseState.Withdrawn or CaseState.CancelledByHirer or CaseState.Lapsed or CaseState.NotDecided or CaseState.CancelledByCouncil => false,
    };

    /// <summary>True when nothing more happens to the case unless somebody asks for a review.</summary>
    public static bool IsClosed(this CaseState state) => state switch
    {
        CaseState.Refused or CaseState.Completed or CaseState.Withdrawn or CaseState.CancelledByHirer
            or CaseState.Lapsed or CaseState.NotDecided or CaseState.CancelledByCouncil => true,
        CaseState.Draft or CaseState.Submitted or CaseState.Checking or CaseState.InfoRequested or CaseState.Referred
            or CaseState.ReadyForDecision or CaseState.MindedToRefuse or CaseState.Approved or CaseState.ApprovedWithConditions
            or CaseState.Confirmed or CaseState.OnHold or CaseState.UnderReview => false,
    };
}

/// <summary>What groups read of a state.</summary>
public static class ShownStates
{
    /// <summary>A grant's state as its group reads it: nothing of a decision before the outcome of the round is published.</summary>
    public static CaseState Shown(this CaseState state, bool isPublished) =>
        !isPublished && (state is CaseState.Approved or CaseState.ApprovedWithConditions or CaseState.Refused) ? CaseState.ReadyForDecision : state;
}

/// <summary>What can happen to a case. RULEBOOK 6.</summary>
public enum CaseAction
{
    /// <summary>A booking agreed before this service was used is taken over; no check is made here.</summary>
    Import,

    /// <summary>The group sends its application.</summary>
    Submit,

    /// <summary>An officer starts on it: triage.</summary>
    StartChecks,

    /// <summary>An officer asks the group for something.</summary>
    RequestInformation,

    /// <summary>The group answers.</summary>
    AnswerInformation,

    /// <summary>A hit or a Refer opened.</summary>
    Refer,

    /// <summary>The last hit or Refer closed.</summary>
    CloseReferral,

    /// <summary>The last check settled.</summary>
    MakeReady,

    /// <summary>A settled check expired or a new one became necessary.</summary>
    ReopenChecks,

    /// <summary>An officer puts forward a decision; the state stays.</summary>
    Recommend,

    /// <summary>The first of two approvals that a grant above the authority limit needs; the state stays.</summary>
    ApproveFirst,

    /// <summary>Approve as asked.</summary>
    Approve,

    /// <summary>Approve with conditions.</summary>
    ApproveWithConditions,

    /// <summary>Tell the hirer that the council may refuse, and hear them.</summary>
    MindToRefuse,

    /// <summary>The hirer's side has been given; the state stays until someone decides.</summary>
    AnswerMindedToRefuse,

    /// <summary>The hirer's answer persuaded the council: back to checking.</summary>
    ResumeChecks,

    /// <summary>Refuse with ground and reasons.</summary>
    Refuse,

    /// <summary>Conditions to be met first are met and the rest accepted.</summary>
    Confirm,

    /// <summary>The group takes its application back.</summary>
    Withdraw,

    /// <summary>The hirer cancels what was approved.</summary>
    CancelByHirer,

    /// <summary>The last date has passed.</summary>
    Complete,

    /// <summary>Pause the whole case.</summary>
    Hold,

    /// <summary>End a hold laid before a decision: back to checking, from where derived moves lead on.</summary>
    ReleaseToChecks,

    /// <summary>End a hold laid while conditions were open.</summary>
    ReleaseToConditions,

    /// <summary>End a hold of a booking: booked again.</summary>
    ReleaseToBooking,

    /// <summary>Pause some dates of a booking; the state stays.</summary>
    HoldDates,

    /// <summary>End a pause of some dates; the state stays.</summary>
    ReleaseDates,

    /// <summary>Refuse some dates of an undecided series; what is left goes on being checked.</summary>
    RefuseDates,

    /// <summary>One approver puts a cancellation forward; the state stays.</summary>
    ProposeCancellation,

    /// <summary>A second approver cancels.</summary>
    CancelByCouncil,

    /// <summary>The premises cannot be used: one approver, a second countersigns.</summary>
    Close,

    /// <summary>Time ran out for the group.</summary>
    Lapse,

    /// <summary>Every date came before the council had decided.</summary>
    NotDecide,

    /// <summary>The group asks for a review.</summary>
    AskReview,

    /// <summary>The reviewer upholds a refusal.</summary>
    ReviewKeepsRefusal,

    /// <summary>The reviewer upholds a cancellation.</summary>
    ReviewKeepsCancellation,

    /// <summary>The reviewer upholds or varies conditions, or approves with conditions what was refused or cancelled.</summary>
    ReviewToConditions,

    /// <summary>The reviewer upholds a grant, or varies it so that no condition is left.</summary>
    ReviewToApproval,

    /// <summary>The reviewer sends the case back to checking.</summary>
    ReviewToChecks,

    /// <summary>The reviewer has the hirer heard again.</summary>
    ReviewToHearing,

    /// <summary>The reviewer sets a cancellation aside: booked again.</summary>
    ReviewToBooking,

    /// <summary>The reviewer decides about a single date, an accepted condition or a breach; the state stays.</summary>
    DecideReview,
}
