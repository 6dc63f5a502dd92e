using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>B10–B15: questions most groups answer with no.</summary>
public sealed class MoreModel(CaseFiles files, HireDrafts drafts) : StepPage(files, drafts)
{
    [BindProperty]
    public MoreInput Input { get; set; } = new();

    public override HireStep Step => HireSteps.More;

    public static IReadOnlyList<Choice> Licensing { get; } = [new(nameof(LicensedThing.Alcohol), "Alcohol, sold or served"), new(nameof(LicensedThing.Music), "Live or recorded music")];

    /// <summary>True while an election period applies to the dates and the place; also to take a claim back that no longer fits.</summary>
    public bool OffersRight => Application.Derived.Facts.ElectionPeriod || Application.Hire.Answers.Political.RightClaimed == true;

    protected override void Show(HireAnswers answers) => Input = MoreInput.Of(answers);

    protected override HireAnswers Apply(HireAnswers answers) => Input.ApplyTo(answers, OffersRight);
}
