using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CouncilPremises.Domain.Publishing;

/// <summary>Names that no other publisher gives to anything else: 360Giving's for grants, org-id.guide's for organisations.</summary>
public static partial class PublishedIdentifiers
{
    private const int CompanyNumberLength = 8;

    /// <summary>A grant's: the publisher's prefix and the reference. What is no letter, digit, point, hyphen or underscore becomes an underscore, as 360Giving advises.</summary>
    public static string Grant(Publisher publisher, string reference)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        return $"{publisher.Prefix}-{Safe(reference)}";
    }

    /// <summary>An organisation's: by its charity number; else its company number; else the publisher's prefix and the group's stable key. Null when there is none,
    /// and when a number it gives is not one: a wrong number must not pass for an unregistered group.</summary>
    public static string? Organisation(Publisher publisher, PublishedRecipient recipient)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentNullException.ThrowIfNull(recipient);
        if (recipient.CharityNumber is not null)
            return Charity(recipient.CharityNumber);
        if (recipient.CompanyNumber is not null)
            return CompanyNumber(recipient.CompanyNumber) is { } number ? $"GB-COH-{number}" : null;
        return string.IsNullOrWhiteSpace(recipient.StableKey) ? null : $"{publisher.Prefix}-{Safe(recipient.StableKey)}";
    }

    /// <summary>A charity's: GB-CHC- for England and Wales (6 or 7 digits), GB-SC- for Scotland (SC and 6 digits, which stay),
    /// GB-NIC- for Northern Ireland (NIC and 6 digits, of which the digits stay). Null when it is none of these.</summary>
    public static string? Charity(string? number)
    {
        var plain = Plain(number);
        if (EnglishCharity().IsMatch(plain))
            return $"GB-CHC-{plain}";
        if (ScottishCharity().IsMatch(plain))
            return $"GB-SC-{plain}";
        return NorthernIrishCharity().IsMatch(plain) ? $"GB-NIC-{plain["NIC".Length..]}" : null;
    }

    /// <summary>A company's number with the zeros that spreadsheets lose: 8 characters, kept as text. Null when it cannot be one.</summary>
    public static string? CompanyNumber(string? number)
    {
        var plain = Plain(number);
        var letters = plain.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (plain.Length is 0 || plain.Length > CompanyNumberLength || letters > 2 || plain.Length == letters)
            return null;
        var whole = plain[..letters] + plain[letters..].PadLeft(CompanyNumberLength - letters, '0');
        return Company().IsMatch(whole) ? whole : null;
    }

    /// <summary>The stable key of a group, from its id: always the same, and nothing can be learnt from it. 48 bits: two of a million groups share one with a chance of 1 in 500.</summary>
    public static string KeyFor(Guid organisationId) => $"org-{Convert.ToHexStringLower(SHA256.HashData(organisationId.ToByteArray(bigEndian: true)).AsSpan(0, 6))}";

    private static string Plain(string? number) => (number ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static string Safe(string text) => Unsafe().Replace(text.Trim(), "_");

    [GeneratedRegex(@"[^A-Za-z0-9._-]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"\A[1-9][0-9]{5,6}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishCharity();

    [GeneratedRegex(@"\ASC[0-9]{6}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ScottishCharity();

    [GeneratedRegex(@"\ANIC[0-9]{6}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NorthernIrishCharity();

    // The last form is that of registered societies, such as IP12345R
    [GeneratedRegex(@"\A(?:[0-9]{8}|[A-Z]{2}[0-9]{6}|R[0-9]{7}|[A-Z]{2}[0-9]{5}[A-Z])\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Company();
}
