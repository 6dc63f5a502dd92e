using CouncilPremises.Application.Grants;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>A group's home: what is to be done, where applications stand, whom the person acts for.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class HomeModel(OrganisationQueries organisations, GrantRounds rounds, Navigation navigation) : PageModel
{
    public AccountHome Home { get; private set; } = new([], [], [], []);

    public bool IsStaff => User.ToActor().IsStaff;

    public bool CanApply => navigation.Has("/hire/new");

    /// <summary>True when a round is open in which one of the person's groups could apply.</summary>
    public bool CanAskForGrant { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (IsStaff)
            return;
        Home = await organisations.HomeAsync(User.ToActor(), cancellationToken);
        CanAskForGrant = Home.Organisations.Any(one => one.Kind == HirerKind.Group && one.Roles.HasFlag(Roles.LeadContact))
            && (await rounds.ListAsync(cancellationToken)).Any(round => round.IsOpen);
    }
}
