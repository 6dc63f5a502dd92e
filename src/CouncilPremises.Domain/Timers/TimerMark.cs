namespace CouncilPremises.Domain.Timers;

/// <summary>What a timer does. It lapses, completes, reminds or alerts: none refuses, cancels or suspends. RULEBOOK 6. Stored as text.</summary>
public enum TimerKind
{
    /// <summary>Reminds the owner of an idle draft: N3.</summary>
    DraftReminder,

    /// <summary>Reminds the group of a question: N3.</summary>
    InformationReminder,

    /// <summary>Reminds the group of a declaration nobody has signed: N3.</summary>
    DeclarationReminder,

    /// <summary>Tells the group some working days ahead that a condition will be due: N8.</summary>
    ConditionReminder,

    /// <summary>Tells the group that a condition is due today: N8.</summary>
    ConditionDue,

    /// <summary>Warns a group that its declaration, insurance or a DBS confirmation runs out: N13.</summary>
    Expiry,

    /// <summary>Tells staff that nobody has taken a first look in time.</summary>
    TriageLate,

    /// <summary>Tells staff that a decision is late.</summary>
    DecisionLate,

    /// <summary>Tells staff that the event is near and nothing is decided.</summary>
    UndecidedNearEvent,

    /// <summary>Tells staff that advice has not come in time: decide, or extend once.</summary>
    ConsultationLate,

    /// <summary>Tells staff that a condition was not met by its day.</summary>
    ConditionLate,

    /// <summary>Tells staff that a hold has lasted longer than it may.</summary>
    HoldLate,

    /// <summary>Tells staff that a review is late.</summary>
    ReviewLate,

    /// <summary>Reminds the group that an offer waits to be accepted: N3.</summary>
    OfferReminder,

    /// <summary>Tells the group twenty working days ahead that a report is due: N16.</summary>
    ReportReminder,

    /// <summary>Tells the group five working days ahead that a report is due: N16.</summary>
    ReportDue,

    /// <summary>Tells staff that a report has not come in time.</summary>
    ReportLate,

    /// <summary>Tells staff that nobody has read a report in time.</summary>
    ReportUnread,

    /// <summary>Tells staff that a suspension has lasted as long as it should: resume, vary or terminate.</summary>
    SuspensionLate,

    /// <summary>Tells staff that the group has been heard about ending its grant.</summary>
    TerminationDue,

    /// <summary>Tells staff that money asked back has not come.</summary>
    RecoveryLate,

    /// <summary>Closes an application that nobody went on with: N4.</summary>
    Lapse,

    /// <summary>Closes an application whose event was reached undecided, with an apology.</summary>
    NotDecided,

    /// <summary>Closes a date, and with the last one the booking, when it is over.</summary>
    Complete,

    /// <summary>Ends a hold whose time is over; one that ran into its event is left to a second approver.</summary>
    EndHold,

    /// <summary>Gives back slots that nobody holds any more.</summary>
    FreeSlots,

    /// <summary>Erases bank details that are no longer needed. RULEBOOK 9.</summary>
    EraseBank,
}

/// <summary>The note that a timer has done one thing. Its key is unique and it is written in the same save as what the timer did,
/// so that nothing is done twice and nothing is noted that was not done.</summary>
public sealed class TimerMark
{
    private TimerMark() { }

    /// <summary>A new note.</summary>
    /// <param name="kind">What was done.</param>
    /// <param name="subjectId">About what: a case, a question, a condition, a consultation, a record.</param>
    /// <param name="step">Which time, where there may be several: 60, 30 or 7 days, or the day the clock said.</param>
    /// <param name="caseId">The case, so that staff find it; null outside one.</param>
    /// <param name="nowUtc">When.</param>
    public TimerMark(TimerKind kind, Guid subjectId, int step, Guid? caseId, DateTime nowUtc) =>
        (Kind, SubjectId, Step, CaseId, DoneUtc) = (kind, subjectId, step, caseId, nowUtc);

    /// <summary>What was done.</summary>
    public TimerKind Kind { get; private set; }

    /// <summary>About what.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Which time.</summary>
    public int Step { get; private set; }

    /// <summary>The case; null outside one.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>When.</summary>
    public DateTime DoneUtc { get; private set; }
}
