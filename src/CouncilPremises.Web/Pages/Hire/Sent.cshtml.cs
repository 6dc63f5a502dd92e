using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Checks;
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
    public string Reference { get; set => field = value.ToUpperInvariant(); } = "";

    public string? Email { get; private set; }

    /// <summary>Whoever really organises and still has to sign; null when nobody has.</summary>
    public string? Organiser { get; private set; }

    public int Dates { get; private set; }

    public HireStatus Status { get; private set; } = null!;

    /// <summary>What only the group can do, besides signing.</summary>
    public IReadOnlyList<GroupDuty> Duties { get; private set; } = [];

    /// <summary>The last day to decide; null when that is no longer what comes next.</summary>
    public DateOnly? DecideBy { get; private set; }

    /// <summary>The hire fee; null when there is none.</summary>
    public Money? Charge { get; private set; }

    public bool MustSign { get; private set; }

    public DateOnly SignBy { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadHireAsync(Reference, User.ToActor(), cancellationToken) is not { } file)
            return NotFound();
        if (file.Case.SubmittedUtc is not { } sentUtc)
            return Redirect(HireSteps.Home(Reference));
        (Email, Dates, Status) = (file.Hire.Answers.Contact.Email, file.Hire.Occurrences.Count, HireStatus.Of(file));
        (Duties, Charge) = ([.. GroupDuties.Of(file).Where(duty => duty.Check != CheckCode.DEC)], HireCharges.Of(file, file.Hire.Occurrences));
        DecideBy = ChangeStates.IsUndecided(file.Case.State) ? GroupDuties.DecideBy(file) : null;
        Organiser = CoSigning.IsOpen(file) ? file.OrganiserName : null;
        (MustSign, SignBy) = (HireSteps.MustSign(file), DeclarationRules.SignBy(CouncilTime.DayOf(sentUtc), file.WorkingDays));
        return Page();
    }
}
