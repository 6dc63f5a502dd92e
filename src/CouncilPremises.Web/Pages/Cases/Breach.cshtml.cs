using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A breach: what was said, the hirer's side, and what an approver makes of it.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class BreachModel(CaseViews views, Breaches breaches) : CasePage(views)
{
    /// <summary>The breach, from the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>True when it was one.</summary>
    [BindProperty]
    public bool? Uphold { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reasons { get; set; }

    /// <summary>Confirms that no prohibited reason was weighed.</summary>
    [BindProperty]
    public bool NoProhibitedReason { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>The breach; one of another booking of the hirer is shown there.</summary>
    public Breach? Breach => Case.File.After.Breaches.FirstOrDefault(b => b.Id == Id && b.CaseId == Case.File.Case.Id);

    /// <summary>True when the person may decide it by role.</summary>
    public bool MayDecide => Breach?.State == BreachState.Alleged && BreachWorkflow.Table.ActsOf(BreachState.Alleged, Me.StaffRoles).Contains(BreachAction.Uphold);

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && Breach is not null ? Page() : NotFound();

    /// <summary>Decides it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await AnswerAsync(
        await breaches.DecideAsync(Reference, new DecideBreach(Id, Uphold, Reasons, NoProhibitedReason, SeenVersion), Me, cancellationToken),
        "Your decision is recorded, and the hirer has been told.", cancellationToken);
}
