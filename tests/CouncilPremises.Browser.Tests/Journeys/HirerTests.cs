using CouncilPremises.Application.Database;
using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>Who may hire, by keyboard: somebody new on a telephone, an election entered, a caller typed for, an organiser who co-signs.</summary>
public class HirerTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    private const int MostPages = 12;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewUser_OnATelephone_IsSentInAtMostTwelvePages()
    {
        await using var person = await chromium.VisitorAsync(web.Address, width: 390);
        await RegisterAsync(person);
        var pages = new List<string>();
        person.Page.Load += (_, page) => pages.Add(new Uri(page.Url).AbsolutePath);

        await person.AnswerOrdinaryMeetingAsync("Saltmarsh Road Community Centre: Meeting Room", "2026-06-16", "10am", "midday");
        await person.SignIfAskedAsync("Noor Halabi");
        await person.PressAsync("Send application");

        (await person.HeadingAsync()).ShouldBe("Application sent");
        var seen = pages.Distinct().ToList();
        seen[0].ShouldBe("/hire/new");
        seen[^1].ShouldEndWith("/sent");
        seen.Count.ShouldBeLessThanOrEqualTo(MostPages, string.Join(' ', seen));
        TestContext.Current.TestOutputHelper?.WriteLine($"{seen.Count} pages: {string.Join(' ', seen)}");
        person.LeftNoComplaints();
    }

    [Fact]
    public async Task Pages_OfThisPiece_AreReachedByKeyboardWithoutAViolation()
    {
        Assert.SkipUnless(TestDatabase.IsLongRun, "Part of tests/run --long.");
        await using var administrator = await chromium.VisitorAsync(web.Address);
        await administrator.SignInAsync("admin.thorne@fallowmere.example");
        await administrator.GoAsync("/settings/elections");
        await administrator.FollowAsync("Enter an election");
        await administrator.PressAsync("Save");
        (await administrator.MainTextAsync()).ShouldContain("Enter polling day");
        await administrator.FillAsync("What is it called?", "Parish poll");
        await FillDayAsync(administrator, "FirstDay", "1", "9");
        await FillDayAsync(administrator, "PollingDay", "1", "10");
        await administrator.ChooseAsync("Saltmarsh");
        await administrator.PressAsync("Save");
        (await administrator.MainTextAsync()).ShouldContain("Parish poll");

        await using var officer = await chromium.VisitorAsync(web.Address);
        await officer.SignInAsync("daniel.whitlock@fallowmere.example");
        await officer.GoAsync("/typing?search=zzz");
        await officer.ChooseAsync("Private person of 18 or over");
        await officer.PressAsync("Continue");
        await officer.FillBoxAsync("[name='Input.Name']", "Mabel Orchard");
        await officer.FillBoxAsync("[name='Input.Address']", "9 Weir Lane, Fallowmere");
        await officer.PressAsync("Save and continue");
        await officer.PressAsync("Start typing");
        (await officer.MainTextAsync()).ShouldContain("Say how the applicant's words come to you");
        await officer.AnswerAsync("How do their words come to you?", "On paper");
        await officer.AnswerAsync("What will you do?", "Only type their own words");
        await officer.AnswerAsync("Do you have an interest in this application?", "No");
        await officer.PressAsync("Start typing");
        (await officer.MainTextAsync()).ShouldContain("You type for Mabel Orchard");
        await officer.GoAsync("/notices?delivery=ToPost");
        await officer.FollowAsync(officer.Page.Locator("main a[href^='/notices/']"));
        await officer.PressAsync("I have posted it");
        var (typed, forOthers) = await CasesAsync();
        foreach (var address in new[] { $"/cases/{typed}", $"/cases/{typed}/helped", $"/cases/{forOthers}", $"/cases/{forOthers}/declaration-to-print?party=Organiser",
            $"/cases/{forOthers}/paper-declaration?party=Organiser", $"/cases/{forOthers}/checks/REG?party=Organiser" })
            await officer.GoAsync(address);

        await using var organiser = await chromium.VisitorAsync(web.Address);
        await organiser.GoAsync(await LinkAsync());
        await organiser.PressAsync("Send my answer");
        (await organiser.MainTextAsync()).ShouldContain("Type your full name to sign");
        await organiser.AnswerAsync("Is this right?", "Yes, it is right");
        await organiser.AnswerAsync("Do you agree to the declaration?", "Yes");
        await organiser.FillAsync("Your full name", "Odette Marsham");
        await organiser.FillAsync("The office you hold", "Chair");
        await organiser.PressAsync("Send my answer");
        (await organiser.MainTextAsync()).ShouldContain("We have your answer");
        administrator.LeftNoComplaints();
        officer.LeftNoComplaints();
        organiser.LeftNoComplaints();
    }

    [Fact]
    public async Task TypedText_SessionOver_IsThereAfterSignIn()
    {
        await using var group = await chromium.VisitorAsync(web.Address);
        await group.SignInAsync("patricia.mulholland@fallowmere-food-larder.example");
        await group.GoAsync("/hire/new");
        await group.PressAsync("Start");
        await group.GoAsync($"{group.Page.Url}/event");
        await group.FillAsync("What is your event called?", "Typed before the session ended");
        await group.AnswerAsync("What kind of activity is it?", "Meeting");
        await group.FillAsync("What will happen?", "Our members meet to plan the summer programme and to elect the officers for the year.");
        await group.Page.Context.ClearCookiesAsync(new() { Name = "__Host-session" });
        await group.PressAsync("Continue");
        await group.FillAsync("E-mail address", "patricia.mulholland@fallowmere-food-larder.example");
        await group.FillAsync("Password", "the heron waits beside the mere");
        await group.PressAsync("Sign in");
        (await group.HeadingAsync()).ShouldBe("Nothing you typed is lost");
        await group.PressAsync("Go on with what I typed");
        group.Page.Url.ShouldEndWith("/when");
    }

    private static async Task FillDayAsync(Visitor visitor, string name, string day, string month)
    {
        await visitor.FillBoxAsync($"[name='Input.{name}.Day']", day);
        await visitor.FillBoxAsync($"[name='Input.{name}.Month']", month);
        await visitor.FillBoxAsync($"[name='Input.{name}.Year']", "2026");
    }

    private async Task RegisterAsync(Visitor person)
    {
        const string Email = "noor@newcomers.example";
        await person.GoAsync("/register");
        await person.FillBoxAsync("[name='Input.FullName']", "Noor Halabi");
        await person.FillBoxAsync("[name='Input.Email']", Email);
        await person.FillBoxAsync("[name='Input.Password']", "seven geese by the mill");
        await person.PressAsync("Register");
        var text = await web.With<AppDbContext, string>(db => db.OutboxMessages.Where(m => m.To == Email).Select(m => m.Text).SingleAsync(Token));
        await person.GoAsync(new Uri(text.Split('\n').Last(line => line.StartsWith("http", StringComparison.Ordinal)).Trim()).PathAndQuery);
        await person.FillBoxAsync("[name='Input.Password']", "seven geese by the mill");
        await person.PressAsync("Confirm and sign in");
        await person.GoAsync("/organisation/new/UnincorporatedGroup");
        await person.FillBoxAsync("[name='Input.Name']", "Newcomers' Table");
        await person.FillBoxAsync("[name='Input.Address']", "4 Mill Lane, Fallowmere");
        await person.FillBoxAsync("[name='Input.OfficeHolders[0].Name']", "Noor Halabi");
        await person.FillBoxAsync("[name='Input.OfficeHolders[0].Role']", "Chair");
        await person.FillBoxAsync("[name='Input.OfficeHolders[1].Name']", "Ida Frost");
        await person.FillBoxAsync("[name='Input.OfficeHolders[1].Role']", "Treasurer");
        await person.PressAsync("Save");
    }

    private Task<(string Typed, string ForOthers)> CasesAsync() => web.With<AppDbContext, (string, string)>(async db =>
    {
        var typed = await db.Cases.Where(c => c.IsTyped && c.SubmittedUtc != null).Select(c => c.Reference).FirstAsync(Token);
        var forOthers = await db.CoSignRequests.Join(db.Cases, r => r.CaseId, c => c.Id, (r, c) => c.Reference).FirstAsync(Token);
        return (typed, forOthers);
    });

    private Task<string> LinkAsync() => web.With<AppDbContext, string>(async db =>
        $"/co-sign/{(await db.OutboxMessages.Where(m => m.Text.Contains("/co-sign/")).Select(m => m.Text).FirstAsync(Token)).Split("/co-sign/")[1].Split('\n')[0].Trim()}");
}
