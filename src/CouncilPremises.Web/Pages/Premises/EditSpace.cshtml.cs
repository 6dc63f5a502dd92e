using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Premises;

/// <summary>Changes a room's facts.</summary>
[RequirePermission(Permission.ManagePremises)]
public sealed class EditSpaceModel(SpaceKeeping spaces) : PageModel
{
    [FromRoute(Name = "venue")]
    public string VenueSlug { get; set; } = "";

    [FromRoute(Name = "room")]
    public string Slug { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public SpaceInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await spaces.FindAsync(VenueSlug, Slug, cancellationToken) is not { } space)
            return NotFound();
        (Version, Input) = (space.Version, SpaceInput.Of(space.Facts));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Input.TellMistakes(ModelState);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await spaces.ChangeAsync(VenueSlug, Slug, Version, Input.ToFacts(), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify($"{Input.Name} has been changed.");
        return Redirect($"/settings/venues/{VenueSlug}");
    }
}
