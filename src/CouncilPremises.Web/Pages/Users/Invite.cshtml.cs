using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Users;

/// <summary>Invites somebody to work here.</summary>
[RequirePermission(Permission.ManageUsers)]
public sealed class InviteModel(StaffAccounts accounts) : PageModel
{
    [BindProperty]
    public StaffInviteInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await accounts.InviteAsync(Input.Email!, Input.Roles.Together(), User.ToActor(), cancellationToken, Input.GuestOf, Input.GuestUntil);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify($"We have sent an invitation to {Input.Email}.");
        return RedirectToPage("Index");
    }
}

/// <summary>Whom to invite, as what.</summary>
public sealed class StaffInviteInput
{
    [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter an e-mail address")]
    public string? Email { get; set; }

    public IList<Roles> Roles { get; set; } = new List<Roles>();

    [Display(Name = "The council that lends the officer")]
    public string? GuestOf { get; set; }

    [Display(Name = "Last day of the stay")]
    public DateOnly? GuestUntil { get; set; }
}
