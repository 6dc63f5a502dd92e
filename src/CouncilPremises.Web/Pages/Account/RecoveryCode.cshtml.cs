using CouncilPremises.Application.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>The second step without the app or passkey: a code from paper.</summary>
[AllowAnonymous, EnableRateLimiting(Sessions.Throttled)]
public sealed class RecoveryCodeModel(SecondSteps steps) : PageModel
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    [FromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await HttpContext.HalfWayInAsync() is null ? RedirectToPage("SignIn", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await HttpContext.HalfWayInAsync() is not { } who)
            return RedirectToPage("SignIn", new { ReturnUrl });
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await steps.GiveRecoveryCodeAsync(who.UserId, who.Stamp, Input.Code!, cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        await HttpContext.OpenSessionAsync(outcome.Value);
        this.Notify("That recovery code is used up. If your phone or passkey is lost, set up another one now and remove the lost one.");
        return LocalRedirect("/account/signing-in");
    }
}
