using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Premises;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Venues;

/// <summary>A venue: where it is, when it is open, what it has, and its rooms.</summary>
[AllowAnonymous]
public sealed class VenueModel(RoomQueries rooms) : PageModel
{
    private static readonly DayOfWeek[] MondayFirst =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public VenuePage Details { get; private set; } = null!;

    /// <summary>Each weekday with its hours, "Closed" where there are none.</summary>
    public IEnumerable<(DayOfWeek Day, string Hours)> Week => MondayFirst.Select(day =>
    {
        var spans = Details.Hours.Where(h => h.Day == day).OrderBy(h => h.Opens).Select(h => PremisesWords.Span(h.Opens, h.Closes)).ToList();
        return (day, spans.Count == 0 ? "Closed" : string.Join(" and ", spans));
    });

    public static string Days(ClosureRow closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        return closure.FirstDay == closure.LastDay
            ? PremisesWords.Day(closure.FirstDay)
            : $"{PremisesWords.Day(closure.FirstDay)} to {PremisesWords.Day(closure.LastDay)}";
    }

    public async Task<IActionResult> OnGetAsync(string venue, CancellationToken cancellationToken)
    {
        if (await rooms.FindVenueAsync(venue, cancellationToken) is not { } found)
            return NotFound();
        Details = found;
        return Page();
    }
}
