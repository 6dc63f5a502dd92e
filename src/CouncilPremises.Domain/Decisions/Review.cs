using CouncilPremises.Domain.Cases;

namespace CouncilPremises.Domain.Decisions;

/// <summary>What a group may have reviewed. RULEBOOK 6.</summary>
public enum ReviewSubject
{
    /// <summary>A refusal, whole or of some dates.</summary>
    Refusal,

    /// <summary>A cancellation by the council, whole or of some dates.</summary>
    Cancellation,

    /// <summary>Conditions of an approval.</summary>
    Conditions,

    /// <summary>An upheld breach.</summary>
    Breach,

    /// <summary>A change that was declined, whole or without some speakers.</summary>
    Change,
}

/// <summary>What a reviewer decides.</summary>
public enum ReviewOutcome
{
    /// <summary>It stands.</summary>
    Uphold,

    /// <summary>Something milder takes its place.</summary>
    Vary,

    /// <summary>It is set aside, and the case goes back to a named state.</summary>
    Return,
}

/// <summary>A second look by somebody who had no part in the case.</summary>
public sealed class Review
{
    private Review() { }

    /// <summary>A new request.</summary>
    public Review(Guid id, Guid caseId, ReviewSubject subject, Guid subjectId, string reasons, Guid askedById, DateTime nowUtc, DateOnly dueOn)
    {
        (Id, CaseId, Subject, SubjectId, Reasons) = (id, caseId, subject, subjectId, reasons);
        (AskedById, AskedUtc, DueOn) = (askedById, nowUtc, dueOn);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What is reviewed.</summary>
    public ReviewSubject Subject { get; private set; }

    /// <summary>The decision or the breach reviewed. Each is reviewed once.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Why the group thinks it wrong.</summary>
    public string Reasons { get; private set; } = "";

    /// <summary>Who asked.</summary>
    public Guid AskedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime AskedUtc { get; private set; }

    /// <summary>Last day for the outcome: 10◆ wd, 3◆ when the event is near.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The outcome; null while open.</summary>
    public ReviewOutcome? Outcome { get; private set; }

    /// <summary>The state the case went to.</summary>
    public CaseState? ReturnedTo { get; private set; }

    /// <summary>The reviewer's reasons, which the group reads.</summary>
    public string? Text { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime? DecidedUtc { get; private set; }

    /// <summary>True until it is decided.</summary>
    public bool IsOpen => DecidedUtc is null;

    /// <summary>Decides it.</summary>
    public void Decide(ReviewOutcome outcome, CaseState returnedTo, string text, Guid byId, DateTime nowUtc) =>
        (Outcome, ReturnedTo, Text, DecidedById, DecidedUtc) = (outcome, returnedTo, text, byId, nowUtc);
}
