using System.Globalization;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Days typed one on each line, as people type them.</summary>
public static class DayLines
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] Forms = ["d M yyyy", "d M yy", "d MMMM yyyy", "d MMM yyyy", "yyyy M d"];
    private static readonly char[] Gaps = ['/', '.', '-', ' ', ','];

    /// <summary>Reads "24 3 2026", "24/03/2026", "Tuesday 24 March 2026" or "2026-03-24" on each line; empty lines are passed over.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="days">The days read.</param>
    /// <returns>The lines that are no days.</returns>
    public static IReadOnlyList<string> Read(string? text, out IReadOnlyList<DateOnly> days)
    {
        var read = new List<DateOnly>();
        var wrong = new List<string>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(Gaps, StringSplitOptions.RemoveEmptyEntries).Where(word => !IsWeekday(word));
            if (DateOnly.TryParseExact(string.Join(' ', words), Forms, English, DateTimeStyles.None, out var day))
                read.Add(day);
            else
                wrong.Add(line);
        }

        days = read;
        return wrong;
    }

    /// <summary>Days as lines to be changed.</summary>
    public static string Show(IEnumerable<DateOnly> days) => string.Join('\n', days.Select(day => day.ToString("d MMMM yyyy", English)));

    private static bool IsWeekday(string word) => English.DateTimeFormat.DayNames.Concat(English.DateTimeFormat.AbbreviatedDayNames)
        .Any(name => string.Equals(name, word, StringComparison.OrdinalIgnoreCase));
}
