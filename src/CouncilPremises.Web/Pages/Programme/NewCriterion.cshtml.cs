using CouncilPremises.Application.Grants;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Programme;

/// <summary>Adds a criterion.</summary>
public sealed class NewCriterionModel(ProgrammeCriteria criteria) : CriterionPage
{
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var known = await criteria.ListAsync(cancellationToken);
        (Input.IsInUse, Input.Place) = (true, known.Select(one => one.Place).DefaultIfEmpty(0).Max() + 1);
        FillLevels();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        FillLevels();
        return ModelState.IsValid ? Answer(await criteria.AddAsync(Input.ToFacts(), User.ToActor(), cancellationToken)) : this.PageWithMistakes();
    }
}
