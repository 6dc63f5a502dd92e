using System.Globalization;
using System.Text;

namespace CouncilPremises.Domain.Publishing;

/// <summary>One award as the public sees it: accepted, and not withheld. Everything published about grants is made from these. RULEBOOK 11, issue 5 point 11.</summary>
public sealed record PublishedGrant
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The case's reference, such as GR-2026-00001.</summary>
    public required string Reference { get; init; }

    /// <summary>What the project is called.</summary>
    public required string Title { get; init; }

    /// <summary>What the grant pays for.</summary>
    public required string Description { get; init; }

    /// <summary>Its purpose in a line, for the transparency list; null when the description serves.</summary>
    public string? Purpose { get; init; }

    /// <summary>The currency of every amount, as ISO 4217 writes it.</summary>
    public string Currency { get; init; } = PublicationCodes.Pounds;

    /// <summary>What was awarded; more than nothing.</summary>
    public required Money Awarded { get; init; }

    /// <summary>What was asked for; null when not known.</summary>
    public Money? AppliedFor { get; init; }

    /// <summary>What has been paid so far; null when not known.</summary>
    public Money? Paid { get; init; }

    /// <summary>The day of the decision; not after today.</summary>
    public required DateOnly AwardDate { get; init; }

    /// <summary>First day of the work.</summary>
    public DateOnly? PlannedStart { get; init; }

    /// <summary>Last day of the work; not before its first.</summary>
    public DateOnly? PlannedEnd { get; init; }

    /// <summary>How long the work takes, in whole months.</summary>
    public int? PlannedMonths { get; init; }

    /// <summary>Who received it.</summary>
    public required PublishedRecipient Recipient { get; init; }

    /// <summary>Where it does its good: wards, or other places by name. None for the whole of the council's area.</summary>
    public ValueList<PublishedPlace> Places { get; init; } = [];

    /// <summary>How wide that is: a code of 360Giving's list, such as GLS060 for a local area; null when not said.</summary>
    public string? LocationScope { get; init; }

    /// <summary>The fund's code: a short one, or its id.</summary>
    public string? FundCode { get; init; }

    /// <summary>What groups call the fund.</summary>
    public string? FundTitle { get; init; }

    /// <summary>What the money may be spent on: a code of 360Giving's list, such as FT03 for project costs; null when not said.</summary>
    public string? FundingType { get; init; }

    /// <summary>The council's department that awarded it.</summary>
    public string? Department { get; init; }

    /// <summary>True when everybody could apply; null when not said.</summary>
    public bool? FromOpenCall { get; init; }

    /// <summary>When anything said here last changed; null when not known.</summary>
    public DateTime? ChangedUtc { get; init; }

    /// <summary>The time it was given for, in words; "" when nothing is planned.</summary>
    public string Period => (PlannedStart, PlannedEnd, PlannedMonths) switch
    {
        ({ } start, { } end, _) => $"{Words(start)} to {Words(end)}",
        ({ } start, null, { } months) => $"{Words(months)} from {Words(start)}",
        ({ } start, null, null) => $"From {Words(start)}",
        (null, { } end, _) => $"Until {Words(end)}",
        (null, null, { } months) => Words(months),
        (null, null, null) => "",
    };

    /// <summary>The same with its texts as files can hold them: lines end in one sign, and what is no letter, space, tab or end of line is gone.</summary>
    public PublishedGrant Tidied() => this with
    {
        Reference = Tidy(Reference) ?? "",
        Title = Tidy(Title) ?? "",
        Description = Tidy(Description) ?? "",
        Purpose = Tidy(Purpose),
        LocationScope = Tidy(LocationScope),
        FundCode = Tidy(FundCode),
        FundTitle = Tidy(FundTitle),
        FundingType = Tidy(FundingType),
        Department = Tidy(Department),
        Places = [.. Places.Select(place => new PublishedPlace(Tidy(place.Name) ?? "", Tidy(place.WardCode)))],
        Recipient = Recipient with
        {
            Name = Tidy(Recipient.Name) ?? "",
            CharityNumber = Tidy(Recipient.CharityNumber),
            CompanyNumber = Tidy(Recipient.CompanyNumber),
            StableKey = Tidy(Recipient.StableKey),
            PostalCode = Tidy(Recipient.PostalCode),
        },
    };

    // A workbook is XML, which turns CR LF into LF and cannot hold control characters nor halves of pairs: JSON and workbook would differ. Blank is nothing
    private static string? Tidy(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value is '\t' or '\n' || !(Rune.IsControl(rune) || rune.Value is 0xFFFD or 0xFFFE or 0xFFFF))
                kept.Append(rune.ToString());
        return string.IsNullOrWhiteSpace(kept.ToString()) ? null : kept.ToString();
    }

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", English);

    private static string Words(int months) => months == 1 ? "1 month" : $"{months} months";
}

/// <summary>Who received a grant.</summary>
public sealed record PublishedRecipient
{
    /// <summary>Its legal name.</summary>
    public required string Name { get; init; }

    /// <summary>Its charity number as the regulator writes it; null when it is no charity.</summary>
    public string? CharityNumber { get; init; }

    /// <summary>Its company number; missing leading zeros are added. Null when it is no company.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>What names an unregistered group for ever, in letters that say nothing of it: <see cref="PublishedIdentifiers.KeyFor"/>.</summary>
    public string? StableKey { get; init; }

    /// <summary>Its postcode. Published for registered bodies only: an unregistered group's address is often somebody's home.</summary>
    public string? PostalCode { get; init; }

    /// <summary>True when it stands on a public register.</summary>
    public bool IsRegistered => CharityNumber is not null || CompanyNumber is not null;
}

/// <summary>A place that gains by a grant.</summary>
/// <param name="Name">Its name, such as that of a ward.</param>
/// <param name="WardCode">The ward's nine-character code of the Office for National Statistics; null when not known or no ward.</param>
public sealed record PublishedPlace(string Name, string? WardCode = null);
