using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hirers;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>An officer declares that they helped to write the application, which bars them from handling it. S4.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class HelpedModel(CaseViews views, TypedApplications typed) : CasePage(views)
{
    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await typed.DeclareHelpAsync(Reference, Me, cancellationToken), "Recorded. A colleague must handle this application.", cancellationToken);
}
