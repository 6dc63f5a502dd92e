using CouncilPremises.Application.Publishing;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Publishing;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Publishing;

/// <summary>What the public gets and what is held back: every row checked against the standard, problems by row, and what is withheld until when.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class CheckModel(Publications publications) : PageModel
{
    /// <summary>All years, checked.</summary>
    public Publication Publication { get; private set; } = null!;

    /// <summary>Awards kept out.</summary>
    public IReadOnlyList<WithheldRow> Withheld { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        (Publication, Withheld) = (await publications.CheckAsync(null, cancellationToken), await publications.WithheldAsync(cancellationToken));
}
