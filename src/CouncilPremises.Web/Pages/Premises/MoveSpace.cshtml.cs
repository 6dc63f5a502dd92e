using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Premises;

/// <summary>Makes a room part of another, or a room of its own.</summary>
[RequirePermission(Permission.ManagePremises)]
public sealed class MoveSpaceModel(SpaceKeeping spaces) : PageModel
{
    [FromRoute(Name = "venue")]
    public string VenueSlug { get; set; } = "";

    [FromRoute(Name = "room")]
    public string Slug { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Display(Name = "It is part of")]
    public string? PartOf { get; set; }

    public KeptSpaceFacts Space { get; private set; } = null!;

    public IReadOnlyList<Choice> Parents => [.. Space.PossibleParents.Select(room => new Choice(room.Slug, room.Name))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        (Version, PartOf) = (Space.Version, Space.ParentSlug);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await spaces.MoveAsync(VenueSlug, Slug, Version, PartOf, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify($"{Space.Facts.Name} has been moved. What is booked has been kept.");
        return Redirect($"/settings/venues/{VenueSlug}");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await spaces.FindAsync(VenueSlug, Slug, cancellationToken) is not { } space)
            return false;
        Space = space;
        return true;
    }
}
