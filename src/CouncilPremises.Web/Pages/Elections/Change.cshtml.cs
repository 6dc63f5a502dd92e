using CouncilPremises.Application.Elections;
using CouncilPremises.Domain.Elections;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Elections;

/// <summary>Changes an election, or removes one entered by mistake.</summary>
public sealed class ChangeModel(ElectionKeeping elections) : ElectionPage(elections)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The election as the page showed it.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The election.</summary>
    public Election Election { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        Input = new() { Name = Election.Name, FirstDay = Election.FirstDay, PollingDay = Election.PollingDay, Wards = [.. Election.Wards] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        return Answer(await Keeping.ChangeAsync(Id, Version, Input.ToFacts(), User.ToActor(), cancellationToken), "The election is saved.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await ReadAsync(cancellationToken) ? Answer(await Keeping.RemoveAsync(Id, User.ToActor(), cancellationToken), "The election is removed.") : NotFound();
    }

    private IActionResult Answer(Domain.Outcome outcome, string done)
    {
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify(done);
        return Redirect("/settings/elections");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        await ReadWardsAsync(cancellationToken);
        if (await Keeping.FindAsync(Id, cancellationToken) is not { } found)
            return false;
        Election = found;
        return true;
    }
}
