using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>What the pages about an organisation's people share: members read them, others do not find them.</summary>
public abstract class MembersPage(OrganisationQueries organisations) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The organisation with its people.</summary>
    public OrganisationDetails Details { get; private set; } = null!;

    /// <summary>Reads the organisation; an answer means that the page is not for this person.</summary>
    protected async Task<IActionResult?> ReadAsync(CancellationToken cancellationToken)
    {
        var outcome = await organisations.DetailsAsync(Id, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded || outcome.Value.Members.All(member => member.UserId != User.ToActor().Id))
            return NotFound();
        Details = outcome.Value;
        return null;
    }

    /// <summary>Says what was done and leads back to the people; or shows the page again with the reasons.</summary>
    protected IActionResult After(Outcome outcome, string sentence)
    {
        if (outcome.Refusals.Any(refusal => refusal.Code == OrganisationQueries.NotLeadCode))
            return Forbid();
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify(sentence);
        return RedirectToPage("People", new { Id });
    }
}
