using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Telling the hirer that the council may refuse, and hearing them: N9.</summary>
[RequirePermission(Permission.DecideCases)]
public sealed class MindToRefuseModel(CaseViews views, RefusalDecisions refusals) : CasePage(views)
{
    /// <summary>The ground in mind.</summary>
    [BindProperty]
    public Ground? Ground { get; set; }

    /// <summary>What the council has in mind, and on what facts.</summary>
    [BindProperty]
    public string? Gist { get; set; }

    /// <summary>Facts first known now, when the event is near.</summary>
    [BindProperty]
    public string? NewFacts { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Tells the hirer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await refusals.MindToRefuseAsync(Reference, new MindToRefuse(Ground, Gist, SeenVersion, NewFacts), Me, cancellationToken), "They have been told and asked for their side. The clock is paused.", cancellationToken);
}
