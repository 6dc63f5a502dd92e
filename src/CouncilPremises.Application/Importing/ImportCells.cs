using System.Globalization;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Premises;

namespace CouncilPremises.Application.Importing;

/// <summary>Reads the cells of rows and gathers every mistake, each with its row and column.</summary>
internal sealed class ImportCells
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy"];
    private static readonly string[] TimeForms = ["HH:mm", "H:mm", "HH.mm", "H.mm", "HH:mm:ss"];
    private static readonly string[] WeekDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private readonly List<Refusal> mistakes = [];

    public IReadOnlyList<Refusal> Mistakes => mistakes;

    public void No(TableRow row, string column, string sentence) => mistakes.Add(Mistake(row, column, sentence));

    /// <summary>A mistake in a cell.</summary>
    public static Refusal Mistake(TableRow row, string column, string sentence) =>
        new("Row", string.Create(CultureInfo.InvariantCulture, $"Row {row.Line}, {column}: {sentence}"), "File");

    /// <summary>What is said once, on the first of several rows, stands on the others the same or not at all: otherwise it would be lost unseen.</summary>
    public void SameOrBlank(TableRow first, IEnumerable<TableRow> others, IReadOnlyList<string> columns, string of)
    {
        foreach (var (row, column) in others.SelectMany(_ => columns, (row, column) => (row, column)))
        {
            if (row[column].Length > 0 && !string.Equals(row[column], first[column], StringComparison.OrdinalIgnoreCase))
                No(row, column, string.Create(CultureInfo.InvariantCulture, $"this differs from row {first.Line}, the first of the {of}. Write it on that row, and leave this one blank"));
        }
    }

    public string Text(TableRow row, string column, int longest = 200)
    {
        var text = row[column];
        if (text.Length == 0)
            No(row, column, "this is needed");
        else if (text.Length > longest)
            No(row, column, $"use {longest} characters or fewer");
        return text;
    }

    public DateOnly? Day(TableRow row, string column)
    {
        if (DateOnly.TryParseExact(row[column], DayForms, CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.None, out var day))
            return day;
        No(row, column, row[column].Length == 0 ? "a day is needed" : $"“{Short(row[column])}” is not a day. Write it like 2026-03-24 or 24/03/2026");
        return null;
    }

    public TimeOnly? Time(TableRow row, string column)
    {
        if (!TimeOnly.TryParseExact(row[column], TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            No(row, column, row[column].Length == 0 ? "a time is needed" : $"“{Short(row[column])}” is not a time. Write it like 19:00");
        else if (!Quarters.Fits(time))
            No(row, column, "times go in quarter-hours, such as 19:00 or 19:15");
        else
            return time;
        return null;
    }

    public int? Number(TableRow row, string column, int least, int most)
    {
        if (row[column].Length == 0)
            return null;
        if (int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        No(row, column, string.Create(CultureInfo.InvariantCulture, $"“{Short(row[column])}” is not a whole number from {least:N0} to {most:N0}"));
        return null;
    }

    public bool YesNo(TableRow row, string column)
    {
        if (row[column].ToUpperInvariant() is not ("" or "YES" or "NO" or "Y" or "N"))
            No(row, column, "write Yes or No");
        return row[column].StartsWith('Y') || row[column].StartsWith('y');
    }

    public static IReadOnlyList<string> Parts(TableRow row, string column) =>
        row[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>"Mon-Fri 08:00-22:00; Sat 09:00-23:00".</summary>
    public IReadOnlyList<DayHours> Hours(TableRow row, string column)
    {
        var hours = new List<DayHours>();
        foreach (var part in Parts(row, column))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var days = words.Length == 2 ? words[0].Split('-', '–').Select(WeekDay).ToList() : [];
            var times = words.Length == 2 ? words[1].Split('-', '–') : [];
            if (days.Count is 0 or > 2 || days.Contains(null) || times.Length != 2
                || !TimeOnly.TryParseExact(times[0], TimeForms, out var opens) || !TimeOnly.TryParseExact(times[1], TimeForms, out var closes))
            {
                No(row, column, $"“{Short(part)}” cannot be read. Write it like Mon-Fri 08:00-22:00; Sat 09:00-23:00");
                continue;
            }

            hours.AddRange(Days(days[0]!.Value, days[^1]!.Value).Select(day => new DayHours(day, opens, closes)));
        }

        return hours;
    }

    /// <summary>"theatre: 120; tables: 80", or a number alone.</summary>
    public IReadOnlyDictionary<string, int> Capacities(TableRow row, string column)
    {
        var layouts = new Dictionary<string, int>();
        foreach (var part in Parts(row, column))
        {
            var words = part.Split(':', StringSplitOptions.TrimEntries);
            var name = words.Length == 2 ? words[0] : "any layout";
            if (words.Length > 2 || name.Length == 0 || !int.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var people) || !layouts.TryAdd(name, people))
                No(row, column, $"“{Short(part)}” cannot be read. Write it like theatre: 120; tables: 80");
        }

        if (row[column].Length == 0)
            No(row, column, "this is needed");
        return layouts;
    }

    private static DayOfWeek? WeekDay(string text) =>
        Array.FindIndex(WeekDays, day => text.StartsWith(day, StringComparison.OrdinalIgnoreCase)) is var index and >= 0 ? (DayOfWeek)index : null;

    private static IEnumerable<DayOfWeek> Days(DayOfWeek first, DayOfWeek last) =>
        Enumerable.Range(0, ((int)last - (int)first + 7) % 7 + 1).Select(step => (DayOfWeek)(((int)first + step) % 7));

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
