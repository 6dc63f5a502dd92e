using CouncilPremises.Application.Grants;
using CouncilPremises.Application.Policies;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.Pages.Funds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>One round for groups: what the money is for and where it comes from, who can apply, what we ask, until when.</summary>
[AllowAnonymous]
public sealed class RoundModel(GrantRounds rounds, PolicySource policies, CouncilTime time) : PageModel
{
    [FromRoute(Name = "round")]
    public string Slug { get; set; } = "";

    /// <summary>The round with its fund.</summary>
    public RoundView View { get; private set; } = null!;

    /// <summary>The council's numbers.</summary>
    public Policy Policy { get; private set; } = null!;

    /// <summary>Where it stands: Open, Opens later or Closed.</summary>
    public string State => FundWords.State(View.Round.OpensUtc, View.IsOpen, time.NowUtc);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await rounds.FindAsync(Slug, cancellationToken) is not { } found)
            return NotFound();
        (View, Policy) = (found, await policies.InForceAsync(time.Today, cancellationToken));
        return Page();
    }
}
