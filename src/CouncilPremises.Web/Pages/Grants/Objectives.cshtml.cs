using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>G3: one main objective, up to two others, and the national one, each with its reason.</summary>
public sealed class ObjectivesModel(CaseFiles files, GrantDrafts drafts) : SectionPage(files, drafts)
{
    [BindProperty]
    public ObjectivesInput Input { get; set; } = new();

    public override GrantSection Section => GrantSection.Objectives;

    /// <summary>The objectives and enablers.</summary>
    public static IReadOnlyList<Choice> Choices => EnumChoices.For(typeof(Objective));

    protected override void Show(GrantAnswers answers)
    {
        var given = answers.Objectives;
        Input.Objectives = new()
        {
            Primary = ObjectiveFields.Of(given.Primary),
            Secondary = [.. given.Secondary.Select(ObjectiveFields.Of)],
            National = given.National,
            NationalJustification = given.NationalJustification,
        };
        Complete();
    }

    protected override GrantAnswers Apply(GrantAnswers answers) => answers with
    {
        Objectives = new()
        {
            Primary = Input.Objectives.Primary.ToAnswer(),
            Secondary = Filled().Select(place => Input.Objectives.Secondary[place].ToAnswer()).ToValueList(),
            National = Input.Objectives.National,
            NationalJustification = Input.Objectives.NationalJustification,
        },
    };

    // The two boxes for others are always there, filled in or not
    protected override void Complete()
    {
        while (Input.Objectives.Secondary.Count < 2)
            Input.Objectives.Secondary.Add(new ObjectiveFields());
    }

    protected override IReadOnlyList<Refusal> OnThisPage(IReadOnlyList<Refusal> refusals) =>
        FilledRows.OnThisPage(refusals, "Objectives.Secondary", Filled());

    private IReadOnlyList<int> Filled() => FilledRows.Places(Input.Objectives.Secondary, one => one.Objective is null && one.Justification is null);

    public sealed class ObjectivesInput
    {
        public ObjectivesFields Objectives { get; set; } = new();
    }

    public sealed class ObjectivesFields
    {
        public ObjectiveFields Primary { get; set; } = new();

        public List<ObjectiveFields> Secondary { get; set; } = [];

        [Display(Name = "The national objective")]
        public NationalObjective? National { get; set; }

        [Display(Name = "How it serves the national objective")]
        public string? NationalJustification { get; set; }
    }

    public sealed class ObjectiveFields
    {
        [Display(Name = "The objective")]
        public Objective? Objective { get; set; }

        [Display(Name = "How it serves the objective")]
        public string? Justification { get; set; }

        public static ObjectiveFields Of(ObjectiveAnswer answer) => new() { Objective = answer.Objective, Justification = answer.Justification };

        public ObjectiveAnswer ToAnswer() => new() { Objective = Objective, Justification = Justification };
    }
}
