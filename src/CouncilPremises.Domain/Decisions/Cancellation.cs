namespace CouncilPremises.Domain.Decisions;

/// <summary>Why the council cancels. The first four are the emergencies of RULEBOOK 6. Objections and protest never suffice and are not among them:
/// a confirmed booking is a contract.</summary>
public enum CancellationCause
{
    /// <summary>An imminent risk to safety.</summary>
    SafetyRisk,

    /// <summary>A match with L1 or L2 that two people confirmed after the approval.</summary>
    ConfirmedMatch,

    /// <summary>The police directed it.</summary>
    PoliceDirection,

    /// <summary>A material statement was false.</summary>
    FalseStatement,

    /// <summary>Insurance, declaration, policy or DBS check that the date needs has run out, or a condition due was not met.</summary>
    DocumentMissing,

    /// <summary>A serious breach upheld within 24 months.</summary>
    UpheldBreach,

    /// <summary>The premises cannot be used.</summary>
    Closure,
}

/// <summary>What a cancellation must say before it counts.</summary>
public static class CancellationRules
{
    /// <summary>Fewest characters of what is offered instead, and of why the hirer could not be heard.</summary>
    public const int FewestCharacters = 20;

    /// <summary>Most characters of either.</summary>
    public const int MostCharacters = 2000;

    /// <summary>Causes an approver may choose; a closure has a form of its own.</summary>
    public static IReadOnlyList<CancellationCause> Choices { get; } = [.. Enum.GetValues<CancellationCause>().Where(cause => cause != CancellationCause.Closure)];

    /// <summary>Grounds that fit a cause. RULEBOOK 7.</summary>
    public static IReadOnlyList<Ground> GroundsFor(CancellationCause cause) => cause switch
    {
        CancellationCause.SafetyRisk => [Ground.D2, Ground.D3],
        CancellationCause.ConfirmedMatch => [Ground.D1, Ground.D4],
        CancellationCause.PoliceDirection => [Ground.D1, Ground.D2, Ground.D9],
        CancellationCause.FalseStatement => [Ground.D5],
        CancellationCause.DocumentMissing => [Ground.D8],
        CancellationCause.UpheldBreach => [Ground.D6],
        CancellationCause.Closure => [Ground.D8],
    };

    /// <summary>What is missing besides the answers to P1–P7; empty when it may be put forward.</summary>
    public static IReadOnlyList<Refusal> Check(CancellationFacts facts, Ground? ground)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var refusals = new List<Refusal>();
        if (ground is { } given && !GroundsFor(facts.Cause).Contains(given))
            refusals.Add(new Refusal("Ground", $"This cause goes with {string.Join(" or ", GroundsFor(facts.Cause))} only. Choose that ground, or another cause.", "Ground"));
        if (facts.HirerHeard is null)
            refusals.Add(new Refusal("Heard", "Say whether the hirer has been heard.", "HirerHeard"));
        if (facts.HirerHeard == false && Length(facts.NotHeardReason) < FewestCharacters)
            refusals.Add(new Refusal("Heard", "Hear the hirer first, or say in 20 characters or more why that was impracticable.", "NotHeardReason"));
        if (facts.HirerHeard == false && Length(facts.NotHeardReason) > MostCharacters)
            refusals.Add(new Refusal("Length", "Use 2,000 characters or fewer to say why the hirer was not heard.", "NotHeardReason"));
        if (Length(facts.Alternative) is < FewestCharacters or > MostCharacters)
            refusals.Add(new Refusal("Alternative", "Say in 20 to 2,000 characters what the hirer is offered instead: another room, another date, or help to find a place.", "Alternative"));
        if (facts.Refund is null)
            refusals.Add(new Refusal("Refund", "Enter what is paid back; 0 when nothing was paid.", "Refund"));
        return refusals;
    }

    private static int Length(string? text) => text?.Trim().Length ?? 0;
}

/// <summary>What an approver enters about a cancellation besides ground and answers.</summary>
/// <param name="Cause">Why.</param>
/// <param name="OccurrenceIds">The dates; none means all that are still to come.</param>
/// <param name="HirerHeard">Whether the hirer was heard; what they said is the answer to P7.</param>
/// <param name="NotHeardReason">Why that was impracticable.</param>
/// <param name="Alternative">What is offered instead.</param>
/// <param name="Refund">What is paid back.</param>
public sealed record CancellationFacts(
    CancellationCause Cause, IReadOnlyList<Guid> OccurrenceIds, bool? HirerHeard, string? NotHeardReason, string? Alternative, Money? Refund);

