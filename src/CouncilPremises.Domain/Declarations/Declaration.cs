namespace CouncilPremises.Domain.Declarations;
/// <summary>TEMP</summary>
public sealed record DeclarationText(int Version, string Hash)
{
}
/// <summary>TEMP</summary>
public static class Declaration
{
    /// <summary>TEMP</summary>
    public static DeclarationText Current { get; } = new(1, "x");
}
