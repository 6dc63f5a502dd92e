using System.Text;
using ClosedXML.Excel;
using CouncilPremises.Application.Importing;

namespace CouncilPremises.Application.Tests.Importing;

/// <summary>Tables as people send them: as CSV and as a workbook with true dates, times and numbers.</summary>
internal static class ImportFiles
{
    public static Stream Csv(params string[] lines) => new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n"));

    public static Stream Workbook(IReadOnlyList<object?[]> rows)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("Sheet1");
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                if (rows[row][column] is { } value)
                    sheet.Cell(row + 1, column + 1).Value = value;
            }
        }

        var stream = new MemoryStream();
        workbook.SaveAs(stream);
        stream.Position = 0;
        return stream;
    }

    public static string Headings(ImportKind kind) => string.Join(",", ImportTables.ColumnsOf(kind).Select(column => column.Heading));
}
