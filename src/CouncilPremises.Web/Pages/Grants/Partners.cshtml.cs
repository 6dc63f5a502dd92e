using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.Pages.Hire;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>G10: partners and onward payees, who say what an applicant says.</summary>
public sealed class PartnersModel(CaseFiles files, GrantDrafts drafts) : SectionPage(files, drafts)
{
    [BindProperty]
    public PartnersInput Input { get; set; } = new();

    public override GrantSection Section => GrantSection.Partners;

    /// <summary>The kinds of body.</summary>
    public static IReadOnlyList<Choice> Types =>
        EnumChoices.Of<OrganisationType>(type => type == OrganisationType.Individual ? "Private person of 18 or over" : type.Words());

    protected override void Show(GrantAnswers answers)
    {
        Input.Partners = new() { HasPartners = answers.Partners.HasPartners, Partners = [.. answers.Partners.Partners.Select(PartnerFields.Of)] };
        Complete();
    }

    protected override GrantAnswers Apply(GrantAnswers answers) => answers with
    {
        Partners = new()
        {
            HasPartners = Input.Partners.HasPartners,
            Partners = Input.Partners.HasPartners == true ? Filled().Select(place => Input.Partners.Partners[place].ToAnswer()).ToValueList() : [],
        },
    };

    protected override void Complete() => Rows.AtLeastOne(Input.Partners.Partners);

    protected override bool ChangeRows(string act) => Rows.Change(Input.Partners.Partners, act);

    protected override IReadOnlyList<Refusal> OnThisPage(IReadOnlyList<Refusal> refusals) => FilledRows.OnThisPage(refusals, "Partners.Partners", Filled());

    private IReadOnlyList<int> Filled() => FilledRows.Places(Input.Partners.Partners, one => one.IsEmpty);

    public sealed class PartnersInput
    {
        public PartnersFields Partners { get; set; } = new();
    }

    public sealed class PartnersFields
    {
        [Display(Name = "Whether others take part")]
        public bool? HasPartners { get; set; }

        [MaxLength(Rows.Most, ErrorMessage = "Add at most 50 partners")]
        public List<PartnerFields> Partners { get; set; } = [];
    }
}
