using System.Text.RegularExpressions;
using CouncilPremises.Application.People;
using CouncilPremises.Domain;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Sets up an authenticator app or a passkey: on the way in for staff who have none yet, later for everybody.</summary>
[AllowAnonymous, EnableRateLimiting(Sessions.Throttled)]
public sealed partial class SetUpModel(SecondSteps steps, Passkeys passkeys, IOptions<CouncilSettings> council, Navigation navigation) : PageModel
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    /// <summary>The key shown; it goes with the form, and is kept only once a code fits it.</summary>
    [FromForm]
    public string? Key { get; set; }

    [FromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public HalfWayIn Who { get; private set; } = new(Guid.Empty, "", false);

    public PasskeyRequest Creation { get; private set; } = new("", "");

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string Next { get; private set; } = "/";

    public string SpacedKey => string.Join(' ', Key!.Chunk(4).Select(four => new string(four)));

    /// <summary>What the picture says: the address form every authenticator app reads.</summary>
    public string AppAddress
    {
        get
        {
            var issuer = Uri.EscapeDataString(council.Value.ServiceName);
            return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(User.Identity?.Name ?? council.Value.Name)}?secret={Key}&issuer={issuer}&digits=6&period=30";
        }
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (await HttpContext.InOrHalfWayAsync() is not { } who)
        {
            context.Result = RedirectToPage("SignIn", new { ReturnUrl });
            return;
        }

        Who = who;
        // Somebody half-way in who has a second step gives it; a password alone adds no other one
        var own = await steps.FindAsync(who.UserId);
        if (User.Identity is not { IsAuthenticated: true } && (own.HasApp || own.Passkeys.Count > 0))
        {
            context.Result = RedirectToPage("Code", new { ReturnUrl });
            return;
        }

        Key = Key is not null && Base32Key().IsMatch(Key) ? Key : steps.NewKey();
        Creation = await passkeys.CreationAsync(who.UserId);
        await next();
    }

    public async Task<IActionResult> OnPostAppAsync(CancellationToken cancellationToken) => ModelState.IsValid
        ? await AddedAsync(await steps.AddAppAsync(Who.UserId, Who.Stamp, Key!, Input.Code!, cancellationToken))
        : this.PageWithMistakes();

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm] PasskeyAnswer passkey, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var made = await passkeys.MadeAsync(passkey, Who.UserId);
        return made.Succeeded
            ? await AddedAsync(await steps.AddPasskeyAsync(Who.UserId, Who.Stamp, made.Value, passkey.Name, cancellationToken))
            : this.PageWithRefusals(made.Refusals);
    }

    private async Task<IActionResult> AddedAsync(Outcome<StepAdded> outcome)
    {
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        await HttpContext.OpenSessionAsync(outcome.Value.Session);
        Next = outcome.Value.Session.NextPage(navigation, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null);
        Codes = outcome.Value.Codes;
        if (Codes.Count > 0)
            return Page();
        this.Notify("It is set up. You were signed out everywhere else.");
        return RedirectToPage("SigningIn");
    }

    [GeneratedRegex("^[A-Z2-7]{32}$")]
    private static partial Regex Base32Key();
}
