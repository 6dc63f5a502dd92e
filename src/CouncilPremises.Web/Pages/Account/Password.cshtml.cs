using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Changes one's own password; other browsers are signed out.</summary>
[RequirePermission(Permission.UseAccount), EnableRateLimiting(Sessions.Throttled)]
public sealed class PasswordModel(Accounts accounts) : PageModel
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await accounts.ChangePasswordAsync(Input.Current!, Input.Password!, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        await HttpContext.OpenSessionAsync(outcome.Value);
        this.Notify("Your new password is saved. You were signed out everywhere else.");
        return RedirectToPage("Home");
    }
}

/// <summary>What is typed to change a password.</summary>
public sealed class PasswordInput
{
    [Display(Name = "Current password"), DataType(DataType.Password), Required(ErrorMessage = "Enter your current password")]
    public string? Current { get; set; }

    [Display(Name = "New password"), DataType(DataType.Password), Required(ErrorMessage = "Enter a new password")]
    public string? Password { get; set; }
}
