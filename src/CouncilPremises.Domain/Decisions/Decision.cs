namespace CouncilPremises.Domain.Decisions;

/// <summary>What was recommended or decided.</summary>
public enum DecisionKind
{
    /// <summary>An officer recommends approval.</summary>
    RecommendApproval,

    /// <summary>An officer recommends refusal.</summary>
    RecommendRefusal,

    /// <summary>The first of two approvals of a grant above the authority limit.</summary>
    ApproveFirst,

    /// <summary>Approved.</summary>
    Approve,

    /// <summary>Approved with conditions.</summary>
    ApproveWithConditions,

    /// <summary>Minded to refuse: the hirer is heard first.</summary>
    MindedToRefuse,

    /// <summary>Refused.</summary>
    Refuse,

    /// <summary>A change was accepted.</summary>
    AcceptChange,

    /// <summary>A change was declined, or part of it; the original stands.</summary>
    DeclineChange,

    /// <summary>Some dates of a series refused.</summary>
    RefuseDates,

    /// <summary>An approver puts a cancellation forward.</summary>
    ProposeCancellation,

    /// <summary>Cancelled by the council, whole or some dates.</summary>
    Cancel,

    /// <summary>A reviewer set the decisions before this one aside.</summary>
    SetAside,
}

/// <summary>Who decided what and why, and what they relied on. Never changed.</summary>
public sealed class Decision
{
    private Decision() { }

    /// <summary>A new decision.</summary>
    public Decision(Guid id, Guid caseId, DecisionKind kind, DecisionGrounds grounds, DecisionBasis basis, Guid byId, DateTime nowUtc, IReadOnlyList<Guid>? occurrenceIds = null)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        ArgumentNullException.ThrowIfNull(basis);
        (Id, CaseId, Kind, ById, MadeUtc, OccurrenceIds) = (id, caseId, kind, byId, nowUtc, occurrenceIds ?? []);
        (Ground, Text, Answers, NoProhibitedReason) = (grounds.Ground, grounds.Text, grounds.Answers, grounds.NoProhibitedReason);
        (SubmissionNumber, PolicyVersion, RecommendationId, CheckRecordIds) =
            (basis.SubmissionNumber, basis.PolicyVersion, basis.RecommendationId, basis.CheckRecordIds);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What.</summary>
    public DecisionKind Kind { get; private set; }

    /// <summary>Ground D1–D10 of a refusal; null otherwise.</summary>
    public Ground? Ground { get; private set; }

    /// <summary>Reason in words.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Answers to P1–P7 by code.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();

    /// <summary>True when the decider confirmed that no prohibited reason was weighed. RULEBOOK 7.</summary>
    public bool NoProhibitedReason { get; private set; }

    /// <summary>Submission decided on.</summary>
    public int SubmissionNumber { get; private set; }

    /// <summary>Policy in force, which rules the validity of checks.</summary>
    public int PolicyVersion { get; private set; }

    /// <summary>The recommendation decided on.</summary>
    public Guid? RecommendationId { get; private set; }

    /// <summary>The check records relied on.</summary>
    public IReadOnlyList<Guid> CheckRecordIds { get; private set; } = [];

    /// <summary>The dates decided on; none means the whole application.</summary>
    public IReadOnlyList<Guid> OccurrenceIds { get; private set; } = [];

    /// <summary>Who.</summary>
    public Guid ById { get; private set; }

    /// <summary>When.</summary>
    public DateTime MadeUtc { get; private set; }
}

/// <summary>Why.</summary>
public sealed record DecisionGrounds(Ground? Ground, string Text, IReadOnlyDictionary<string, string> Answers, bool NoProhibitedReason);

/// <summary>What it was based on.</summary>
public sealed record DecisionBasis(int SubmissionNumber, int PolicyVersion, Guid? RecommendationId, IReadOnlyList<Guid> CheckRecordIds);
