using CouncilPremises.Application.People;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>What the signed-in person signs in with besides a password: app, passkeys, recovery codes.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class SigningInModel(SecondSteps steps) : PageModel
{
    public OwnSteps Own { get; private set; } = new(false, [], 0);

    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    public bool IsStaff => User.ToActor().IsStaff;

    public async Task OnGetAsync() => Own = await steps.FindAsync(User.ToActor().Id);

    public async Task<IActionResult> OnPostRemoveAppAsync(CancellationToken cancellationToken) =>
        await ChangedAsync(await steps.RemoveAppAsync(User.ToActor(), cancellationToken));

    public async Task<IActionResult> OnPostRemovePasskeyAsync([FromForm] string? passkey, CancellationToken cancellationToken) =>
        await ChangedAsync(await steps.RemovePasskeyAsync(passkey ?? "", User.ToActor(), cancellationToken));

    public async Task<IActionResult> OnPostNewCodesAsync(CancellationToken cancellationToken)
    {
        var outcome = await steps.NewCodesAsync(User.ToActor(), cancellationToken);
        await OnGetAsync();
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        NewCodes = outcome.Value;
        return Page();
    }

    private async Task<IActionResult> ChangedAsync(Outcome<SignedIn> outcome)
    {
        if (!outcome.Succeeded)
        {
            await OnGetAsync();
            return this.PageWithRefusals(outcome.Refusals);
        }

        await HttpContext.OpenSessionAsync(outcome.Value);
        this.Notify("It is removed. You were signed out everywhere else.");
        return RedirectToPage();
    }
}
