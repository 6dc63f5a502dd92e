using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>The confirmation, with the reference. It stays at its address.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class SentModel(CaseFiles files) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    public string? Email { get; private set; }

    /// <summary>Whoever really organises and still has to sign; null when nobody has.</summary>
    public string? Organiser { get; private set; }

    public int Dates { get; private set; }

    public HireStatus Status { get; private set; } = null!;

    public bool MustSign { get; private set; }

    public DateOnly SignBy { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadAsync(Reference, User.ToActor(), cancellationToken) is not { } file)
            return NotFound();
        if (file.Case.SubmittedUtc is not { } sentUtc)
            return Redirect(HireSteps.Home(Reference));
        (Email, Dates, Status) = (file.Hire.Answers.Contact.Email, file.Hire.Occurrences.Count, HireStatus.Of(file));
        Organiser = CoSigning.IsOpen(file) ? file.OrganiserName : null;
        (MustSign, SignBy) = (HireSteps.MustSign(file), DeclarationRules.SignBy(CouncilTime.DayOf(sentUtc), file.WorkingDays));
        return Page();
    }
}
