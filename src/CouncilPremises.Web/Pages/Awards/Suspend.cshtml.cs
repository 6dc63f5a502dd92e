using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>Stopping payments for one of six reasons.</summary>
[RequirePermission(Permission.WorkGrants)]
public sealed class SuspendModel(CaseViews views, AwardChanges changes) : MoneyPage(views)
{
    /// <summary>Which.</summary>
    [BindProperty]
    public SuspensionReason? Reason { get; set; }

    /// <summary>What the group reads.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Stops them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ModelState.IsValid
        ? await AnswerMoneyAsync(await changes.SuspendAsync(Reference, new SuspendAward(Reason, Text, SeenVersion), Me, cancellationToken), "Payments are stopped, and the group is told.", cancellationToken)
        : await MistakesAsync(cancellationToken);
}
