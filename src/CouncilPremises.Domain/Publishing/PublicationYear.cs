using System.Globalization;

namespace CouncilPremises.Domain.Publishing;

/// <summary>A council's financial year: 1 April to 31 March, both included.</summary>
/// <param name="StartYear">The calendar year in which it begins.</param>
public readonly record struct PublicationYear(int StartYear)
{
    private const int Earliest = 1990;
    private const int Latest = 2998;

    /// <summary>Its first day.</summary>
    public DateOnly FirstDay => new(StartYear, 4, 1);

    /// <summary>Its last day.</summary>
    public DateOnly LastDay => new(StartYear + 1, 3, 31);

    /// <summary>The year a day lies in.</summary>
    public static PublicationYear Of(DateOnly day) => new(day.Month < 4 ? day.Year - 1 : day.Year);

    /// <summary>Reads "2026-27".</summary>
    public static bool TryParse(string? text, out PublicationYear year)
    {
        var read = int.TryParse(text?.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start is >= Earliest and <= Latest;
        year = read ? new(start) : default;
        return read && year.ToString() == text;
    }

    /// <summary>As councils write it, and as it stands in file names: "2026-27".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartYear}-{(StartYear + 1) % 100:00}");
}
