using CouncilPremises.Domain.People;
using Microsoft.AspNetCore.Authorization;

namespace CouncilPremises.Web.People;

/// <summary>The permission a page asks for. Every page names one or is on the list of <see cref="PublicPages"/>; a test sees to it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequirePermissionAttribute(Permission permission) : AuthorizeAttribute(PolicyOf(permission))
{
    /// <summary>The permission.</summary>
    public Permission Permission => permission;

    /// <summary>The name of a permission's policy, for endpoints that are not pages: <c>RequireAuthorization(PolicyOf(…))</c>.</summary>
    public static string PolicyOf(Permission permission) => $"Permission:{permission}";
}

/// <summary>Registers a policy for each permission, read from the one table of roles.</summary>
public static class PermissionPolicies
{
    /// <summary>Adds the policies. Whoever names none has to be signed in at least.</summary>
    public static IServiceCollection AddPermissionPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in Enum.GetValues<Permission>())
            authorization.AddPolicy(RequirePermissionAttribute.PolicyOf(permission), policy => policy
                .RequireAuthenticatedUser().RequireAssertion(context => context.User.Has(permission)));
        return services;
    }
}
