using System.Globalization;
using CouncilPremises.Screening.Names;

namespace CouncilPremises.Screening;

/// <summary>A date of birth as lists give it: whole, or a year with perhaps a month.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, 1 to 12; null when it is not known.</param>
/// <param name="Day">The day of the month; null when it is not known.</param>
public sealed record BirthDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>Reads "12/03/1975", "dd/mm/1975", "00/03/1975", "1975-03-12", "1975-03" and "1975"; null when there is no year in it.</summary>
    public static BirthDate? Read(string? text)
    {
        var parts = (text ?? "").Trim().Split(['/', '-', '.'], StringSplitOptions.TrimEntries);
        if (parts.Length is 0 or > 3)
            return null;
        if (parts[0].Length != 4)
            Array.Reverse(parts);
        return Number(parts[0], 1000, 2999) is not { } year ? null : new BirthDate(
            year,
            parts.Length > 1 ? Number(parts[1], 1, 12) : null,
            parts.Length > 2 ? Number(parts[2], 1, 31) : null);
    }

    /// <summary>True when the two may be one date: what one leaves open agrees with anything.</summary>
    public bool Fits(BirthDate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Year == other.Year && (Month is null || other.Month is null || Month == other.Month) && (Day is null || other.Day is null || Day == other.Day);
    }

    /// <summary>True when day, month and year are known.</summary>
    public bool IsWhole => Month is not null && Day is not null;

    /// <summary>As an officer reads it: "12 March 1975", "March 1975" or "1975".</summary>
    public override string ToString() => string.Join(' ', new[]
    {
        Day?.ToString(CultureInfo.InvariantCulture), Month is { } month ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month) : null,
        Year.ToString(CultureInfo.InvariantCulture),
    }.Where(part => part is not null));

    private static int? Number(string text, int from, int to) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number : null;
}

/// <summary>
/// What is known of somebody besides the name. Facts never make a match between unlike names, except the registered number of a body;
/// they raise or lower a match and put the matches of a band in order.
/// </summary>
public sealed record IdentifyingFacts
{
    /// <summary>Nothing is known.</summary>
    public static IdentifyingFacts None { get; } = new();

    /// <summary>Dates of birth; lists often give several.</summary>
    public IReadOnlyList<BirthDate> BirthDates { get; init; } = [];

    /// <summary>Postcodes, in any writing.</summary>
    public IReadOnlyList<string> Postcodes { get; init; } = [];

    /// <summary>Registered numbers of a company or charity, in any writing.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Letters and digits only, in capitals, without zeros in front: "SC 012345" and "sc012345" are one number, and so are "01234567" and "1234567".</summary>
    public static string PlainNumber(string? number)
    {
        var plain = string.Concat(TextCleaner.Clean(number).Where(c => c != ' ')).ToUpperInvariant();
        return plain.TrimStart('0');
    }
}
