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

/// <summary>Coming in, staying in and going out, through the real pages.</summary>
public class SignInTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Chosen = "gravel lantern otter";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_ConfirmedWithThePassword_OpensASession()
    {
        const string Email = "sean.o'brien@example.org";
        using var visit = new Visit(web);
        var sent = await visit.PostFormAsync("/register", ("Input.FullName", "Sean O'Brien"), ("Input.Email", Email), ("Input.Password", Chosen));
        sent.Heading.ShouldBe("Check your e-mail");

        (await visit.TypeAsync(Email, Chosen)).Errors.ShouldBe(["Confirm your e-mail address first. We have sent you a new link"]);
        var link = await web.NewestLinkAsync(Email);
        (await visit.PostFormAsync(link, ("Input.Password", "not what I chose"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var home = await visit.PostFormAsync(link, ("Input.Password", Chosen));
        home.Status.ShouldBe(HttpStatusCode.OK);
        home.Address.AbsolutePath.ShouldBe("/account");

        await visit.PostFormAsync("/sign-out");
        (await visit.TypeAsync(Email, Chosen)).Address.AbsolutePath.ShouldBe("/account");
    }

    [Fact]
    public async Task Register_KnownAddress_SaysTheSameAndWritesToItsOwner()
    {
        using var visit = new Visit(web);
        var known = await visit.PostFormAsync("/register", ("Input.FullName", "Stranger"), ("Input.Email", DemoPerson.OtherLead), ("Input.Password", Chosen));
        var unknown = await visit.PostFormAsync("/register", ("Input.FullName", "Stranger"), ("Input.Email", "nobody.yet@example.org"), ("Input.Password", Chosen));

        known.Text.ShouldBe(unknown.Text);
        (await web.NewestLinkAsync(DemoPerson.OtherLead)).ShouldBe("/sign-in");
        (await visit.TypeAsync(DemoPerson.OtherLead, Chosen)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task SignIn_WrongPasswordOrUnknownAddress_ReadsTheSame()
    {
        using var visit = new Visit(web);
        var wrong = await visit.TypeAsync(DemoPerson.Prevent, "wrong wrong wrong");
        var unknown = await visit.TypeAsync("who.is.this@example.org", "wrong wrong wrong");

        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Errors.ShouldBe(unknown.Errors);
        wrong.Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task SignIn_FiveWrongTries_ClosesTheAccountForAWhile()
    {
        using var visit = new Visit(web);
        for (var tries = 0; tries < SignIns.MostTries; tries++)
            await visit.TypeAsync(DemoPerson.Information, "wrong wrong wrong");
        (await visit.TypeAsync(DemoPerson.Information, DemoPerson.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);

        web.Clock.Advance(TimeSpan.FromMinutes(SignIns.MinutesClosed + 1));
        (await visit.TypeAsync(DemoPerson.Information, DemoPerson.Password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/account/password", "/account/password")]
    [InlineData("https://evil.example/", "/account")]
    [InlineData("//evil.example/", "/account")]
    [InlineData("/\\evil.example/", "/account")]
    public async Task SignIn_ReturnAddress_IsOursOnly(string asked, string reached)
    {
        using var visit = new Visit(web);
        var page = await visit.TypeAsync(DemoPerson.GroupLead, DemoPerson.Password, $"/sign-in?returnUrl={Uri.EscapeDataString(asked)}");
        page.Address.Host.ShouldBe("localhost");
        page.Address.AbsolutePath.ShouldBe(reached);
    }

    [Fact]
    public async Task Name_Changed_StandsOnEveryPageAndIsAudited()
    {
        using var visit = await DemoPerson.SignInAsync(web, DemoPerson.Information);
        var form = await visit.GetAsync("/account/name");
        var former = form.Document.QuerySelector("#Input_FullName")!.GetAttribute("value")!;
        var empty = await visit.PostFormAsync(form, ("Input.FullName", " "));
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        empty.Errors.ShouldNotBeEmpty();

        (await visit.PostFormAsync(form, ("Input.FullName", "Ngozi O'Brien-Łuczak"))).Heading.ShouldBe("Your account");

        (await visit.GetAsync("/account/name")).Document.QuerySelector("#Input_FullName")!.GetAttribute("value").ShouldBe("Ngozi O'Brien-Łuczak");
        (await visit.PostFormAsync(form, ("Input.FullName", new string('n', 201)))).Errors.ShouldNotBeEmpty();
        await web.With<AppDbContext, int>(async db =>
        {
            var user = await db.Users.Where(u => u.Email == DemoPerson.Information).Select(u => u.Id).SingleAsync(Cancellation);
            var entry = await db.AuditEntries.SingleAsync(e => e.Action == "Account.Rename" && e.ActorId == user && e.SubjectId == user, Cancellation);
            entry.WasRefused.ShouldBeFalse();
            return 0;
        });
        (await visit.PostFormAsync(form, ("Input.FullName", former))).Heading.ShouldBe("Your account");
    }

    [Fact]
    public async Task Session_RolesChanged_IsOver()
    {
        using var visit = await DemoPerson.SignInAsync(web, DemoPerson.Director);
        (await visit.GetAsync("/account")).Heading.ShouldBe("Your account");
        var (administrator, director) = await web.With<AppDbContext, (Guid, Guid)>(async db => (
            await db.Users.Where(user => user.Email == DemoPerson.Administrator).Select(user => user.Id).SingleAsync(Cancellation),
            await db.Users.Where(user => user.Email == DemoPerson.Director).Select(user => user.Id).SingleAsync(Cancellation)));

        var changed = await web.With<StaffAccounts, Domain.Outcome>(accounts => accounts.ChangeAsync(
            director, "Director", Roles.Director | Roles.Auditor, new Actor(administrator, Roles.Administrator), Cancellation));
        changed.Succeeded.ShouldBeTrue();
        (await visit.GetAsync("/account")).Address.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task ForgottenPassword_NewOneChosen_OldOneAndOldSessionsEnd()
    {
        const string Email = "karen.oyelaran@harrowfield-vanguard-cadets.example";
        using var elsewhere = await DemoPerson.SignInAsync(web, Email);
        using var visit = new Visit(web);
        var asked = await visit.PostFormAsync("/forgotten-password", ("Input.Email", Email));
        var stranger = await visit.PostFormAsync("/forgotten-password", ("Input.Email", "no.such.person@example.org"));
        asked.Text.ShouldBe(stranger.Text);

        var link = await web.NewestLinkAsync(Email);
        (await visit.PostFormAsync(link, ("Input.Password", "Council-2026!"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visit.PostFormAsync(link, ("Input.Password", Chosen))).Address.AbsolutePath.ShouldBe("/account");
        (await elsewhere.GetAsync("/account")).Address.AbsolutePath.ShouldBe("/sign-in");
        using var third = new Visit(web);
        (await third.PostFormAsync(link, ("Input.Password", "another lantern otter"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await third.TypeAsync(Email, DemoPerson.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await third.TypeAsync(Email, Chosen)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task SessionCookie_OverHttps_IsHardened()
    {
        using var visit = new Visit(web);
        var page = await visit.GetAsync("/sign-in");
        var fields = WebPage.Entries(page.FormWith(["demo"])).Where(field => field.Key != "demo").Append(new("demo", DemoPerson.Officer));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await visit.Client.PostAsync("/sign-in?handler=Demo", form, Cancellation);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.Contains("session", StringComparison.Ordinal));

        cookie.ShouldStartWith("__Host-session=");
        foreach (var flag in new[] { "secure", "httponly", "samesite=lax", "path=/" })
            cookie.ShouldContain(flag, Case.Insensitive);
        cookie.ShouldNotContain("domain=", Case.Insensitive);
    }
}

/// <summary>The limit on forms from one address, set low.</summary>
public class ThrottleTests(ThrottledCouncilWeb web) : IClassFixture<ThrottledCouncilWeb>
{
    [Fact]
    public async Task SignIn_TooManyFormsFromOneAddress_AreStopped()
    {
        using var visit = new Visit(web);
        for (var tries = 0; tries < ThrottledCouncilWeb.FormsPerMinute; tries++)
            (await visit.TypeAsync("who.is.this@example.org", "wrong wrong wrong")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var stopped = await visit.TypeAsync("who.is.this@example.org", "wrong wrong wrong");
        stopped.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        stopped.Heading.ShouldBe("Please wait a minute");
        (await visit.GetAsync("/sign-in")).Status.ShouldBe(HttpStatusCode.OK);
    }
}

/// <summary>The application with few forms allowed from one address.</summary>
public sealed class ThrottledCouncilWeb : CouncilWeb
{
    public const int FormsPerMinute = 3;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("SignIn:FormsPerMinuteAndAddress", FormsPerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
