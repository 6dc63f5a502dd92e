using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Premises;

/// <summary>Closes a venue, or one of its rooms, for days.</summary>
[RequirePermission(Permission.ManagePremises)]
public sealed class NewClosureModel(VenueKeeping venues, ClosureKeeping closures) : PageModel
{
    [FromRoute(Name = "venue")]
    public string Slug { get; set; } = "";

    [BindProperty]
    public ClosureInput Input { get; set; } = new();

    public KeptVenue Venue { get; private set; } = null!;

    public IReadOnlyList<Choice> Rooms => [.. Venue.Spaces.Select(space => new Choice(space.Slug, space.Name))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var closure = new NewClosure(Slug, Input.Space, Input.FirstDay!.Value, Input.LastDay ?? Input.FirstDay.Value, Input.Reason);
        var outcome = await closures.CloseAsync(closure, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify("The days are closed.");
        return Redirect($"/settings/venues/{Slug}");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await venues.FindAsync(Slug, cancellationToken) is not { } venue)
            return false;
        Venue = venue;
        return true;
    }
}

/// <summary>The days to close.</summary>
public sealed class ClosureInput
{
    [Display(Name = "What is closed")]
    public string? Space { get; set; }

    [Display(Name = "First day closed"), Required(ErrorMessage = "Enter the first day closed")]
    public DateOnly? FirstDay { get; set; }

    [Display(Name = "Last day closed")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "Why")]
    public string Reason { get; set; } = "";
}
