namespace CouncilPremises.Domain.Cases;

/// <summary>Hire now, grants later; a case of either kind carries the same checks, decisions and notices.</summary>
public enum CaseKind
{
    /// <summary>Hire of council premises.</summary>
    Hire,
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
}
