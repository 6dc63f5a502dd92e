using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>The confirmation, with the reference. It stays at its address.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class SentModel(CaseFiles files) : PageModel
{
    [FromRoute]
    public string Reference { get; set => field = value.ToUpperInvariant(); } = "";

    public GrantFile Application { get; private set; } = null!;

    /// <summary>The last day to sign the declaration.</summary>
    public DateOnly SignBy => DeclarationRules.SignBy(CouncilTime.DayOf(Application.Case.SubmittedUtc ?? Application.NowUtc), Application.WorkingDays);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadGrantAsync(Reference, User.ToActor(), cancellationToken) is not { } file)
            return NotFound();
        Application = file;
        return file.Case.SubmittedUtc is null ? Redirect(GrantSteps.Home(Reference)) : Page();
    }
}
