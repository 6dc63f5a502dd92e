using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>A hire that does not go straight: the officer asks something, and the group then changes what is booked. By keyboard.</summary>
public class ChangeTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    [Fact]
    [Trait("Rule", "N2")]
    [Trait("Rule", "N12")]
    public async Task InformationRequestAndChange_ByKeyboard_AreAnsweredAndAccepted()
    {
        Assert.SkipUnless(TestDatabase.IsLongRun, "Part of tests/run --long.");
        await using var group = await chromium.VisitorAsync(web.Address, javaScript: true);
        await group.SignInAsync("patricia.mulholland@fallowmere-food-larder.example");
        var reference = await group.AnswerOrdinaryMeetingAsync("Saltmarsh Road Community Centre: Meeting Room", "2026-06-16", "10am", "midday");
        await group.SignIfAskedAsync();
        await group.PressAsync("Send application");

        await using var officer = await chromium.VisitorAsync(web.Address, javaScript: true);
        await officer.SignInAsync("daniel.whitlock@fallowmere.example");
        await officer.GoAsync($"/cases/{reference}");
        await officer.PressAsync("I have no interest in this case");
        await officer.FollowAsync("Ask the group");
        await officer.ChooseAsync("How many people come");
        await officer.PressAsync("Send the question");
        (await officer.HeadingAsync()).ShouldContain("Waiting for the group");

        await group.GoAsync($"/hire/{reference}");
        await group.FollowAsync("Answer our question");
        await group.FollowAsync("How many people come");
        await group.FillBoxAsync("[name='Input.Attendance.People']", "10");
        await group.PressAsync("Continue");
        await group.PressAsync("Send answer");
        (await group.MainTextAsync()).ShouldContain("Being checked");

        await officer.GoAsync($"/cases/{reference}");
        (await officer.MainTextAsync()).ShouldContain("Versions 1 and 2");
        await officer.SettleAsync(reference, "REG");
        await officer.SettleAsync(reference, "REF");
        await officer.FollowAsync(officer.Page.Locator("main a[href$='/approve']"));
        await officer.ChooseAsync("I confirm that none of these was weighed");
        await officer.PressAsync("Approve and confirm");

        await group.GoAsync($"/hire/{reference}");
        await group.FollowAsync("Change something");
        await group.ChooseAsync("Room, date or time, or one more date");
        await group.PressAsync("Continue");
        await group.PickAsync("Which date do you want to change?", "Tuesday 16 June 2026");
        await group.FillAsync("From what time?", "2pm");
        await group.FillAsync("Until what time?", "4pm");
        await group.PressAsync("Continue");
        (await group.MainTextAsync()).ShouldContain("2pm to 4pm");
        await group.PressAsync("Send the change");
        (await group.MainTextAsync()).ShouldContain("Until then your booking stands");

        await officer.GoAsync($"/cases/{reference}");
        await officer.FollowAsync("Decide the change");
        await officer.ChooseAsync("Accept the change");
        await officer.PressAsync("Continue");
        (await officer.MainTextAsync()).ShouldContain("14:00 to 16:00");
        await group.GoAsync($"/hire/{reference}");
        (await group.MainTextAsync()).ShouldContain("2pm to 4pm");
        group.LeftNoComplaints();
        officer.LeftNoComplaints();
    }
}