/// <summary>A cancellation by the council: put forward by one approver, decided by another. A closure is ordered by one and countersigned after.</summary>
public sealed class Cancellation
{
    private Cancellation() { }

    /// <summary>A new proposal.</summary>
    public Cancellation(Guid id, Guid caseId, Guid proposalId, CancellationFacts facts, Guid byId, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Id, CaseId, ProposalId, ProposedById, ProposedUtc) = (id, caseId, proposalId, byId, nowUtc);
        (Cause, OccurrenceIds, NotHeardReason, Alternative, Refund) =
            (facts.Cause, facts.OccurrenceIds, facts.HirerHeard == true ? null : facts.NotHeardReason?.Trim(), facts.Alternative?.Trim() ?? "", facts.Refund ?? Money.Zero);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Why.</summary>
    public CancellationCause Cause { get; private set; }

    /// <summary>The dates.</summary>
    public IReadOnlyList<Guid> OccurrenceIds { get; private set; } = [];

    /// <summary>Why the hirer was not heard; null when they were.</summary>
    public string? NotHeardReason { get; private set; }

    /// <summary>What is offered instead.</summary>
    public string Alternative { get; private set; } = "";

    /// <summary>What is paid back.</summary>
    public Money Refund { get; private set; }

    /// <summary>The decision that put it forward, with ground and P1–P7.</summary>
    public Guid ProposalId { get; private set; }

    /// <summary>Who put it forward.</summary>
    public Guid ProposedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime ProposedUtc { get; private set; }

    /// <summary>The decision that cancelled; null while open or turned down.</summary>
    public Guid? DecisionId { get; private set; }

    /// <summary>The second approver, who cancelled or turned it down.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime? DecidedUtc { get; private set; }

    /// <summary>Why it was turned down.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>True until a second approver decides.</summary>
    public bool IsOpen => DecidedUtc is null;

    /// <summary>A second approver cancels.</summary>
    public void Confirm(Guid decisionId, Guid byId, DateTime nowUtc) => (DecisionId, DecidedById, DecidedUtc) = (decisionId, byId, nowUtc);

    /// <summary>A second approver turns it down.</summary>
    public void Decline(string reason, Guid byId, DateTime nowUtc) => (DeclineReason, DecidedById, DecidedUtc) = (reason, byId, nowUtc);
}

/// <summary>A closure of premises ordered by one approver: one reason for every date it touches. A second approver countersigns within 1 wd. RULEBOOK 6.</summary>
public sealed class ClosureOrder
{
    /// <summary>Working days to countersign. RULEBOOK 6.</summary>
    public const int CountersignWorkingDays = 1;

    private ClosureOrder() { }

    /// <summary>A new order; it has the id of the days closed.</summary>
    public ClosureOrder(Guid closureId, string place, string reason, string alternative, IReadOnlyList<Guid> occurrenceIds, Guid byId, DateTime nowUtc, DateOnly countersignBy)
    {
        (ClosureId, Place, Reason, Alternative, OccurrenceIds) = (closureId, place, reason, alternative, occurrenceIds);
        (OrderedById, OrderedUtc, CountersignBy) = (byId, nowUtc, countersignBy);
    }

    /// <summary>The days closed.</summary>
    public Guid ClosureId { get; private set; }

    /// <summary>What is closed and when, in words.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Why: P2, the evidence with source and date.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What every hirer is offered instead.</summary>
    public string Alternative { get; private set; } = "";

    /// <summary>The dates cancelled.</summary>
    public IReadOnlyList<Guid> OccurrenceIds { get; private set; } = [];

    /// <summary>Who ordered it.</summary>
    public Guid OrderedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime OrderedUtc { get; private set; }

    /// <summary>Last day to countersign.</summary>
    public DateOnly CountersignBy { get; private set; }

    /// <summary>The second approver; null while nobody has signed.</summary>
    public Guid? SignedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime? SignedUtc { get; private set; }

    /// <summary>Why the second approver disagrees; null when they agree.</summary>
    public string? Objection { get; private set; }

    /// <summary>The second approver signs, or says why they disagree.</summary>
    public void Sign(string? objection, Guid byId, DateTime nowUtc) => (Objection, SignedById, SignedUtc) = (objection, byId, nowUtc);
}
