namespace CouncilPremises.Domain.Checks;

/// <summary>What a check record is about. RULEBOOK 5: DEC, REG, SAF, INS, DBS and BNK belong to the organisation.</summary>
public enum CheckSubject
{
    /// <summary>The organisation: counts for every case while valid and in scope.</summary>
    Organisation,

    /// <summary>A person in a role in the organisation.</summary>
    PersonInRole,

    /// <summary>This case only.</summary>
    Case,

    /// <summary>The real organiser behind this case: T9. Counts for this case and this organiser only.</summary>
    RealOrganiser,
}

/// <summary>Whom a check is about.</summary>
public enum CheckParty
{
    /// <summary>Whoever hires.</summary>
    Hirer,

    /// <summary>Whoever really organises, when the hirer books for others: T9.</summary>
    Organiser,
}

/// <summary>One recorded check. Append-only: a refresh adds a record that supersedes this one.</summary>
public sealed class CheckRecord
{
    private CheckRecord() { }

    /// <summary>A new record.</summary>
    public CheckRecord(Guid id, CheckCode code, CheckTarget target, CheckFinding finding, Guid recordedById, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(finding);
        (Id, Code, RecordedById, RecordedUtc) = (id, code, recordedById, nowUtc);
        (Subject, OrganisationId, CaseId, Person) = (target.Subject, target.OrganisationId, target.CaseId, target.Person);
        (Outcome, Evidence, ValidUntil) = (finding.Outcome, finding.Evidence, finding.ValidUntil);
        (ListVersionIds, SupersedesId, Note) = (finding.ListVersionIds, finding.SupersedesId, finding.Note);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which check.</summary>
    public CheckCode Code { get; private set; }

    /// <summary>Organisation, person in a role, or case.</summary>
    public CheckSubject Subject { get; private set; }

    /// <summary>The organisation it belongs to.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>The case it was recorded for; null when it belongs to the organisation alone.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>The person in a role ("Ada Lee, youth worker"), or the legal name of the real organiser; null otherwise.</summary>
    public string? Person { get; private set; }

    /// <summary>Whom it is about.</summary>
    public CheckParty Party => Subject == CheckSubject.RealOrganiser ? CheckParty.Organiser : CheckParty.Hirer;

    /// <summary>Clear, Refer or Fail. A Fail needs evidence and a second person.</summary>
    public CheckOutcome Outcome { get; private set; }

    /// <summary>Evidence by field name, as the check's row in the rule table asks.</summary>
    public IReadOnlyDictionary<string, string> Evidence { get; private set; } = new Dictionary<string, string>();

    /// <summary>Why, in the recorder's words; reasons for closing a Refer.</summary>
    public string? Note { get; private set; }

    /// <summary>Last day it counts, included; null when it lasts as long as the case.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Versions of the lists looked at, for XREF.</summary>
    public IReadOnlyList<Guid> ListVersionIds { get; private set; } = [];

    /// <summary>The record this one replaces.</summary>
    public Guid? SupersedesId { get; private set; }

    /// <summary>Who recorded it; <see cref="Guid.Empty"/> for the system.</summary>
    public Guid RecordedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime RecordedUtc { get; private set; }

    /// <summary>The second person of four-eyes; null until they agree.</summary>
    public Guid? AgreedById { get; private set; }

    /// <summary>When the second person agreed.</summary>
    public DateTime? AgreedUtc { get; private set; }

    /// <summary>A second person agrees; nothing else on a record ever changes.</summary>
    public void Agree(Guid byId, DateTime nowUtc)
    {
        if (AgreedById is not null)
            throw new InvalidOperationException("A record is agreed once.");
        (AgreedById, AgreedUtc) = (byId, nowUtc);
    }
}

/// <summary>What a record is about.</summary>
public sealed record CheckTarget(CheckSubject Subject, Guid OrganisationId, Guid? CaseId, string? Person = null);

/// <summary>What was found.</summary>
public sealed record CheckFinding(
    CheckOutcome Outcome,
    IReadOnlyDictionary<string, string> Evidence,
    DateOnly? ValidUntil,
    Guid? SupersedesId = null,
    string? Note = null)
{
    /// <summary>Versions of the lists looked at, for XREF.</summary>
    public IReadOnlyList<Guid> ListVersionIds { get; init; } = [];
}

/// <summary>A check not asked for in one case, for a stated reason, agreed by two people, until a date. RULEBOOK 5.</summary>
public sealed class Waiver
{
    private Waiver() { }

    /// <summary>A new request; it counts once a second person agrees.</summary>
    public Waiver(Guid id, Guid caseId, CheckCode code, string reason, DateOnly expiresOn, Guid askedById, DateTime nowUtc) =>
        (Id, CaseId, Code, Reason, ExpiresOn, AskedById, AskedUtc) = (id, caseId, code, reason, expiresOn, askedById, nowUtc);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The check.</summary>
    public CheckCode Code { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Last day it counts, included.</summary>
    public DateOnly ExpiresOn { get; private set; }

    /// <summary>Who asked.</summary>
    public Guid AskedById { get; private set; }

    /// <summary>When asked.</summary>
    public DateTime AskedUtc { get; private set; }

    /// <summary>Who agreed; null until then.</summary>
    public Guid? AgreedById { get; private set; }

    /// <summary>When agreed.</summary>
    public DateTime? AgreedUtc { get; private set; }

    /// <summary>A second person agrees.</summary>
    public void Agree(Guid byId, DateTime nowUtc) => (AgreedById, AgreedUtc) = (byId, nowUtc);
}
