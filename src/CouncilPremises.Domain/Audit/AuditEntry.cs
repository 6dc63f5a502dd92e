namespace CouncilPremises.Domain.Audit;

/// <summary>One act, done or refused: ids, action, from, to, policy. Names nobody and tells no reason: those sit in an erasable <see cref="AuditDetail"/>.</summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    /// <summary>A new entry.</summary>
    public AuditEntry(Guid id, DateTime atUtc, Guid actorId, string actorRoles, string action, AuditSubject subject, string? detailDigest, bool wasRefused)
    {
        ArgumentNullException.ThrowIfNull(subject);
        (Id, AtUtc, ActorId, ActorRoles, Action) = (id, atUtc, actorId, actorRoles, action);
        (SubjectKind, SubjectId, CaseId, From, To, PolicyVersion) =
            (subject.Kind, subject.Id, subject.CaseId, subject.From, subject.To, subject.PolicyVersion);
        (DetailDigest, WasRefused) = (detailDigest, wasRefused);
    }

    /// <summary>Id, which sorts by time.</summary>
    public Guid Id { get; private set; }

    /// <summary>When.</summary>
    public DateTime AtUtc { get; private set; }

    /// <summary>Who; <see cref="Guid.Empty"/> for the system or somebody not signed in.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The council roles the actor held then.</summary>
    public string ActorRoles { get; private set; } = "";

    /// <summary>What, as listed in docs/actions-and-audit.md: "Hire.Submit".</summary>
    public string Action { get; private set; } = "";

    /// <summary>What kind of thing it was done to.</summary>
    public string SubjectKind { get; private set; } = "";

    /// <summary>Its id.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The case it belongs to; null for acts outside a case.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>State before; null where there is none.</summary>
    public string? From { get; private set; }

    /// <summary>State after.</summary>
    public string? To { get; private set; }

    /// <summary>Policy in force.</summary>
    public int? PolicyVersion { get; private set; }

    /// <summary>Salted SHA-256 of the detail, hexadecimal; null when there is no detail.</summary>
    public string? DetailDigest { get; private set; }

    /// <summary>True when the act was refused by a rule: S1–S5 breaches, guards, permissions.</summary>
    public bool WasRefused { get; private set; }
}

/// <summary>What an act was done to, and the move it made.</summary>
public sealed record AuditSubject(string Kind, Guid Id, Guid? CaseId = null, string? From = null, string? To = null, int? PolicyVersion = null);

/// <summary>Reasons and values of an act, erasable when its time has come; the entry keeps only the digest.</summary>
public sealed class AuditDetail
{
    private AuditDetail() { }

    /// <summary>A new detail.</summary>
    public AuditDetail(Guid entryId, string salt, string json) => (EntryId, Salt, Json) = (entryId, salt, json);

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>Random salt, hexadecimal, so that a digest cannot be guessed.</summary>
    public string Salt { get; private set; } = "";

    /// <summary>Names and values, as JSON.</summary>
    public string Json { get; private set; } = "";
}
