using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>One member: roles, handing over, letting go. The lead contact, and everybody for themselves. RULEBOOK 1.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class MemberModel(OrganisationQueries organisations, Memberships memberships) : MembersPage(organisations)
{
    [FromRoute]
    public Guid UserId { get; set; }

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public MemberRow Member { get; private set; } = null!;

    public bool IsOneself => UserId == User.ToActor().Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await ReadMemberAsync(cancellationToken) is { } no)
            return no;
        Input.Roles = Member.Roles.Apart();
        return Page();
    }

    public async Task<IActionResult> OnPostRolesAsync(CancellationToken cancellationToken)
    {
        if (await ReadMemberAsync(cancellationToken) is { } no)
            return no;
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        return After(await memberships.ChangeRolesAsync(Id, UserId, Input.Roles.Together(), User.ToActor(), cancellationToken), "The roles are saved.");
    }

    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken cancellationToken)
    {
        if (await ReadMemberAsync(cancellationToken) is { } no)
            return no;
        Input.Roles = Member.Roles.Apart();
        return After(await memberships.HandOverAsync(Id, UserId, User.ToActor(), cancellationToken), $"{Member.FullName} is now the lead contact.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (await ReadMemberAsync(cancellationToken) is { } no)
            return no;
        Input.Roles = Member.Roles.Apart();
        var after = After(await memberships.RemoveAsync(Id, UserId, User.ToActor(), cancellationToken), $"{Member.FullName} no longer acts for {Details.Facts.Name}.");
        return IsOneself && after is RedirectToPageResult ? RedirectToPage("/Account/Home") : after;
    }

    private async Task<IActionResult?> ReadMemberAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } no)
            return no;
        if (Details.Members.FirstOrDefault(member => member.UserId == UserId) is not { } found)
            return NotFound();
        Member = found;
        return Details.CanChange || IsOneself ? null : Forbid();
    }
}

/// <summary>The roles ticked.</summary>
public sealed class MemberInput
{
    public IList<Roles> Roles { get; set; } = new List<Roles>();
}
