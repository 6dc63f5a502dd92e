using System.Net;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Premises;

/// <summary>Rooms and venues, read by somebody who has not signed in. Today is Monday 12 January 2026.</summary>
public sealed class RoomPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    [Theory]
    [InlineData("/rooms", "Find a room")]
    [InlineData("/venues", "Venues")]
    [InlineData("/venues/town-hall", "Fallowmere Town Hall")]
    [InlineData("/rooms/town-hall-great-hall", "Great Hall")]
    [InlineData("/rooms/town-hall-great-hall?month=2026-03", "Great Hall")]
    [InlineData("/rooms?Day.Day=24&Day.Month=3&Day.Year=2026&Starts=7pm&Ends=9pm&People=50&Access=Lift", "Find a room")]
    public async Task Page_WithoutSigningIn_IsShown(string address, string heading)
    {
        using var visit = new Visit(web);

        var page = await visit.GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldContain(heading);
        page.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/rooms/no-such-room")]
    [InlineData("/venues/no-such-venue")]
    public async Task Page_OfNothing_IsNotFound(string address)
    {
        using var visit = new Visit(web);

        (await visit.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/rooms?Day=tomorrow", "Date must be a real date, like 2026-03-24")]
    [InlineData("/rooms?People=many", "Number of people must be a whole number, like 40")]
    [InlineData("/rooms?People=-1", "Number of people must be from 1 to 100,000")]
    [InlineData("/rooms?Starts=7", "Start time must say morning or evening, like 7am or 7pm")]
    [InlineData("/rooms?Day=2026-03-24", "Enter when you want to start setting up, like 7pm")]
    [InlineData("/rooms?Day=2026-03-24&Starts=9pm&Ends=7pm", "The end must be later than the start")]
    [InlineData("/rooms?Day=2026-01-11&Starts=7pm&Ends=9pm", "Choose a time in the future")]
    [InlineData("/rooms?Day=2026-03-29&Starts=01:15&Ends=3am", "The clocks go forward on Sunday 29 March 2026 and skip that time. Choose another")]
    [InlineData("/rooms/town-hall-great-hall?month=soon", "We show January 2026 to January 2028, a month at a time. This is January 2026")]
    [InlineData("/rooms/town-hall-great-hall?month=2025-12", "We show January 2026 to January 2028, a month at a time. This is January 2026")]
    [InlineData("/rooms/town-hall-great-hall?date=2026-03-24&start=19:05&end=21:00", "Start on the hour or at 15, 30 or 45 minutes past")]
    public async Task Page_WithAQuestionThatCannotBeRead_SaysSoAndStillShowsThePage(string address, string sentence)
    {
        using var visit = new Visit(web);

        var page = await visit.GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldContain(sentence);
        page.Document.QuerySelectorAll(".council-room, .council-day").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Rooms_SearchedForATime_LeadToTheRoomWithThatTime()
    {
        using var visit = new Visit(web);

        var page = await visit.GetAsync("/rooms?Day=2026-03-24&Starts=7pm&Ends=9pm&Venue=town-hall");

        page.Text.ShouldContain("rooms are free on Tuesday 24 March 2026, 7pm to 9pm");
        page.Document.QuerySelectorAll(".council-room a").Select(link => link.GetAttribute("href"))
            .ShouldContain("/rooms/town-hall-great-hall?date=2026-03-24&start=19:00&end=21:00");
    }

    [Fact]
    public async Task Room_AskedForAFreeTime_OffersToAskForIt()
    {
        using var visit = new Visit(web);

        var page = await visit.GetAsync("/rooms/town-hall-great-hall?date=2026-03-24&start=19:00&end=21:00");

        page.Text.ShouldContain("Free Tuesday 24 March 2026, 7pm to 9pm.");
        page.Document.QuerySelector(".govuk-inset-text a")!.GetAttribute("href").ShouldBe("/hire/new?room=town-hall-great-hall&date=2026-03-24&start=19:00&end=21:00");
    }

    [Fact]
    public async Task Room_AskedForATimeOutsideItsHours_SaysWhenItIsOpen()
    {
        using var visit = new Visit(web);

        var page = await visit.GetAsync("/rooms/town-hall-great-hall?date=2026-03-24&start=06:00&end=07:00");

        page.Text.ShouldContain("Great Hall is open from 8am to 10:30pm on Tuesday 24 March 2026.");
    }

    [Fact]
    public async Task Room_MonthByMonth_IsReachedByLinksBothWays()
    {
        using var visit = new Visit(web);

        var first = await visit.GetAsync("/rooms/town-hall-great-hall");
        first.Document.QuerySelector("a[rel=prev]").ShouldBeNull();
        var next = await visit.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!.Split('#')[0]);

        next.Document.QuerySelectorAll(".council-day").Length.ShouldBe(28);
        next.Document.QuerySelector("a[rel=prev]")!.TextContent.ShouldStartWith("January 2026");
    }
}
