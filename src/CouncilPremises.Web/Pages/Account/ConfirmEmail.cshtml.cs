using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Where the link in the first message leads. Opening it changes nothing, so that mail scanners cannot confirm.</summary>
[AllowAnonymous, EnableRateLimiting(Sessions.Throttled)]
public sealed class ConfirmEmailModel(Accounts accounts, Navigation navigation) : PageModel
{
    [BindProperty]
    public ConfirmEmailInput Input { get; set; } = new();

    [FromQuery(Name = "id")]
    public Guid UserId { get; set; }

    [FromQuery(Name = "token")]
    public string? Token { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await accounts.ConfirmEmailAsync(UserId, Token ?? "", Input.Password!, cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        await HttpContext.OpenSessionAsync(outcome.Value);
        this.Notify("Your e-mail address is confirmed.");
        return LocalRedirect(outcome.Value.NextPage(navigation));
    }
}

/// <summary>What is typed to confirm.</summary>
public sealed class ConfirmEmailInput
{
    [Display(Name = "Password"), DataType(DataType.Password), Required(ErrorMessage = "Enter your password")]
    public string? Password { get; set; }
}
