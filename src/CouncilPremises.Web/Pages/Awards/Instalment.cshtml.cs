using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>Taking a release back, or cancelling an instalment, with a reason.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class InstalmentModel(CaseViews views, Payments payments) : MoneyPage(views)
{
    /// <summary>Which instalment, from the address.</summary>
    [FromRoute]
    public int Number { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The instalment.</summary>
    public Instalment? One => GrantCase.Instalments.FirstOrDefault(one => one.Number == Number);

    /// <summary>Shows it; 404 for one that is not part of the award.</summary>
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && One is not null ? Page() : NotFound();

    /// <summary>Takes it back, or cancels it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || One is not { } one)
            return NotFound();
        var outcome = one.State == PaymentState.Released
            ? await payments.RecallAsync(Reference, Number, Reason, Me, cancellationToken)
            : await payments.CancelAsync(Reference, Number, Reason, Me, cancellationToken);
        return await AnswerMoneyAsync(outcome, one.State == PaymentState.Cancelled ? "The instalment is cancelled." : "Done.", cancellationToken);
    }
}
