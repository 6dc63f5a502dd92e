namespace CouncilPremises.Domain.Declarations;

/// <summary>A version of the declaration's text with its legal approval and the day from which groups sign it. It never changes; a change is the next version.</summary>
public sealed class DeclarationEdition
{
    private DeclarationEdition() { }

    /// <summary>A new edition.</summary>
    public DeclarationEdition(int version, string template, DateOnly effectiveFrom, LegalApproval approval, Guid byId, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(approval);
        (Version, Template, EffectiveFrom, ApprovedBy, ApprovedOn) = (version, template, effectiveFrom, approval.By, approval.On);
        (AddedById, AddedUtc) = (byId, nowUtc);
    }

    /// <summary>1 for the rulebook's own text.</summary>
    public int Version { get; private set; }

    /// <summary>The text, with [group] and the choice of scope open.</summary>
    public string Template { get; private set; } = "";

    /// <summary>First day on which groups sign it, included.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>The lawyer who approved it: name and office.</summary>
    public string ApprovedBy { get; private set; } = "";

    /// <summary>The day of the approval.</summary>
    public DateOnly ApprovedOn { get; private set; }

    /// <summary>The administrator who entered it.</summary>
    public Guid AddedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime AddedUtc { get; private set; }

    /// <summary>The text as groups read it.</summary>
    public DeclarationText Text => new(Version, Template);
}

/// <summary>Who approved a text for the council's lawyers, and when.</summary>
public sealed record LegalApproval(string By, DateOnly On);
