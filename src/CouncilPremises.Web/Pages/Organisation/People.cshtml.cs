using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>Who acts for an organisation, who is invited, and who asks to join. RULEBOOK 1.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class PeopleModel(OrganisationQueries organisations, JoiningRequests requests) : MembersPage(organisations)
{
    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } no)
            return no;
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        return After(await requests.InviteAsync(Id, Input.Email!, Input.Roles.Together(), User.ToActor(), cancellationToken), $"We have sent an invitation to {Input.Email}.");
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromForm(Name = "invitation")] Guid invitation, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await ReadAsync(cancellationToken) is { } no)
            return no;
        return After(await requests.CloseAsync(Id, invitation, User.ToActor(), cancellationToken), "The invitation is withdrawn.");
    }
}

/// <summary>Whom to invite, as what.</summary>
public sealed class InviteInput
{
    [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter an e-mail address")]
    public string? Email { get; set; }

    public IList<Roles> Roles { get; set; } = new List<Roles>();
}
