using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Pages.Funds;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Programme;

/// <summary>Changes a criterion, or takes it out of use. Assessments begun before keep it as it was.</summary>
public sealed class ChangeCriterionModel(ProgrammeCriteria criteria) : CriterionPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The criterion as the page showed it.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The criterion as it is.</summary>
    public ProgrammeCriterion Criterion { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        (Input, Version) = (CriterionInput.Of(Criterion), Criterion.Version);
        FillLevels();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        FillLevels();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await criteria.ChangeAsync(Id, Version, Input.ToFacts(), User.ToActor(), cancellationToken);
        if (outcome.IsConflict)
            Version = this.SeenAnew(Criterion.Version);
        return Answer(outcome);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if ((await criteria.ListAsync(cancellationToken)).FirstOrDefault(one => one.Id == Id) is not { } found)
            return false;
        Criterion = found;
        return true;
    }
}
