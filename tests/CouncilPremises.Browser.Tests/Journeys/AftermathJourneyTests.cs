using CouncilPremises.Application.Database;
using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>A building closed, and a cancellation reviewed, by keyboard.</summary>
public class AftermathJourneyTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    private const string Helen = "helen.marchbank@fallowmere.example";
    private const string Kwame = "kwame.boateng@fallowmere.example";
    private const string Fifty = "The engineer measured it this morning and wrote to us; nobody has said otherwise so far.";

    private sealed record Booking(string Reference, string Lead, string Venue, DateOnly Day);

    [Fact]
    public async Task Closure_ByKeyboard_CancelsIsCountersignedAndReviewed()
    {
        Assert.SkipUnless(TestDatabase.IsLongRun, "Part of tests/run --long.");
        var booking = await BookingAsync("Netball");
        await using var helen = await chromium.VisitorAsync(web.Address, javaScript: true);
        await helen.SignInAsync(Helen);
        await helen.GoAsync("/closures/new");
        await helen.PickAsync("What is closed", $"{booking.Venue}, all of it");
        await helen.FillBoxAsync("[name='Input.FirstDay.Day']", $"{booking.Day.Day}");
        await helen.FillBoxAsync("[name='Input.FirstDay.Month']", $"{booking.Day.Month}");
        await helen.FillBoxAsync("[name='Input.FirstDay.Year']", $"{booking.Day.Year}");
        await helen.FillAsync("Why, in a few words", "The boiler has failed");
        await helen.PressAsync("Show what is booked in these days");
        (await helen.MainTextAsync()).ShouldContain(booking.Reference);
        await helen.FillAsync("P2. What makes it unusable?", Fifty);
        await helen.FillAsync("What are hirers offered instead?", "The Town Hall has rooms at the same times. Ring us.");
        await helen.ChooseAsync("I have no interest in any of these bookings (S3)");
        await helen.PressAsync("Close, and cancel these dates");
        (await helen.MainTextAsync()).ShouldContain("You began it, so a colleague must act (S1)");

        await using var kwame = await chromium.VisitorAsync(web.Address, javaScript: false);
        await kwame.SignInAsync(Kwame);
        await kwame.GoAsync("/second-signatures");
        await kwame.FollowAsync(kwame.Page.Locator("main a[href^='/closures/']"));
        await kwame.ChooseAsync("I have no interest in any of these bookings (S3)");
        await kwame.PressAsync("Countersign");
        (await kwame.MainTextAsync()).ShouldContain("You have countersigned the closure.");

        await using var group = await chromium.VisitorAsync(web.Address, javaScript: true);
        await group.SignInAsync(booking.Lead);
        await group.GoAsync($"/hire/{booking.Reference}");
        await group.FollowAsync(group.Page.Locator("main a[href$='/review']"));
        await group.FillAsync("What do you think is wrong?", "The other hall of the building is warm, and we would take it.");
        await group.PressAsync("Ask for a review");
        (await group.MainTextAsync()).ShouldContain("We have your request");

        await using var judith = await chromium.VisitorAsync(web.Address, javaScript: true);
        await judith.SignInAsync("judith.kemble@fallowmere.example");
        await judith.GoAsync($"/cases/{booking.Reference}");
        await judith.PressAsync("I have no interest in this case");
        await judith.GoAsync("/second-signatures");
        await judith.FollowAsync(booking.Reference);
        await judith.AnswerAsync("What do you decide?", "Uphold");
        await judith.FillAsync("Your reasons", "Both halls hang on the same boiler. We offer the Town Hall, and we pay everything back.");
        await judith.PressAsync("Decide the review");
        (await judith.MainTextAsync()).ShouldContain("upheld: it stands");
        await group.GoAsync($"/hire/{booking.Reference}");
        (await group.MainTextAsync()).ShouldContain("Both halls hang on the same boiler.");
        foreach (var visitor in new[] { helen, kwame, group, judith })
            visitor.LeftNoComplaints();
    }

    [Fact]
    public async Task HoldAndCancel_ByKeyboard_TakeTwoApprovers()
    {
        Assert.SkipUnless(TestDatabase.IsLongRun, "Part of tests/run --long.");
        var booking = await BookingAsync("Tenants");
        await using var helen = await chromium.VisitorAsync(web.Address, javaScript: true);
        await helen.SignInAsync(Helen);
        await helen.GoAsync($"/cases/{booking.Reference}");
        if ((await helen.MainTextAsync()).Contains("I have no interest in this case", StringComparison.Ordinal))
            await helen.PressAsync("I have no interest in this case");
        await helen.FollowAsync(helen.Page.Locator("main a[href$='/hold']"));
        await helen.AnswerAsync("Why?", "Imminent risk to safety");
        await helen.FillAsync("On what facts?", "The fire alarm of the hall failed its test this morning.");
        await helen.PressAsync("Put on hold");
        await helen.FollowAsync(helen.Page.Locator("main a[href$='/cancel']"));
        await helen.AnswerAsync("Why?", "Imminent risk to safety");
        await helen.AnswerAsync("Has the hirer been heard?", "Yes");
        await helen.PickAsync("Ground", "D2");
        await helen.FillAsync("Reason the hirer will read", Fifty);
        foreach (var question in RefusalReasons.Questions)
            await helen.FillBoxAsync($"[name='Answers[{question.Code}]']", Fifty);
        await helen.ChooseAsync("I confirm that none of these was weighed");
        await helen.FillAsync("What is the hirer offered instead?", "The Small Hall on the same evening, without charge.");
        await helen.FillAsync("What is paid back?", "49");
        await helen.PressAsync("Put forward");
        (await helen.MainTextAsync()).ShouldContain("Waits for a second approver");

        await using var kwame = await chromium.VisitorAsync(web.Address, javaScript: true);
        await kwame.SignInAsync(Kwame);
        await kwame.GoAsync($"/cases/{booking.Reference}");
        if ((await kwame.MainTextAsync()).Contains("I have no interest in this case", StringComparison.Ordinal))
            await kwame.PressAsync("I have no interest in this case");
        await kwame.FollowAsync("Cancellation");
        await kwame.ChooseAsync("I confirm that none of these was weighed");
        await kwame.PressAsync("Cancel the booking");
        (await kwame.HeadingAsync()).ShouldContain("Cancelled by council");
        helen.LeftNoComplaints();
        kwame.LeftNoComplaints();
    }

    private Task<Booking> BookingAsync(string hirer) => web.With<AppDbContext, Booking>(async db =>
    {
        var found = await (
            from date in db.Occurrences
            join @case in db.Cases on date.CaseId equals @case.Id
            join organisation in db.Organisations on @case.OrganisationId equals organisation.Id
            join space in db.Spaces on date.SpaceId equals space.Id
            join venue in db.Venues on space.VenueId equals venue.Id
            where date.State == OccurrenceState.Confirmed && @case.State == CaseState.Confirmed && organisation.Name.Contains(hirer)
            orderby date.Day descending
            select new { @case.Reference, @case.OrganisationId, Venue = venue.Name, date.Day }).FirstAsync();
        var members = await db.Memberships.Where(m => m.OrganisationId == found.OrganisationId).Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { m.Roles, u.Email }).ToListAsync();
        return new Booking(found.Reference, members.First(m => m.Roles.HasFlag(Roles.LeadContact)).Email!, found.Venue, found.Day);
    });
}
