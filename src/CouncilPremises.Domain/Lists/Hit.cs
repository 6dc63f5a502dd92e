namespace CouncilPremises.Domain.Lists;

/// <summary>As what a name was tried.</summary>
public enum NameTriedAs
{
    /// <summary>The group's legal name.</summary>
    Group,

    /// <summary>Another name of the group.</summary>
    OtherName,

    /// <summary>An office-holder.</summary>
    OfficeHolder,

    /// <summary>An external speaker.</summary>
    Speaker,

    /// <summary>A partner in a project for which a grant is asked.</summary>
    Partner,

    /// <summary>An onward payee: somebody to whom part of a grant is paid on.</summary>
    Payee,

    /// <summary>A person or body on whose behalf the application is made (T9), or a private hirer.</summary>
    Organiser,
}

/// <summary>Where a hit stands.</summary>
public enum HitState
{
    /// <summary>Nobody has proposed a resolution.</summary>
    Open,

    /// <summary>One person has proposed; a second must agree.</summary>
    Proposed,

    /// <summary>Two people agreed.</summary>
    Resolved,
}

/// <summary>What two people made of a hit. RULEBOOK 5.</summary>
public enum HitResolution
{
    /// <summary>Another person or body.</summary>
    FalseMatch,

    /// <summary>The same.</summary>
    Confirmed,

    /// <summary>Cannot tell: L1 and L2 go to consultation, others close in the person's favour.</summary>
    CannotTell,
}

/// <summary>The kinds of identifier that can be compared besides the name. Kinds are stored, never values.</summary>
public enum IdentifierKind
{
    /// <summary>Year of birth.</summary>
    BirthYear,

    /// <summary>Town.</summary>
    Town,

    /// <summary>Middle name.</summary>
    MiddleName,

    /// <summary>Registered number.</summary>
    RegisteredNumber,

    /// <summary>Address.</summary>
    Address,

    /// <summary>Role or occupation in public.</summary>
    PublicRole,

    /// <summary>Activities or purpose of a body.</summary>
    Activities,
}

/// <summary>A possible list match. A hit is a Refer; it never refuses.</summary>
public sealed class Hit
{
    private Hit() { }

