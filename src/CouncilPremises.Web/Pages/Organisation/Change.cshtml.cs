using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>Changes an organisation's facts. Its lead contact only; other members read them. RULEBOOK 3 B1.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class ChangeModel(OrganisationRegistrations registrations, OrganisationQueries organisations) : FactsPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OrganisationDetails Details { get; private set; } = null!;

    public override OrganisationType Type => Details.Facts.Type;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } no)
            return no;
        (Input, Version) = (FactsInput.Of(Details.Facts), Details.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } no)
            return no;
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await registrations.ChangeAsync(Id, Version, Input.ToFacts(Type), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return Refuse(outcome.Refusals);
        this.Notify("Your changes are saved.");
        return RedirectToPage("Details", new { Id });
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellationToken)
    {
        var outcome = await organisations.DetailsAsync(Id, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return NotFound();
        Details = outcome.Value;
        return Details.CanChange ? null : Forbid();
    }
}
