using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Recommending a decision to somebody else (S1).</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class RecommendModel(CaseViews views, Recommendations recommendations) : CasePage(views)
{
    /// <summary>True to recommend refusal.</summary>
    [BindProperty]
    public bool? Refuse { get; set; }

    /// <summary>Ground of a refusal.</summary>
    [BindProperty]
    public Ground? Ground { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Records the recommendation.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Refuse is not { } refuse)
        {
            ModelState.AddModelError(nameof(Refuse), "Choose what you recommend.");
            return await MistakesAsync(cancellationToken);
        }
        return await AnswerAsync(await recommendations.RecommendAsync(Reference, new Recommend(refuse, Ground, Text, SeenVersion), Me, cancellationToken), "Your recommendation is recorded. A colleague decides.", cancellationToken);
    }
}
