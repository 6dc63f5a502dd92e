using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Where the link for a new password leads.</summary>
[AllowAnonymous, EnableRateLimiting(Sessions.Throttled)]
public sealed class ResetPasswordModel(Accounts accounts, Navigation navigation) : PageModel
{
    [BindProperty]
    public ResetPasswordInput Input { get; set; } = new();

    [FromQuery(Name = "id")]
    public Guid UserId { get; set; }

    [FromQuery(Name = "token")]
    public string? Token { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await accounts.ResetPasswordAsync(UserId, Token ?? "", Input.Password!, cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        await HttpContext.OpenSessionAsync(outcome.Value);
        this.Notify("Your new password is saved. You were signed out everywhere else.");
        return LocalRedirect(outcome.Value.NextPage(navigation));
    }
}

/// <summary>What is typed to choose a new password.</summary>
public sealed class ResetPasswordInput
{
    [Display(Name = "New password"), DataType(DataType.Password), Required(ErrorMessage = "Enter a password")]
    public string? Password { get; set; }
}
