using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Premises;

/// <summary>Adds a room, or a part of one.</summary>
[RequirePermission(Permission.ManagePremises)]
public sealed class NewSpaceModel(VenueKeeping venues, SpaceKeeping spaces) : PageModel
{
    [FromRoute(Name = "venue")]
    public string Slug { get; set; } = "";

    [FromQuery(Name = "partOf")]
    public string? PartOf { get; set; }

    [BindProperty]
    public SpaceInput Input { get; set; } = new();

    public KeptVenue Venue { get; private set; } = null!;

    public string? ParentName => Venue.Spaces.FirstOrDefault(space => space.Slug == PartOf)?.Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        Input.TellMistakes(ModelState);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await spaces.AddAsync(Slug, PartOf, Input.ToFacts(), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify($"{Input.Name} has been added.");
        return Redirect($"/settings/venues/{Slug}");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await venues.FindAsync(Slug, cancellationToken) is not { } venue || (PartOf is not null && venue.Spaces.All(space => space.Slug != PartOf)))
            return false;
        Venue = venue;
        return true;
    }
}
