using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Ends the session of this browser.</summary>
[AllowAnonymous]
public sealed class SignOutModel : PageModel
{
    public bool IsSignedIn => User.Identity is { IsAuthenticated: true };

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.EndSessionAsync();
        return RedirectToPage();
    }
}
