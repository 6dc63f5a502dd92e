using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Hirers;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>An officer invites a hirer, for whom nobody signs in yet, to take over what was typed.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class InviteModel(OrganisationQueries organisations, HirerEntries hirers) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InviteInput Input { get; set; } = new();

    /// <summary>The hirer's name.</summary>
    public string Hirer { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await hirers.InviteAsync(Id, Input.Email, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify("The invitation is on its way.");
        return Redirect($"/organisation/{Id}");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await organisations.DetailsAsync(Id, User.ToActor(), cancellationToken);
        if (found.Succeeded)
            Hirer = found.Value.Facts.Name;
        return found.Succeeded;
    }

    public sealed class InviteInput
    {
        [Display(Name = "Their e-mail address"), Required(ErrorMessage = "Enter their e-mail address")]
        public string? Email { get; set; }
    }
}
