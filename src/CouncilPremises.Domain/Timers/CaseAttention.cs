namespace CouncilPremises.Domain.Timers;

/// <summary>Why staff should look at a case now, as last derived, so that the queue can show and count it. Stored as text.</summary>
[Flags]
public enum CaseAttention
{
    /// <summary>Nothing is late.</summary>
    None = 0,

    /// <summary>Nobody has taken a first look in time.</summary>
    TriageLate = 1 << 0,

    /// <summary>The decision is late.</summary>
    DecisionLate = 1 << 1,

    /// <summary>The event is near and nothing is decided.</summary>
    UndecidedNearEvent = 1 << 2,

    /// <summary>Advice has not come in time.</summary>
    ConsultationLate = 1 << 3,

    /// <summary>A condition was not met by its day.</summary>
    ConditionLate = 1 << 4,

    /// <summary>A hold has lasted longer than it may.</summary>
    HoldLate = 1 << 5,

    /// <summary>A review is late.</summary>
    ReviewLate = 1 << 6,

    /// <summary>A report on a grant has not come in time.</summary>
    ReportLate = 1 << 7,

    /// <summary>Nobody has read a report in time.</summary>
    ReportUnread = 1 << 8,

    /// <summary>Payments have been stopped for longer than they should.</summary>
    SuspensionLate = 1 << 9,

    /// <summary>The group has been heard about ending its grant, and nobody has decided.</summary>
    TerminationDue = 1 << 10,

    /// <summary>Money asked back has not come.</summary>
    RecoveryLate = 1 << 11,
}

/// <summary>Words for what is late.</summary>
public static class CaseAttentions
{
    /// <summary>The sentence for the queue, the alert and the export; null for a timer that raises no alert.</summary>
    public static string? Sentence(TimerKind kind) => kind switch
    {
        TimerKind.TriageLate => "Nobody has taken a first look in time",
        TimerKind.DecisionLate => "The decision is late",
        TimerKind.UndecidedNearEvent => "The event is near and nothing is decided",
        TimerKind.ConsultationLate => "Advice has not come in time: decide without it, or extend once",
        TimerKind.ConditionLate => "A condition was not met by its day",
        TimerKind.HoldLate => "A hold has lasted longer than it may",
        TimerKind.ReviewLate => "The review is late",
        TimerKind.ReportLate => "A report on the grant has not come in time: the next instalment waits",
        TimerKind.ReportUnread => "Nobody has accepted or returned a report in time",
        TimerKind.SuspensionLate => "Payments have been stopped as long as they should: resume, vary or end the grant",
        TimerKind.TerminationDue => "The group has had its time to answer: end the grant or drop it",
        TimerKind.RecoveryLate => "Money asked back has not come",
        TimerKind.DraftReminder or TimerKind.InformationReminder or TimerKind.DeclarationReminder or TimerKind.ConditionReminder
            or TimerKind.OfferReminder or TimerKind.ReportReminder or TimerKind.ReportDue
            or TimerKind.ConditionDue or TimerKind.Expiry or TimerKind.Lapse or TimerKind.NotDecided or TimerKind.Complete
            or TimerKind.EndHold or TimerKind.FreeSlots or TimerKind.EraseBank => null,
    };

    /// <summary>What a timer's alert makes of the case.</summary>
    public static CaseAttention Of(TimerKind kind) =>
        Sentence(kind) is null ? CaseAttention.None : Enum.Parse<CaseAttention>(kind.ToString());

    /// <summary>Every sentence that applies now.</summary>
    public static IReadOnlyList<string> Sentences(CaseAttention attention) =>
        [.. Kinds.Where(kind => attention.HasFlag(Of(kind))).Select(kind => Sentence(kind)!)];

    /// <summary>The timers that raise alerts.</summary>
    public static IReadOnlyList<TimerKind> Kinds { get; } = [.. Enum.GetValues<TimerKind>().Where(kind => Sentence(kind) is not null)];
}
