using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Programme;

/// <summary>The programme of a financial year for the oversight group: objectives and wards by money and outcomes, in sums only.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class ReportModel(ProgrammeQueries programme, CouncilTime time) : PageModel
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The calendar year of its 1 April; this financial year when none is asked for.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "The financial year")]
    public int? Year { get; set; }

    /// <summary>One fund; all when none is asked for.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "The fund")]
    public Guid? Fund { get; set; }

    /// <summary>What is shown.</summary>
    public ProgrammeView View { get; private set; } = null!;

    /// <summary>Years to choose from.</summary>
    public IReadOnlyList<Choice> Years => ProgrammeWords.Years(time.Today, View.Year);

    /// <summary>Funds to choose from.</summary>
    public IReadOnlyList<Choice> Funds => [.. View.Funds.Select(fund => new Choice(fund.Id.ToString(), fund.Name))];

    /// <summary>Funds whose delivery plan stands beside the report.</summary>
    public IReadOnlyList<ProgrammeFund> Plans => View.Fund is { } one ? [one] : View.Funds;

    /// <summary>Shows the report.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        return ModelState.IsValid ? Page() : this.PageWithMistakes();
    }

    /// <summary>The same numbers as a workbook.</summary>
    public async Task<IActionResult> OnGetWorkbookAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var file = new MemoryStream();
        await ProgrammeWorkbook.WriteAsync(View, ProgrammeWords.Text, file, cancellationToken);
        file.Position = 0;
        Response.Headers.CacheControl = "no-store";
        return File(file, Workbook, $"programme-{View.Year.Starts}-{View.Year.Starts + 1}.xlsx");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var now = FinancialYear.Of(time.Today);
        var year = Year is { } asked ? new FinancialYear(asked) : now;
        if (!year.IsKnown)
        {
            ModelState.AddModelError(nameof(Year), "Choose a financial year from the list");
            year = now;
        }

        if (await programme.ReadAsync(year, Fund, User.ToActor(), cancellationToken) is not { } found)
            return false;
        View = found;
        return true;
    }
}
