using System.Net;
using System.Text.RegularExpressions;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.People;

/// <summary>Every address × every role behaves as the one table of permissions says, and no form is taken without its token.</summary>
[Trait("Rule", "Roles")]
public partial class EndpointTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private static readonly Roles[] OneByOne = [.. Enum.GetValues<Roles>().Where(role => role != Roles.None && (role & (role - 1)) == 0 && role != Roles.System)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void PublicList_AndPages_Agree() =>
        Endpoints().Where(endpoint => IsPublic(endpoint) != PublicPages.Addresses.Contains(Pattern(endpoint)))
            .Select(endpoint => $"{Pattern(endpoint)} ({(IsPublic(endpoint) ? "answers anybody" : "asks for sign-in")})").ShouldBeEmpty();

    [Fact]
    public void EveryOtherAddress_NamesAPermission() =>
        Endpoints().Where(endpoint => !IsPublic(endpoint) && Permissions(endpoint).Count == 0).Select(Pattern).ShouldBeEmpty();

    [Fact]
    public async Task EveryAddress_NotSignedIn_LeadsToSignIn()
    {
        using var visit = new Visit(web);
        foreach (var endpoint in Endpoints().Where(endpoint => !IsPublic(endpoint)))
        {
            using var answer = await visit.Client.GetAsync(Address(endpoint), Token);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, Pattern(endpoint));
            answer.Headers.Location!.ToString().ShouldContain("/sign-in", customMessage: Pattern(endpoint));
        }
    }

    [Fact]
    public async Task EveryAddress_EveryRole_AnswersAsThePermissionTableSays()
    {
        var wrong = new List<string>();
        foreach (var role in OneByOne)
        {
            using var visit = await web.VisitAsync(await SomebodyWhoIsAsync(role));
            foreach (var endpoint in Endpoints().Where(endpoint => !IsPublic(endpoint)))
            {
                var may = Permissions(endpoint).All(permission => (role & Roles.AnyGroupRole) != 0 ? permission == Permission.UseAccount : role.Has(permission));
                using var answer = await visit.Client.GetAsync(Address(endpoint), Token);
                var isForbidden = answer.StatusCode == HttpStatusCode.Forbidden;
                if (isForbidden == may || (int)answer.StatusCode >= 500)
                    wrong.Add($"{role} at {Pattern(endpoint)}: {answer.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryForm_WithoutItsToken_IsRefused()
    {
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null))
        {
            using var visit = IsPublic(endpoint) ? new Visit(web) : await web.VisitAsync(await SomebodyWithAsync(Permissions(endpoint)));
            using var form = new FormUrlEncodedContent([new("Input.Name", "x")]);
            using var answer = await visit.Client.PostAsync(Address(endpoint), form, Token);
            if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound))
                wrong.Add($"{Pattern(endpoint)}: {answer.StatusCode}");
        }

        wrong.ShouldBeEmpty();
    }

    private List<RouteEndpoint> Endpoints() =>
        [.. web.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.All(one => one.GetType().Name != "StaticAssetDescriptor"))
            .DistinctBy(Pattern).OrderBy(Pattern)];

    private static bool IsPublic(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static string Pattern(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/');

    private static IReadOnlyList<Permission> Permissions(Endpoint endpoint) =>
        [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(one => one.Policy)
            .Where(policy => policy?.StartsWith("Permission:", StringComparison.Ordinal) == true)
            .Select(policy => Enum.Parse<Permission>(policy!["Permission:".Length..]))];

    /// <summary>An address with something in every gap: a thing that is not there.</summary>
    private static string Address(RouteEndpoint endpoint) => "/" + Gaps().Replace(Pattern(endpoint), gap =>
        gap.Value.Contains(":guid", StringComparison.Ordinal) ? "01942f2e-0000-7000-8000-000000000000"
        : gap.Value.Contains(":int", StringComparison.Ordinal) ? "404"
        : gap.Value.Contains("ref", StringComparison.Ordinal) ? "HB-2026-99999" : "nothing");

    private Task<string> SomebodyWhoIsAsync(Roles role) => web.With<AppDbContext, string>(async db =>
    {
        if ((role & Roles.AnyGroupRole) == 0)
            return (await db.Users.ToListAsync(Token)).First(user => user.StaffRoles == role).Email!;
        var member = (await db.Memberships.ToListAsync(Token)).First(one => one.Roles.HasFlag(role));
        return (await db.Users.SingleAsync(user => user.Id == member.UserId, Token)).Email!;
    });

    private Task<string> SomebodyWithAsync(IReadOnlyList<Permission> permissions) =>
        SomebodyWhoIsAsync(OneByOne.First(role => permissions.All(permission =>
            (role & Roles.AnyGroupRole) != 0 ? permission == Permission.UseAccount : role.Has(permission))));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Gaps();
}
