using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.People;

/// <summary>Who may open what: every address of the service, held against the one table of permissions.</summary>
public class PermissionTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Endpoints_All_NameAPermissionOrArePublic()
    {
        foreach (var endpoint in Endpoints())
        {
            var pattern = endpoint.RoutePattern.RawText!.Trim('/');
            var permission = PermissionOf(endpoint);
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                PublicPages.Addresses.ShouldContain(pattern, $"{pattern} answers anybody: put it on the list of public pages, or name a permission");
            else
                permission.ShouldNotBeNull($"{pattern} names no permission and is not on the list of public pages");
        }
    }

    [Fact]
    public void PublicPages_All_Exist()
    {
        var existing = Endpoints().Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        PublicPages.Addresses.Except(existing, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_Visitor_IsLedToSignIn()
    {
        using var visit = new Visit(web);
        foreach (var endpoint in ProtectedPages())
        {
            using var answer = await visit.Client.GetAsync(AddressOf(endpoint), Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, AddressOf(endpoint));
            answer.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in?returnUrl=%2F", Case.Insensitive);
        }
    }

    [Fact]
    public async Task Pages_EveryRole_AnswersAsTheTableSays()
    {
        foreach (var email in DemoPerson.Everybody)
        {
            using var visit = await DemoPerson.SignInAsync(web, email);
            var roles = await web.With<AppDbContext, Roles>(db => db.Users.Where(user => user.Email == email).Select(user => user.StaffRoles).SingleAsync(Cancellation));
            foreach (var endpoint in ProtectedPages())
            {
                using var answer = await visit.Client.GetAsync(AddressOf(endpoint), Cancellation);
                var who = $"{roles} at {AddressOf(endpoint)}";
                if (roles.Has(PermissionOf(endpoint)!.Value))
                    answer.StatusCode.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Redirect], who);
                else
                    answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, who);
            }
        }
    }

    [Fact]
    public async Task Forms_WithoutToken_AreRefused()
    {
        using var visitor = new Visit(web);
        var people = new List<Visit>();
        foreach (var email in new[] { DemoPerson.Officer, DemoPerson.Approver, DemoPerson.Auditor, DemoPerson.Administrator, DemoPerson.Safeguarding, DemoPerson.GroupLead })
            people.Add(await DemoPerson.SignInAsync(web, email));
        foreach (var endpoint in Endpoints().Where(IsPage).Where(endpoint => AddressOf(endpoint) != "/error/404"))
        {
            foreach (var visit in people.Prepend(visitor))
            {
                using var empty = new FormUrlEncodedContent([]);
                using var answer = await visit.Client.PostAsync(AddressOf(endpoint), empty, Cancellation);
                ((int)answer.StatusCode).ShouldBeOneOf([400, 403, 302], AddressOf(endpoint));
                if (answer.StatusCode == HttpStatusCode.Redirect)
                    answer.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in?", Case.Insensitive, AddressOf(endpoint));
            }
        }

        people.ForEach(visit => visit.Dispose());
    }

    private static Permission? PermissionOf(Endpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy)
            .Where(policy => policy?.StartsWith("Permission:", StringComparison.Ordinal) is true)
            .Select(policy => (Permission?)Enum.Parse<Permission>(policy!["Permission:".Length..])).FirstOrDefault();

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    private static string AddressOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "status" } => "404",
            RoutePatternParameterPart { Name: "type" } => "Company",
            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "int") => "1",
            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "guid") => "01890000-0000-7000-8000-000000000000",
            _ => "none",
        }))));

    private IEnumerable<RouteEndpoint> ProtectedPages() =>
        Endpoints().Where(IsPage).Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null);

    private List<RouteEndpoint> Endpoints() =>
        [.. web.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)];
}
