using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain.Grants;

namespace CouncilPremises.Application.Grants;

/// <summary>The programme report as a workbook: the numbers of the page, true money and numbers, and people counted under five as words.</summary>
public static class ProgrammeWorkbook
{
    private sealed record Row(string Name, ProgrammeSum Sum, string People);

    private sealed record Cell(string Ward, string Objective, ProgrammeSum Sum);

    /// <summary>Writes it.</summary>
    /// <param name="view">The report.</param>
    /// <param name="words">An objective in words.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public static async Task WriteAsync(ProgrammeView view, Func<Objective?, string> words, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(words);
        var report = view.Report;
        using var workbook = new WorkbookWriter("OFFICIAL");
        var objectives = report.Objectives.Select(row => new Row(words(row.Objective), row.Sum, ReportRules.Shown(row.People)))
            .Append(new Row("All objectives", report.Total, ReportRules.Shown(report.PeopleShown)));
        await workbook.AddAsync(new Sheet<Row>("Objectives", [new("Objective", 60, row => CellValue.Of(row.Name)), .. Sums, new("People who took part", 20, row => CellValue.Of(row.People))], objectives.ToAsyncEnumerable()), cancellationToken);
        await workbook.AddAsync(new Sheet<Row>("Wards", [new("Ward", 30, row => CellValue.Of(row.Name)), .. Sums], report.Wards.Select(row => new Row(row.Ward, row.Sum, "")).ToAsyncEnumerable()), cancellationToken);
        var cells = report.Wards.SelectMany(ward => ward.ByObjective.Zip(report.Objectives, (sum, objective) => new Cell(ward.Ward, words(objective.Objective), sum))).Where(cell => cell.Sum.Applications + cell.Sum.Awards > 0);
        await workbook.AddAsync(new Sheet<Cell>("Wards and objectives",
        [
            new("Ward", 30, cell => CellValue.Of(cell.Ward)), new("Objective", 60, cell => CellValue.Of(cell.Objective)), new("Asked", 14, cell => CellValue.Of(cell.Sum.Asked)),
            new("Awarded", 14, cell => CellValue.Of(cell.Sum.Awarded)), new("Paid", 14, cell => CellValue.Of(cell.Sum.Paid)),
        ], cells.ToAsyncEnumerable()), cancellationToken);
        await workbook.SaveAsync(stream, cancellationToken);
    }

    private static readonly Column<Row>[] Sums =
    [
        new("Applications", 12, row => CellValue.Of(row.Sum.Applications)),
        new("Asked", 14, row => CellValue.Of(row.Sum.Asked)),
        new("Awards", 10, row => CellValue.Of(row.Sum.Awards)),
        new("Awarded", 14, row => CellValue.Of(row.Sum.Awarded)),
        new("Paid", 14, row => CellValue.Of(row.Sum.Paid)),
        new("Outcomes agreed", 16, row => CellValue.Of(row.Sum.Outcomes.Set)),
        new("Reached", 10, row => CellValue.Of(row.Sum.Outcomes.Reached)),
        new("Under way", 10, row => CellValue.Of(row.Sum.Outcomes.UnderWay)),
        new("No report yet", 14, row => CellValue.Of(row.Sum.Outcomes.Unreported)),
        new("Average way to target, %", 22, row => CellValue.Of(row.Sum.Outcomes.AveragePercent)),
    ];
}
