using CouncilPremises.Application.Grants;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>Sets up a fund with its delivery plan.</summary>
public sealed class NewModel(FundQueries funds, FundKeeping keeping) : FundPage(funds)
{
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input.MatchSharePercent = 0;
        await ReadAsync(null, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(null, cancellationToken);
        if (ChangeLines())
            return Page();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await keeping.CreateAsync(Input.ToFacts(Wards), User.ToActor(), cancellationToken);
        return Answer(outcome, outcome.Succeeded ? outcome.Value : default, "The fund is set up. Set a round next, so that groups can apply.");
    }
}
