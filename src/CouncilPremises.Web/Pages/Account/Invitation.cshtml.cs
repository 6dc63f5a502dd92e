using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Where an invitation's link leads: accept with an account, or make one.</summary>
[AllowAnonymous, EnableRateLimiting(Sessions.Throttled)]
public sealed class InvitationModel(Invitations invitations, Navigation navigation) : PageModel
{
    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    public InvitationInput Input { get; set; } = new();

    public OpenInvitation Invitation { get; private set; } = new("", null, Roles.None, false);

    public string SignInAddress => $"/sign-in?returnUrl={Uri.EscapeDataString($"/invitations/{Secret}")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await invitations.AcceptAsNewAsync(Secret, Input.FullName!, Input.Password!, cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        await HttpContext.OpenSessionAsync(outcome.Value);
        this.Notify("Welcome. Your account is ready.");
        return LocalRedirect(outcome.Value.NextPage(navigation));
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (User.ToActor() == Actor.Nobody)
            return LocalRedirect(SignInAddress);
        var outcome = await invitations.AcceptAsync(Secret, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify(Invitation.OrganisationName is { } name ? $"You now act for {name}." : "Sign in again to use your new roles.");
        return LocalRedirect("/account");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var outcome = await invitations.FindAsync(Secret, cancellationToken);
        if (outcome.Succeeded)
            Invitation = outcome.Value;
        return outcome.Succeeded;
    }
}

/// <summary>What is typed to accept an invitation without an account.</summary>
public sealed class InvitationInput
{
    [Display(Name = "Full name"), Required(ErrorMessage = "Enter your full name")]
    public string? FullName { get; set; }

    [Display(Name = "Password"), DataType(DataType.Password), Required(ErrorMessage = "Enter a password")]
    public string? Password { get; set; }
}
