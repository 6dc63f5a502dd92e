using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Going on with the checks after hearing the hirer.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class ResumeModel(CaseViews views, RefusalDecisions refusals) : CasePage(views)
{
    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Goes on.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await refusals.ResumeAsync(Reference, SeenVersion, Me, cancellationToken), "Back to checking.", cancellationToken);
}
