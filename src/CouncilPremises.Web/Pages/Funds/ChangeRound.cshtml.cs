using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>Changes a round; a reason is needed where groups lose time.</summary>
public sealed class ChangeRoundModel(GrantRounds rounds, RoundKeeping keeping, CouncilTime time) : RoundPage
{
    [FromRoute]
    public string Slug { get; set; } = "";

    /// <summary>The round as the page showed it.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The round as it is.</summary>
    public GrantRound Round { get; private set; } = null!;

    /// <summary>True once groups may have begun.</summary>
    public bool HasOpened => Round.OpensUtc <= time.NowUtc;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        (Input, Version) = (RoundInput.Of(Round), Round.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await keeping.ChangeAsync(Id, Slug, Version, Input.ToFacts(), Input.Reason, User.ToActor(), cancellationToken);
        if (outcome.IsConflict)
            Version = this.SeenAnew(Round.Version);
        if (!outcome.Succeeded)
            return Refused(outcome.Refusals);
        this.Notify("The round is saved.");
        return Redirect($"/funds/{Id}/rounds/{Slug}");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await rounds.FindAsync(Slug, cancellationToken) is not { } found || found.Fund.Id != Id)
            return false;
        (Round, FundName) = (found.Round, found.Fund.Name);
        return true;
    }
}
