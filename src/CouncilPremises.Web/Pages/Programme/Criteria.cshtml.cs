using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Programme;

/// <summary>The criteria of the self-assessment.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class CriteriaModel(ProgrammeCriteria criteria) : PageModel
{
    /// <summary>Those in use in their order, then the others.</summary>
    public IReadOnlyList<ProgrammeCriterion> Criteria { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Criteria = await criteria.ListAsync(cancellationToken);
}
