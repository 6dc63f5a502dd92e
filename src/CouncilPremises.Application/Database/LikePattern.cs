namespace CouncilPremises.Application.Database;

/// <summary>Patterns for SQL's LIKE with <c>\</c> as the escape, so that what people type stands for itself.</summary>
internal static class LikePattern
{
    /// <summary>Whatever holds these letters, compared in capitals.</summary>
    public static string Holding(string letters) =>
        $"%{letters.ToUpperInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
