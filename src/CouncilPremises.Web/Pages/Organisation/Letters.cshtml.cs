using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>How a group wants its letters: its lead contact says so, or an officer for a caller.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class LettersModel(LetterFormats formats) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Format { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await formats.OfAsync(Id, User.ToActor(), cancellationToken);
        if (!found.Succeeded)
            return NotFound();
        Format = found.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await formats.AskAsync(Id, Format, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify("Noted. Whoever writes to this group sees it first.");
        return Redirect($"/organisation/{Id}");
    }
}
