namespace CouncilPremises.Domain.Grants;

/// <summary>A file for the finance system: which payments it holds never changes, and each payment stands in one file only.</summary>
public sealed class PaymentFile
{
    private PaymentFile() { }

    /// <summary>A new file of payments just marked sent.</summary>
    public PaymentFile(Guid id, string reference, int count, Money total, Guid madeById, DateTime nowUtc) =>
        (Id, Reference, Count, Total, MadeById, MadeUtc) = (id, reference, count, total, madeById, nowUtc);

    /// <summary>Id, given by the page that asked for it: the same page sent twice gives the same file.</summary>
    public Guid Id { get; private set; }

    /// <summary>GP-2026-00001.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>How many payments.</summary>
    public int Count { get; private set; }

    /// <summary>What they come to.</summary>
    public Money Total { get; private set; }

    /// <summary>Who made it.</summary>
    public Guid MadeById { get; private set; }

    /// <summary>When.</summary>
    public DateTime MadeUtc { get; private set; }
}
