using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>One thing a grant has in common with another case, and why it means nothing. It is then not raised again for the two.</summary>
[RequirePermission(Permission.WorkGrants)]
public sealed class GrantOverlapModel(CaseViews views, OverlapDismissals dismissals) : GrantCasePage(views)
{
    /// <summary>The other case's reference, from the address.</summary>
    [FromRoute]
    public string Other { get; set; } = "";

    /// <summary>What the two have in common, from the address.</summary>
    [FromRoute]
    public OverlapKind Kind { get; set; }

    /// <summary>Why it means nothing.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The overlap; null when there is none any more.</summary>
    public OverlapRow? Row { get; private set; }

    /// <summary>Why the person cannot dismiss it; null when they can.</summary>
    public string? WhyNot => GrantCase.CannotWork(Me)?.Sentence;

    /// <inheritdoc />
    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        Row = Case.Overlaps.FirstOrDefault(one => one.Found.Kind == Kind && string.Equals(one.Reference, Other, StringComparison.OrdinalIgnoreCase));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && Row is not null ? Page() : NotFound();

    /// <summary>Dismisses it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await AnswerAsync(
        await dismissals.DismissAsync(Reference, new DismissOverlap(Other, Kind, Reason), Me, cancellationToken), "Dismissed. It is not raised again for these two.", cancellationToken);
}
