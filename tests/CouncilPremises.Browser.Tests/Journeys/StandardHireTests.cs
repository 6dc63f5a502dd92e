using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>An ordinary hire by a group, from its first answer to the booking, by keyboard, with JavaScript and without.</summary>
public class StandardHireTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    [Theory]
    [InlineData(true, "2026-06-09")]
    [InlineData(false, "2026-06-10")]
    public async Task StandardHire_ByKeyboard_IsBooked(bool javaScript, string day)
    {
        await using var group = await chromium.VisitorAsync(web.Address, javaScript);
        await group.SignInAsync("patricia.mulholland@fallowmere-food-larder.example");
        var reference = await group.AnswerOrdinaryMeetingAsync("Saltmarsh Road Community Centre: Meeting Room", day, "10am", "midday");
        await group.SignIfAskedAsync();
        await group.PressAsync("Send application");
        (await group.HeadingAsync()).ShouldBe("Application sent");
        (await group.MainTextAsync()).ShouldContain(reference);

        await using var officer = await chromium.VisitorAsync(web.Address, javaScript);
        await officer.SignInAsync("daniel.whitlock@fallowmere.example");
        await officer.GoAsync("/work?view=Unassigned");
        await officer.FollowAsync(reference);
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
        group.LeftNoComplaints();
        officer.LeftNoComplaints();
    }
}
