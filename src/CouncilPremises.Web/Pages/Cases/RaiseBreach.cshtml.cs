using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Raising a breach of the terms of a hire: evidence first, then the hirer is heard.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class RaiseBreachModel(CaseViews views, Breaches breaches) : CasePage(views)
{
    /// <summary>The day it happened.</summary>
    [BindProperty]
    public DateOnly? HappenedOn { get; set; }

    /// <summary>What happened.</summary>
    [BindProperty]
    public string? Evidence { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Raises it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        var outcome = await breaches.RaiseAsync(Reference, new RaiseBreach(HappenedOn, Evidence, SeenVersion), Me, cancellationToken);
        return await AnswerAsync(outcome, "Recorded. The hirer has ten working days to give its side.", cancellationToken);
    }
}
