using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>Registers an organisation. RULEBOOK 3 B1.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class NewModel(OrganisationRegistrations registrations) : FactsPage
{
    [FromRoute(Name = "type")]
    public OrganisationType Chosen { get; set; }

    public override OrganisationType Type => Chosen;

    public string Heading => Type == OrganisationType.Individual ? "About you" : Type == OrganisationType.InternalBody ? "About your department or school" : "About your group";

    public IActionResult OnGet() => ModelState.IsValid && Enum.IsDefined(Chosen) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(Chosen))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await registrations.RegisterAsync(FactsInput.KindOf(Type), Input.ToFacts(Type), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return Refuse(outcome.Refusals);
        this.Notify("Saved. You can now ask for a room.");
        // Whoever came from a room goes on to ask for it
        return Request.Query.ContainsKey("room") ? LocalRedirect($"/hire/new{Request.QueryString}") : RedirectToPage("Details", new { id = outcome.Value });
    }
}
