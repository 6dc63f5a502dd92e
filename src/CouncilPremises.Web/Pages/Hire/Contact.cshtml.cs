using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain.Hire;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>B2, B3 and B16: who speaks for the group, whose event it is, and who insures it.</summary>
public sealed class ContactModel(CaseFiles files, HireDrafts drafts) : StepPage(files, drafts)
{
    [BindProperty]
    public ContactInput Input { get; set; } = new();

    public override HireStep Step => HireSteps.Contact;

    /// <summary>A private person has no role in a group.</summary>
    public bool IsBody => Application.Hire.HirerKind != HirerKind.Individual;

    public bool AsksInsurance => HireSteps.Asks(Application, HireSection.Insurance);

    public bool VenueCovers => Application.Venue?.CoversHirers == true;

    protected override void Show(HireAnswers answers)
    {
        Input = ContactInput.Of(answers);
        if (VenueCovers)
            Input.Insurance.VenueCover ??= true;
    }

    protected override HireAnswers Apply(HireAnswers answers) => Input.ApplyTo(answers, AsksInsurance, VenueCovers);

    // Whoever stands behind the event is asked for on a page of their own
    protected override IReadOnlyList<HireSection> Sections()
    {
        var forOthers = (Input.OnBehalf.ForAnother == true || Input.OnBehalf.SubLetting == true) && !Application.Hire.Answers.IsElectionMeeting();
        return
        [
            HireSection.Contact,
            .. forOthers ? Array.Empty<HireSection>() : [HireSection.OnBehalf],
            .. AsksInsurance ? [HireSection.Insurance] : Array.Empty<HireSection>(),
        ];
    }
}
