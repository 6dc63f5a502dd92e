namespace CouncilPremises.Domain.Cases;

/// <summary>Where somebody left off on a case, so that the queue and the case can say what changed since they looked.</summary>
public sealed class CaseMark
{
    private CaseMark() { }

    /// <summary>A first look.</summary>
    public CaseMark(Guid userId, Guid caseId, int seenVersion, DateTime nowUtc) =>
        (UserId, CaseId, SeenVersion, SeenUtc) = (userId, caseId, seenVersion, nowUtc);

    /// <summary>Who looked.</summary>
    public Guid UserId { get; private set; }

    /// <summary>At which case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The case's version then.</summary>
    public int SeenVersion { get; private set; }

    /// <summary>When.</summary>
    public DateTime SeenUtc { get; private set; }

    /// <summary>Looks again.</summary>
    public void Look(int version, DateTime nowUtc) => (SeenVersion, SeenUtc) = (version, nowUtc);
}
