using System.Text.RegularExpressions;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Domain.Cases;

/// <summary>Who is asked for advice, who records the answer, and what may be kept of it. Advice binds nobody. RULEBOOK 6.</summary>
public static partial class ConsultationRules
{
    /// <summary>Most characters of an answer.</summary>
    public const int LongestAnswer = 500;

    /// <summary>Most characters of a question.</summary>
    public const int LongestQuestion = 1000;

    /// <summary>Whom the council asks, as officers say it.</summary>
    public static string Words(this ConsultationKind kind) => kind switch
    {
        ConsultationKind.PreventLead => "Prevent lead",
        ConsultationKind.Police => "Police",
        ConsultationKind.ChildrensServices => "Children's services",
        ConsultationKind.AdultSafeguarding => "Adult safeguarding",
        ConsultationKind.Legal => "Legal",
        ConsultationKind.Equality => "Equality",
        ConsultationKind.Licensing => "Licensing",
    };

    /// <summary>What kind of answer it is, in words.</summary>
    public static string Words(this ConsultationAnswer answer) => answer switch
    {
        ConsultationAnswer.NoConcern => "No concern",
        ConsultationAnswer.Conditions => "Conditions",
        ConsultationAnswer.AdviseAgainst => "Advise against",
        ConsultationAnswer.NoComment => "No comment",
    };

    /// <summary>Who records the answer: the Prevent lead and safeguarding officers their own advice, officers what others wrote to them. RULEBOOK 1.</summary>
    public static Roles Recorders(ConsultationKind kind) => kind switch
    {
        ConsultationKind.PreventLead => Roles.PreventLead,
        ConsultationKind.ChildrensServices or ConsultationKind.AdultSafeguarding => Roles.SafeguardingOfficer,
        ConsultationKind.Police or ConsultationKind.Legal or ConsultationKind.Equality or ConsultationKind.Licensing =>
            Roles.FacilitiesOfficer | Roles.FacilitiesApprover | Roles.GrantOfficer | Roles.GrantApprover,
    };

    /// <summary>Every kind whose answers somebody with these roles records.</summary>
    public static IReadOnlyList<ConsultationKind> RecordedBy(Roles roles) =>
        [.. Enum.GetValues<ConsultationKind>().Where(kind => (Recorders(kind) & roles) != Roles.None)];

    /// <summary>True for the reference of a case at children's services: short, with a digit, and no room for a name or a story.</summary>
    public static bool IsReference(string? text) => text is not null && Reference().IsMatch(text);

    [GeneratedRegex(@"^(?=[^0-9]*[0-9])[A-Za-z]{0,8}[ ]?[0-9A-Z/.\-]{1,24}$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
