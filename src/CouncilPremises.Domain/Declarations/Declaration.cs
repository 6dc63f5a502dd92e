namespace CouncilPremises.Domain.Declarations;

/// <summary>The declaration in use.</summary>
public static class Declaration
{
    /// <summary>Its text, version and hash.</summary>
    public static DeclarationText Current => DeclarationText.V1;
}
