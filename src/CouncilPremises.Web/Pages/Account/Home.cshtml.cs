using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>A group's home: what is to be done, where applications stand, whom the person acts for.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class HomeModel(OrganisationQueries organisations, Navigation navigation) : PageModel
{
    public AccountHome Home { get; private set; } = new([], [], [], []);

    public bool IsStaff => User.ToActor().IsStaff;

    public bool CanApply => navigation.Has("/hire/new");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsStaff)
            Home = await organisations.HomeAsync(User.ToActor(), cancellationToken);
    }
}
