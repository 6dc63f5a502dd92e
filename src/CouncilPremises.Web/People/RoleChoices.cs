using CouncilPremises.Application.People;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.TagHelpers;

namespace CouncilPremises.Web.People;

/// <summary>Roles as they are offered on forms and shown in lists.</summary>
public static class RoleChoices
{
    /// <summary>The three roles of a group, each with what it may do.</summary>
    public static IReadOnlyList<Choice> OfGroups { get; } =
        [.. OrganisationWords.GroupRoles.Select(role => new Choice(role.ToString(), role.GroupRoleWords(), role.GroupRoleHint()))];

    /// <summary>The roles of the council.</summary>
    public static IReadOnlyList<Choice> OfStaff { get; } =
        [.. StaffAccounts.AllRoles.Select(role => new Choice(role.ToString(), EnumChoices.Text(role)))];

    /// <summary>The council roles somebody holds, in words.</summary>
    public static string StaffWords(this Roles roles) =>
        string.Join(", ", StaffAccounts.AllRoles.Where(role => roles.HasFlag(role)).Select(role => EnumChoices.Text(role)));

    /// <summary>All the roles ticked, as one value.</summary>
    public static Roles Together(this IEnumerable<Roles> ticked) => ticked.Aggregate(Roles.None, (all, role) => all | role);

    /// <summary>One value as the boxes to tick.</summary>
    public static IList<Roles> Apart(this Roles roles) =>
        OrganisationWords.GroupRoles.Concat(StaffAccounts.AllRoles).Where(role => roles.HasFlag(role)).ToList();
}
