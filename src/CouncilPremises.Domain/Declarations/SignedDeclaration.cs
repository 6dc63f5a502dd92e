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
        IsSigned = signature.IsSigned;
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

    /// <summary>Who.</summary>
    public Guid SignatoryId { get; private set; }

    /// <summary>The name typed.</summary>
    public string SignatoryName { get; private set; } = "";

    /// <summary>The office held.</summary>
    public string SignatoryRole { get; private set; } = "";

    /// <summary>False when the signatory declined, which leads to a Refer and a conversation.</summary>
    public bool IsSigned { get; private set; }

    /// <summary>When.</summary>
    public DateTime SignedUtc { get; private set; }
}

/// <summary>What a signature says.</summary>
public sealed record DeclarationSignature(int TextVersion, string TextHash, Guid SignatoryId, string Name, string Role, bool IsSigned);
