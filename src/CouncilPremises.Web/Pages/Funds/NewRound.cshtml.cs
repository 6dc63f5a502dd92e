using CouncilPremises.Application.Grants;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>Sets a round of a fund.</summary>
public sealed class NewRoundModel(FundQueries funds, RoundKeeping rounds) : RoundPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await rounds.SetAsync(Id, Input.ToFacts(), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return Refused(outcome.Refusals);
        this.Notify("The round is set. The public sees it from now on.");
        return Redirect($"/funds/{Id}/rounds/{outcome.Value}");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await funds.FindAsync(Id, cancellationToken) is not { } found)
            return false;
        FundName = found.Fund.Name;
        return true;
    }
}
