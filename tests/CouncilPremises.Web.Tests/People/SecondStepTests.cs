using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.People;

/// <summary>Staff sign in with two steps outside a demonstration: the app, recovery codes, and what an administrator does when a phone is lost.</summary>
public class SecondStepTests(RealCouncilWeb web) : IClassFixture<RealCouncilWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_StaffWithoutSecondStep_SetsOneUpBeforeAnythingElse()
    {
        using var visit = new Visit(web);
        var setUp = await visit.TypeAsync(DemoPerson.Officer, DemoPerson.Password, "/sign-in?returnUrl=%2Fcalendar");
        setUp.Address.AbsolutePath.ShouldBe("/sign-in/set-up");
        (await visit.GetAsync("/work")).Address.AbsolutePath.ShouldBe("/sign-in");
        setUp.Document.QuerySelector("svg.council-qr path").ShouldNotBeNull();
        var key = KeyOn(setUp);
        setUp.Text.ShouldContain(key[..4]);

        var wrong = await visit.PostFormAsync(setUp, ("Input.Code", "12345"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Errors.ShouldBe(["That code does not fit this key. Check that you added this key, and that your phone's clock is right"]);
        KeyOn(wrong).ShouldBe(key);
        (await KeptKeyAsync(DemoPerson.Officer)).ShouldBeNull();

        var codes = await visit.PostFormAsync(wrong, ("Input.Code", Totp.CodeOf(key)));
        codes.Heading.ShouldBe("Write down your recovery codes");
        var recovery = codes.Document.QuerySelectorAll(".council-key li").Select(item => item.TextContent).ToList();
        recovery.Count.ShouldBe(10);
        codes.Document.QuerySelector("main a.govuk-button")!.GetAttribute("href").ShouldBe("/calendar");
        (await visit.GetAsync("/work")).Status.ShouldBe(HttpStatusCode.OK);
        await SignInAgainAsync(key, recovery[0]);
    }

    private async Task SignInAgainAsync(string key, string recovery)
    {
        using var visit = new Visit(web);
        var step = await visit.TypeAsync(DemoPerson.Officer, DemoPerson.Password);
        step.Address.AbsolutePath.ShouldBe("/sign-in/code");
        (await visit.GetAsync("/account")).Address.AbsolutePath.ShouldBe("/sign-in");
        (await visit.GetAsync("/sign-in/set-up")).Address.AbsolutePath.ShouldBe("/sign-in/code"); // a password alone adds no other second step
        (await visit.PostFormAsync("/sign-in/code", ("Input.Code", "000 000"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var code = Totp.CodeOf(key);
        (await visit.PostFormAsync("/sign-in/code", ("Input.Code", $"{code[..3]} {code[3..]}"))).Address.AbsolutePath.ShouldBe("/work");

        using var thief = new Visit(web);
        await thief.TypeAsync(DemoPerson.Officer, DemoPerson.Password);
        (await thief.PostFormAsync("/sign-in/code", ("Input.Code", code))).Status.ShouldBe(HttpStatusCode.BadRequest, "a code works once");
        var recovered = await thief.PostFormAsync("/sign-in/recovery", ("Input.Code", recovery.ToLowerInvariant()));
        recovered.Address.AbsolutePath.ShouldBe("/account/signing-in");
        recovered.Text.ShouldContain("You have 9 left");

        using var again = new Visit(web);
        await again.TypeAsync(DemoPerson.Officer, DemoPerson.Password);
        (await again.PostFormAsync("/sign-in/recovery", ("Input.Code", recovery))).Errors.ShouldBe(["That recovery code is not right, or it has been used. Try another"]);
        await ChangesAsync(thief);
    }

    private static async Task ChangesAsync(Visit visit)
    {
        var page = await visit.GetAsync("/account/signing-in");
        var refused = await visit.PostHandlerAsync(page, "RemoveApp");
        refused.Errors.ShouldBe(["Staff need a second step to sign in. Set up another one before you remove this one"]);
        var fresh = await visit.PostHandlerAsync(page, "NewCodes");
        fresh.Heading.ShouldBe("How you sign in");
        fresh.Document.QuerySelectorAll(".council-key li").Length.ShouldBe(10);
    }

    [Fact]
    public async Task ResetSteps_LostPhone_EndsSessionsAndIsLogged()
    {
        using var approver = new Visit(web);
        var setUp = await approver.TypeAsync(DemoPerson.Approver, DemoPerson.Password);
        await approver.PostFormAsync(setUp, ("Input.Code", Totp.CodeOf(KeyOn(setUp))));
        using var administrator = new Visit(web);
        setUp = await administrator.TypeAsync(DemoPerson.Administrator, DemoPerson.Password);
        await administrator.PostFormAsync(setUp, ("Input.Code", Totp.CodeOf(KeyOn(setUp))));

        var id = await web.With<AppDbContext, Guid>(db => db.Users.Where(user => user.Email == DemoPerson.Approver).Select(user => user.Id).SingleAsync(Cancellation));
        var page = await administrator.GetAsync($"/users/{id}");
        (await administrator.PostHandlerAsync(page, "ResetSteps")).Text.ShouldContain("The second step is removed");

        (await approver.GetAsync("/work")).Address.AbsolutePath.ShouldBe("/sign-in");
        (await approver.TypeAsync(DemoPerson.Approver, DemoPerson.Password)).Address.AbsolutePath.ShouldBe("/sign-in/set-up");
        (await web.With<AppDbContext, bool>(db => db.AuditEntries.AnyAsync(entry => entry.Action == "Staff.ResetSteps" && entry.SubjectId == id && !entry.WasRefused, Cancellation))).ShouldBeTrue();
        (await web.With<AppDbContext, bool>(db => db.OutboxMessages.AnyAsync(message => message.To == DemoPerson.Approver && message.Notice == NoticeCode.N0
            && message.Subject == "Your second sign-in step was removed", Cancellation))).ShouldBeTrue();

        var own = await web.With<AppDbContext, Guid>(db => db.Users.Where(user => user.Email == DemoPerson.Administrator).Select(user => user.Id).SingleAsync(Cancellation));
        var ownPage = await administrator.GetAsync($"/users/{own}");
        (await administrator.PostHandlerAsync(ownPage, "ResetSteps")).Errors.ShouldHaveSingleItem().ShouldStartWith("Another administrator does this");
    }

    [Fact]
    public async Task SignIn_FiveWrongCodes_ClosesTheAccountForAWhile()
    {
        using var visit = new Visit(web);
        var setUp = await visit.TypeAsync(DemoPerson.Safeguarding, DemoPerson.Password);
        var key = KeyOn(setUp);
        await visit.PostFormAsync(setUp, ("Input.Code", Totp.CodeOf(key)));
        using var guesser = new Visit(web);
        await guesser.TypeAsync(DemoPerson.Safeguarding, DemoPerson.Password);
        for (var tries = 0; tries < 5; tries++)
            await guesser.PostFormAsync("/sign-in/code", ("Input.Code", "000000"));
        (await guesser.PostFormAsync("/sign-in/code", ("Input.Code", Totp.CodeOf(key)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await guesser.TypeAsync(DemoPerson.Safeguarding, DemoPerson.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
        web.Clock.Advance(TimeSpan.FromMinutes(16));
        (await guesser.TypeAsync(DemoPerson.Safeguarding, DemoPerson.Password)).Address.AbsolutePath.ShouldBe("/sign-in/code");
        (await guesser.PostFormAsync("/sign-in/code", ("Input.Code", Totp.CodeOf(key)))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task SignIn_Group_NeedsOnlyItsPasswordAndMayAddPasskeys()
    {
        using var visit = new Visit(web);
        (await visit.TypeAsync(DemoPerson.GroupLead, DemoPerson.Password)).Address.AbsolutePath.ShouldBe("/account");
        var page = await visit.GetAsync("/sign-in/set-up");
        page.Heading.ShouldBe("Add a passkey");
        var form = page.Document.QuerySelector("form[data-passkey=create]")!;
        form.GetAttribute("data-options")!.ShouldContain("\"challenge\"");
        form.HasAttribute("hidden").ShouldBeTrue();
        var refused = await visit.PostFormAsync(page, ("Passkey.Credential", "{}"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldBe(["The passkey could not be checked, or it took too long. Try again, or sign in another way"]);
    }

    [Fact]
    public async Task HalfWayPages_Visitor_AreLedToSignIn()
    {
        using var visit = new Visit(web);
        foreach (var path in new[] { "/sign-in/code", "/sign-in/recovery", "/sign-in/set-up" })
            (await visit.GetAsync(path)).Address.AbsolutePath.ShouldBe("/sign-in");
        (await visit.GetAsync("/sign-in/council")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string KeyOn(WebPage page) => page.Document.QuerySelector("input[name=Key]")!.GetAttribute("value")!;

    private Task<string?> KeptKeyAsync(string email) => web.With<AppDbContext, string?>(db => db.UserTokens
        .Where(token => token.Name == "AuthenticatorKey" && db.Users.Any(user => user.Id == token.UserId && user.Email == email)).Select(token => token.Value).FirstOrDefaultAsync(Cancellation));
}
