using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A cancellation put forward: the second approver cancels, or turns it down.</summary>
[RequirePermission(Permission.DecideCases)]
public sealed class CancellationModel(CaseViews views, Cancellations cancellations) : HireCasePage(views)
{
    /// <summary>The cancellation, from the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Confirms that no prohibited reason was weighed.</summary>
    [BindProperty]
    public bool NoProhibitedReason { get; set; }

    /// <summary>Why it is turned down.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>The cancellation.</summary>
    public Cancellation? Cancellation => HireCase.After.Cancellations.FirstOrDefault(c => c.Id == Id);

    /// <summary>Its ground and answers.</summary>
    public Decision Proposal => HireCase.Decisions.First(d => d.Id == Cancellation!.ProposalId);

    /// <summary>Its dates.</summary>
    public IEnumerable<string> Dates => HireCase.Hire.Occurrences.Where(o => Cancellation!.OccurrenceIds.Contains(o.Id)).Select(o => CaseWords.Date(o));

    /// <summary>True when the person put it forward, so that another decides.</summary>
    public bool IsMine => Cancellation?.ProposedById == Me.Id;

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && Cancellation is not null ? Page() : NotFound();

    /// <summary>Cancels.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await DecideAsync(confirm: true, cancellationToken), "Cancelled. The hirer has been told why, what is paid back, and how to ask for a review.", cancellationToken);

    /// <summary>Turns it down.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await DecideAsync(confirm: false, cancellationToken), "The cancellation is turned down. Nothing has changed for the hirer.", cancellationToken);

    private Task<Domain.Outcome> DecideAsync(bool confirm, CancellationToken cancellationToken) =>
        cancellations.DecideAsync(Reference, new DecideCancellation(Id, confirm, Reason, NoProhibitedReason, SeenVersion), Me, cancellationToken);
}
