using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Premises;

/// <summary>A venue as its administrator keeps it: facts, hours, rooms as a tree, closures.</summary>
[RequirePermission(Permission.ManagePremises)]
public sealed class VenueModel(VenueKeeping venues, ClosureKeeping closures) : PageModel
{
    private static readonly DayOfWeek[] MondayFirst =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    [FromRoute(Name = "venue")]
    public string Slug { get; set; } = "";

    public KeptVenue Venue { get; private set; } = null!;

    public IEnumerable<(DayOfWeek Day, string Hours)> Week => MondayFirst.Select(day =>
        (day, HoursText.Show(Venue.Facts.Hours.Where(h => h.Day == day).Select(h => new DaySpan(h.Opens, h.Closes)))));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostReopenAsync(Guid closure, CancellationToken cancellationToken)
    {
        var outcome = await closures.ReopenAsync(Slug, closure, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return await ReadAsync(cancellationToken) ? this.PageWithRefusals(outcome.Refusals) : NotFound();
        this.Notify("The closure has been removed: those days can be asked for again.");
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
