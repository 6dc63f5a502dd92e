using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>G5: the three questions of the cross-community test.</summary>
public sealed class CommunityModel(CaseFiles files, GrantDrafts drafts) : SectionPage(files, drafts)
{
    [BindProperty]
    public CommunityInput Input { get; set; } = new();

    public override GrantSection Section => GrantSection.Community;

    protected override void Show(GrantAnswers answers)
    {
        var community = answers.Community;
        Input.Community = new() { WhoBenefits = community.WhoBenefits, HowOthersTakePart = community.HowOthersTakePart, WhoWorksAlongside = community.WhoWorksAlongside };
    }

    protected override GrantAnswers Apply(GrantAnswers answers)
    {
        var typed = Input.Community;
        return answers with { Community = new() { WhoBenefits = typed.WhoBenefits, HowOthersTakePart = typed.HowOthersTakePart, WhoWorksAlongside = typed.WhoWorksAlongside } };
    }

    public sealed class CommunityInput
    {
        public CommunityFields Community { get; set; } = new();
    }

    public sealed class CommunityFields
    {
        [Display(Name = "Who benefits")]
        public string? WhoBenefits { get; set; }

        [Display(Name = "How others take part")]
        public string? HowOthersTakePart { get; set; }

        [Display(Name = "Who works alongside you")]
        public string? WhoWorksAlongside { get; set; }
    }
}
