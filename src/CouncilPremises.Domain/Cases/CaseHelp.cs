namespace CouncilPremises.Domain.Cases;

/// <summary>What a member of staff did for the hirer's side of an application. RULEBOOK 1 S4.</summary>
public enum HelpKind
{
    /// <summary>Typed the applicant's own words, from the telephone or from paper: may check but not decide.</summary>
    Typed,

    /// <summary>Helped to word it: never handles it.</summary>
    HelpedWrite,
}

/// <summary>How the applicant's words came.</summary>
public enum HeardBy
{
    /// <summary>On the telephone.</summary>
    Telephone,

    /// <summary>At the counter.</summary>
    InPerson,

    /// <summary>In writing, with a signature.</summary>
    Paper,
}

/// <summary>That an officer typed an application, or helped to write it. Recorded once an officer and kind; never taken back.</summary>
public sealed class CaseHelp
{
    private CaseHelp() { }

    /// <summary>A new record.</summary>
    public CaseHelp(Guid id, Guid caseId, Guid officerId, HelpKind kind, HeardBy? heardBy, DateTime nowUtc) =>
        (Id, CaseId, OfficerId, Kind, HeardBy, MadeUtc) = (id, caseId, officerId, kind, heardBy, nowUtc);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Who.</summary>
    public Guid OfficerId { get; private set; }

    /// <summary>Typed or helped to write.</summary>
    public HelpKind Kind { get; private set; }

    /// <summary>How the words came; null for help that was declared later.</summary>
    public HeardBy? HeardBy { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTime MadeUtc { get; private set; }
}
