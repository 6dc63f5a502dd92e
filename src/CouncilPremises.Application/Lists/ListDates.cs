using System.Globalization;
using System.Text.RegularExpressions;

namespace CouncilPremises.Application.Lists;

/// <summary>Dates as lists write them, some of them known in part only.</summary>
internal static partial class ListDates
{
    private static readonly string[] DayFormats = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "dd-MMM-yyyy", "d-MMM-yyyy", "d MMMM yyyy", "dd MMM yyyy"];

    internal static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as facts hold it; empty when there is none.</summary>
    internal static string Show(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The year in dd/mm/1975, 00/00/1975, 05/1975, 1975-05-02, 1975-05 or 1975; null where the text is none of these.</summary>
    internal static int? Year(string text)
    {
        var match = Partial().Match(text.Trim());
        if (!match.Success)
            return null;
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        return year is >= 1800 and <= 2100 ? year : null;
    }

    /// <summary>A date without the parts nobody knows: "dd/mm/1975" and "00/00/1975" read 1975, so that both layouts of one list agree.</summary>
    internal static string Known(string text) => Unknown().Replace(text.Trim(), "");

    [GeneratedRegex(@"^(?:(?:dd|00?)/)?(?:mm|00?)/(?=\d{4}$)|^(?:dd|00?)/(?=\d{1,2}/\d{4}$)", RegexOptions.IgnoreCase)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"^(?:(?:(?:0?[0-9]|[12][0-9]|3[01]|dd)/)?(?:0?[0-9]|1[0-2]|mm)/)?(?<year>\d{4})$|^(?<year>\d{4})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Partial();
}
