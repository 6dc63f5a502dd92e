namespace CouncilPremises.Domain.Lists;

/// <summary>
/// The names of every live case, to be tried against what a new edition changed, or against a decision of the council itself. Done in batches; the last reference done is kept, so that it
/// goes on where it stopped after a restart.
/// </summary>
public sealed class Rescreening
{
    private Rescreening() { }

    /// <summary>A new one, due at once.</summary>
    /// <param name="id">Id.</param>
    /// <param name="part">The part of a list that changed.</param>
    /// <param name="fromVersionId">The edition that was in use; null before the first.</param>
    /// <param name="toVersionId">The edition now in use.</param>
    /// <param name="nowUtc">Now.</param>
    public Rescreening(Guid id, ListPart part, Guid? fromVersionId, Guid toVersionId, DateTime nowUtc) =>
        (Id, Part, FromVersionId, ToVersionId, CreatedUtc, LeasedUntilUtc) = (id, part, fromVersionId, toVersionId, nowUtc, nowUtc);

    /// <summary>A new one for a decision of the council that goes on L4, due at once.</summary>
    public Rescreening(Guid id, Guid decisionId, DateTime nowUtc) => (Id, DecisionId, CreatedUtc, LeasedUntilUtc) = (id, decisionId, nowUtc, nowUtc);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The part of a list that changed; null for a decision of the council.</summary>
    public ListPart? Part { get; private set; }

    /// <summary>The decision that went on L4; null for an edition.</summary>
    public Guid? DecisionId { get; private set; }

    /// <summary>The edition that was in use; null before the first.</summary>
    public Guid? FromVersionId { get; private set; }

    /// <summary>The edition now in use; null for a decision of the council.</summary>
    public Guid? ToVersionId { get; private set; }

    /// <summary>When it became due.</summary>
    public DateTime CreatedUtc { get; private set; }

    /// <summary>Reference of the last case done; empty before the first.</summary>
    public string LastReference { get; private set; } = "";

    /// <summary>Cases done.</summary>
    public int CasesDone { get; private set; }

    /// <summary>New hits found.</summary>
    public int HitsFound { get; private set; }

    /// <summary>Until when a worker has it; another may take it afterwards.</summary>
    public DateTime LeasedUntilUtc { get; private set; }

    /// <summary>When the last case was done; null until then.</summary>
    public DateTime? FinishedUtc { get; private set; }

    /// <summary>Raised whenever a worker takes it or gets on with it, so that two do not do the same batch.</summary>
    public int Version { get; private set; }

    /// <summary>A worker takes it.</summary>
    public void Lease(DateTime untilUtc) => (LeasedUntilUtc, Version) = (untilUtc, Version + 1);

    /// <summary>A batch is done.</summary>
    public void Advance(string lastReference, int cases, int hits, DateTime leasedUntilUtc) =>
        (LastReference, CasesDone, HitsFound, LeasedUntilUtc, Version) = (lastReference, CasesDone + cases, HitsFound + hits, leasedUntilUtc, Version + 1);

    /// <summary>No case is left.</summary>
    public void Finish(DateTime nowUtc) => (FinishedUtc, Version) = (nowUtc, Version + 1);
}
