using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>Deciding about money that was paid and not spent.</summary>
[RequirePermission(Permission.WorkGrants)]
public sealed class RecoverModel(CaseViews views, AwardEndings endings) : MoneyPage(views)
{
    /// <summary>Recover or write off.</summary>
    [BindProperty]
    public RecoveryKind? Kind { get; set; }

    /// <summary>How much.</summary>
    [BindProperty]
    public Money? Amount { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Decides.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ModelState.IsValid
        ? await AnswerMoneyAsync(await endings.RecoverAsync(Reference, new RecoverMoney(Kind, Amount, Reason, SeenVersion), Me, cancellationToken), "Your decision is recorded.", cancellationToken)
        : await MistakesAsync(cancellationToken);
}
