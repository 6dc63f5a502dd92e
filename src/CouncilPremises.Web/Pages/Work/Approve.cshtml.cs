using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Work;

/// <summary>Approving several Standard cases whose guards all hold: each gets its own record, audit entry and letter.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class ApproveModel(CaseQueue queue, BulkWork bulk) : PageModel
{
    /// <summary>Cases chosen: reference and version as shown.</summary>
    [BindProperty(SupportsGet = true, Name = "case")]
    public List<string> Cases { get; set; } = [];

    /// <summary>Confirms that no prohibited reason was weighed in any of them.</summary>
    [BindProperty]
    public bool NoProhibitedReason { get; set; }

    /// <summary>The cases.</summary>
    public IReadOnlyList<ChosenRow> Rows { get; private set; } = [];

    /// <summary>What became of them; null before deciding.</summary>
    public IReadOnlyList<BulkResult>? Results { get; private set; }

    /// <summary>Shows what would be approved.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Rows.Count > 0 ? Page() : Redirect("/work");
    }

    /// <summary>Approves those whose guards hold.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!NoProhibitedReason)
        {
            ModelState.AddModelError(nameof(NoProhibitedReason), "Confirm that none of the prohibited reasons was weighed in any of these cases.");
            await LoadAsync(cancellationToken);
            return this.PageWithMistakes();
        }
        Results = await bulk.ApproveAsync(Chosen.Of(Cases), NoProhibitedReason, User.ToActor(), cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Rows = await queue.ChosenAsync([.. Chosen.Of(Cases).Select(one => one.Reference)], User.ToActor(), cancellationToken);
}
