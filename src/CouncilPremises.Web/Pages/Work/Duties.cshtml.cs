using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Work;

/// <summary>What waits for a second approver or a reviewer, the soonest first.</summary>
[RequirePermission(Permission.ReadDuties)]
public sealed class DutiesModel(Duties duties) : PageModel
{
    /// <summary>What waits.</summary>
    public IReadOnlyList<Duty> Waiting { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Waiting = await duties.ForAsync(User.ToActor(), cancellationToken);
        return Page();
    }
}
