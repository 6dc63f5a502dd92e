namespace CouncilPremises.Domain.Declarations;

/// <summary>A declaration somebody signed, or said no to: DEC.</summary>
public sealed class SignedDeclaration
{
    private SignedDeclaration() { }

    /// <summary>A new signature (or a refusal to sign).</summary>
    public SignedDeclaration(Guid id, Guid organisationId, Guid? caseId, DeclarationSignature signature, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(signature);
        (Id, OrganisationId, CaseId, SignedUtc) = (id, organisationId, caseId, nowUtc);
        (TextVersion, TextHash, SignatoryId, SignatoryName, SignatoryRole) =
            (signature.TextVersion, signature.TextHash, signature.SignatoryId, signature.Name, signature.Role);
        (IsSigned, Organiser) = (signature.IsSigned, signature.Organiser);
        (PaperSignedOn, SeenById) = (signature.Paper?.SignedOn, signature.Paper?.SeenById);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>The case it was made with.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>Version of the text.</summary>
    public int TextVersion { get; private set; }

    /// <summary>SHA-256 of the text shown, hexadecimal.</summary>
    public string TextHash { get; private set; } = "";

    /// <summary>Whose account; <see cref="Guid.Empty"/> for a signature on paper or by a mailed link.</summary>
    public Guid SignatoryId { get; private set; }

    /// <summary>The name typed.</summary>
    public string SignatoryName { get; private set; } = "";

    /// <summary>The office held.</summary>
    public string SignatoryRole { get; private set; } = "";

    /// <summary>False when the signatory declined, which leads to a Refer and a conversation.</summary>
    public bool IsSigned { get; private set; }

    /// <summary>Legal name of the real organiser who signs beside the hirer; null for the hirer's own signature. T9.</summary>
    public string? Organiser { get; private set; }

    /// <summary>The date beside a signature on paper; null for one made here.</summary>
    public DateOnly? PaperSignedOn { get; private set; }

    /// <summary>The officer who saw the signature on paper.</summary>
    public Guid? SeenById { get; private set; }

    /// <summary>When it was made here, or recorded.</summary>
    public DateTime SignedUtc { get; private set; }
}

/// <summary>A signature on paper: the date beside it, and the officer who saw it. RULEBOOK 1 S4.</summary>
public sealed record PaperMark(DateOnly SignedOn, Guid SeenById);

/// <summary>What a signature says.</summary>
public sealed record DeclarationSignature(int TextVersion, string TextHash, Guid SignatoryId, string Name, string Role, bool IsSigned)
{
    /// <summary>Legal name of the real organiser who signs beside the hirer; null for the hirer's own signature.</summary>
    public string? Organiser { get; init; }

    /// <summary>Set when it stands on paper.</summary>
    public PaperMark? Paper { get; init; }
}
