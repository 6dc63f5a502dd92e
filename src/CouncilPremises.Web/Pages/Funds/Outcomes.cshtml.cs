using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>What of a round is decided and not yet known to the groups, and publishing several at once: each group gets its own letter with its own reason,
/// and one that fails never spoils the others.</summary>
[RequirePermission(Permission.WorkGrants)]
public sealed class OutcomesModel(OutcomeQueries queries, GrantOutcomes outcomes) : PageModel
{
    /// <summary>The fund, from the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The round's word in addresses.</summary>
    [FromRoute]
    public string Slug { get; set; } = "";

    /// <summary>References ticked.</summary>
    [BindProperty(Name = "case")]
    public List<string> Ticked { get; set; } = [];

    /// <summary>True to show every row ticked.</summary>
    [FromQuery(Name = "tick")]
    public bool Tick { get; set; }

    /// <summary>What is shown.</summary>
    public RoundOutcomes View { get; private set; } = null!;

    /// <summary>What became of those published; null when none were.</summary>
    public IReadOnlyList<BulkResult>? Results { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Publishes those ticked.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        // Only what this round shows: a reference of elsewhere is published from its own page
        var here = View.Waiting.Select(row => row.Reference).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (Ticked.Count == 0)
        {
            ModelState.AddModelError("", "Tick at least one application first.");
            return this.PageWithMistakes();
        }
        var told = await outcomes.PublishAsync([.. Ticked.Where(here.Contains)], User.ToActor(), cancellationToken);
        Results =
        [
            .. told.Select(one => new BulkResult(one.Reference, [.. one.Outcome.Refusals.Select(no => no.Sentence)])),
            .. Ticked.Where(one => !here.Contains(one)).Select(one => new BulkResult(one, ["It does not wait in this round: it is published already, not decided, or not there."])),
        ];
        Ticked = [];
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await queries.ReadAsync(Id, Slug, User.ToActor(), cancellationToken) is not { } found)
            return false;
        View = found;
        return true;
    }
}
