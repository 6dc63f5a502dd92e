using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>The council's funds for grants.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class IndexModel(FundQueries funds) : PageModel
{
    /// <summary>The funds by name.</summary>
    public IReadOnlyList<FundRow> Funds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Funds = await funds.ListAsync(cancellationToken);
}
