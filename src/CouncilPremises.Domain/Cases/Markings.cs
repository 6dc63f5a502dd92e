using System.Text.RegularExpressions;

namespace CouncilPremises.Domain.Cases;

/// <summary>What may never be typed in: markings, not words, are stopped at entry. RULEBOOK 9.</summary>
public static partial class Markings
{
    /// <summary>The sentence to show when a text carries a protective marking above OFFICIAL-SENSITIVE; null when it may be kept.</summary>
    /// <remarks>A marking is a word in capitals at the start of a line or of the text, as protective markings are written.
    /// "The restricted car park" and "a secret ballot" pass.</remarks>
    public static string? Forbidden(string? text)
    {
        var found = text is null ? null : MarkingAtLineStart().Match(text) is { Success: true } match ? match.Groups[1].Value : null;
        return found is null
            ? null
            : $"This text is marked {found}. The system holds nothing above OFFICIAL-SENSITIVE: keep it where it came from and record only the date and whom to ask.";
    }

    [GeneratedRegex(@"(?:^|\n)[\s\[\(\*]*(RESTRICTED|CONFIDENTIAL|TOP SECRET|SECRET)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MarkingAtLineStart();
}
