using System.Security.Cryptography;
using System.Text;
using System.Xml;
using ClosedXML.Excel;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>What a sheet came to.</summary>
public sealed record SheetCount(string Name, int Rows);

/// <summary>Writes sheets into one workbook: headings that stay in view, filters, widths, true dates and numbers, the marking on every
/// printed page. Text is typed as text and never becomes a formula. RULEBOOK 11.</summary>
public sealed class WorkbookWriter : IDisposable
{
    private const int LongestText = 32_767;
    private readonly XLWorkbook workbook = new();
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly string marking;

    /// <summary>A workbook with this marking.</summary>
    public WorkbookWriter(string marking) => this.marking = marking;

    /// <summary>Adds a sheet after the others and says how many rows it has.</summary>
    public async Task<SheetCount> AddAsync(Sheet sheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new SheetCount(sheet.Name, await FillAsync(workbook.Worksheets.Add(sheet.Name), sheet, isEvidence: true, cancellationToken));
    }

    /// <summary>Puts a sheet before the others; it is not part of the digest, which it tells.</summary>
    public Task AddFirstAsync(Sheet sheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var worksheet = workbook.Worksheets.Add(sheet.Name, 1);
        worksheet.SetTabActive();
        return FillAsync(worksheet, sheet, isEvidence: false, cancellationToken);
    }

    /// <summary>SHA-256 over the name, the headings and every cell of the sheets added, in order; hexadecimal. Cells end in the unit
    /// separator (U+001F) and rows in the record separator (U+001E), each cell as <see cref="CellValue.Invariant"/> writes it.</summary>
    public string DigestSoFar() => Convert.ToHexStringLower(digest.GetCurrentHash());

    /// <summary>Saves the workbook.</summary>
    public async Task SaveAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        // The library needs to move about in what it writes
        using var whole = new MemoryStream();
        workbook.SaveAs(whole);
        whole.Position = 0;
        await whole.CopyToAsync(stream, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        workbook.Dispose();
        digest.Dispose();
    }

    private async Task<int> FillAsync(IXLWorksheet worksheet, Sheet sheet, bool isEvidence, CancellationToken cancellationToken)
    {
        var headings = sheet.Columns.Select(column => CellValue.Of(column.Heading)).ToList();
        var formats = new string?[headings.Count];
        for (var at = 0; at < headings.Count; at++)
            Write(worksheet.Cell(1, at + 1), headings[at]);
        if (isEvidence)
            Digest([CellValue.Of(sheet.Name), .. headings]);
        var rows = 0;
        await foreach (var row in sheet.ReadAsync(cancellationToken))
        {
            WriteRow(worksheet, ++rows + 1, row, formats);
            if (isEvidence)
                Digest(row);
        }

        Dress(worksheet, sheet, rows);
        return rows;
    }

    private void Dress(IXLWorksheet worksheet, Sheet sheet, int rows)
    {
        // Measuring text needs a graphics library that servers do not have, so widths are given
        for (var at = 0; at < sheet.Columns.Count; at++)
            worksheet.Column(at + 1).Width = sheet.Columns[at].Width;
        var head = worksheet.Range(1, 1, 1, sheet.Columns.Count);
        head.Style.Font.Bold = true;
        head.Style.Fill.BackgroundColor = XLColor.FromArgb(0xE8, 0xEE, 0xF0);
        worksheet.SheetView.FreezeRows(1);
        worksheet.Range(1, 1, rows + 1, sheet.Columns.Count).SetAutoFilter();
        worksheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        worksheet.PageSetup.PagesWide = 1;
        worksheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
        worksheet.PageSetup.Header.Center.AddText(marking);
        worksheet.PageSetup.Footer.Center.AddText(marking);
    }

    // The first value of a column gives the column its format, which the cells below take over: to format each cell takes half the time of a large sheet
    private static void WriteRow(IXLWorksheet worksheet, int at, IReadOnlyList<CellValue> cells, string?[] formats)
    {
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column].Kind == CellKind.Blank)
                continue;
            var format = FormatOf(cells[column].Kind);
            if (formats[column] is null && format is not null)
                worksheet.Column(column + 1).Style.NumberFormat.Format = formats[column] = format;
            var cell = worksheet.Cell(at, column + 1);
            Write(cell, cells[column]);
            if (formats[column] != format)
                cell.Style.NumberFormat.Format = format ?? "General";
        }
    }

    private static void Write(IXLCell cell, CellValue value)
    {
        switch (value.Kind)
        {
            case CellKind.Blank:
                break;
            case CellKind.Text:
                cell.SetValue(Storable(value.Text!));
                break;
            case CellKind.YesNo:
                cell.SetValue(value.Invariant);
                break;
            case CellKind.Number or CellKind.Money:
                cell.SetValue(value.Number);
                break;
            case CellKind.Day or CellKind.Moment:
                cell.SetValue(value.Moment);
                break;
        }
    }

    private static string? FormatOf(CellKind kind) => kind switch
    {
        CellKind.Text => "@",
        CellKind.Money => "£#,##0.00",
        CellKind.Day => "dd/mm/yyyy",
        CellKind.Moment => "dd/mm/yyyy hh:mm:ss",
        CellKind.Blank or CellKind.YesNo or CellKind.Number => null,
    };

    // A workbook is XML: what XML cannot hold is shown as a replacement mark; what a cell cannot hold is cut, and says so
    private static string Storable(string text)
    {
        if (text.Length <= LongestText && text.All(XmlConvert.IsXmlChar))
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            kept.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return kept.Length <= LongestText ? kept.ToString() : kept.ToString(0, LongestText - 1) + "…";
    }

    private void Digest(IReadOnlyList<CellValue> cells)
    {
        foreach (var cell in cells)
            digest.AppendData(Encoding.UTF8.GetBytes(cell.Invariant + '\u001F'));
        digest.AppendData("\u001E"u8);
    }
}
