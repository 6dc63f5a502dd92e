using System.Text.RegularExpressions;

namespace CouncilPremises.Domain.Hire;

/// <summary>What an address, a telephone number or a registered number looks like. RULEBOOK 3 B1–B2.</summary>
public static partial class FieldRules
{
    /// <summary>True for one mailbox: something, an @, and a domain with a dot; no spaces, at most 254 characters.</summary>
    public static bool IsEmail(string? text) => text is { Length: <= 254 } && Email().IsMatch(text);

    /// <summary>True for a UK number: 0 or +44 (a bracketed 0 may follow) and nine or ten more digits, spaces, hyphens and brackets apart.</summary>
    public static bool IsUkPhone(string? text)
    {
        var plain = PhonePunctuation().Replace((text ?? "").Replace("(0)", "", StringComparison.Ordinal), "");
        return text is { Length: <= 30 } && Phone().IsMatch(plain);
    }

    /// <summary>True for 6–7 digits, or SC and 6 digits. B1.</summary>
    public static bool IsCharityNumber(string? text) => text is not null && Charity().IsMatch(text);

    /// <summary>True for 8 characters: 8 digits, or 2 letters and 6 digits. B1.</summary>
    public static bool IsCompanyNumber(string? text) => text is not null && Company().IsMatch(text);

    [GeneratedRegex(@"\A[^\s@,;<>""]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"[\s().-]", RegexOptions.CultureInvariant)]
    private static partial Regex PhonePunctuation();

    [GeneratedRegex(@"\A(?:0|\+44|0044)[1-9][0-9]{8,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\A(?:[0-9]{6,7}|SC[0-9]{6})\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Charity();

    [GeneratedRegex(@"\A(?:[0-9]{8}|[A-Z]{2}[0-9]{6})\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Company();
}
