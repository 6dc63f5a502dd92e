using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Premises;

/// <summary>Changes a venue's facts and opening hours.</summary>
[RequirePermission(Permission.ManagePremises)]
public sealed class EditVenueModel(VenueKeeping venues) : PageModel
{
    [FromRoute(Name = "venue")]
    public string Slug { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public VenueInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await venues.FindAsync(Slug, cancellationToken) is not { } venue)
            return NotFound();
        (Version, Input) = (venue.Version, VenueInput.Of(venue.Facts));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Input.TellMistakes(ModelState);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await venues.ChangeAsync(Slug, Version, Input.ToFacts(), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify($"{Input.Name} has been changed.");
        return Redirect($"/settings/venues/{Slug}");
    }
}