    /// <summary>A new hit.</summary>
    public Hit(Guid id, Guid caseId, Guid checkRecordId, ListCode list, Guid? listVersionId, HitMatch match, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(match);
        (Id, CaseId, CheckRecordId, List, ListVersionId, FoundUtc) = (id, caseId, checkRecordId, list, listVersionId, nowUtc);
        (NameTried, TriedAs, EntryKey, EntryHash) = (match.NameTried, match.TriedAs, match.EntryKey, match.EntryHash);
        (EntryName, MatchedName, Score, Band, Why, Rules) = (match.EntryName, match.MatchedName, match.Score, match.Band, match.Why, match.Rules);
        Order = match.Order;
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The XREF record that found it.</summary>
    public Guid CheckRecordId { get; private set; }

    /// <summary>The list.</summary>
    public ListCode List { get; private set; }

    /// <summary>Its edition; null for the council's own decisions, which have none.</summary>
    public Guid? ListVersionId { get; private set; }

    /// <summary>The name tried.</summary>
    public string NameTried { get; private set; } = "";

    /// <summary>As what.</summary>
    public NameTriedAs TriedAs { get; private set; }

    /// <summary>The publisher's key of the entry.</summary>
    public string EntryKey { get; private set; } = "";

    /// <summary>Hash of the entry as it was.</summary>
    public string EntryHash { get; private set; } = "";

    /// <summary>The entry's main name.</summary>
    public string EntryName { get; private set; } = "";

    /// <summary>The name of the entry that matched.</summary>
    public string MatchedName { get; private set; } = "";

    /// <summary>0 to 1; an order, never a verdict.</summary>
    public double Score { get; private set; }

    /// <summary>Strong, Possible or Weak alias.</summary>
    public string Band { get; private set; } = "";

    /// <summary>One sentence of evidence a line.</summary>
    public IReadOnlyList<string> Why { get; private set; } = [];

    /// <summary>Place inside its band, 0 to 1, higher first.</summary>
    public double Order { get; private set; }

    /// <summary>The matcher's rules that spoke for it, each once: they are counted in the fairness report.</summary>
    public IReadOnlyList<string> Rules { get; private set; } = [];

    /// <summary>When found.</summary>
    public DateTime FoundUtc { get; private set; }

    /// <summary>Where it stands.</summary>
    public HitState State { get; private set; }

    /// <summary>What was proposed or agreed.</summary>
    public HitResolution? Resolution { get; private set; }

    /// <summary>Identifiers compared, by kind; two besides the name.</summary>
    public IReadOnlyList<IdentifierKind> Compared { get; private set; } = [];

    /// <summary>Those of the compared that agree; the others differ.</summary>
    public IReadOnlyList<IdentifierKind> Agreeing { get; private set; } = [];

    /// <summary>Reason, without the values compared; empty where the identifiers say it all.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who proposed.</summary>
    public Guid? ProposedById { get; private set; }

    /// <summary>When proposed.</summary>
    public DateTime? ProposedUtc { get; private set; }

    /// <summary>Who agreed.</summary>
    public Guid? AgreedById { get; private set; }

    /// <summary>When agreed.</summary>
    public DateTime? AgreedUtc { get; private set; }

    /// <summary>The first person's proposal.</summary>
    public void Propose(HitResolution resolution, Identifiers identifiers, string reason, Guid byId, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        (State, Resolution, Reason) = (HitState.Proposed, resolution, reason);
        (Compared, Agreeing) = (identifiers.Compared, identifiers.Agreeing);
        (ProposedById, ProposedUtc) = (byId, nowUtc);
    }

    /// <summary>The second person agrees.</summary>
    public void Agree(Guid byId, DateTime nowUtc) => (State, AgreedById, AgreedUtc) = (HitState.Resolved, byId, nowUtc);

    /// <summary>The second person disagrees: open again.</summary>
    public void Disagree()
    {
        (State, Resolution, Compared, Agreeing, Reason) = (HitState.Open, null, [], [], null);
        (ProposedById, ProposedUtc) = (null, null);
    }

    /// <summary>The entry changed before two people had closed the hit: it points to the entry as it is now, and a proposal made about the
    /// old one falls.</summary>
    public void Renew(Guid? listVersionId, HitMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        Disagree();
        (ListVersionId, EntryHash, EntryName, MatchedName) = (listVersionId, match.EntryHash, match.EntryName, match.MatchedName);
        (Score, Band, Order, Why, Rules) = (match.Score, match.Band, match.Order, match.Why, match.Rules);
    }
}

/// <summary>The identifiers somebody compared besides the name, by kind.</summary>
/// <param name="Compared">All of them.</param>
/// <param name="Agreeing">Those that agree; the rest differ.</param>
public sealed record Identifiers(IReadOnlyList<IdentifierKind> Compared, IReadOnlyList<IdentifierKind> Agreeing);

/// <summary>What the matcher found.</summary>
public sealed record HitMatch(
    string NameTried,
    NameTriedAs TriedAs,
    string EntryKey,
    string EntryHash,
    string EntryName,
    string MatchedName,
    double Score,
    string Band,
    IReadOnlyList<string> Why)
{
    /// <summary>Place inside its band, 0 to 1, higher first.</summary>
    public double Order { get; init; }

    /// <summary>The matcher's rules that spoke for it, each once.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}

/// <summary>A false match remembered for a name and an entry until either changes. RULEBOOK 5.</summary>
public sealed class FalseMatch
{
    private FalseMatch() { }

    /// <summary>A new memory.</summary>
    public FalseMatch(Guid id, string nameKey, ListCode list, string entryKey, string entryHash, Guid hitId, DateTime nowUtc) =>
        (Id, NameKey, List, EntryKey, EntryHash, HitId, LastMatchedUtc) = (id, nameKey, list, entryKey, entryHash, hitId, nowUtc);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The name as normalised by the matcher, with the organisation it was tried for.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The list.</summary>
    public ListCode List { get; private set; }

    /// <summary>The entry.</summary>
    public string EntryKey { get; private set; } = "";

    /// <summary>The entry as it was.</summary>
    public string EntryHash { get; private set; } = "";

    /// <summary>The hit that was resolved.</summary>
    public Guid HitId { get; private set; }

    /// <summary>When it last matched: kept 12 months after. RULEBOOK 9.</summary>
    public DateTime LastMatchedUtc { get; private set; }

    /// <summary>Notes that it matched again.</summary>
    public void Seen(DateTime nowUtc) => LastMatchedUtc = nowUtc;
}
