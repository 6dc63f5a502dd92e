using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Shared;

/// <summary>A page on which a group does one thing about an application of its own; anybody else's is not found.</summary>
[RequirePermission(Permission.UseAccount)]
public abstract class GroupCasePage<TFile>(CaseFiles files) : PageModel
    where TFile : CaseFile
{
    /// <summary>The application's reference, from the address.</summary>
    [FromRoute]
    public string Reference { get; set => field = value.ToUpperInvariant(); } = "";

    /// <summary>The application.</summary>
    public TFile Application { get; private set; } = null!;

    /// <summary>The application's own page.</summary>
    public string HomeHref => $"{Application.Case.Kind.GroupPath()}/{Application.Case.Reference}";

    /// <summary>Who is signed in.</summary>
    protected Actor Me => User.ToActor();

    /// <summary>True when this page has something to ask in the application's state.</summary>
    protected abstract bool IsOpen { get; }

    /// <summary>Shows the page; back to the application when there is nothing to do here (any more).</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        return IsOpen ? Page() : Redirect(HomeHref);
    }

    /// <summary>Does the act; a second click finds it done and goes back to the application.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!IsOpen)
            return Redirect(HomeHref);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await ActAsync(cancellationToken);
        if (!outcome.Succeeded)
        {
            await KeepAsync(cancellationToken);
            return this.PageWithRefusals(outcome.Refusals);
        }
        this.Notify(Done);
        return Redirect(NextHref);
    }

    /// <summary>The sentence left behind when it is done.</summary>
    protected abstract string Done { get; }

    /// <summary>Where the group goes when it is done.</summary>
    protected virtual string NextHref => HomeHref;

    /// <summary>What the page needs besides the application.</summary>
    protected virtual Task ReadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Keeps what was typed when the act is refused and the way on leads to another page.</summary>
    protected virtual Task KeepAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The act.</summary>
    protected abstract Task<Outcome> ActAsync(CancellationToken cancellationToken);

    // Read once: an act changes the record, and the page shown again says what was there when it began
    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadAsync(Reference, Me, cancellationToken) is not TFile found)
            return false;
        Application = found;
        await ReadAsync(cancellationToken);
        return true;
    }
}
