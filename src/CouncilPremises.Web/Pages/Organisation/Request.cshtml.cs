using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>Answers somebody who asks to join. Lead contact only.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class RequestModel(OrganisationQueries organisations, JoiningRequests requests) : MembersPage(organisations)
{
    [FromRoute]
    public Guid RequestId { get; set; }

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public InvitationRow Asking { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadRequestAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken)
    {
        if (await ReadRequestAsync(cancellationToken) is { } no)
            return no;
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        return After(await requests.AcceptAsync(Id, RequestId, Input.Roles.Together(), User.ToActor(), cancellationToken), $"{Asking.Name} now acts for {Details.Facts.Name}.");
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken)
    {
        if (await ReadRequestAsync(cancellationToken) is { } no)
            return no;
        return After(await requests.CloseAsync(Id, RequestId, User.ToActor(), cancellationToken), "The request is declined.");
    }

    private async Task<IActionResult?> ReadRequestAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } no)
            return no;
        if (Details.Asking.FirstOrDefault(request => request.Id == RequestId) is not { } found)
            return NotFound();
        Asking = found;
        return null;
    }
}
