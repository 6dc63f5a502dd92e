namespace CouncilPremises.Domain.Setup;

/// <summary>What administrators state about the council's readiness. Each stands at most once.</summary>
public enum SetupPoint
{
    /// <summary>A test message was sent; the note is the hash of its code.</summary>
    TestSent,

    /// <summary>A test message came through.</summary>
    MailWorks,

    /// <summary>Elections were considered: entered, or none is near.</summary>
    ElectionsConsidered,

    /// <summary>The data-protection impact assessment is made. RULEBOOK 9.</summary>
    ImpactAssessed,

    /// <summary>Applications are open to the public.</summary>
    Open,
}

/// <summary>A statement of an administrator: who, when, and what was noted.</summary>
public sealed class SetupMark
{
    private SetupMark() { }

    /// <summary>A new statement.</summary>
    public SetupMark(SetupPoint point, string note, Guid byId, DateTime nowUtc) => (Point, Note, ById, AtUtc) = (point, note, byId, nowUtc);

    /// <summary>What about; also its key.</summary>
    public SetupPoint Point { get; private set; }

    /// <summary>What was noted: a reference, a name; perhaps empty.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Who.</summary>
    public Guid ById { get; private set; }

    /// <summary>When.</summary>
    public DateTime AtUtc { get; private set; }

    /// <summary>States it anew.</summary>
    public void State(string note, Guid byId, DateTime nowUtc) => (Note, ById, AtUtc) = (note, byId, nowUtc);
}
