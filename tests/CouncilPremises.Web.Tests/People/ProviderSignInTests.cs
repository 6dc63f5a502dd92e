using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.People;

/// <summary>The web application with the council's own sign-in service, a real provider beside it.</summary>
public class ProviderCouncilWeb : RealCouncilWeb
{
    private CouncilProvider? provider;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (provider is not null)
            await provider.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        provider ??= CouncilProvider.StartAsync().GetAwaiter().GetResult();
        base.ConfigureWebHost(builder);
        provider.Serve(builder);
    }
}

/// <summary>Staff sign in with the council's own account: OpenID Connect against a real provider.</summary>
public class ProviderSignInTests(ProviderCouncilWeb web) : IClassFixture<ProviderCouncilWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_KnownStaff_ComesInAndStaysTheSamePersonWhenTheAddressChanges()
    {
        using var visit = new Visit(web);
        (await ThroughAsync(visit, "/calendar", "user=" + DemoPerson.Officer + "&subject=u-1")).Address.AbsolutePath.ShouldBe("/calendar");
        using var later = new Visit(web);
        (await ThroughAsync(later, "/work", "user=renamed@fallowmere.example&subject=u-1")).Address.AbsolutePath.ShouldBe("/work");
        (await web.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(entry => entry.Action == "Account.LinkProvider", Cancellation))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task SignIn_Invited_MakesTheAccountWithTheRolesOffered()
    {
        var administrator = await web.With<AppDbContext, Actor>(async db =>
        {
            var user = await db.Users.SingleAsync(one => one.Email == DemoPerson.Administrator, Cancellation);
            return new Actor(user.Id, user.StaffRoles);
        });
        (await web.With<StaffAccounts, bool>(async accounts =>
            (await accounts.InviteAsync("robin.ashworth@fallowmere.example", Roles.FacilitiesOfficer, administrator, Cancellation)).Succeeded)).ShouldBeTrue();

        using var visit = new Visit(web);
        (await ThroughAsync(visit, "/work", "user=robin.ashworth@fallowmere.example")).Status.ShouldBe(HttpStatusCode.OK);
        var added = await web.With<AppDbContext, AppUser>(db => db.Users.SingleAsync(user => user.Email == "robin.ashworth@fallowmere.example", Cancellation));
        added.FullName.ShouldBe("Robin Ashworth");
        added.StaffRoles.ShouldBe(Roles.FacilitiesOfficer);
        added.PasswordHash.ShouldBeNull();
    }

    [Theory]
    [InlineData("user=stranger@fallowmere.example", "nobody has given it work here yet")]
    [InlineData("user=helen.marchbank@fallowmere.example&unverified=1&subject=u-9", "does not vouch for an e-mail address")]
    [InlineData("user=delroy.bancroft@saltmarsh-community-association.example", "nobody has given it work here yet")]
    [InlineData("cancel=1", "did not let you in")]
    public async Task SignIn_NotOurs_SaysWhy(string answer, string reason)
    {
        using var visit = new Visit(web);
        var page = await ThroughAsync(visit, "/work", answer);
        page.Heading.ShouldBe("You are not signed in");
        page.Text.ShouldContain(reason);
        (await visit.GetAsync("/work")).Address.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task SignIn_StaffWithPassword_IsSentToTheButton_GroupsAreNot()
    {
        using var visit = new Visit(web);
        var refused = await visit.TypeAsync(DemoPerson.Prevent, DemoPerson.Password);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldHaveSingleItem().ShouldContain("council's own account");
        refused.Document.QuerySelector("main a[href^='/sign-in/council']").ShouldNotBeNull();
        (await visit.TypeAsync(DemoPerson.OtherLead, DemoPerson.Password)).Address.AbsolutePath.ShouldBe("/account");
    }

    /// <summary>Follows the button to the provider, answers there, and comes back.</summary>
    private static async Task<WebPage> ThroughAsync(Visit visit, string returnUrl, string answer)
    {
        using var away = await visit.Client.GetAsync($"/sign-in/council?returnUrl={Uri.EscapeDataString(returnUrl)}", Cancellation);
        away.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        away.Headers.Location!.Query.ShouldContain("code_challenge=");
        using var browser = new HttpClient(CouncilProvider.Trusting());
        using var form = await browser.GetAsync(away.Headers.Location, Cancellation);
        (await form.Content.ReadAsStringAsync(Cancellation)).ShouldContain("Work e-mail address");
        using var back = await browser.GetAsync($"{away.Headers.Location}&{answer}", Cancellation);
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect, await back.Content.ReadAsStringAsync(Cancellation));
        return await visit.GetAsync(back.Headers.Location!.ToString());
    }
}
