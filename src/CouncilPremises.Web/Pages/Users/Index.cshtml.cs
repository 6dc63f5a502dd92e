using CouncilPremises.Application.People;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Users;

/// <summary>Everybody at the council with an account, and who is invited.</summary>
[RequirePermission(Permission.ManageUsers)]
public sealed class IndexModel(StaffAccounts accounts) : PageModel
{
    public StaffList Staff { get; private set; } = new([], []);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Staff = await accounts.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostWithdrawAsync([FromForm(Name = "invitation")] Guid invitation, CancellationToken cancellationToken)
    {
        var outcome = await accounts.CloseInvitationAsync(invitation, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return NotFound();
        this.Notify("The invitation is withdrawn.");
        return RedirectToPage();
    }
}
