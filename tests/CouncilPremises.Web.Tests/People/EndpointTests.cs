using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.People;

/// <summary>Every address × every role behaves as the one table of permissions says, and no form is taken without its token.</summary>
[Trait("Rule", "Roles")]
public class EndpointTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void PublicList_AndPages_Agree() =>
        web.Addresses().Where(endpoint => endpoint.IsPublic() != PublicPages.Addresses.Contains(endpoint.Pattern()))
            .Select(endpoint => $"{endpoint.Pattern()} ({(endpoint.IsPublic() ? "answers anybody" : "asks for sign-in")})")
            .Concat(PublicPages.Addresses.Except(web.Addresses().Select(SiteMap.Pattern), StringComparer.OrdinalIgnoreCase).Select(address => $"{address} (no such page)")).ShouldBeEmpty();

    [Fact]
    public void EveryOtherAddress_NamesAPermission() =>
        web.Addresses().Where(endpoint => !endpoint.IsPublic() && endpoint.Permissions().Count == 0).Select(SiteMap.Pattern).ShouldBeEmpty();

    [Fact]
    public async Task EveryAddress_NotSignedIn_LeadsToSignIn()
    {
        using var visit = new Visit(web);
        foreach (var endpoint in web.Addresses().Where(endpoint => !endpoint.IsPublic()))
        {
            using var answer = await visit.Client.GetAsync(endpoint.Address(), Token);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, endpoint.Pattern());
            answer.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in?returnUrl=%2F", Case.Insensitive, endpoint.Pattern());
        }
    }

    [Fact]
    public async Task EveryAddress_EveryRole_AnswersAsThePermissionTableSays()
    {
        var wrong = new List<string>();
        foreach (var role in SiteMap.OneByOne)
        {
            using var visit = await web.VisitAsync(await web.SomebodyWhoIsAsync(role));
            foreach (var endpoint in web.Addresses().Where(endpoint => !endpoint.IsPublic()))
            {
                var may = endpoint.Permissions().All(permission => (role & Roles.AnyGroupRole) != 0 ? permission == Permission.UseAccount : role.Has(permission));
                using var answer = await visit.Client.GetAsync(endpoint.Address(), Token);
                var isForbidden = answer.StatusCode == HttpStatusCode.Forbidden;
                if (isForbidden == may || (int)answer.StatusCode >= 500)
                    wrong.Add($"{role} at {endpoint.Pattern()}: {answer.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryForm_WithoutItsToken_IsRefused()
    {
        var wrong = new List<string>();
        using var visitor = new Visit(web);
        var people = new Dictionary<string, Visit>();
        foreach (var endpoint in web.Addresses().Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null))
        {
            if (!endpoint.IsPublic() && await PostAsync(visitor, endpoint) is var unknown and not HttpStatusCode.Redirect)
                wrong.Add($"{endpoint.Pattern()} by a visitor: {unknown}");
            var answer = await PostAsync(endpoint.IsPublic() ? visitor : await OfAsync(await web.SomebodyWithAsync(endpoint.Permissions())), endpoint);
            if (answer is not (HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound))
                wrong.Add($"{endpoint.Pattern()}: {answer}");
        }

        foreach (var visit in people.Values)
            visit.Dispose();
        wrong.ShouldBeEmpty();

        async Task<Visit> OfAsync(string email) => people.TryGetValue(email, out var known) ? known : people[email] = await web.VisitAsync(email);
    }

    [Fact]
    public async Task EveryAddressOfAnApplicationOrGroup_ForAStranger_IsNotFound()
    {
        var (reference, organisation) = await web.With<AppDbContext, (string, Guid)>(async db =>
        {
            var theirs = await db.Cases.Where(c => c.SubmittedUtc != null).OrderBy(c => c.Reference).FirstAsync(Token);
            return (theirs.Reference, theirs.OrganisationId);
        });
        using var visit = await web.VisitAsync(await StrangerToAsync(organisation));
        var wrong = new List<string>();
        foreach (var endpoint in web.Addresses().Where(one => one.Pattern().StartsWith("hire/{", StringComparison.Ordinal) || one.Pattern().StartsWith("organisation/{", StringComparison.Ordinal)))
        {
            var address = endpoint.Address(gap => gap is "reference" ? reference : gap is "id" ? organisation.ToString() : null);
            using var answer = await visit.Client.GetAsync(address, Token);
            if (answer.StatusCode is not HttpStatusCode.NotFound)
                wrong.Add($"{address}: {answer.StatusCode}");
        }

        wrong.ShouldBeEmpty();
    }

    private static async Task<HttpStatusCode> PostAsync(Visit visit, RouteEndpoint endpoint)
    {
        using var form = new FormUrlEncodedContent([new("Input.Name", "x")]);
        using var answer = await visit.Client.PostAsync(endpoint.Address(), form, Token);
        return answer.StatusCode;
    }

    private Task<string> StrangerToAsync(Guid organisation) => web.With<AppDbContext, string>(async db =>
    {
        var members = await db.Memberships.Where(m => m.OrganisationId == organisation).Select(m => m.UserId).ToListAsync(Token);
        var stranger = await db.Memberships.FirstAsync(m => !members.Contains(m.UserId), Token);
        return (await db.Users.SingleAsync(user => user.Id == stranger.UserId, Token)).Email!;
    });
}
