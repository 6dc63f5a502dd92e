using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>An officer reads a report, and accepts it or sends it back.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class StaffReportModel(CaseViews views, GrantReporting reporting) : MoneyPage(views)
{
    /// <summary>Which report, from the address.</summary>
    [FromRoute]
    public int Number { get; set; }

    /// <summary>What the group is to put right.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The report.</summary>
    public GrantReport? Report => GrantCase.Reports.FirstOrDefault(one => one.Number == Number);

    /// <summary>True for a grant officer who may accept or return it now.</summary>
    public bool MayRead => Report is { State: ReportState.Sent } && Me.HasAny(Roles.GrantOfficer) && GrantCase.CannotDecide(Me) is null;

    /// <summary>Shows it; 404 for one that is not part of the award.</summary>
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && Report is not null ? Page() : NotFound();

    /// <summary>Accepts it.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) =>
        await AnswerMoneyAsync(await reporting.AcceptAsync(Reference, Number, SeenVersion, Me, cancellationToken), "The report is accepted.", cancellationToken);

    /// <summary>Sends it back.</summary>
    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) =>
        await AnswerMoneyAsync(await reporting.ReturnAsync(Reference, Number, Reason, SeenVersion, Me, cancellationToken), "The report is sent back.", cancellationToken);
}
