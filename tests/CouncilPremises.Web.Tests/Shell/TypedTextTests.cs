using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Web.Tests.Hire;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Shell;

/// <summary>Text typed before a session ends comes back to its author after sign-in, and to nobody else.</summary>
public sealed class TypedTextTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Title = "A title typed before the session ended";
    private static readonly (string, string)[] Answers =
        [("Input.Event.Title", Title), ("Input.Event.Category", "Meeting"), ("Input.Event.Description", "Typed with care over twenty minutes, and not to be typed again by anybody.")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_SentAfterSignOut_IsKeptAndSavedAfterSignIn()
    {
        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        await carys.StartAsync();
        var page = await carys.OpenAsync("event");
        await SignOutAsync(carys.Visit);

        var signIn = await carys.Visit.PostFormAsync(page, Answers);
        signIn.Address.PathAndQuery.ShouldStartWith("/sign-in?returnUrl=%2Fkept%2F");
        var kept = await carys.Visit.PostFormAsync(signIn, ("Input.Email", Applicant.Carys), ("Input.Password", DemoPerson.Password));
        kept.Heading.ShouldBe("Nothing you typed is lost");
        kept.Text.ShouldContain(Title);
        signIn.Text.ShouldContain("What you typed is kept");
        (await carys.Visit.PostFormAsync(kept)).Address.AbsolutePath.ShouldBe($"/hire/{carys.Reference}/when");
        // Sent once: it does not say again that nothing is saved
        (await carys.Visit.GetAsync(kept.Address.PathAndQuery)).Text.ShouldContain("What you typed was sent already");
        (await carys.OpenAsync("event")).Document.QuerySelector("[name='Input.Event.Title']")!.GetAttribute("value").ShouldBe(Title);
    }

    [Fact]
    public async Task KeptForm_SomebodyElseSignsIn_SeesNothingOfIt()
    {
        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        await carys.StartAsync();
        var page = await carys.OpenAsync("event");
        await SignOutAsync(carys.Visit);
        var signIn = await carys.Visit.PostFormAsync(page, Answers);

        var home = await carys.Visit.PostFormAsync(signIn, ("Input.Email", DemoPerson.OtherLead), ("Input.Password", DemoPerson.Password));
        home.Address.AbsolutePath.ShouldBe("/account");
        home.Text.ShouldNotContain(Title);

        // The same browser, signed out again: the old form belongs to Carys and not to whoever signed in last
        await SignOutAsync(carys.Visit);
        (await carys.Visit.PostFormAsync(page, Answers)).Address.PathAndQuery.ShouldNotContain("kept");
    }

    [Fact]
    public async Task Form_WithoutItsTokenOrWithAPassword_IsNotKept()
    {
        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        var password = await carys.Visit.GetAsync("/account/password");
        await SignOutAsync(carys.Visit);
        var before = await CountAsync();

        (await carys.Visit.PostFormAsync(password, ("Input.Current", "x"), ("Input.Password", "a new one that is long"))).Address.PathAndQuery.ShouldNotContain("kept");
        using var forged = new FormUrlEncodedContent([new("Input.Event.Title", Title), new("__RequestVerificationToken", "forged")]);
        using var answer = await carys.Visit.Client.PostAsync("/hire/HB-2026-00001/event", forged, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldNotContain("kept");
        (await CountAsync()).ShouldBe(before);
    }

    private static Task SignOutAsync(Visit visit) => visit.PostFormAsync("/sign-out");

    private Task<int> CountAsync() => web.With<AppDbContext, int>(db => db.KeptForms.CountAsync(Token));
}
