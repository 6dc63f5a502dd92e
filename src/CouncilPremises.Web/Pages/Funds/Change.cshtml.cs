using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Pages.Hire;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>Changes a fund and its delivery plan.</summary>
public sealed class ChangeModel(FundQueries funds, FundKeeping keeping) : FundPage(funds)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The fund as the page showed it.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Its name now.</summary>
    public string FundName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await Queries.FindAsync(Id, cancellationToken) is not { } found)
            return NotFound();
        (Input, Version) = (FundInput.Of(found.Fund), found.Fund.Version);
        return await ReadAsync(found, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var found = await Queries.FindAsync(Id, cancellationToken);
        if (!await ReadAsync(found, cancellationToken))
            return NotFound();
        if (ChangeLines())
            return Page();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await keeping.ChangeAsync(Id, Version, Input.ToFacts(Wards), User.ToActor(), cancellationToken);
        if (outcome.IsConflict)
            Version = this.SeenAnew(found!.Fund.Version);
        if (outcome.Refusals.Any(refusal => refusal.Code == Fund.LineInUseCode))
            PutBack(found!.Fund);
        return Answer(outcome, Id, "The fund is saved.");
    }

    // Where the reasons lead: the lines that have to stay stand again as they are, after what was typed
    private void PutBack(Fund fund)
    {
        var typed = Rows.Filled(Input.Lines, line => line.IsEmpty).ToList();
        for (var emptied = typed.Count; emptied < Input.Lines.Count; emptied++)
            foreach (var key in ModelState.Keys.Where(key => key.StartsWith($"Input.Lines[{emptied}]", StringComparison.Ordinal)).ToList())
                ModelState.Remove(key);
        Input.Lines = [.. typed, .. fund.LeftOut(typed.Select(line => line.Id), InUse).Select(FundInput.LineInput.Of)];
    }

    private async Task<bool> ReadAsync(FundView? found, CancellationToken cancellationToken)
    {
        if (found is null)
            return false;
        (FundName, InUse) = (found.Fund.Name, await Queries.LinesInUseAsync(Id, cancellationToken));
        await ReadAsync(new FundOfficer(found.Fund.ResponsibleOfficerId, found.Officer), cancellationToken);
        return true;
    }
}
