using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Changes the name on one's own account.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class NameModel(Accounts accounts) : PageModel
{
    [BindProperty]
    public NameInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input.FullName = await accounts.NameAsync(User.ToActor(), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await accounts.RenameAsync(Input.FullName!, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify("Your name is changed.");
        return RedirectToPage("Home");
    }
}

/// <summary>What is typed to change a name.</summary>
public sealed class NameInput
{
    [Display(Name = "Full name"), Required(ErrorMessage = "Enter your full name")]
    public string? FullName { get; set; }
}
