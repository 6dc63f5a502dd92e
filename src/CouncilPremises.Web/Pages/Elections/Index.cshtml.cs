using CouncilPremises.Application.Elections;
using CouncilPremises.Domain.Elections;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Elections;

/// <summary>Elections that give candidates a right to a room.</summary>
[RequirePermission(Permission.ManageElections)]
public sealed class IndexModel(ElectionKeeping elections) : PageModel
{
    /// <summary>The elections, the next first.</summary>
    public IReadOnlyList<Election> Elections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Elections = await elections.ListAsync(cancellationToken);
}
