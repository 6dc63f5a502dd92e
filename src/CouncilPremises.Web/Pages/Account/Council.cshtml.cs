using CouncilPremises.Application.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Sends staff to the council's own sign-in service; not found where there is none.</summary>
[AllowAnonymous]
public sealed class CouncilModel(IOptions<SignInSettings> settings) : PageModel
{
    public IActionResult OnGet([FromQuery] string? returnUrl)
    {
        if (!settings.Value.UsesProvider)
            return NotFound();
        var after = Url.IsLocalUrl(returnUrl) ? $"?returnUrl={Uri.EscapeDataString(returnUrl)}" : "";
        return Challenge(new AuthenticationProperties { RedirectUri = "/sign-in/council/done" + after }, CouncilProvider.Scheme);
    }
}
