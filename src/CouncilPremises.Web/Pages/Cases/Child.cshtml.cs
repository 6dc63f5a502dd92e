using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Somebody believes that a child is at risk: the case stops until children's services have been told. RULEBOOK 6.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class ChildModel(CaseViews views, Consultations consultations) : CasePage(views)
{
    /// <summary>Stops the case.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await consultations.ChildAtRiskAsync(Reference, Me, cancellationToken), "Recorded. Nothing goes on with this case until the reference of children's services is recorded.", cancellationToken);
}
