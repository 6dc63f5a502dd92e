using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Adopting a colleague's recommendation as one's own. RULEBOOK 1, small teams.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class AdoptModel(CaseViews views, Recommendations recommendations) : CasePage(views)
{
    /// <summary>Why, in one's own words.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Adopts the recommendation.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await recommendations.AdoptAsync(Reference, Text, SeenVersion, Me, cancellationToken), "The recommendation is yours now. A colleague decides.", cancellationToken);
}
