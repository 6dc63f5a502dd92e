using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Premises;

/// <summary>Every venue, for administrators.</summary>
[RequirePermission(Permission.ManagePremises)]
public sealed class VenuesModel(VenueKeeping venues) : PageModel
{
    public IReadOnlyList<VenueRow> Venues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Venues = await venues.ListAsync(cancellationToken);
}
