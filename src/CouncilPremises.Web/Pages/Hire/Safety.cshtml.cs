using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>B9: under-18s and adults at risk, and who looks after them.</summary>
public sealed class SafetyModel(CaseFiles files, HireDrafts drafts, CouncilTime time) : StepPage(files, drafts)
{
    [BindProperty]
    public SafetyInput Input { get; set; } = new();

    public override HireStep Step => HireSteps.Safety;

    public static IReadOnlyList<Choice> Who { get; } = [new(nameof(PersonAtRisk.Under18), "Under-18s"), new(nameof(PersonAtRisk.AdultAtRisk), "Adults at risk")];

    public static IReadOnlyList<Choice> RoleChoices { get; } = EnumChoices.Of<DbsRole>(DbsRoleWords.Of);

    /// <summary>Supervision matters only while the law tells supervised volunteers apart on the first day. RULEBOOK 5 DBS.</summary>
    public bool AsksSupervised
    {
        get
        {
            var day = Written.When.FirstDay ?? time.Today;
            return DbsRoles.MayAsk(DbsRole.ChildrenOften, day, supervisedVolunteer: true) != DbsRoles.MayAsk(DbsRole.ChildrenOften, day);
        }
    }

    protected override void Show(HireAnswers answers)
    {
        Input.PeopleAtRisk = SafetyFields.Of(answers.PeopleAtRisk);
        Rows.AtLeastOne(Input.PeopleAtRisk.Roles);
    }

    protected override HireAnswers Apply(HireAnswers answers) => answers with { PeopleAtRisk = Input.PeopleAtRisk.ToAnswers() };

    protected override void Complete() => Rows.AtLeastOne(Input.PeopleAtRisk.Roles);

    protected override bool ChangeRows(string act) => Rows.Change(Input.PeopleAtRisk.Roles, act);

    // The page asks once who takes part, under the choice that is taken
    protected override string? FieldOf(Refusal refusal) => refusal.Field is "PeopleAtRisk.Under18s" or "PeopleAtRisk.AdultsAtRisk"
        ? Input.PeopleAtRisk.Care == CareKind.WithCarers ? "PeopleAtRisk.WithCarers" : "PeopleAtRisk.InOurCare"
        : refusal.Field;

    public sealed class SafetyInput
    {
        public SafetyFields PeopleAtRisk { get; set; } = new();
    }
}
