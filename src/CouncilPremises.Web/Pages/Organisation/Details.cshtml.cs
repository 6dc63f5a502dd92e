using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>One organisation, for its members and for staff who read cases.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class DetailsModel(OrganisationQueries organisations) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public OrganisationDetails Details { get; private set; } = null!;

    public bool IsStaff => User.ToActor().IsStaff;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var outcome = await organisations.DetailsAsync(Id, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return NotFound();
        Details = outcome.Value;
        return Page();
    }
}
