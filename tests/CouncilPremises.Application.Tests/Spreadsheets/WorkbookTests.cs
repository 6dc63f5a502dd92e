using System.Globalization;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain;
using MiniExcelLibs;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Spreadsheets;

/// <summary>Workbooks and CSV, read back by other programs than wrote them.</summary>
public class WorkbookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly string[] Hostile =
    [
        "=1+1", "=HYPERLINK(\"https://evil.example\",\"x\")", "+1", "-1", "@SUM(A1)", "\tTab first", "'=1+1", "'", "1234", "00123", "1e5", "24/03/2026",
        "TRUE", "#REF!", "_x0041_", " leading and trailing ", "Zażółć 工作坊 🏛️", "line\nbreak", "<b>&amp;</b>",
    ];

    private sealed record Line(string? Text, int Number, DateOnly Day, DateTime MomentUtc, Money Money, bool Yes);

    private static Sheet Sheet(params Line[] lines) => new Sheet<Line>("Things",
        [
            new("Text", 30, line => CellValue.Of(line.Text)),
            new("Number", 10, line => CellValue.Of(line.Number)),
            new("Day", 12, line => CellValue.Of(line.Day)),
            new("Moment", 19, line => CellValue.Of(line.MomentUtc)),
            new("Money", 12, line => CellValue.Of(line.Money)),
            new("Yes", 8, line => CellValue.Of(line.Yes)),
        ],
        lines.ToAsyncEnumerable());

    private static Line One(string? text = "Text") =>
        new(text, 42, new DateOnly(2026, 3, 29), new DateTime(2026, 7, 1, 18, 30, 0, DateTimeKind.Utc), new Money(2450), true);

    [Fact]
    public async Task Workbook_InAnotherLibrary_HasTrueDatesAndNumbers()
    {
        var rows = await RowsAsync(Sheet(One(), One(null)));
        rows.Count.ShouldBe(2);
        rows[0]["Text"].ShouldBe("Text");
        Convert.ToDecimal(rows[0]["Number"], CultureInfo.InvariantCulture).ShouldBe(42);
        rows[0]["Number"].ShouldBeOfType<double>();
        rows[0]["Day"].ShouldBe(new DateTime(2026, 3, 29));
        // London's clock, not UTC
        rows[0]["Moment"].ShouldBe(new DateTime(2026, 7, 1, 19, 30, 0));
        rows[0]["Money"].ShouldBe(24.5);
        rows[0]["Yes"].ShouldBe("Yes");
        rows[1]["Text"].ShouldBeNull();
    }

    [Fact]
    public async Task Workbook_HostileText_StaysTextAndNeverBecomesAFormula()
    {
        using var stream = await WriteAsync(Sheet([.. Hostile.Select(text => One(text))]));
        stream.Position = 0;
        var rows = stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        rows.Select(row => row["Text"]).ShouldBe(Hostile);

        stream.Position = 0;
        using var zip = new System.IO.Compression.ZipArchive(stream);
        foreach (var part in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await part.OpenAsync(Ct));
            var xml = await reader.ReadToEndAsync(Ct);
            xml.ShouldNotContain("<f>");
            xml.ShouldNotContain(":f>");
        }
    }

    [Fact]
    public async Task Workbook_WhatXmlCannotHold_IsMarkedAndTheRestKept()
    {
        var rows = await RowsAsync(Sheet(One("a\0b\u0001c\uFFFFd"), One(new string('x', 40_000))));
        rows[0]["Text"].ShouldBe("a\uFFFDb\uFFFDc\uFFFDd");
        rows[1]["Text"].ShouldBeOfType<string>().Length.ShouldBe(32_767);
    }

    [Fact]
    public async Task Workbook_Sheet_HasAFrozenHeaderFilterWidthsAndMarking()
    {
        using var stream = await WriteAsync(Sheet(One(), One()));
        stream.Position = 0;
        using var zip = new System.IO.Compression.ZipArchive(stream);
        using var reader = new StreamReader(await zip.Entries.Single(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).OpenAsync(Ct));
        var xml = await reader.ReadToEndAsync(Ct);
        xml.ShouldContain("state=\"frozen");
        xml.ShouldContain("autoFilter ref=\"A1:F3\"");
        xml.ShouldContain("OFFICIAL-SENSITIVE");
        xml.ShouldContain("customWidth=\"1\"");
    }

    [Fact]
    public async Task Digest_OneCellChanged_IsAnother()
    {
        async Task<string> DigestAsync(string text)
        {
            using var workbook = new WorkbookWriter("OFFICIAL");
            await workbook.AddAsync(Sheet(One(text)), Ct);
            return workbook.DigestSoFar();
        }

        (await DigestAsync("a")).ShouldBe(await DigestAsync("a"));
        (await DigestAsync("a")).ShouldNotBe(await DigestAsync("b"));
    }

    [Fact]
    public async Task Csv_TextLikeAFormula_GetsAnApostrophe()
    {
        using var writer = new StringWriter();
        (await CsvSheetWriter.WriteAsync(Sheet(One("=1+1"), One("say \"hi\", all"), One("\tx"), One(null)), writer, Ct)).ShouldBe(4);
        writer.ToString().ShouldBe(
            "Text,Number,Day,Moment,Money,Yes\r\n"
            + "'=1+1,42,2026-03-29,2026-07-01 19:30:00,24.50,Yes\r\n"
            + "\"say \"\"hi\"\", all\",42,2026-03-29,2026-07-01 19:30:00,24.50,Yes\r\n"
            + "'\tx,42,2026-03-29,2026-07-01 19:30:00,24.50,Yes\r\n"
            + ",42,2026-03-29,2026-07-01 19:30:00,24.50,Yes\r\n");
    }

    [Theory]
    [InlineData("2026-07-01", "2026-09-30", "audit-2026-Q3.xlsx")]
    [InlineData("2026-01-01", "2026-03-31", "audit-2026-Q1.xlsx")]
    [InlineData("2026-01-01", "2026-12-31", "audit-2026.xlsx")]
    [InlineData("2026-07-01", "2026-09-29", "audit-2026-07-01-to-2026-09-29.xlsx")]
    [InlineData("2025-07-01", "2026-09-30", "audit-2025-07-01-to-2026-09-30.xlsx")]
    public void FileName_SaysThePeriod(string from, string to, string name) =>
        new AuditFilter(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture), null).FileName.ShouldBe(name);

    private static async Task<MemoryStream> WriteAsync(params Sheet[] sheets)
    {
        using var workbook = new WorkbookWriter("OFFICIAL-SENSITIVE");
        foreach (var sheet in sheets)
            await workbook.AddAsync(sheet, Ct);
        var stream = new MemoryStream();
        await workbook.SaveAsync(stream, Ct);
        return stream;
    }

    private static async Task<List<IDictionary<string, object?>>> RowsAsync(Sheet sheet)
    {
        using var stream = await WriteAsync(sheet);
        stream.Position = 0;
        return [.. stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>()];
    }
}
