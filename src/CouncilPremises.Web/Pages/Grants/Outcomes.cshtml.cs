using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Web.Pages.Hire;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>G6: one to six outcomes, each with its numbers.</summary>
public sealed class OutcomesModel(CaseFiles files, GrantDrafts drafts) : SectionPage(files, drafts)
{
    [BindProperty]
    public OutcomesInput Input { get; set; } = new();

    public override GrantSection Section => GrantSection.Outcomes;

    /// <summary>The most outcomes of a project.</summary>
    public const int Most = 6;

    /// <summary>Between which days an outcome is reached.</summary>
    public string Within => Written.Project is { Starts: { } starts, Ends: { } ends } ? $"From {PremisesWords.Day(starts)} to {PremisesWords.Day(ends)}" : "Within your project";

    protected override void Show(GrantAnswers answers)
    {
        Input.Outcomes.Items = [.. answers.Outcomes.Items.Select(OutcomeFields.Of)];
        Complete();
    }

    protected override GrantAnswers Apply(GrantAnswers answers) => answers with
    {
        Outcomes = new() { Items = Filled().Select(place => Input.Outcomes.Items[place].ToAnswer()).ToValueList() },
    };

    protected override void Complete() => Rows.AtLeastOne(Input.Outcomes.Items);

    protected override bool ChangeRows(string act) => (act != "add" || Input.Outcomes.Items.Count < Most) && Rows.Change(Input.Outcomes.Items, act);

    protected override IReadOnlyList<Refusal> OnThisPage(IReadOnlyList<Refusal> refusals) => FilledRows.OnThisPage(refusals, "Outcomes.Items", Filled());

    private IReadOnlyList<int> Filled() => FilledRows.Places(Input.Outcomes.Items, one => one.IsEmpty);

    public sealed class OutcomesInput
    {
        public OutcomesFields Outcomes { get; set; } = new();
    }

    public sealed class OutcomesFields
    {
        [MaxLength(Rows.Most, ErrorMessage = "Add at most 6 outcomes")]
        public List<OutcomeFields> Items { get; set; } = [];
    }

    public sealed class OutcomeFields
    {
        [Display(Name = "What is measured")]
        public string? Indicator { get; set; }

        [Display(Name = "The number now")]
        public decimal? Baseline { get; set; }

        [Display(Name = "The number you aim at")]
        public decimal? Target { get; set; }

        [Display(Name = "How it is measured")]
        public string? Method { get; set; }

        [Display(Name = "The day for the outcome")]
        public DateOnly? Due { get; set; }

        public bool IsEmpty => Indicator is null && Baseline is null && Target is null && Method is null && Due is null;

        public static OutcomeFields Of(OutcomeAnswer one) => new() { Indicator = one.Indicator, Baseline = one.Baseline, Target = one.Target, Method = one.Method, Due = one.Due };

        public OutcomeAnswer ToAnswer() => new() { Indicator = Indicator, Baseline = Baseline, Target = Target, Method = Method, Due = Due };
    }
}
