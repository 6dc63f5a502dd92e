using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Approving as asked, with what follows from it spelled out.</summary>
[RequirePermission(Permission.DecideCases)]
public sealed class ApproveModel(CaseViews views, Approvals approvals) : HireCasePage(views)
{
    /// <summary>Why; may stay empty for a Standard case.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Confirms that no prohibited reason was weighed.</summary>
    [BindProperty]
    public bool NoProhibitedReason { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Why the person cannot approve it now; none when they can. Said before anything is typed.</summary>
    public IReadOnlyList<string> WhyNot =>
        [.. HireWorkflow.Table.Try(HireCase.Case.State, CaseAction.Approve, Me.StaffRoles, HireCase.FactsFor(Me)).Refusals.Select(no => no.Sentence).Distinct()];

    /// <summary>Approves.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await approvals.ApproveAsync(Reference, new Approve(Text, [], NoProhibitedReason, SeenVersion), Me, cancellationToken), "Approved. The booking is confirmed and the group has been told.", cancellationToken);
}
