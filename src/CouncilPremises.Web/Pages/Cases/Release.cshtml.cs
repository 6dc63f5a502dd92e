using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A hold: agree to it, renew it, or end it.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class ReleaseModel(CaseViews views, Holds holds) : CasePage(views)
{
    /// <summary>The hold, from the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>What was found.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>The hold.</summary>
    public CaseHold? Hold => Case.File.After.Holds.FirstOrDefault(h => h.Id == Id);

    /// <summary>True when a date began while it was held.</summary>
    public bool RanIn => Hold is { } hold && CaseAftermath.RanIn(hold, Case.File);

    /// <summary>True when the person laid it, so that another must agree.</summary>
    public bool IsMine => Hold?.LaidById == Me.Id;

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && Hold is not null ? Page() : NotFound();

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await holds.ReleaseAsync(Reference, Id, Text, SeenVersion, Me, cancellationToken), "The hold has ended, and the hirer has been told.", cancellationToken);

    /// <summary>Agrees to hold a booking longer.</summary>
    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await holds.AgreeAsync(Reference, Id, SeenVersion, Me, cancellationToken), "You have agreed to the hold. The hirer has been told until when.", cancellationToken);

    /// <summary>Renews it, once.</summary>
    public async Task<IActionResult> OnPostRenewAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await holds.RenewAsync(Reference, Id, SeenVersion, Me, cancellationToken), "The hold is renewed. The hirer has been told until when.", cancellationToken);
}
