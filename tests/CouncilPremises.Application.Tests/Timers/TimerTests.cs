using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Timers;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Timers;

/// <summary>What time itself brings to a case, day by day. The tests of a class share a clock that only goes on, so each begins where the last ended.</summary>
[Trait("Rule", "Clocks")]
public abstract class TimerTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Trait("Rule", "N3"), Trait("Rule", "N4")]
    public async Task Question_NeverAnswered_IsRemindedAfterFiveAndLapsesAfterTenWorkingDays()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await database.HireAheadAsync(60).CheckingAsync(database, officer);
        await database.AskAsync(hire, officer);
        var asked = database.Time.Today;

        await database.GoToAsync(await database.WorkingDayAsync(asked, 4));
        (await database.RunTimersAsync()).ShouldNotContainKey(TimerKind.InformationReminder);
        await database.GoToAsync(await database.WorkingDayAsync(asked, 5));
        (await database.RunTimersAsync()).ShouldContainKey(TimerKind.InformationReminder);
        (await database.RunTimersAsync()).ShouldBeEmpty("nothing is done twice");
        var reminder = (await database.LettersAsync(hire, NoticeCode.N3))[0];
        reminder.Text.ShouldContain("still waiting for your answer");
        reminder.Text.ShouldContain("Please do this by");

        await database.GoToAsync(await database.WorkingDayAsync(asked, 10));
        await database.RunTimersAsync();
        (await hire.StateAsync()).ShouldBe(CaseState.InfoRequested, "the last day still is the group's");
        await database.GoToAsync(await database.WorkingDayAsync(asked, 11));
        (await database.RunTimersAsync()).ShouldContainKey(TimerKind.Lapse);

        (await hire.StateAsync()).ShouldBe(CaseState.Lapsed);
        (await database.LettersAsync(hire, NoticeCode.N4))[0].Text.ShouldContain("This is not a refusal");
        (await database.ClaimsAsync(hire)).ShouldBe(0);
        (await database.With<AppDbContext, bool>(db => db.AuditEntries.AnyAsync(e => e.Action == "Case.Lapse" && e.From == "InfoRequested" && e.To == "Lapsed" && e.ActorId == Guid.Empty, Ct))).ShouldBeTrue();
    }

    [Fact]
    public async Task Question_NothingRanForWeeks_IsRemindedFirstAndLapsesAWorkingDayLater()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await database.HireAheadAsync(90).CheckingAsync(database, officer);
        await database.AskAsync(hire, officer);

        await database.GoToAsync(await database.WorkingDayAsync(database.Time.Today, 20));
        await database.RunTimersAsync();
        (await hire.StateAsync()).ShouldBe(CaseState.InfoRequested);
        (await database.LettersAsync(hire, NoticeCode.N3)).Count.ShouldBe(2, "the lead contact and the contact of the application");

        await database.GoToAsync(await database.WorkingDayAsync(database.Time.Today, 2));
        await database.RunTimersAsync();
        (await hire.StateAsync()).ShouldBe(CaseState.Lapsed);
        (await database.LettersAsync(hire, NoticeCode.N3)).Count.ShouldBe(2);
    }

    [Fact, Trait("Rule", "N3"), Trait("Rule", "N4")]
    public async Task Draft_LeftAlone_IsRemindedAfter21AndLapsesAfter30Days()
    {
        var hire = await database.HireAheadAsync(100).DraftAsync(database);
        var begun = database.Time.Today;

        await database.GoToAsync(begun.AddDays(21));
        await database.RunTimersAsync();
        (await database.LettersAsync(hire, NoticeCode.N3))[0].Text.ShouldContain("have not sent it yet");
        await database.GoToAsync(begun.AddDays(30));
        await database.RunTimersAsync();
        (await hire.StateAsync()).ShouldBe(CaseState.Draft);
        await database.GoToAsync(begun.AddDays(31));
        await database.RunTimersAsync();

        (await hire.StateAsync()).ShouldBe(CaseState.Lapsed);
        (await database.LettersAsync(hire, NoticeCode.N4))[0].Text.ShouldContain("nobody went on with it");
        (await hire.CaseAsync()).LookAgainUtc.ShouldBeNull("nothing can come any more");
    }

    [Fact, Trait("Rule", "DEC")]
    public async Task Declaration_NobodySigns_IsRemindedAndLapses()
    {
        var hire = await database.HireAheadAsync(60).SentUnsignedAsync(database);
        var sent = database.Time.Today;

        await database.GoToAsync(await database.WorkingDayAsync(sent, 5));
        await database.RunTimersAsync();
        (await database.LettersAsync(hire, NoticeCode.N3))[0].Text.ShouldContain("Nobody has signed the declaration");
        await database.GoToAsync(await database.WorkingDayAsync(sent, 11));
        await database.RunTimersAsync();

        (await hire.StateAsync()).ShouldBe(CaseState.Lapsed);
    }

    [Fact]
    public async Task Event_ReachedUndecided_IsNotDecidedWithAnApologyAndNeverLapsed()
    {
        var officer = await A.Person().Named("Ona Owner").Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await database.HireAheadAsync(21).CheckingAsync(database, officer);
        var day = (await database.DatesAsync(hire))[0];

        // Late from the sixth working day on, and alerted again five working days before the event
        await database.GoToAsync(await database.WorkingDayAsync(day.Day, -5));
        await database.RunTimersAsync();
        var late = await database.With<CaseQueue, QueuePage>(queue => queue.ReadAsync(new QueueFilter(QueueView.Late, null, hire.Reference), officer, Ct));
        late.Rows.ShouldHaveSingleItem().Late.ShouldBe(["The decision is late", "The event is near and nothing is decided"]);
        var told = await database.With<AppDbContext, List<OutboxMessage>>(db =>
            db.OutboxMessages.AsNoTracking().Where(m => m.Notice == NoticeCode.N0 && m.Subject.StartsWith(hire.Reference)).ToListAsync(Ct));
        told.ShouldAllBe(message => message.Text.Contains($"/cases/{hire.Reference}") && message.Text.Contains("Ona Owner"));

        database.Clock.SetUtcNow(day.StartUtc.AddSeconds(-1));
        await database.RunTimersAsync();
        (await hire.StateAsync()).ShouldNotBe(CaseState.NotDecided);
        database.Clock.SetUtcNow(day.StartUtc);
        (await database.RunTimersAsync()).ShouldContainKey(TimerKind.NotDecided);

        (await hire.StateAsync()).ShouldBe(CaseState.NotDecided);
        var apology = (await database.LettersAsync(hire, NoticeCode.NotDecided))[0].Text;
        apology.ShouldContain("We are sorry");
        apology.ShouldContain("we pay all of it back");
        apology.ShouldContain("Ombudsman");
        (await database.LettersAsync(hire, NoticeCode.N4)).ShouldBeEmpty();
        (await database.ClaimsAsync(hire)).ShouldBe(0);
        (await database.RunTimersAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(CaseState.InfoRequested)]
    [InlineData(CaseState.OnHold)]
    [InlineData(CaseState.MindedToRefuse)]
    public async Task Event_ReachedWhileSomethingElseWasWaitedFor_IsNotDecidedToo(CaseState state)
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var approver = await A.Person().Staff(Roles.FacilitiesApprover).AddAsync(database);
        var hire = await database.HireAheadAsync(21).CheckingAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        var day = (await database.DatesAsync(hire))[0];
        async Task<Domain.Outcome> DoAsync<TService>(Func<TService, int, Task<Domain.Outcome>> act)
            where TService : notnull
        {
            var version = await hire.VersionAsync();
            return await database.With<TService, Domain.Outcome>(service => act(service, version));
        }

        if (state == CaseState.MindedToRefuse)
        {
            (await DoAsync<Recommendations>((r, seen) => r.RecommendAsync(hire.Reference, new Recommend(true, Domain.Decisions.Ground.D2, Words, seen), officer, Ct))).Refusals.ShouldBeEmpty();
            (await DoAsync<RefusalDecisions>((r, seen) => r.MindToRefuseAsync(hire.Reference, new MindToRefuse(Domain.Decisions.Ground.D2, Words, seen), approver, Ct))).Refusals.ShouldBeEmpty();
        }
        database.Clock.SetUtcNow(day.StartUtc.AddHours(-2));
        if (state == CaseState.InfoRequested)
            await database.AskAsync(hire, officer);
        if (state == CaseState.OnHold)
            (await DoAsync<Holds>((h, seen) => h.LayAsync(hire.Reference, new LayHold(HoldReason.SafetyRisk, Words, null, [], [], seen), officer, Ct))).Refusals.ShouldBeEmpty();
        (await hire.StateAsync()).ShouldBe(state);

        database.Clock.SetUtcNow(day.StartUtc);
        await database.RunTimersAsync();

        (await hire.StateAsync()).ShouldBe(CaseState.NotDecided);
        (await database.LettersAsync(hire, NoticeCode.NotDecided)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Series_OneDateReachedUndecided_LeavesTheOthersToBeDecided()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await database.HireAheadAsync(21, weeks: 3).CheckingAsync(database, officer);
        var dates = await database.DatesAsync(hire);

        database.Clock.SetUtcNow(dates[0].StartUtc);
        await database.RunTimersAsync();
        (await database.DatesAsync(hire)).Select(date => date.State).ShouldBe([OccurrenceState.NotDecided, OccurrenceState.Held, OccurrenceState.Held]);
        (await hire.StateAsync()).ShouldNotBe(CaseState.NotDecided);
        (await hire.CaseAsync()).FirstEventUtc.ShouldBe(dates[1].StartUtc);
        (await database.LettersAsync(hire, NoticeCode.NotDecided))[0].Text.ShouldContain("still looking at your other dates");

        database.Clock.SetUtcNow(dates[2].StartUtc);
        await database.RunTimersAsync();
        (await hire.StateAsync()).ShouldBe(CaseState.NotDecided);
    }

    [Fact]
    public async Task Booking_EachDateOver_IsCompletedAndTheCaseWithTheLast()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await database.HireAheadAsync(21, weeks: 2).ConfirmedAsync(database, officer);
        var dates = await database.DatesAsync(hire);

        database.Clock.SetUtcNow(dates[0].EndUtc);
        await database.RunTimersAsync();
        (await database.DatesAsync(hire)).Select(date => date.State).ShouldBe([OccurrenceState.Completed, OccurrenceState.Confirmed]);
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        database.Clock.SetUtcNow(dates[1].EndUtc);
        await database.RunTimersAsync();

        (await hire.StateAsync()).ShouldBe(CaseState.Completed);
    }

    [Fact]
    public async Task Decision_LateWhileTheOwnerIsAway_IsToldToTheApprovers()
    {
        var owner = await A.Person().Named("Olga Owner").Staff(Roles.FacilitiesOfficer).AddAsync(database);
        await A.Person().Named("Hari Here").Staff(Roles.FacilitiesApprover).AddAsync(database);
        var hire = await database.HireAheadAsync(60).CheckingAsync(database, owner);
        var late = await database.WorkingDayAsync(database.Time.Today, 12);
        await database.With<AppDbContext, int>(db => db.Users.Where(user => user.Id == owner.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.AwayFrom, late.AddDays(-1)).SetProperty(user => user.AwayUntil, late.AddDays(5)), Ct));

        await database.GoToAsync(late);
        await database.RunTimersAsync();

        var told = await database.With<AppDbContext, List<string>>(db =>
            db.OutboxMessages.Where(m => m.Notice == NoticeCode.N0 && m.Subject.StartsWith(hire.Reference)).Select(m => m.Text).ToListAsync(Ct));
        told.ShouldContain(text => text.Contains("Hari Here"));
        told.ShouldNotContain(text => text.Contains("Olga Owner"));
    }

    [Fact, Trait("Rule", "N9")]
    public async Task MindedToRefuse_AfterAFirstDateHasPassed_LeavesTheWholeTimeToAnswer()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var approver = await A.Person().Staff(Roles.FacilitiesApprover).AddAsync(database);
        var hire = await database.HireAheadAsync(21, weeks: 9).Answering(a => a with { When = a.When with { Recurrence = a.When.Recurrence! with { Repeats = Domain.Time.Repeats.Fortnightly } } })
            .CheckingAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        database.Clock.SetUtcNow((await database.DatesAsync(hire))[0].StartUtc);
        await database.RunTimersAsync();
        (await database.With<Recommendations, Domain.Outcome>(async r => await r.RecommendAsync(hire.Reference, new Recommend(true, Domain.Decisions.Ground.D2, Words, await hire.VersionAsync()), officer, Ct))).Refusals.ShouldBeEmpty();

        (await database.With<RefusalDecisions, Domain.Outcome>(async r => await r.MindToRefuseAsync(hire.Reference, new MindToRefuse(Domain.Decisions.Ground.D2, Words, await hire.VersionAsync()), approver, Ct))).Refusals.ShouldBeEmpty();

        (await hire.CaseAsync()).DueOn.ShouldBe(await database.WorkingDayAsync(database.Time.Today, 5));
    }

    private const string Words = "The fire service measured the hall on Monday and wrote that it is not safe.";

    [Fact]
    public async Task Triage_Late_TellsTheApproversOnceWhileNobodyOwnsTheCase()
    {
        await A.Person().Named("Ada Approver").Staff(Roles.FacilitiesApprover).AddAsync(database);
        var hire = await database.HireAheadAsync(60).SubmittedAsync(database);

        await database.GoToAsync(await database.WorkingDayAsync(database.Time.Today, 3));
        await database.RunTimersAsync();
        await database.RunTimersAsync();

        var told = await database.With<AppDbContext, List<string>>(db =>
            db.OutboxMessages.Where(m => m.Notice == NoticeCode.N0 && m.Subject.StartsWith(hire.Reference)).Select(m => m.Text).ToListAsync(Ct));
        told.Count(text => text.Contains("Ada Approver", StringComparison.Ordinal)).ShouldBe(1);
        told[0].ShouldContain("Nobody has taken a first look in time.");
        told[0].ShouldNotContain("Fernley Youth Trust");
    }
}

public class SqliteTimerTests(SqliteDatabase database) : TimerTests(database), IClassFixture<SqliteDatabase>;

public class PostgresTimerTests(PostgresDatabase database) : TimerTests(database), IClassFixture<PostgresDatabase>;
