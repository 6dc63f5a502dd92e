using CouncilPremises.Application.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Where staff land who come back from the council's own sign-in service: in, or with the reason why not.</summary>
[AllowAnonymous]
public sealed class CouncilDoneModel(ProviderSignIns signIns, IOptions<SignInSettings> settings, Navigation navigation) : PageModel
{
    public string Reason { get; private set; } = "The council's sign-in service did not let you in, or it took too long. Try again";

    public async Task<IActionResult> OnGetAsync([FromQuery] string? returnUrl, CancellationToken cancellationToken)
    {
        if (!settings.Value.UsesProvider)
            return NotFound();
        if (await HttpContext.TakeProvidedAsync(settings.Value.OpenIdConnect) is not { } who)
            return Page();
        var outcome = await signIns.SignInAsync(who, cancellationToken);
        if (!outcome.Succeeded)
        {
            Reason = outcome.Refusals[0].Sentence;
            return Page();
        }

        await HttpContext.OpenSessionAsync(outcome.Value);
        return LocalRedirect(outcome.Value.NextPage(navigation, Url.IsLocalUrl(returnUrl) ? returnUrl : null));
    }
}
