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

/// <summary>A fund's delivery plan against a year: what serves each line, and the gaps.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class CoverageModel(ProgrammeQueries programme, CouncilTime time) : PageModel
{
    /// <summary>The fund, from the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The calendar year of its 1 April; this financial year when none is asked for.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "The financial year")]
    public int? Year { get; set; }

    /// <summary>What is shown.</summary>
    public CoverageView View { get; private set; } = null!;

    /// <summary>Years to choose from.</summary>
    public IReadOnlyList<Choice> Years => ProgrammeWords.Years(time.Today, View.Year);

    /// <summary>Lines that no award serves.</summary>
    public int Gaps => View.Lines.Count(line => line.IsGap);

    /// <summary>Shows the plan.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var now = FinancialYear.Of(time.Today);
        var year = Year is { } asked ? new FinancialYear(asked) : now;
        if (!year.IsKnown)
            ModelState.AddModelError(nameof(Year), "Choose a financial year from the list");
        if (await programme.CoverageAsync(year.IsKnown ? year : now, Id, User.ToActor(), cancellationToken) is not { } found)
            return NotFound();
        View = found;
        return ModelState.IsValid ? Page() : this.PageWithMistakes();
    }
}
