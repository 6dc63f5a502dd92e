using CouncilPremises.Domain.People;

namespace CouncilPremises.Domain.Organisations;

/// <summary>Kinds of body and group roles as people read them.</summary>
public static class OrganisationWords
{
    /// <summary>The kind of body.</summary>
    public static string Words(this OrganisationType type) => type switch
    {
        OrganisationType.RegisteredCharity => "Registered charity, including a CIO",
        OrganisationType.Company => "Company, including a community interest company",
        OrganisationType.UnincorporatedGroup => "Club, society or group without a registration",
        OrganisationType.FaithBody => "Place of worship or faith group",
        OrganisationType.PoliticalParty => "Political party, branch or campaign",
        OrganisationType.PublicBody => "Public body, such as a parish council or health trust",
        OrganisationType.InternalBody => "Council department or maintained school",
        OrganisationType.Individual => "Yourself: a private person of 18 or over",
    };

    /// <summary>The roles a member may hold, in the order shown. RULEBOOK 1.</summary>
    public static IReadOnlyList<Roles> GroupRoles { get; } = [Roles.LeadContact, Roles.Signatory, Roles.SafeguardingLead];

    /// <summary>One group role.</summary>
    public static string GroupRoleWords(this Roles role) => role switch
    {
        Roles.LeadContact => "Lead contact",
        Roles.Signatory => "Authorised signatory",
        Roles.SafeguardingLead => "Safeguarding lead",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not one group role."),
    };

    /// <summary>What one group role may do.</summary>
    public static string GroupRoleHint(this Roles role) => role switch
    {
        Roles.LeadContact => "Fills in and sends applications, answers us, changes and cancels",
        Roles.Signatory => "Signs the declaration and accepts conditions. A trustee, director or committee officer of 18 or over",
        Roles.SafeguardingLead => "Confirms DBS checks",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not one group role."),
    };

    /// <summary>All the roles somebody holds: "Lead contact, Safeguarding lead".</summary>
    public static string GroupRolesWords(this Roles roles)
    {
        var words = string.Join(", ", GroupRoles.Where(role => roles.HasFlag(role)).Select(role => role.GroupRoleWords()));
        return words.Length > 0 ? words : "No role: sees everything, changes nothing";
    }
}
