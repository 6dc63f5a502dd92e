using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Pages.Organisation;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Typing;

/// <summary>An officer enters a hirer who does not register: a caller, a department, a maintained school. RULEBOOK 3 B1.</summary>
[RequirePermission(Permission.TypeApplications)]
public sealed class NewHirerModel(OrganisationRegistrations registrations) : FactsPage
{
    [FromRoute(Name = "type")]
    public OrganisationType Chosen { get; set; }

    public override OrganisationType Type => Chosen;

    public IActionResult OnGet() => ModelState.IsValid && Enum.IsDefined(Chosen) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(Chosen))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await registrations.EnterAsync(FactsInput.KindOf(Type), Input.ToFacts(Type), User.ToActor(), cancellationToken);
        return outcome.Succeeded ? Redirect($"/typing/{outcome.Value}") : Refuse(outcome.Refusals);
    }
}
