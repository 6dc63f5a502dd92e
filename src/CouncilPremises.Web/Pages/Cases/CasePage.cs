using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A page about one case: it shows the case, does one act, and goes back to the case or says why not.</summary>
public abstract class CasePage(CaseViews views) : PageModel
{
    /// <summary>The case's reference, from the address.</summary>
    [FromRoute]
    public string Reference { get; set; } = "";

    /// <summary>The case.</summary>
    public CaseView Case { get; private set; } = null!;

    /// <summary>Who is signed in.</summary>
    protected Actor Me => User.ToActor();

    /// <summary>Shows the page; 404 for a case that is not there for this person.</summary>
    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Reads the case; false when it is not there for this person.</summary>
    protected async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var view = await views.ReadAsync(Reference, Me, cancellationToken);
        if (view is null || !Takes(view.File))
            return false;
        Case = view;
        ViewData["Caption"] = $"{view.File.Case.Reference} · {view.File.Organisation.Name}";
        await ReadAsync(cancellationToken);
        return true;
    }

    /// <summary>True when the page is about cases of this kind; others are not found there.</summary>
    protected virtual bool Takes(CaseFile file) => true;

    /// <summary>What the page needs besides the case.</summary>
    protected virtual Task ReadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Back to the case with a notice, or this page again with the reasons and everything typed.</summary>
    protected async Task<IActionResult> AnswerAsync(Outcome outcome, string done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Succeeded)
        {
            this.Notify(done);
            return RedirectToPage("/Cases/Details", new { Reference });
        }
        return await LoadAsync(cancellationToken) ? this.PageWithRefusals(outcome.Refusals) : NotFound();
    }

    /// <summary>This page again with what binding found.</summary>
    protected async Task<IActionResult> MistakesAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? this.PageWithMistakes() : NotFound();
}
