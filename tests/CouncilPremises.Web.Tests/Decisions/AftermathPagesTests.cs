using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Decisions;

/// <summary>Holds, cancellations, closures, breaches and reviews through their pages, by each person and by crafted posts.</summary>
public sealed class AftermathPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Kwame = "kwame.boateng@fallowmere.example";
    private const string Judith = "judith.kemble@fallowmere.example";
    private const string Fifty = "This sentence gives the reason in words and is longer than fifty characters.";

    private sealed record Booking(string Reference, Guid Id, string Lead);

    [Fact]
    [Trait("Rule", "S1")]
    [Trait("Rule", "S5")]
    [Trait("Rule", "N19")]
    public async Task CancelByTwo_ThenReview_GoesFromPageToPage()
    {
        var booking = await BookedAsync("Tenants");
        using var helen = await KnowingAsync(DemoPerson.Approver, booking);
        using var kwame = await KnowingAsync(Kwame, booking);
        var empty = await helen.PostFormAsync($"/cases/{booking.Reference}/cancel", ("Text", "The roof is unsafe."));
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        empty.Errors.ShouldContain(error => error.Contains("Objections and protest never suffice", StringComparison.Ordinal), $"{empty.Heading}: {empty.Text}");
        empty.Document.QuerySelector("textarea[name=Text]")!.TextContent.Trim().ShouldBe("The roof is unsafe.");

        var put = await helen.PostFormAsync($"/cases/{booking.Reference}/cancel", Cancelling());
        put.Status.ShouldBe(HttpStatusCode.OK, string.Join(" ", put.Errors));
        put.Text.ShouldContain("Waits for a second approver");
        var path = await PathAsync(booking, db => db.Cancellations.Where(c => c.CaseId == booking.Id).Select(c => c.Id), "cancellations");
        var own = await helen.GetAsync(path);
        own.Text.ShouldContain("Another approver must decide this (S1).");
        // A crafted post with a token of another form of hers
        var crafted = await helen.CraftAsync($"/cases/{booking.Reference}/cancel", path, ("NoProhibitedReason", "true"), ("SeenVersion", await VersionAsync(booking)));
        crafted.Status.ShouldBe(HttpStatusCode.BadRequest);
        crafted.Errors.ShouldContain(error => error.StartsWith("Two approvers cancel", StringComparison.Ordinal));
        (await BlockedAsync(booking, "Cancellation.Confirm")).ShouldBe(1);
        (await kwame.GetAsync("/second-signatures")).Text.ShouldContain(booking.Reference);
        (await kwame.PostFormAsync(path, ("NoProhibitedReason", "true"))).Text.ShouldContain("Cancelled by council");

        using var group = await web.VisitAsync(booking.Lead);
        var followed = await group.GetAsync($"/hire/{booking.Reference}");
        followed.Text.ShouldContain("Why we cancelled");
        followed.Text.ShouldContain("Paid back: £100");
        var asked = await group.PostFormAsync($"/hire/{booking.Reference}/review", ("Input.Reasons", "The roof was mended on Monday, and the surveyor has seen it."));
        asked.Text.ShouldContain("Being reviewed");
        using var judith = await KnowingAsync(Judith, booking);
        var review = await PathAsync(booking, db => db.Reviews.Where(r => r.CaseId == booking.Id).Select(r => r.Id), "reviews");
        (await kwame.CraftAsync("/closures/new", review, ("Outcome", "Uphold"), ("Text", Fifty), ("SeenVersion", await VersionAsync(booking)))).Status.ShouldBe(HttpStatusCode.BadRequest, "an approver decides no review");
        (await judith.GetAsync("/second-signatures")).Text.ShouldContain("A review waits");
        (await judith.PostFormAsync(review, ("Outcome", "Return"), ("Text", Fifty))).Errors.ShouldContain("Choose the state the case goes back to.");
        // The names were tried long ago, so the booking cannot simply stand again
        (await judith.PostFormAsync(review, ("Outcome", "Return"), ("ReturnTo", "Confirmed"), ("Text", Fifty))).Errors.ShouldHaveSingleItem().ShouldContain("Return it to checking");
        var decided = await judith.PostFormAsync(review, ("Outcome", "Return"), ("ReturnTo", "Checking"), ("Text", Fifty));
        decided.Status.ShouldBe(HttpStatusCode.OK, string.Join(" ", decided.Errors));
        (await group.GetAsync($"/hire/{booking.Reference}")).Text.ShouldContain("What the review came to");
    }

    [Fact]
    [Trait("Rule", "N21")]
    public async Task Hold_OfABooking_IsAgreedAndEndedFromItsPage()
    {
        var booking = await BookedAsync("Gurdwara");
        using var helen = await KnowingAsync(DemoPerson.Approver, booking);
        using var kwame = await KnowingAsync(Kwame, booking);
        (await helen.PostFormAsync($"/cases/{booking.Reference}/hold", ("Text", ""))).Errors.ShouldContain("Choose why it is paused.");
        var held = await helen.PostFormAsync($"/cases/{booking.Reference}/hold", ("Reason", "SafetyRisk"), ("Text", "The fire alarm of the hall failed its test this morning."));
        held.Text.ShouldContain("On hold");
        using var group = await web.VisitAsync(booking.Lead);
        var paused = await group.GetAsync($"/hire/{booking.Reference}");
        paused.Text.ShouldContain("Paused");
        paused.Text.ShouldNotContain("fire alarm");

        var path = await PathAsync(booking, db => db.CaseHolds.Where(h => h.CaseId == booking.Id).Select(h => h.Id), "holds");
        (await helen.PostFormAsync($"{path}?handler=Agree")).Errors.ShouldContain(error => error.StartsWith("You laid this hold", StringComparison.Ordinal));
        (await kwame.PostFormAsync($"{path}?handler=Agree")).Text.ShouldContain("You have agreed to the hold");
        (await kwame.PostFormAsync($"{path}?handler=Renew")).Text.ShouldContain("The hold is renewed");
        (await helen.PostFormAsync(path, ("Text", "The alarm was mended and tested again."))).Text.ShouldContain("The hold has ended");
        (await group.GetAsync($"/hire/{booking.Reference}")).Text.ShouldContain("Booked");
    }

    [Fact]
    [Trait("Rule", "D8")]
    public async Task Closure_ListedOrderedAndCountersigned_FromItsPages()
    {
        var booking = await BookedAsync("Netball");
        var day = await web.With<AppDbContext, DateOnly>(db => db.Occurrences.Where(o => o.CaseId == booking.Id && o.State == OccurrenceState.Confirmed).OrderBy(o => o.Day).Select(o => o.Day).LastAsync());
        var venue = await web.With<AppDbContext, string>(db => (from o in db.Occurrences join s in db.Spaces on o.SpaceId equals s.Id join v in db.Venues on s.VenueId equals v.Id where o.CaseId == booking.Id select v.Slug).FirstAsync());
        using var officer = await web.VisitAsync(DemoPerson.Officer);
        (await officer.Client.GetAsync("/closures/new", TestContext.Current.CancellationToken)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        using var helen = await web.VisitAsync(DemoPerson.Approver);
        var place = new[]
        {
            ("Input.Place", venue), ("Input.FirstDay.Day", $"{day.Day}"), ("Input.FirstDay.Month", $"{day.Month}"), ("Input.FirstDay.Year", $"{day.Year}"), ("Input.PublicReason", "The boiler has failed"),
        };
        (await helen.PostFormAsync("/closures/new?handler=List", ("Input.Place", venue))).Errors.ShouldContain("Enter the first day closed");
        var listed = await helen.PostFormAsync("/closures/new?handler=List", place);
        listed.Status.ShouldBe(HttpStatusCode.OK, string.Join(" ", listed.Errors));
        listed.Text.ShouldContain(booking.Reference);
        var missing = await helen.PostFormAsync(listed, [.. place, ("Input.Evidence", "Broken.")]);
        missing.Errors.ShouldContain("Confirm that you have no interest in these bookings, or have a colleague order the closure.");
        var ordered = await helen.PostFormAsync(missing, [.. place, ("Input.Evidence", Fifty), ("Input.Alternative", "The Town Hall has rooms at the same times."), ("Input.NoInterest", "true")]);
        ordered.Text.ShouldContain("A closure waits for a second approver to countersign. You began it");

        (await web.With<AppDbContext, bool>(db => db.Occurrences.AnyAsync(o => o.CaseId == booking.Id && o.Day == day && o.State == OccurrenceState.CancelledByCouncil))).ShouldBeTrue();
        var closure = await web.With<AppDbContext, Guid>(db => db.ClosureOrders.Select(o => o.ClosureId).SingleAsync());
        (await helen.PostFormAsync("/closures/new", place)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await helen.CraftAsync("/closures/new", $"/closures/{closure}")).Errors.ShouldContain(error => error.StartsWith("You ordered this closure", StringComparison.Ordinal));
        using var kwame = await web.VisitAsync(Kwame);
        (await kwame.PostFormAsync($"/closures/{closure}")).Errors.ShouldContain("Confirm that you have no interest in these bookings, or have a colleague countersign.");
        (await kwame.PostFormAsync($"/closures/{closure}", ("NoInterest", "true"))).Text.ShouldContain("You have countersigned the closure.");
    }

    [Fact]
    [Trait("Rule", "D6")]
    public async Task Breach_RaisedAnsweredAndUpheld_ShowsOnTheCase()
    {
        var booking = await BookedAsync("Public Health");
        using var helen = await KnowingAsync(DemoPerson.Approver, booking);
        using var kwame = await KnowingAsync(Kwame, booking);
        (await helen.PostFormAsync($"/cases/{booking.Reference}/breach", ("Evidence", "Too short"))).Errors.ShouldContain("Enter the day it happened, today or earlier.");
        var raised = await helen.PostFormAsync($"/cases/{booking.Reference}/breach", ("HappenedOn.Day", "9"), ("HappenedOn.Month", "1"), ("HappenedOn.Year", "2026"), ("Evidence", Fifty));
        raised.Text.ShouldContain("Alleged: the hirer is being heard");
        var path = await PathAsync(booking, db => db.Breaches.Where(b => b.CaseId == booking.Id).Select(b => b.Id), "breaches");
        using var group = await web.VisitAsync(booking.Lead);
        (await group.PostFormAsync(path.Replace("/cases/", "/hire/", StringComparison.Ordinal), ("Input.Answer", "We have paid for the window."))).Text.ShouldContain("we have your side");
        (await kwame.PostFormAsync(path, ("Uphold", "true"), ("Reasons", Fifty), ("NoProhibitedReason", "true"))).Text.ShouldContain("may feed D6");
        (await group.GetAsync(path.Replace("/cases/", "/hire/", StringComparison.Ordinal))).Text.ShouldContain("We decided that our conditions of hire were broken");
    }

    private static (string, string)[] Cancelling() =>
    [
        ("Cause", nameof(CancellationCause.SafetyRisk)), ("HirerHeard", "true"), ("Ground", "D2"), ("Text", Fifty),
        .. RefusalReasons.Questions.Select(q => ($"Answers[{q.Code}]", Fifty)),
        ("NoProhibitedReason", "true"), ("Alternative", "The Great Hall on the same day, without charge."), ("Refund", "100"),
    ];

    private async Task<Visit> KnowingAsync(string email, Booking booking)
    {
        var visit = await web.VisitAsync(email);
        var page = await visit.GetAsync($"/cases/{booking.Reference}");
        if (page.Text.Contains("I have no interest in this case", StringComparison.Ordinal))
            await visit.PostFormAsync(page);
        return visit;
    }

    private Task<Booking> BookedAsync(string hirer) => web.With<AppDbContext, Booking>(async db =>
    {
        var found = await (
            from @case in db.Cases
            join organisation in db.Organisations on @case.OrganisationId equals organisation.Id
            where @case.State == CaseState.Confirmed && organisation.Name.Contains(hirer)
            select new { @case.Reference, @case.Id, @case.OrganisationId }).FirstAsync();
        var members = await db.Memberships.Where(m => m.OrganisationId == found.OrganisationId).Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { m.Roles, u.Email }).ToListAsync();
        return new Booking(found.Reference, found.Id, members.First(m => m.Roles.HasFlag(Roles.LeadContact)).Email!);
    });

    private Task<string> PathAsync(Booking booking, Func<AppDbContext, IQueryable<Guid>> id, string what) =>
        web.With<AppDbContext, string>(async db => $"/cases/{booking.Reference}/{what}/{await id(db).SingleAsync()}");

    private Task<string> VersionAsync(Booking booking) =>
        web.With<AppDbContext, string>(async db => $"{await db.Cases.Where(c => c.Id == booking.Id).Select(c => c.Version).SingleAsync()}");

    private Task<int> BlockedAsync(Booking booking, string action) =>
        web.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.CaseId == booking.Id && e.WasRefused && e.Action == action));
}
