using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Asking the group for something: N2. The clock pauses.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class AskModel(CaseViews views, InformationRequests requests) : CasePage(views)
{
    /// <summary>The question.</summary>
    [BindProperty]
    public string? Question { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await requests.AskAsync(Reference, Question, SeenVersion, Me, cancellationToken), "The group has been asked. The clock is paused.", cancellationToken);
}
