using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Whom the page asks about.</summary>
public enum PersonAtRisk
{
    Under18,
    AdultAtRisk,
}

/// <summary>B9 as the page asks it.</summary>
public sealed class SafetyFields
{
    [Display(Name = "Whether under-18s or adults at risk take part")]
    public CareKind? Care { get; set; }

    [Display(Name = "Who comes with carers")]
    public List<PersonAtRisk> WithCarers { get; set; } = [];

    [Display(Name = "Who is in your care")]
    public List<PersonAtRisk> InOurCare { get; set; } = [];

    [MaxLength(Rows.Most, ErrorMessage = "Add at most 50 people")]
    public List<CarerFields> Roles { get; set; } = [];

    /// <summary>Fills the boxes.</summary>
    public static SafetyFields Of(PeopleAtRiskAnswers people)
    {
        List<PersonAtRisk> who =
        [
            .. people.Under18s == true ? [PersonAtRisk.Under18] : Array.Empty<PersonAtRisk>(),
            .. people.AdultsAtRisk == true ? [PersonAtRisk.AdultAtRisk] : Array.Empty<PersonAtRisk>(),
        ];
        return new SafetyFields
        {
            Care = people.Care,
            WithCarers = people.Care == CareKind.WithCarers ? who : [],
            InOurCare = people.Care == CareKind.GroupsCare ? who : [],
            Roles = [.. people.Roles.Select(CarerFields.Of)],
        };
    }

    /// <summary>The answers in the boxes.</summary>
    public PeopleAtRiskAnswers ToAnswers()
    {
        if (Care is null or CareKind.None)
            return new PeopleAtRiskAnswers { Care = Care };
        var who = Care == CareKind.WithCarers ? WithCarers : InOurCare;
        return new PeopleAtRiskAnswers
        {
            Care = Care,
            Under18s = who.Contains(PersonAtRisk.Under18),
            AdultsAtRisk = who.Contains(PersonAtRisk.AdultAtRisk),
            Roles = Care == CareKind.GroupsCare ? Rows.Filled(Roles, row => row.IsEmpty).Select(row => row.ToAnswer()).ToValueList() : [],
        };
    }
}

/// <summary>One person who looks after others.</summary>
public sealed class CarerFields
{
    [Display(Name = "The person’s name")]
    public string? Name { get; set; }

    [Display(Name = "What the person does")]
    public string? Does { get; set; }

    [Display(Name = "What is nearest")]
    public DbsRole? Role { get; set; }

    [Display(Name = "Whether a checked person supervises")]
    public bool? SupervisedVolunteer { get; set; }

    /// <summary>True when nothing has been filled in.</summary>
    public bool IsEmpty => Name is null && Does is null && Role is null;

    /// <summary>Fills the boxes.</summary>
    public static CarerFields Of(CarerAnswer carer) =>
        new() { Name = carer.Name, Does = carer.Does, Role = carer.Role, SupervisedVolunteer = carer.SupervisedVolunteer };

    /// <summary>The answers in the boxes.</summary>
    public CarerAnswer ToAnswer() => new() { Name = Name, Does = Does, Role = Role, SupervisedVolunteer = SupervisedVolunteer };
}

/// <summary>The DBS role table in the group's words. RULEBOOK 5.</summary>
public static class DbsRoleWords
{
    /// <summary>A role as the group reads it.</summary>
    public static string Of(DbsRole role) => role switch
    {
        DbsRole.ChildrenOften => "Teaches, trains, cares for, supervises, advises or drives children every week, on more than 3 days in 30, or overnight",
        DbsRole.ChildrenSometimes => "Does the same, but less often",
        DbsRole.AdultsAtRisk => "Gives adults at risk personal, health or social care, or handles their money or affairs",
        DbsRole.NoCheck => "None of these: speaks, stewards, or helps while carers are present",
    };
}
