using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Premises;

/// <summary>Adds a venue.</summary>
[RequirePermission(Permission.ManagePremises)]
public sealed class NewVenueModel(VenueKeeping venues) : PageModel
{
    [BindProperty]
    public VenueInput Input { get; set; } = new();

    public void OnGet()
    {
        // An empty form
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Input.TellMistakes(ModelState);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await venues.AddAsync(Input.ToFacts(), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify($"{Input.Name} has been added. Add its rooms now.");
        return Redirect($"/settings/venues/{outcome.Value}");
    }
}
