using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>A page about the group's own award, once its outcome is published; anybody else's is not found.</summary>
[RequirePermission(Permission.UseAccount)]
public abstract class AwardPage(CaseFiles files) : PageModel
{
    /// <summary>The application's reference, from the address.</summary>
    [FromRoute]
    public string Reference { get; set => field = value.ToUpperInvariant(); } = "";

    /// <summary>The case with its award.</summary>
    public GrantFile GrantCase { get; private set; } = null!;

    /// <summary>The award.</summary>
    public Award Award => GrantCase.Award!;

    /// <summary>Its address.</summary>
    public string Home => $"/grants/applications/{Reference}/award";

    /// <summary>Who is signed in.</summary>
    protected Actor Me => User.ToActor();

    /// <summary>The roles of whoever is signed in, in the group.</summary>
    public Roles MyRoles => GrantCase.GroupRoles(Me);

    /// <summary>Shows the page.</summary>
    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>What the page needs besides the case.</summary>
    protected virtual Task ReadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads the case; false when it is not this person's, or the group knows of no award.</summary>
    protected async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadGrantAsync(Reference, Me, cancellationToken) is not { Award.PublishedUtc: not null } found || found.GroupRoles(Me) == Roles.None)
            return false;
        GrantCase = found;
        ViewData["Reference"] = Reference;
        ViewData["Caption"] = $"{Reference} · {found.Grant.Title}";
        await ReadAsync(cancellationToken);
        return true;
    }

    /// <summary>Back to the award with a notice, or this page again with the reasons.</summary>
    protected async Task<IActionResult> AnswerAsync(Outcome outcome, string done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Succeeded)
        {
            this.Notify(done);
            return Redirect(Home);
        }
        return await LoadAsync(cancellationToken) ? this.PageWithRefusals(outcome.Refusals) : NotFound();
    }
}
