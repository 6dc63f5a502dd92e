using CouncilPremises.Application.Elections;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Elections;

/// <summary>Enters an election.</summary>
public sealed class NewModel(ElectionKeeping elections) : ElectionPage(elections)
{
    public Task OnGetAsync(CancellationToken cancellationToken) => ReadWardsAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadWardsAsync(cancellationToken);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await Keeping.AddAsync(Input.ToFacts(), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify("The election is entered.");
        return Redirect("/settings/elections");
    }
}
