using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Makes an account. Shows the same page whether or not the address has one already.</summary>
[AllowAnonymous, EnableRateLimiting(Sessions.Throttled)]
public sealed class RegisterModel(Accounts accounts) : PageModel
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    [FromQuery(Name = "sent")]
    public bool IsSent { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await accounts.RegisterAsync(new Register(Input.FullName!, Input.Email!, Input.Password!), cancellationToken);
        return outcome.Succeeded ? RedirectToPage(new { sent = true }) : this.PageWithRefusals(outcome.Refusals);
    }
}

/// <summary>What is typed to register.</summary>
public sealed class RegisterInput
{
    [Display(Name = "Full name"), Required(ErrorMessage = "Enter your full name")]
    public string? FullName { get; set; }

    [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter your e-mail address")]
    public string? Email { get; set; }

    [Display(Name = "Password"), DataType(DataType.Password), Required(ErrorMessage = "Enter a password")]
    public string? Password { get; set; }
}
