using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Tests.Timers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Decisions;

/// <summary>Cancelling by two approvers, single dates, breaches, and a building closed with everything booked in it.</summary>
[Trait("Rule", "N11")]
public abstract class CancellationTests(TestDatabase database)
{
    private readonly Aftermath after = new(database);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "S1")]
    [Trait("Rule", "S3")]
    [Trait("Rule", "D2")]
    public async Task Cancel_OneDateLate_TakesTwoApproversAndEveryReason()
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var hire = await after.SeriesIn(30).ConfirmedAsync(database, officer);
        var (first, second) = (await after.PersonAsync(Roles.FacilitiesApprover, hire), await after.PersonAsync(Roles.FacilitiesApprover));
        database.Clock.Advance(TimeSpan.FromDays(29));
        var id = (await hire.CaseAsync()).Id;
        var date = (await after.DatesAsync(hire))[0];

        (await after.ProposeAsync(hire, officer, CancellationCause.SafetyRisk, Ground.D2)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await after.ProposeAsync(hire, first, null, Ground.D2)).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("Objections and protest never suffice");
        (await after.ProposeAsync(hire, first, CancellationCause.SafetyRisk, Ground.D7)).Refusals.ShouldContain(r => r.Code == "Ground");
        (await after.ProposeAsync(hire, first, CancellationCause.SafetyRisk, Ground.D2, heard: false)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Heard");
        (await after.ProposeAsync(hire, first, CancellationCause.ConfirmedMatch, Ground.D4)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("XREF");
        (await after.ProposeAsync(hire, first, CancellationCause.DocumentMissing, Ground.D8)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Documents");
        (await after.ProposeAsync(hire, first, CancellationCause.UpheldBreach, Ground.D6)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("D6");
        (await after.ProposeAsync(hire, first, CancellationCause.SafetyRisk, Ground.D2, noProhibited: false)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Prohibited");
        (await after.ProposeAsync(hire, first, CancellationCause.SafetyRisk, Ground.D2, [date.Id])).Succeeded.ShouldBeTrue();
        (await after.DatesAsync(hire))[0].State.ShouldBe(OccurrenceState.Confirmed, "one approver alone cancels nothing");

        (await after.ConfirmAsync(hire, first)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S1");
        (await after.ConfirmAsync(hire, second)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");
        (await after.BlockedAsync("Cancellation.Confirm", "S1", id), await after.BlockedAsync("Cancellation.Confirm", "S3", id)).ShouldBe((1, 1));
        await hire.StateNoInterestAsync(second);
        (await after.ConfirmAsync(hire, second)).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed, "three dates stand");
        var dates = await after.DatesAsync(hire);
        (dates[0].State, dates[0].Sequence).ShouldBe((OccurrenceState.CancelledByCouncil, 1));
        var letter = await after.LetterAsync(hire, NoticeCode.N11);
        letter.CreatedUtc.Date.ShouldBe(database.Time.NowUtc.Date, "the same day");
        letter.Calendar!.ShouldContain("STATUS:CANCELLED");
        foreach (var part in new[] { "£49", "The Small Hall on the same evening", "Ask for a review by", "lgo.org.uk" })
            letter.Text.ShouldContain(part);
        (await after.AskReviewAsync(hire)).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed, "a review of one date disturbs no other");
        (await after.ReviewAsync(hire, await after.PersonAsync(Roles.Reviewer, hire), ReviewOutcome.Return)).Succeeded.ShouldBeTrue();
        (await after.DatesAsync(hire))[0].State.ShouldBe(OccurrenceState.Confirmed, "the date was given back before it came");
    }

    [Fact]
    [Trait("Rule", "XREF")]
    [Trait("Rule", "L1")]
    [Trait("Rule", "D4")]
    public async Task Cancel_AfterANewlyConfirmedMatch_KeepsTheReasonsOutOfTheLetter()
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var hire = await after.HireIn(30).By(await A.Group().Named("Alder Gate Fellowship").AddAsync(database)).ConfirmedAsync(database, officer);
        var (first, second) = (await after.PersonAsync(Roles.FacilitiesApprover, hire), await after.PersonAsync(Roles.FacilitiesApprover, hire));
        var hit = await after.ListAsync("Alder Gate Fellowship", hire, officer);
        await after.ResolveAsync(hire, hit.Id, HitResolution.Confirmed, officer, first);

        (await after.HoldAsync(hire, first, HoldReason.ListMatch, hit.Id, [IdentifierKind.Address])).Succeeded.ShouldBeTrue();
        (await after.ProposeAsync(hire, first, CancellationCause.ConfirmedMatch, Ground.D4, heard: false, notHeard: "The police asked us not to ring before tonight.")).Succeeded.ShouldBeTrue();
        (await after.ConfirmAsync(hire, second)).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(CaseState.CancelledByCouncil);
        (await after.HoldOfAsync(hire)).EndedUtc.ShouldNotBeNull("the hold ended with the booking");
        var letter = await after.LetterAsync(hire, NoticeCode.N11);
        letter.Text.ShouldNotContain(Aftermath.Fifty);
        letter.Text.ShouldContain("Sign in to read them");
        (await after.ClaimsAsync(hire)).ShouldBeGreaterThan(0, "the slot stays until the time to ask for a review ends");
    }

    [Fact]
    [Trait("Rule", "D8")]
    [Trait("Rule", "S3")]
    [Trait("Rule", "P2")]
    public async Task Close_ABuildingForAWeekendWithElevenBookings_IsOneActForAll()
    {
        var hall = await A.Hall().Named("Wharf Hall").AddAsync(database);
        await A.Hall().Named("Lantern Hall").AddAsync(database);
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var ahead = 60;
        while (database.Time.Today.AddDays(ahead).DayOfWeek != DayOfWeek.Saturday)
            ahead++;
        var hires = new List<TestHire>();
        for (var i = 0; i < 11; i++)
        {
            var builder = A.Hire().By(await A.Group().Named($"Wharf Users {i}").AddAsync(database)).For(i % 2 == 0 ? hall.PartA : hall.PartB)
                .On(after.DayIn(ahead + (i / 6)), $"{9 + (i % 6 / 2 * 4):00}:00-{11 + (i % 6 / 2 * 4):00}:00");
            hires.Add(i < 9 ? await builder.ConfirmedAsync(database, officer) : await builder.SubmittedAsync(database));
        }
        var untouched = await A.Hire().For(hall.Hall).On(after.DayIn(ahead + 2), "09:00-11:00").ConfirmedAsync(database, officer);
        var (approver, second) = (await after.PersonAsync(Roles.FacilitiesApprover), await after.PersonAsync(Roles.FacilitiesApprover));
        var input = new CloseBookings(hall.Venue.Slug, null, database.Time.Today.AddDays(ahead), database.Time.Today.AddDays(ahead + 1), "The roof leaks after the storm", Aftermath.Fifty,
            "The Town Hall has rooms at the same times, at no charge. Ring us.", true, []);
        var listed = (await database.With<BookingClosures, Outcome<IReadOnlyList<ClosedDate>>>(c => c.PreviewAsync(input, Token))).Value;
        listed.Count.ShouldBe(11);
        listed.ShouldAllBe(d => d.Instead != null && d.Instead.SpaceId != hall.PartA.Id && d.Instead.SpaceId != hall.PartB.Id, "another venue has a room at each of these times");
        listed.GroupBy(d => (d.Day, d.Starts)).ShouldAllBe(same => same.Select(d => d.Instead).Distinct().Count() == same.Count(), "no room is offered twice for one time");
        var seen = input with { SeenDates = [.. listed.Select(d => d.OccurrenceId)] };

        (await OrderAsync(seen, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await OrderAsync(input, approver)).IsConflict.ShouldBeTrue("the list has changed since it was shown");
        (await OrderAsync(seen with { NoInterest = false }, approver)).Refusals.ShouldContain(r => r.Code == "S3");
        var interested = await after.PersonAsync(Roles.FacilitiesApprover);
        (await database.With<Triage, Outcome>(t => t.StateInterestAsync(hires[3].Reference, new StateInterest(true, "My sister runs this group."), interested, Token))).Succeeded.ShouldBeTrue();
        (await OrderAsync(seen, interested)).Refusals.ShouldHaveSingleItem().Sentence.ShouldStartWith(hires[3].Reference);
        (await hires[0].StateAsync()).ShouldBe(CaseState.Confirmed, "all or nothing");
        (await after.BlockedAsync("Closure.Order", "S3", (await hires[3].CaseAsync()).Id)).ShouldBe(1);

        (await OrderAsync(seen, approver)).Succeeded.ShouldBeTrue();

        foreach (var hire in hires)
        {
            (await hire.StateAsync()).ShouldBe(CaseState.CancelledByCouncil);
            var letter = await after.LetterAsync(hire, NoticeCode.N11);
            letter.Text.ShouldContain("The roof leaks after the storm");
            letter.Text.ShouldContain("The Town Hall has rooms");
            letter.Text.ShouldContain($"{listed.First(d => d.Reference == hire.Reference).Instead!.Words} was free at the same time");
            (await after.ClaimsAsync(hire)).ShouldBe(0);
        }
        var booked = (await after.LetterAsync(hires[0], NoticeCode.N11)).Calendar.ShouldNotBeNull("the booking leaves the calendar it stood in");
        booked.ShouldContain("STATUS:CANCELLED");
        booked.ShouldContain("SEQUENCE:1");
        var order = await database.With<AppDbContext, ClosureOrder>(db => db.ClosureOrders.AsNoTracking().SingleAsync(o => o.OrderedById == approver.Id, Token));
        (await database.With<BookingClosures, IReadOnlyList<ClosedDate>>(c => c.DatesAsync(order, Token))).Select(d => d.Hirer).ShouldBe(listed.Select(d => d.Hirer), "whoever countersigns sees whose they are");
        order.CountersignBy.ShouldBe(await database.WorkingDayAsync(database.Time.Today, 1));
        (await after.LetterAsync(hires[0], NoticeCode.N11)).Text.ShouldContain("£49 back", customMessage: "two hours at £24.50");
        (await after.LetterAsync(hires[10], NoticeCode.N11)).Text.ShouldContain("Nothing had been paid");
        (await untouched.StateAsync()).ShouldBe(CaseState.Confirmed);
        await CountersignAsync(approver, second, interested, hall.Venue.Id);
        await Should.ThrowAsync<InvalidOperationException>(() => A.Hire().For(hall.PartA).On(after.DayIn(ahead), "15:00-16:00").SubmittedAsync(database), "the days are closed to new applications");
    }

    [Fact]
    [Trait("Rule", "D2")]
    public async Task Cancellation_TurnedDown_LeavesTheBookingAsItWas()
    {
        var hire = await after.HireIn(30).ConfirmedAsync(database, await after.PersonAsync(Roles.FacilitiesOfficer));
        var (first, second) = (await after.PersonAsync(Roles.FacilitiesApprover, hire), await after.PersonAsync(Roles.FacilitiesApprover, hire));
        (await after.ProposeAsync(hire, first, CancellationCause.SafetyRisk, Ground.D2)).Succeeded.ShouldBeTrue();
        var id = (await hire.CaseAsync()).Id;
        var proposed = await database.With<AppDbContext, Guid>(db => db.Cancellations.Where(c => c.CaseId == id).Select(c => c.Id).SingleAsync(Token));
        var marked = new DecideCancellation(proposed, Confirm: false, "SECRET: the police say otherwise.", NoProhibitedReason: false, await hire.VersionAsync());

        (await database.With<Cancellations, Outcome>(c => c.DecideAsync(hire.Reference, marked, second, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Marking");
        (await after.ConfirmAsync(hire, second, confirm: false)).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        (await after.LettersAsync(hire)).ShouldNotContain(NoticeCode.N11);
        (await after.ConfirmAsync(hire, second)).IsConflict.ShouldBeTrue("it has been decided already");
    }

    [Fact]
    [Trait("Rule", "D6")]
    [Trait("Rule", "S1")]
    public async Task Breach_OnlyUpheldAfterTheHirerWasHeard_FeedsD6For24Months()
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var group = await A.Group().Named("Copperfield Dance Company").AddAsync(database);
        var hire = await after.HireIn(30).By(group).ConfirmedAsync(database, officer);
        var (first, second) = (await after.PersonAsync(Roles.FacilitiesApprover, hire), await after.PersonAsync(Roles.FacilitiesApprover, hire));
        var next = await after.HireIn(90).By(group).CheckingAsync(database, officer);
        (await RecommendD6Async(next, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("D6");
        var raised = new RaiseBreach(database.Time.Today, Aftermath.Fifty, await hire.VersionAsync());
        (await database.With<Breaches, Outcome>(b => b.RaiseAsync(hire.Reference, raised, first, Token))).Succeeded.ShouldBeTrue();

        var asked = (await after.LetterAsync(hire, NoticeCode.Breach)).Text;
        asked.ShouldContain("tell us your side");
        asked.ShouldNotContain("closes"); // a booking that stands: saying nothing ends nothing

        (await DecideAsync(hire, first, uphold: true)).Refusals.ShouldContain(r => r.Code == "S1");
        (await DecideAsync(hire, second, uphold: true)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Heard");
        var breach = await BreachAsync(hire);
        (await database.With<Breaches, Outcome>(b => b.AnswerAsync(hire.Reference, breach.Id, "We mended the door the next morning.", group.Lead, Token))).Succeeded.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromDays(1));
        (await next.FileAsync(officer)).MustSign.ShouldBeNull();
        (await DecideAsync(hire, second, uphold: true)).Succeeded.ShouldBeTrue();
        (await next.FileAsync(officer)).MustSign.ShouldBe(SignReason.Breach, "after an upheld breach the declaration is signed anew");
        (await BreachAsync(hire)).ExpiresOn.ShouldBe(database.Time.Today.AddMonths(24));
        (await RecommendD6Async(next, officer)).Succeeded.ShouldBeTrue();

        (await after.AskReviewAsync(hire, breach.Id)).Succeeded.ShouldBeTrue();
        (await after.ReviewAsync(hire, await after.PersonAsync(Roles.Reviewer | Roles.FacilitiesApprover, hire), ReviewOutcome.Return)).Succeeded.ShouldBeTrue();
        (await BreachAsync(hire)).State.ShouldBe(BreachState.SetAside);
        (await RecommendD6Async(next, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("D6");
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
    }

    [Fact]
    [Trait("Rule", "N10")]
    public async Task RefuseDates_OfAnUndecidedSeries_LeavesTheRestToBeDecided()
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        var hire = await after.SeriesIn(30).ReadyAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        var dates = await after.DatesAsync(hire);
        var recommend = new Recommend(true, Ground.D8, Aftermath.Fifty, await hire.VersionAsync());
        (await database.With<Recommendations, Outcome>(r => r.RecommendAsync(hire.Reference, recommend, officer, Token))).Succeeded.ShouldBeTrue();

        var refuse = new Refuse(Ground.D8, Aftermath.Fifty, new Dictionary<string, string> { ["P2"] = Aftermath.Fifty, ["P6"] = Aftermath.Fifty }, true, await hire.VersionAsync(), [dates[2].Id], Alternatives: Aftermath.Fifty);
        (await database.With<RefusalDecisions, Outcome>(r => r.RefuseAsync(hire.Reference, refuse, approver, Token))).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(CaseState.ReadyForDecision);
        (await after.DatesAsync(hire)).Select(d => d.State).ShouldBe([OccurrenceState.Held, OccurrenceState.Held, OccurrenceState.Refused, OccurrenceState.Held]);
        var approval = new Approve(null, [], NoProhibitedReason: true, await hire.VersionAsync());
        (await database.With<Approvals, Outcome>(a => a.ApproveAsync(hire.Reference, approval, approver, Token))).Succeeded.ShouldBeTrue();
        (await after.DatesAsync(hire)).Count(d => d.State == OccurrenceState.Confirmed).ShouldBe(3);
    }

    private async Task CountersignAsync(Actor approver, Actor second, Actor interested, Guid venueId)
    {
        var closure = await database.With<AppDbContext, Guid>(db => db.Closures.Where(c => c.VenueId == venueId).Select(c => c.Id).SingleAsync(Token));
        (await database.With<BookingClosures, Outcome>(c => c.SignAsync(closure, new SignClosure(true, null, true), approver, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S1");
        (await database.With<BookingClosures, Outcome>(c => c.SignAsync(closure, new SignClosure(true, null, true), interested, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");
        (await database.With<BookingClosures, Outcome>(c => c.SignAsync(closure, new SignClosure(false, "SECRET: ask the police about the roof.", true), second, Token)))
            .Refusals.ShouldHaveSingleItem().Code.ShouldBe("Marking");
        (await database.With<Duties, IReadOnlyList<Duty>>(d => d.ForAsync(second, Token))).ShouldContain(duty => duty.Href == $"/closures/{closure}");
        (await database.With<BookingClosures, Outcome>(c => c.SignAsync(closure, new SignClosure(true, null, true), second, Token))).Succeeded.ShouldBeTrue();
        (await database.With<Duties, IReadOnlyList<Duty>>(d => d.ForAsync(second, Token))).ShouldNotContain(duty => duty.Href == $"/closures/{closure}");
    }

    private Task<Outcome> OrderAsync(CloseBookings input, Actor actor) => database.With<BookingClosures, Outcome>(c => c.OrderAsync(input, actor, Token));

    private async Task<Breach> BreachAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, Breach>(db => db.Breaches.AsNoTracking().SingleAsync(b => b.CaseId == id, Token));
    }

    private async Task<Outcome> DecideAsync(TestHire hire, Actor actor, bool uphold)
    {
        var input = new DecideBreach((await BreachAsync(hire)).Id, uphold, Aftermath.Fifty, true, await hire.VersionAsync());
        return await database.With<Breaches, Outcome>(b => b.DecideAsync(hire.Reference, input, actor, Token));
    }

    private async Task<Outcome> RecommendD6Async(TestHire hire, Actor actor)
    {
        var input = new Recommend(true, Ground.D6, Aftermath.Fifty, await hire.VersionAsync());
        return await database.With<Recommendations, Outcome>(r => r.RecommendAsync(hire.Reference, input, actor, Token));
    }
}

/// <inheritdoc />
public sealed class SqliteCancellationTests(SqliteDatabase database) : CancellationTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresCancellationTests(PostgresDatabase database) : CancellationTests(database), IClassFixture<PostgresDatabase>;
