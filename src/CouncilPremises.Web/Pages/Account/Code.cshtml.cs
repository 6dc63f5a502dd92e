using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>The second step of signing in: a code of the app, or a passkey.</summary>
[AllowAnonymous, EnableRateLimiting(Sessions.Throttled)]
public sealed class CodeModel(SecondSteps steps, Passkeys passkeys, Navigation navigation) : PageModel
{
    private HalfWayIn? who;

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    [FromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public OwnSteps Own { get; private set; } = new(false, [], 0);

    public Task<PasskeyRequest> PasskeyRequestAsync() => passkeys.RequestAsync(who!.UserId);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        who = await HttpContext.HalfWayInAsync();
        if (who is null)
        {
            context.Result = RedirectToPage("SignIn", new { ReturnUrl });
            return;
        }

        Own = await steps.FindAsync(who.UserId);
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await steps.GiveCodeAsync(who!.UserId, who.Stamp, Input.Code!, cancellationToken);
        return outcome.Succeeded ? await OpenAsync(outcome.Value) : this.PageWithRefusals(outcome.Refusals);
    }

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm] PasskeyAnswer passkey, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var proved = await passkeys.ProveAsync(passkey);
        if (!proved.Succeeded)
            return this.PageWithRefusals(proved.Refusals);
        var outcome = await steps.GivePasskeyAsync(proved.Value.UserId, proved.Value.Passkey, cancellationToken);
        return outcome.Succeeded ? await OpenAsync(outcome.Value) : this.PageWithRefusals(outcome.Refusals);
    }

    private async Task<IActionResult> OpenAsync(SignedIn session)
    {
        await HttpContext.OpenSessionAsync(session);
        return LocalRedirect(session.NextPage(navigation, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null));
    }
}

/// <summary>A code as typed.</summary>
public sealed class CodeInput
{
    [Display(Name = "Code"), Required(ErrorMessage = "Enter the code"), StringLength(40, ErrorMessage = "Enter only the code")]
    public string? Code { get; set; }
}
