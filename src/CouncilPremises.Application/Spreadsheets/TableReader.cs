using System.Globalization;
using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using CouncilPremises.Domain;
using CsvHelper;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>A row of a table that somebody filled in.</summary>
/// <param name="Line">Its number as the spreadsheet program shows it: headings are row 1.</param>
/// <param name="Cells">Text by heading: days as 2026-03-24, times as 19:00, numbers with a point. A blank cell is "".</param>
public sealed record TableRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The text under a heading; "" when the table has no such column.</summary>
    public string this[string heading] => Cells.GetValueOrDefault(heading, "");
}

/// <summary>Reads a table from the first sheet of a workbook, or from CSV. Headings name the columns, in any order; a row without any text is passed over.</summary>
public static class TableReader
{
    /// <summary>Largest file, in bytes.</summary>
    public const long LargestFile = 10 * 1024 * 1024;

    private const long LargestUnpacked = 200 * 1024 * 1024;
    private const int MostRows = 20_000;

    /// <summary>The rows; refused with a sentence when the file is no such table, has unknown columns or lacks needed ones.</summary>
    /// <param name="file">The file; it is read to its end.</param>
    /// <param name="fileName">Its name, which says whether it is a workbook.</param>
    /// <param name="headings">Every heading there may be.</param>
    /// <param name="needed">Those that must be there.</param>
    public static Outcome<IReadOnlyList<TableRow>> Read(Stream file, string fileName, IReadOnlyList<string> headings, IReadOnlyList<string> needed)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(fileName);
        using var whole = new MemoryStream();
        file.CopyTo(whole);
        if (whole.Length > LargestFile)
            return No("The file is larger than 10 MB. Divide it into several");
        whole.Position = 0;
        var isWorkbook = fileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        if (!isWorkbook && !fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            return No("Choose a file that ends in .xlsx or .csv. In your spreadsheet program, save it as an Excel workbook or as CSV UTF-8");
        var lines = isWorkbook ? Workbook(whole) : Csv(whole);
        if (!lines.Succeeded)
            return Outcome.Refused<IReadOnlyList<TableRow>>(lines.Refusals);
        if (lines.Value.Count > 0 && !needed.Intersect(lines.Value[0].Cells.Select(cell => cell.Trim()), StringComparer.OrdinalIgnoreCase).Any())
            return No($"{(isWorkbook ? "The first row of the first sheet" : "The first row")} has none of the headings that are needed, such as “{needed[0]}”. "
                + (isWorkbook ? "Move the sheet with the table to the front, its headings in row 1, or start from the template" : "Put the headings in row 1, or start from the template"));
        return Table(lines.Value, headings, needed);
    }

    private static Outcome<IReadOnlyList<TableRow>> Table(IReadOnlyList<Line> lines, IReadOnlyList<string> headings, IReadOnlyList<string> needed)
    {
        if (lines.Count == 0)
            return No("The file is empty. Start from the template");
        var found = lines[0].Cells.Select(cell => headings.FirstOrDefault(heading => string.Equals(heading, cell.Trim(), StringComparison.OrdinalIgnoreCase)) ?? cell.Trim()).ToList();
        var mistakes = found.Where(heading => heading.Length > 0 && !headings.Contains(heading))
            .Select(heading => Mistake($"There is no column “{heading}” in the template. Rename it or take it out"))
            .Concat(needed.Except(found).Select(heading => Mistake($"The column “{heading}” is missing. Add it, or start from the template")))
            .Concat(found.Where(heading => heading.Length > 0).GroupBy(heading => heading).Where(same => same.Count() > 1).Select(same => Mistake($"The column “{same.Key}” is there twice. Take one out")))
            .ToList();
        if (mistakes.Count > 0)
            return Outcome.Refused<IReadOnlyList<TableRow>>(mistakes);
        var rows = lines.Skip(1).Where(line => line.Cells.Any(cell => cell.Length > 0))
            .Select(line => new TableRow(line.Number, found.Index().Where(column => column.Item.Length > 0)
                .ToDictionary(column => column.Item, column => column.Index < line.Cells.Count ? line.Cells[column.Index].Trim() : ""))).ToList();
        if (rows.Count == 0)
            return No("There is no row under the headings. Fill in one at least");
        return rows.Count > MostRows ? No($"There are more than {MostRows:N0} rows. Divide the file into several") : Outcome.Ok<IReadOnlyList<TableRow>>(rows);
    }

