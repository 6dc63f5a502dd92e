using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>G4: why the project is needed here, from open sources and naming nobody.</summary>
public sealed class NeedModel(CaseFiles files, GrantDrafts drafts) : SectionPage(files, drafts)
{
    [BindProperty]
    public NeedInput Input { get; set; } = new();

    public override GrantSection Section => GrantSection.Need;

    protected override void Show(GrantAnswers answers) =>
        Input.Need = new() { Need = answers.Need.Need, Sources = answers.Need.Sources, NamesNobody = answers.Need.NamesNobody == true };

    protected override GrantAnswers Apply(GrantAnswers answers) => answers with
    {
        Need = new() { Need = Input.Need.Need, Sources = Input.Need.Sources, NamesNobody = Input.Need.NamesNobody ? true : null },
    };

    public sealed class NeedInput
    {
        public NeedFields Need { get; set; } = new();
    }

    public sealed class NeedFields
    {
        [Display(Name = "Why it is needed")]
        public string? Need { get; set; }

        [Display(Name = "The sources")]
        public string? Sources { get; set; }

        [Display(Name = "Whether nobody is named")]
        public bool NamesNobody { get; set; }
    }
}
