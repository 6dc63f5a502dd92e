using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Pages.Hire;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>G11: other public funding, and the subsidy statement of an enterprise.</summary>
public sealed class OtherFundingModel(CaseFiles files, GrantDrafts drafts) : SectionPage(files, drafts)
{
    [BindProperty]
    public OtherFundingInput Input { get; set; } = new();

    public override GrantSection Section => GrantSection.OtherFunding;

    protected override void Show(GrantAnswers answers)
    {
        var given = answers.OtherFunding;
        Input.OtherFunding = new()
        {
            HasOther = given.HasOther,
            Sources = [.. given.Sources.Select(SourceFields.Of)],
            IsEnterprise = given.IsEnterprise,
            SubsidiesReceived = given.SubsidiesReceived,
            SubsidyStated = given.SubsidyStated == true,
        };
        Complete();
    }

    protected override GrantAnswers Apply(GrantAnswers answers)
    {
        var typed = Input.OtherFunding;
        return answers with
        {
            OtherFunding = new()
            {
                HasOther = typed.HasOther,
                Sources = typed.HasOther == true ? Filled().Select(place => typed.Sources[place].ToAnswer()).ToValueList() : [],
                IsEnterprise = typed.IsEnterprise,
                SubsidiesReceived = typed.IsEnterprise == true ? typed.SubsidiesReceived : null,
                SubsidyStated = typed.IsEnterprise == true && typed.SubsidyStated ? true : null,
            },
        };
    }

    protected override void Complete() => Rows.AtLeastOne(Input.OtherFunding.Sources);

    protected override bool ChangeRows(string act) => Rows.Change(Input.OtherFunding.Sources, act);

    protected override IReadOnlyList<Refusal> OnThisPage(IReadOnlyList<Refusal> refusals) => FilledRows.OnThisPage(refusals, "OtherFunding.Sources", Filled());

    private IReadOnlyList<int> Filled() => FilledRows.Places(Input.OtherFunding.Sources, one => one.IsEmpty);

    public sealed class OtherFundingInput
    {
        public OtherFundingFields OtherFunding { get; set; } = new();
    }

    public sealed class OtherFundingFields
    {
        [Display(Name = "Whether you have other public money")]
        public bool? HasOther { get; set; }

        [MaxLength(Rows.Most, ErrorMessage = "Add at most 50 other funders")]
        public List<SourceFields> Sources { get; set; } = [];

        [Display(Name = "Whether you offer goods or services on a market")]
        public bool? IsEnterprise { get; set; }

        [Display(Name = "The subsidies you received")]
        public Money? SubsidiesReceived { get; set; }

        [Display(Name = "Whether this is all")]
        public bool SubsidyStated { get; set; }
    }

    public sealed class SourceFields
    {
        [Display(Name = "Who gives it")]
        public string? Funder { get; set; }

        [Display(Name = "What it is for")]
        public string? Purpose { get; set; }

        [Display(Name = "The amount")]
        public Money? Amount { get; set; }

        public bool IsEmpty => Funder is null && Purpose is null && Amount is null;

        public static SourceFields Of(FundingSource one) => new() { Funder = one.Funder, Purpose = one.Purpose, Amount = one.Amount };

        public FundingSource ToAnswer() => new() { Funder = Funder, Purpose = Purpose, Amount = Amount };
    }
}
