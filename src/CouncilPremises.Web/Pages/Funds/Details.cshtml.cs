using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>One fund: its money, its delivery plan, its rounds.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class DetailsModel(FundQueries funds, CouncilTime time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The fund.</summary>
    public FundView View { get; private set; } = null!;

    /// <summary>Now.</summary>
    public DateTime NowUtc => time.NowUtc;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await funds.FindAsync(Id, cancellationToken) is not { } found)
            return NotFound();
        View = found;
        return Page();
    }
}
