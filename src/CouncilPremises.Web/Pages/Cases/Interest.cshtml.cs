using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>An officer's conflict-of-interest statement: COI, S3.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class InterestModel(CaseViews views, Triage triage) : CasePage(views)
{
    /// <summary>True when there is an interest.</summary>
    [BindProperty]
    public bool? HasInterest { get; set; }

    /// <summary>What it is.</summary>
    [BindProperty]
    public string? Interest { get; set; }

    /// <summary>Records the statement.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (HasInterest is not { } has)
        {
            ModelState.AddModelError(nameof(HasInterest), "Choose whether you have an interest in this case.");
            return await MistakesAsync(cancellationToken);
        }
        return await AnswerAsync(await triage.StateInterestAsync(Reference, new StateInterest(has, Interest), Me, cancellationToken),
            has ? "Your interest is recorded. A colleague must take this case." : "Your statement is recorded: you have no interest in this case.", cancellationToken);
    }
}
