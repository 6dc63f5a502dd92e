using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>One round as staff see it, with whoever was let in late.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class RoundModel(GrantRounds rounds, FundQueries funds, CouncilTime time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Slug { get; set; } = "";

    /// <summary>The round with its fund.</summary>
    public RoundView View { get; private set; } = null!;

    /// <summary>Whoever was let in late.</summary>
    public IReadOnlyList<LateRow> LetIn { get; private set; } = [];

    /// <summary>Where it stands.</summary>
    public string State => FundWords.State(View.Round.OpensUtc, View.IsOpen, time.NowUtc);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await rounds.FindAsync(Slug, cancellationToken) is not { } found || found.Fund.Id != Id)
            return NotFound();
        (View, LetIn) = (found, await funds.LetInAsync(found.Round.Id, cancellationToken));
        return Page();
    }
}
