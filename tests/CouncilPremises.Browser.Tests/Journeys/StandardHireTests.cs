using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>A Standard-tier hire by a group that has never been here, from registering to the feed in its calendar, by keyboard,
/// with JavaScript and without.</summary>
public class StandardHireTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    private const string Password = "teapot lantern gravel";

    [Theory]
    [Trait("Rule", "N6")]
    [InlineData(true, "2026-06-09")]
    [InlineData(false, "2026-06-10")]
    public async Task StandardHire_FromRegistrationToTheFeed_ByKeyboard(bool javaScript, string day)
    {
        Assert.SkipUnless(javaScript || TestDatabase.IsLongRun, "The walk without JavaScript is part of tests/run --long.");
        await using var group = await chromium.VisitorAsync(web.Address, javaScript);
        await RegisterAsync(group, $"morgan.{day}@larkspur-readers.example");
        var reference = await group.AnswerOrdinaryMeetingAsync("Saltmarsh Road Community Centre: Meeting Room", day, "10am", "midday");
        await group.SignIfAskedAsync();
        await group.PressAsync("Send application");
        (await group.HeadingAsync()).ShouldBe("Application sent");
        (await group.MainTextAsync()).ShouldContain(reference);

        await using var officer = await chromium.VisitorAsync(web.Address, javaScript);
        await officer.SignInAsync("daniel.whitlock@fallowmere.example");
        await officer.OpenCaseAsync(reference, "Unassigned");
        await officer.PressAsync("I have no interest in this case");
        await officer.SettleAsync(reference, "REG");
        await officer.SettleAsync(reference, "REF");
        (await officer.MainTextAsync()).ShouldContain("Nothing blocks a decision.");
        await officer.FollowAsync(officer.Page.Locator("main a[href$='/approve']"));
        await officer.ChooseAsync("I confirm that none of these was weighed");
        await officer.PressAsync("Approve and confirm");
        (await officer.HeadingAsync()).ShouldContain("Confirmed");

        await group.GoAsync($"/hire/{reference}");
        (await group.MainTextAsync()).ShouldContain("Booked");
        await SubscribeAsync(group, reference, day);
        group.LeftNoComplaints();
        officer.LeftNoComplaints();
    }

    private static async Task RegisterAsync(Visitor group, string email)
    {
        await group.GoAsync("/");
        await group.GoAsync("/register");
        await group.FillAsync("Full name", "Alex Morgan");
        await group.FillAsync("E-mail address", email);
        await group.FillAsync("Password", Password);
        await group.PressAsync("Register");
        (await group.HeadingAsync()).ShouldBe("Check your e-mail");

        await group.GoAsync("/demo/messages");
        await group.FollowAsync(group.Page.Locator("tr", new() { HasTextString = email }).Locator("a"));
        await group.FollowAsync("Follow the link in this message");
        await group.FillAsync("Password", Password);
        await group.PressAsync("Confirm and sign in");

        await group.GoAsync("/organisation/new");
        await group.ChooseAsync("Club, society or group without a registration");
        await group.ContinueAsync();
        await group.FillAsync("Legal name", $"Larkspur Readers {email[7..17]}");
        await group.FillAsync("Address", "4 Larkspur Row, Fallowmere, FM2 9QT");
        await group.FillAsync("Name of person 1", "Alex Morgan");
        await group.FillAsync("Office of person 1", "Chair");
        await group.FillAsync("Name of person 2", "Rowan Tindale");
        await group.FillAsync("Office of person 2", "Treasurer");
        await group.ContinueAsync("Save");
    }

    private async Task SubscribeAsync(Visitor group, string reference, string day)
    {
        var file = await group.DownloadAsync($"Put your dates into your calendar (hire-{reference}.ics)");
        await group.GoAsync("/account/calendar");
        await group.FollowAsync(group.Page.GetByRole(AriaRole.Button, new() { NameString = "Make a calendar address" }));
        var address = await group.Page.Locator("#new-address").InputValueAsync();
        // The page gives the council's own address, which this host does not serve
        var feed = await group.Page.APIRequest.GetAsync(new Uri(web.Address, new Uri(address).AbsolutePath).ToString());
        feed.Status.ShouldBe(200);
        var calendar = await feed.TextAsync();
        foreach (var text in new[] { file, calendar })
        {
            text.ShouldContain($"DTSTART;TZID=Europe/London:{day.Replace("-", "", StringComparison.Ordinal)}T100000");
            text.ShouldContain("STATUS:CONFIRMED");
            text.ShouldContain(reference);
            text.ShouldNotContain("Larkspur");
        }

        Uid(file).ShouldBe(Uid(calendar));
    }

    private static string Uid(string calendar) => calendar.Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal));
}
