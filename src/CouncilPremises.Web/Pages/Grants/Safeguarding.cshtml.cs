using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>G8: under-18s. Nothing here asks about a child.</summary>
public sealed class SafeguardingModel(CaseFiles files, GrantDrafts drafts) : SectionPage(files, drafts)
{
    [BindProperty]
    public SafeguardingInput Input { get; set; } = new();

    public override GrantSection Section => GrantSection.Safeguarding;

    protected override void Show(GrantAnswers answers)
    {
        var given = answers.Safeguarding;
        Input.Safeguarding = new() { Under18s = given.Under18s, Lead = given.Lead, HasPolicy = given.HasPolicy, ParentalConsent = given.ParentalConsent };
    }

    protected override GrantAnswers Apply(GrantAnswers answers)
    {
        var typed = Input.Safeguarding;
        return answers with
        {
            Safeguarding = typed.Under18s == true
                ? new() { Under18s = true, Lead = typed.Lead, HasPolicy = typed.HasPolicy, ParentalConsent = typed.ParentalConsent }
                : new() { Under18s = typed.Under18s },
        };
    }

    public sealed class SafeguardingInput
    {
        public SafeguardingFields Safeguarding { get; set; } = new();
    }

    public sealed class SafeguardingFields
    {
        [Display(Name = "Whether under-18s take part")]
        public bool? Under18s { get; set; }

        [Display(Name = "Who leads on safeguarding")]
        public string? Lead { get; set; }

        [Display(Name = "Whether you have a safeguarding policy")]
        public bool? HasPolicy { get; set; }

        [Display(Name = "How parents give their consent")]
        public string? ParentalConsent { get; set; }
    }
}
