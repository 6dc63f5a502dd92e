using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Sends the link for a new password, and says the same whether or not the address has an account.</summary>
[AllowAnonymous, EnableRateLimiting(Sessions.Throttled)]
public sealed class ForgottenPasswordModel(Accounts accounts) : PageModel
{
    [BindProperty]
    public ForgottenPasswordInput Input { get; set; } = new();

    [FromQuery(Name = "sent")]
    public bool IsSent { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        await accounts.ForgetPasswordAsync(Input.Email!, cancellationToken);
        return RedirectToPage(new { sent = true });
    }
}

/// <summary>What is typed to get a link.</summary>
public sealed class ForgottenPasswordInput
{
    [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter your e-mail address")]
    public string? Email { get; set; }
}