    private static Outcome<IReadOnlyList<Line>> Workbook(MemoryStream file)
    {
        try
        {
            // A small file can hold a very large one
            using (var packed = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (packed.Entries.Sum(entry => entry.Length) > LargestUnpacked)
                    return Outcome.Refused<IReadOnlyList<Line>>(Mistake("The workbook is too large. Divide it into several"));
            }

            file.Position = 0;
            using var workbook = new XLWorkbook(file);
            var sheet = workbook.Worksheets.First();
            var width = sheet.LastColumnUsed()?.ColumnNumber() ?? 0;
            var lines = new List<Line>();
            var mistakes = new List<Refusal>();
            foreach (var row in sheet.RowsUsed().Take(MostRows + 2))
            {
                var cells = Enumerable.Range(1, width).Select(row.Cell).ToList();
                mistakes.AddRange(cells.Where(cell => cell.HasFormula)
                    .Select(cell => Mistake($"Row {row.RowNumber()}, cell {cell.Address.ToStringRelative()}: this is a formula. Paste its value in its place")));
                lines.Add(new Line(row.RowNumber(), cells.ConvertAll(cell => cell.HasFormula ? "" : Text(cell))));
            }

            return mistakes.Count > 0 ? Outcome.Refused<IReadOnlyList<Line>>(mistakes) : Outcome.Ok<IReadOnlyList<Line>>(lines);
        }
#pragma warning disable CA1031 // whatever the library says of a broken file, the person is told the same
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return Outcome.Refused<IReadOnlyList<Line>>(Mistake("This is not a workbook that can be read. Open it, save it again as an Excel workbook (.xlsx) without a password, and try again"));
        }
#pragma warning restore CA1031
    }

    private static string Text(IXLCell cell) => cell.DataType switch
    {
        XLDataType.DateTime => Moment(cell.GetDateTime()),
        XLDataType.TimeSpan => Clock(cell.GetTimeSpan()),
        XLDataType.Number => cell.GetDouble().ToString(CultureInfo.InvariantCulture),
        XLDataType.Boolean => cell.GetBoolean() ? "Yes" : "No",
        XLDataType.Text => cell.GetString(),
    };

    // A time alone stands on the day a spreadsheet counts as 0
    private static string Moment(DateTime moment) => moment.Date == moment
        ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : moment.Year < 1901 ? Clock(moment.TimeOfDay) : moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Clock(TimeSpan time) => TimeOnly.FromTimeSpan(time < TimeSpan.FromDays(1) ? time : TimeSpan.Zero).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static Outcome<IReadOnlyList<Line>> Csv(MemoryStream file)
    {
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file.ToArray()).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Outcome.Refused<IReadOnlyList<Line>>(Mistake("The file is not in UTF-8. In your spreadsheet program, save it as CSV UTF-8"));
        }

        var first = text.AsSpan(0, Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal)));
        using var plain = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var reader = CsvReader.Create(plain, new CsvReaderOptions
        {
            Separator = first.Count(';') > first.Count(',') ? ';' : ',',
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            MaxRecordSize = 1_000_000,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            IncludeValuesInExceptions = false,
        });
        // A cell may hold several lines; the spreadsheet program counts its row once
        var inside = 0;
        try
        {
            var lines = new List<Line>();
            while (reader.Read() && lines.Count < MostRows + 2)
            {
                var cells = Enumerable.Range(0, reader.FieldCount).Select(field => reader.GetString(field) ?? "").ToList();
                lines.Add(new Line((int)reader.LineNumber - inside, cells));
                inside += cells.Sum(cell => cell.Count(letter => letter == '\n'));
            }

            return Outcome.Ok<IReadOnlyList<Line>>(lines);
        }
        catch (CsvFormatException problem)
        {
            return Outcome.Refused<IReadOnlyList<Line>>(Mistake($"Row {problem.LineNumber - inside}: the quotation marks are not in pairs. Put another \" beside the one that stands alone, or take it out"));
        }
    }

    private static Outcome<IReadOnlyList<TableRow>> No(string sentence) => Outcome.Refused<IReadOnlyList<TableRow>>(Mistake(sentence));

    private static Refusal Mistake(string sentence) => new("File", sentence, "File");

    private sealed record Line(int Number, IReadOnlyList<string> Cells);
}
