using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.People;
using CouncilPremises.Application.Seeding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Lets people in; in demo mode also as one of the invented people, with one click.</summary>
[AllowAnonymous, EnableRateLimiting(Sessions.Throttled)]
public sealed class SignInModel(
    SignIns signIns, SecondSteps steps, Passkeys passkeys, DemoSignIns demoSignIns, IOptions<DemoSettings> demo, IOptions<SignInSettings> settings,
    Navigation navigation) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [FromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<DemoSignIn> DemoPeople => demo.Value.Enabled ? demoSignIns.People : [];

    /// <summary>The council's own sign-in service; null when staff use a password.</summary>
    public string? Provider => settings.Value.UsesProvider ? settings.Value.OpenIdConnect.Name : null;

    /// <summary>True when somebody comes from a form that they sent after their session had ended.</summary>
    public bool HasKept => ReturnUrl?.StartsWith("/kept/", StringComparison.Ordinal) == true;

    public async Task<PasskeyRequest> PasskeyRequestAsync() => await passkeys.RequestAsync(userId: null);

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm] PasskeyAnswer passkey, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var proved = await passkeys.ProveAsync(passkey);
        if (!proved.Succeeded)
            return this.PageWithRefusals(proved.Refusals);
        var outcome = await steps.GivePasskeyAsync(proved.Value.UserId, proved.Value.Passkey, cancellationToken);
        return outcome.Succeeded ? await OpenAsync(outcome.Value) : this.PageWithRefusals(outcome.Refusals);
    }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? LocalRedirect(Asked ?? navigation.HomeOf(User)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ModelState.IsValid ? await LetInAsync(Input.Email!, Input.Password!, cancellationToken) : this.PageWithMistakes();

    public async Task<IActionResult> OnPostDemoAsync([FromForm(Name = "demo")] string? email, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return DemoPeople.Any(person => person.Email == email)
            ? await LetInAsync(email!, demoSignIns.Password, cancellationToken)
            : NotFound();
    }

    private async Task<IActionResult> LetInAsync(string email, string password, CancellationToken cancellationToken)
    {
        var outcome = await signIns.SignInAsync(email, password, cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        return await OpenAsync(outcome.Value);
    }

    private async Task<IActionResult> OpenAsync(SignedIn session)
    {
        await HttpContext.OpenSessionAsync(session);
        return LocalRedirect(session.NextPage(navigation, Asked));
    }

    // Only ever to a page of ours
    private string? Asked => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null;
}

/// <summary>What is typed to sign in.</summary>
public sealed class SignInInput
{
    [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter your e-mail address")]
    public string? Email { get; set; }

    [Display(Name = "Password"), DataType(DataType.Password), Required(ErrorMessage = "Enter your password")]
    public string? Password { get; set; }
}
