using CouncilPremises.Domain.Lists;

namespace CouncilPremises.Domain.Cases;

/// <summary>Why something is paused. Objections, protest and opinions are no reasons and not among them. RULEBOOK 6.</summary>
public enum HoldReason
{
    /// <summary>A possible or confirmed list match, with an identifier besides the name that agrees.</summary>
    ListMatch,

    /// <summary>An imminent risk to people's safety.</summary>
    SafetyRisk,

    /// <summary>The police directed it.</summary>
    PoliceDirection,

    /// <summary>A material statement may be false.</summary>
    FalseStatement,

    /// <summary>A breach is being looked into.</summary>
    BreachInquiry,

    /// <summary>A declaration, DBS check, policy or insurance has run out.</summary>
    DocumentExpired,
}

/// <summary>A pause of a case or of some dates of a booking: the clock stands still, the slot is kept.</summary>
/// <remarks>Before a decision a hold lasts 10◆ working days. A booking is a contract: one approver alone may hold it for 24 hours; a second one's
/// agreement makes that 10◆ working days. Either may be renewed once.</remarks>
public sealed class CaseHold
{
    /// <summary>Hours for which one approver alone may hold a booking. RULEBOOK 6.</summary>
    public const int AloneHours = 24;

    private CaseHold() { }

    /// <summary>A new hold.</summary>
    public CaseHold(Guid id, Guid caseId, HoldFacts facts, Guid byId, DateTime nowUtc, DateTime endsUtc)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Id, CaseId, LaidById, LaidUtc, EndsUtc) = (id, caseId, byId, nowUtc, endsUtc);
        (Reason, Text, IsOfBooking, HitId, Agreeing, OccurrenceIds) =
            (facts.Reason, facts.Text, facts.IsOfBooking, facts.HitId, facts.Agreeing, facts.OccurrenceIds);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Why.</summary>
    public HoldReason Reason { get; private set; }

    /// <summary>On what facts, for colleagues; the hirer reads a neutral letter.</summary>
    public string Text { get; private set; } = "";

    /// <summary>True when a booking is held, not an application.</summary>
    public bool IsOfBooking { get; private set; }

    /// <summary>The hit it is laid for.</summary>
    public Guid? HitId { get; private set; }

    /// <summary>Kinds of identifier besides the name that agree with the entry.</summary>
    public IReadOnlyList<IdentifierKind> Agreeing { get; private set; } = [];

    /// <summary>The dates held; none means the whole case.</summary>
    public IReadOnlyList<Guid> OccurrenceIds { get; private set; } = [];

    /// <summary>Who laid it.</summary>
    public Guid LaidById { get; private set; }

    /// <summary>When.</summary>
    public DateTime LaidUtc { get; private set; }

    /// <summary>When it ends by itself, excluded: then the case goes on, unless a date began meanwhile.</summary>
    public DateTime EndsUtc { get; private set; }

    /// <summary>The second approver of a held booking; null while one alone holds it.</summary>
    public Guid? AgreedById { get; private set; }

    /// <summary>When agreed.</summary>
    public DateTime? AgreedUtc { get; private set; }

    /// <summary>When renewed; once at most.</summary>
    public DateTime? RenewedUtc { get; private set; }

    /// <summary>When it ended; null while it lasts.</summary>
    public DateTime? EndedUtc { get; private set; }

    /// <summary>Who ended it; the system when its time was over.</summary>
    public Guid? EndedById { get; private set; }

    /// <summary>What was found; for a hold that ran into the event, what was put right.</summary>
    public string? EndText { get; private set; }

    /// <summary>True while it lasts.</summary>
    public bool IsOpen => EndedUtc is null;

    /// <summary>True when a booking is held by one approver alone.</summary>
    public bool IsAlone => IsOfBooking && AgreedById is null;

    /// <summary>True once its time is over.</summary>
    public bool IsOver(DateTime nowUtc) => nowUtc >= EndsUtc;

    /// <summary>A second approver agrees, and it lasts longer.</summary>
    public void Agree(Guid byId, DateTime nowUtc, DateTime endsUtc) => (AgreedById, AgreedUtc, EndsUtc) = (byId, nowUtc, endsUtc);

    /// <summary>Lengthens it, once.</summary>
    public void Renew(DateTime nowUtc, DateTime endsUtc) => (RenewedUtc, EndsUtc) = (nowUtc, endsUtc);

    /// <summary>Ends it.</summary>
    public void End(Guid byId, string? text, DateTime nowUtc) => (EndedById, EndText, EndedUtc) = (byId, text, nowUtc);
}

/// <summary>What somebody enters about a hold.</summary>
public sealed record HoldFacts(HoldReason Reason, string Text, bool IsOfBooking, Guid? HitId, IReadOnlyList<IdentifierKind> Agreeing, IReadOnlyList<Guid> OccurrenceIds);
