namespace CouncilPremises.Application.Spreadsheets;

/// <summary>Writes a sheet as CSV. Text a spreadsheet program would take for a formula gets an apostrophe before it. RULEBOOK 11.</summary>
public static class CsvSheetWriter
{
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r'];
    private static readonly char[] NeedQuotes = [',', '"', '\r', '\n'];

    /// <summary>Writes headings and rows as UTF-8 with lines that end in CRLF.</summary>
    public static async Task<int> WriteAsync(Sheet sheet, TextWriter writer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(writer);
        await LineAsync(writer, sheet.Columns.Select(column => Field(CellValue.Of(column.Heading))));
        var rows = 0;
        await foreach (var row in sheet.ReadAsync(cancellationToken))
        {
            await LineAsync(writer, row.Select(Field));
            rows++;
        }

        return rows;
    }

    private static Task LineAsync(TextWriter writer, IEnumerable<string> fields) => writer.WriteAsync(string.Join(",", fields) + "\r\n");

    private static string Field(CellValue value)
    {
        var text = value.Invariant;
        if (value.Kind == CellKind.Text && FormulaStarts.Contains(text[0]))
            text = "'" + text;
        return text.IndexOfAny(NeedQuotes) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
