using CouncilPremises.Application.Premises;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Venues;

/// <summary>The buildings the council lets rooms in.</summary>
[AllowAnonymous]
public sealed class IndexModel(RoomQueries rooms) : PageModel
{
    public IReadOnlyList<VenueRow> Venues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Venues = await rooms.VenuesAsync(cancellationToken);
}
