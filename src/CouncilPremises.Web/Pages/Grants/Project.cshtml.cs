using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>G2: what the project is called, when and where it is, and what of the delivery plan it serves.</summary>
public sealed class ProjectModel(CaseFiles files, GrantDrafts drafts, FundQueries funds) : SectionPage(files, drafts)
{
    [BindProperty]
    public ProjectInput Input { get; set; } = new();

    public override GrantSection Section => GrantSection.Project;

    /// <summary>The wards that are known, to choose from.</summary>
    public IReadOnlyList<Choice> Wards { get; private set; } = [];

    /// <summary>The lines of the fund's delivery plan.</summary>
    public IReadOnlyList<Choice> Lines => [.. Application.Fund.Lines.Select(line => new Choice($"{line.Id}", line.Title, line.Target))];

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var known = await funds.WardsAsync(cancellationToken);
        Wards = [.. known.Concat(Application.Fund.Lines.SelectMany(line => line.Wards)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCulture).Select(ward => new Choice(ward, ward))];
    }

    protected override void Show(GrantAnswers answers)
    {
        var project = answers.Project;
        var listed = Wards.Select(ward => ward.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Input.Project = new()
        {
            Title = project.Title,
            LocalTitle = project.LocalTitle,
            Starts = project.Starts,
            Ends = project.Ends,
            Wards = [.. project.Wards.Where(listed.Contains)],
            OtherWards = string.Join(", ", project.Wards.Where(ward => !listed.Contains(ward))),
            DeliveryPlanLineId = project.DeliveryPlanLineId,
            Explanation = project.Explanation,
            PressContact = project.PressContact,
        };
    }

    protected override GrantAnswers Apply(GrantAnswers answers) => answers with
    {
        Project = new()
        {
            Title = Input.Project.Title,
            LocalTitle = Input.Project.LocalTitle,
            Starts = Input.Project.Starts,
            Ends = Input.Project.Ends,
            Wards = Input.Project.AllWards().ToValueList(),
            DeliveryPlanLineId = Input.Project.DeliveryPlanLineId,
            // Who answers for a line stands in the plan, so the group is not asked
            Owner = Application.Fund.Lines.FirstOrDefault(line => line.Id == Input.Project.DeliveryPlanLineId)?.Owner,
            Explanation = Input.Project.Explanation,
            PressContact = Input.Project.PressContact,
        },
    };

    protected override IReadOnlyList<Refusal> OnThisPage(IReadOnlyList<Refusal> refusals) => GrantProblem.Without(refusals, "Project.Owner");

    public sealed class ProjectInput
    {
        public ProjectFields Project { get; set; } = new();
    }

    public sealed class ProjectFields
    {
        [Display(Name = "The title")]
        public string? Title { get; set; }

        [Display(Name = "The local title")]
        public string? LocalTitle { get; set; }

        [Display(Name = "The first day")]
        public DateOnly? Starts { get; set; }

        [Display(Name = "The last day")]
        public DateOnly? Ends { get; set; }

        [Display(Name = "The wards")]
        public List<string> Wards { get; set; } = [];

        [Display(Name = "Other wards")]
        public string? OtherWards { get; set; }

        [Display(Name = "What in our plan it serves")]
        public Guid? DeliveryPlanLineId { get; set; }

        [Display(Name = "How you will explain it")]
        public string? Explanation { get; set; }

        [Display(Name = "Who answers the press")]
        public string? PressContact { get; set; }

        public IEnumerable<string> AllWards() => Wards.OfType<string>().Concat((OtherWards ?? "").Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
