using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Asking somebody outside the team why they open the OFFICIAL-SENSITIVE parts of a case. RULEBOOK 9.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class SensitiveModel(CaseViews views, SensitiveReading reading) : CasePage(views)
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Records the reason.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await reading.GiveReasonAsync(Reference, Reason, Me, cancellationToken), "Your reason is recorded. You see the sensitive parts of this case until the end of today.", cancellationToken);
}
