using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.People;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Users;

/// <summary>One person at the council: roles, and ending or reopening the account.</summary>
[RequirePermission(Permission.ManageUsers)]
public sealed class ChangeModel(StaffAccounts accounts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public StaffChangeInput Input { get; set; } = new();

    public StaffRow Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        ShowWhatIs();
        return Page();
    }

    public Task<IActionResult> OnPostChangeAsync(CancellationToken cancellationToken) =>
        ActAsync(() => accounts.ChangeAsync(Id, Input.JobTitle, Input.Roles.Together(), User.ToActor(), cancellationToken), "The roles are saved.", cancellationToken);

    public Task<IActionResult> OnPostDisableAsync(CancellationToken cancellationToken) =>
        ActAsync(() => accounts.DisableAsync(Id, User.ToActor(), cancellationToken), "The account has ended, and its sessions with it.", cancellationToken);

    public Task<IActionResult> OnPostEnableAsync(CancellationToken cancellationToken) =>
        ActAsync(() => accounts.EnableAsync(Id, User.ToActor(), cancellationToken), "The account is open again.", cancellationToken);

    public Task<IActionResult> OnPostResetStepsAsync(CancellationToken cancellationToken) =>
        ActAsync(() => accounts.ResetStepsAsync(Id, User.ToActor(), cancellationToken), "The second step is removed, and the person is signed out.", cancellationToken);

    private async Task<IActionResult> ActAsync(Func<Task<Outcome>> act, string sentence, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await act();
        if (!outcome.Succeeded)
        {
            if (!Request.HasFormContentType || !Request.Form.ContainsKey("Input.JobTitle"))
                ShowWhatIs();
            return this.PageWithRefusals(outcome.Refusals);
        }

        this.Notify(sentence);
        return RedirectToPage("Index");
    }

    private void ShowWhatIs() => (Input.JobTitle, Input.Roles) = (Person.JobTitle, Person.Roles.Apart());

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var outcome = await accounts.FindAsync(Id, cancellationToken);
        if (outcome.Succeeded)
            Person = outcome.Value;
        return outcome.Succeeded;
    }
}

/// <summary>Job title and roles.</summary>
public sealed class StaffChangeInput
{
    [Display(Name = "Job title"), StringLength(200, ErrorMessage = "The job title must be 200 characters or fewer")]
    public string? JobTitle { get; set; }

    public IList<Roles> Roles { get; set; } = new List<Roles>();
}
