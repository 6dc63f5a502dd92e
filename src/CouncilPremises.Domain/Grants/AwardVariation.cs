namespace CouncilPremises.Domain.Grants;

/// <summary>A change of an award's lines, amount or dates, as it was made. Whoever made one does not release the award's payments (S2).</summary>
public sealed class AwardVariation
{
    private AwardVariation() { }

    /// <summary>A new one, made just before the award takes it over.</summary>
    public AwardVariation(Guid id, Award before, ValueList<AwardLine> lines, DateOnly ends, string reason, Guid byId, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(reason);
        (Id, CaseId, Reason, ById, MadeUtc) = (id, before.CaseId, reason.Trim(), byId, nowUtc);
        (LinesBefore, AmountBefore, EndsBefore) = (before.Lines, before.Amount, before.Ends);
        (LinesAfter, EndsAfter) = (lines, ends);
        AmountAfter = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case of the award.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who made it.</summary>
    public Guid ById { get; private set; }

    /// <summary>When.</summary>
    public DateTime MadeUtc { get; private set; }

    /// <summary>The lines before.</summary>
    public ValueList<AwardLine> LinesBefore { get; private set; } = [];

    /// <summary>The lines after.</summary>
    public ValueList<AwardLine> LinesAfter { get; private set; } = [];

    /// <summary>What the award came to before.</summary>
    public Money AmountBefore { get; private set; }

    /// <summary>What it came to after.</summary>
    public Money AmountAfter { get; private set; }

    /// <summary>Last day of the project before.</summary>
    public DateOnly EndsBefore { get; private set; }

    /// <summary>Last day after.</summary>
    public DateOnly EndsAfter { get; private set; }
}
