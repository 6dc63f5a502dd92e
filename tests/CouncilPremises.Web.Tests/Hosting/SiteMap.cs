using System.Text.RegularExpressions;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Web.Tests.Hosting;

/// <summary>Every address of the service, what it asks for, and somebody of the demonstration council who may open it.</summary>
public static partial class SiteMap
{
    /// <summary>Every role, one by one, but for the system's.</summary>
    public static readonly Roles[] OneByOne = [.. Enum.GetValues<Roles>().Where(role => role != Roles.None && (role & (role - 1)) == 0 && role != Roles.System)];

    /// <summary>Addresses but for files.</summary>
    public static List<RouteEndpoint> Addresses(this CouncilWeb web) =>
        [.. web.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.All(one => one.GetType().Name != "StaticAssetDescriptor"))
            .DistinctBy(Pattern).OrderBy(Pattern)];

    public static bool IsPublic(this Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    public static string Pattern(this RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/');

    public static IReadOnlyList<Permission> Permissions(this Endpoint endpoint) =>
        [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(one => one.Policy)
            .Where(policy => policy?.StartsWith("Permission:", StringComparison.Ordinal) == true)
            .Select(policy => Enum.Parse<Permission>(policy!["Permission:".Length..]))];

    /// <summary>An address with something in every gap; what is not given is a thing that is not there.</summary>
    public static string Address(this RouteEndpoint endpoint, Func<string, string?>? known = null) => "/" + Gaps().Replace(endpoint.Pattern(), gap =>
        known?.Invoke(gap.Value.Trim('{', '}').Split(':', '?')[0])
        ?? (gap.Value.Contains(":guid", StringComparison.Ordinal) ? "01942f2e-0000-7000-8000-000000000000"
        : gap.Value.Contains(":int", StringComparison.Ordinal) ? "404"
        : gap.Value.Contains("ref", StringComparison.Ordinal) ? "HB-2026-99999" : "nothing"));

    /// <summary>The e-mail address of somebody with this role and, among staff, no other.</summary>
    public static Task<string> SomebodyWhoIsAsync(this CouncilWeb web, Roles role) => web.With<AppDbContext, string>(async db =>
    {
        if ((role & Roles.AnyGroupRole) == 0)
            return (await db.Users.ToListAsync()).First(user => user.StaffRoles == role).Email!;
        var member = (await db.Memberships.ToListAsync()).First(one => one.Roles.HasFlag(role));
        return (await db.Users.SingleAsync(user => user.Id == member.UserId)).Email!;
    });

    /// <summary>The e-mail address of somebody with all of these permissions.</summary>
    public static Task<string> SomebodyWithAsync(this CouncilWeb web, IReadOnlyList<Permission> permissions) =>
        web.SomebodyWhoIsAsync(OneByOne.First(role => permissions.All(permission =>
            (role & Roles.AnyGroupRole) != 0 ? permission == Permission.UseAccount : role.Has(permission))));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Gaps();
}
