using System.ComponentModel.DataAnnotations;
using System.Text;
using CouncilPremises.Application.Grants;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Pages.Cases;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>A round in the order of its scores, with a line where the money ends, and another to see what it would mean. It advises; people decide.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class RankingModel(RankingQueries ranking) : PageModel
{
    /// <summary>The fund, from the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The round's word in addresses.</summary>
    [FromRoute]
    public string Slug { get; set; } = "";

    /// <summary>A sum to draw the line by instead of the fund's.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "The sum")]
    public Money? Cut { get; set; }

    /// <summary>The order of the rows.</summary>
    [BindProperty(SupportsGet = true, Name = "sort")]
    public RankingSort Sort { get; set; }

    /// <summary>Page, 1 for the first.</summary>
    [FromQuery(Name = "page")]
    public int? PageNumber { get; set; }

    /// <summary>What is shown.</summary>
    public RankingPage View { get; private set; } = null!;

    /// <summary>The page's own address.</summary>
    public string At => $"/funds/{Id}/rounds/{Slug}/ranking";

    /// <summary>The what-if as an address says it; empty without one.</summary>
    public string CutText => Cut is { } cut ? (cut.Pence / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) : "";

    /// <summary>Shows the ranking.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await ranking.ReadAsync(Id, Slug, new RankingFilter(Cut, Sort, PageNumber ?? 1), User.ToActor(), cancellationToken) is not { } found)
            return NotFound();
        View = found;
        return ModelState.IsValid ? Page() : this.PageWithMistakes();
    }

    /// <summary>The whole ranking as a table to take away.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        if (await ranking.AllAsync(Id, Slug, Cut, User.ToActor(), cancellationToken) is not { } found)
            return NotFound();
        await using var text = new StringWriter();
        await CsvSheetWriter.WriteAsync(new Sheet<RankedCase>("Ranking", Columns, found.Rows.ToAsyncEnumerable()), text, cancellationToken);
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(), "text/csv", $"ranking-{Slug}.csv");
    }

    private static readonly Column<RankedCase>[] Columns =
    [
        new("Rank", 6, row => CellValue.Of(row.Row.Rank)),
        new("Reference", 16, row => CellValue.Of(row.Row.Application.Reference)),
        new("Group", 30, row => CellValue.Of(row.Group)),
        new("Project", 30, row => CellValue.Of(row.Title)),
        new("Score of 24", 10, row => CellValue.Of(row.Row.Application.Halves / 2m)),
        .. Domain.Grants.AssessmentRules.Criteria.Select((criterion, at) => new Column<RankedCase>(Binding.EnumChoices.Text(criterion), 10, row => CellValue.Of(row.Halves.ElementAtOrDefault(at) / 2m))),
        new("Asked", 12, row => CellValue.Of(row.Asked)),
        new("Awarded", 12, row => CellValue.Of(row.Awarded)),
        new("Running total", 12, row => CellValue.Of(row.Row.Running)),
        new("Above the line", 10, row => CellValue.Of(row.Row.IsWithin ? "Yes" : "No")),
        new("Cross-community test", 20, row => CellValue.Of(row.Community is { } finding ? Binding.EnumChoices.Text(finding) : null)),
        new("Recommendation", 20, row => CellValue.Of(row.Recommendation)),
        new("State", 20, row => CellValue.Of(row.State.Words())),
        new("Open overlaps", 10, row => CellValue.Of(row.Overlaps)),
        new("Reason", 40, row => CellValue.Of(row.Reason)),
    ];
}
