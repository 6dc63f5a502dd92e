using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Timers;

/// <summary>Long stories, walked as the rulebook tells them.</summary>
[Trait("Rule", "Clocks")]
public abstract class SeriesTests(TestDatabase database)
{
    private const string Fifty = "This sentence gives the reason in words and is longer than fifty characters.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Trait("Rule", "INS"), Trait("Rule", "N8"), Trait("Rule", "N13"), Trait("Rule", "T2")]
    public async Task YouthClub_ForAYearWithInsuranceEndingHalfway_IsWarnedAskedAndGoesOn()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer | Roles.SafeguardingOfficer).AddAsync(database);
        var begin = database.Time.Today.AddDays(24);
        while (begin.DayOfWeek != DayOfWeek.Friday)
            begin = begin.AddDays(1);
        var insuredUntil = begin.AddDays((7 * 20) + 3);
        var hire = await YouthClubAsync(officer, begin, insuredUntil);
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);

        // Set in the save that confirmed: due three working days before the first date after the policy ends
        var first = begin.AddDays(7 * 21);
        var condition = (await ConditionsAsync(hire)).Where(c => c.Check == CheckCode.INS).ShouldHaveSingleItem();
        condition.DueOn.ShouldBe(await database.WorkingDayAsync(first, -3));
        condition.State.ShouldBe(ConditionState.Open);
        condition.Reason.ShouldContain("before your date on");
        (await MeetAsync(hire, condition, officer)).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("still runs out before a later date");

        foreach (var (days, warnings) in new[] { (61, 0), (60, 1), (30, 2), (7, 3) })
        {
            await database.GoToAsync(insuredUntil.AddDays(-days));
            await database.RunTimersAsync();
            (await WarningsAsync(hire)).Count.ShouldBe(warnings, $"{days} days before");
        }

        (await WarningsAsync(hire))[0].ShouldContain("The public liability insurance we have seen ends on");
        await database.GoToAsync(await database.WorkingDayAsync(condition.DueOn, -5));
        await database.RunTimersAsync();
        (await database.LettersAsync(hire, NoticeCode.N8)).Count.ShouldBe(2, "the lead contact and the contact of the application");
        await database.GoToAsync(condition.DueOn);
        await database.RunTimersAsync();
        (await database.LettersAsync(hire, NoticeCode.N8)).Count.ShouldBe(4);

        // Not met: staff are told, and nothing is cancelled or held
        await database.GoToAsync(first);
        await database.RunTimersAsync();
        (await hire.CaseAsync()).Attention.ShouldBe(Domain.Timers.CaseAttention.ConditionLate);
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);

        await InsureAsync(hire, officer, begin.AddYears(2));
        (await ConditionsAsync(hire)).Single(c => c.Id == condition.Id).State.ShouldBe(ConditionState.Met);
        (await hire.CaseAsync()).Attention.ShouldBe(Domain.Timers.CaseAttention.None);
        (await database.DatesAsync(hire)).Count(date => date.State == OccurrenceState.Completed).ShouldBe(21);

        // The declaration was signed before the first date, so it runs out before the last: signing again meets that condition
        (await ConditionsAsync(hire)).Where(c => c is { Check: CheckCode.DEC, State: ConditionState.Open }).ShouldHaveSingleItem();
    }

    [Fact, Trait("Rule", "N9"), Trait("Rule", "N10")]
    public async Task MindedToRefuse_TwelveWorkingDaysAhead_HearsDecidesAndKeepsTheSlotUntilReviewTimeEnds()
    {
        var (officer, approver) = (await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database), await A.Person().Staff(Roles.FacilitiesApprover).AddAsync(database));
        var hire = await database.HireAheadAsync(40).ReadyAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        var day = (await database.DatesAsync(hire))[0].Day;
        await database.GoToAsync(await database.WorkingDayAsync(day, -12));
        await RecommendRefusalAsync(hire, officer);
        (await ActAsync<RefusalDecisions>(async decisions => await decisions.MindToRefuseAsync(hire.Reference, new MindToRefuse(Ground.D3, Fifty, await hire.VersionAsync()), approver, Ct))).Succeeded.ShouldBeTrue();
        var told = database.Time.Today;
        (await hire.CaseAsync()).DueOn.ShouldBe(await database.WorkingDayAsync(told, 5));

        // The group says nothing. No timer refuses: a named person decides after the whole time has passed
        await database.GoToAsync(await database.WorkingDayAsync(told, 5));
        await database.RunTimersAsync();
        (await RefuseAsync(hire, approver)).Refusals.ShouldContain(refusal => refusal.Code == "N9");
        await database.GoToAsync(await database.WorkingDayAsync(told, 6));
        await database.RunTimersAsync();
        (await hire.StateAsync()).ShouldBe(CaseState.MindedToRefuse);
        (await RefuseAsync(hire, approver)).Succeeded.ShouldBeTrue();
        (await database.LettersAsync(hire, NoticeCode.N10)).ShouldNotBeEmpty();

        var decided = database.Time.Today;
        await database.GoToAsync(await database.WorkingDayAsync(decided, 10));
        await database.RunTimersAsync();
        (await database.ClaimsAsync(hire)).ShouldBeGreaterThan(0, "the last day of the time to ask for a review");
        await database.GoToAsync((await database.WorkingDayAsync(decided, 10)).AddDays(1));
        (await database.RunTimersAsync()).ShouldContainKey(Domain.Timers.TimerKind.FreeSlots);
        (await database.ClaimsAsync(hire)).ShouldBe(0);
        (await hire.StateAsync()).ShouldBe(CaseState.Refused);
    }

    private async Task<TestHire> YouthClubAsync(Actor officer, DateOnly begin, DateOnly insuredUntil)
    {
        var hall = await A.Hall().WithoutCover().AddAsync(database);
        var hire = await A.Hire().For(hall.PartA).Answering(answers => answers with
        {
            When = answers.When with { FirstDay = begin, Start = new(18, 0), End = new(20, 0), Recurrence = new Recurrence { Repeats = Repeats.Weekly, Until = begin.AddDays(7 * 51) } },
            PeopleAtRisk = new PeopleAtRiskAnswers
            {
                Care = CareKind.GroupsCare,
                Under18s = true,
                AdultsAtRisk = false,
                Roles = [new CarerAnswer { Name = "Maud Ferrier", Role = DbsRole.ChildrenOften, Does = "Leads the club", SupervisedVolunteer = false }],
            },
            Insurance = new InsuranceAnswers { VenueCover = false, Insurer = "Mutual of Mere", Sum = Money.Pounds(5_000_000), Expiry = insuredUntil },
        }).CheckingAsync(database, officer);
        var check = new ConfirmDbs("Maud Ferrier", new DbsAsk(DbsLevel.EnhancedWithBarredList, DbsWorkforce.Child, BarredLists.Children), "001234569012", new DateOnly(2025, 12, 1), true);
        (await ActAsync<DbsConfirming>(dbs => dbs.ConfirmAsync(hire.Reference, check, hire.Group.Lead, Ct))).Succeeded.ShouldBeTrue();
        foreach (var code in new[] { CheckCode.REG, CheckCode.REF, CheckCode.SAF })
            await hire.RecordAsync(code, CheckOutcome.Clear, officer);
        await InsureAsync(hire, officer, insuredUntil);
        (await ActAsync<Approvals>(async approvals => await approvals.ApproveAsync(hire.Reference, new Approve(null, [], true, await hire.VersionAsync()), officer, Ct))).Succeeded.ShouldBeTrue();
        return hire;
    }

    private async Task InsureAsync(TestHire hire, Actor officer, DateOnly until)
    {
        var evidence = new Dictionary<string, string> { ["Insurer"] = "Mutual of Mere", ["Sum"] = "5000000", ["Expiry"] = $"{until:yyyy-MM-dd}" };
        (await ActAsync<CheckRecording>(async recording =>
            await recording.RecordAsync(hire.Reference, new RecordCheck(CheckCode.INS, CheckOutcome.Clear, evidence, until, null, await hire.VersionAsync()), officer, Ct))).Succeeded.ShouldBeTrue();
    }

    private async Task RecommendRefusalAsync(TestHire hire, Actor officer) =>
        (await ActAsync<Recommendations>(async recommendations => await recommendations.RecommendAsync(
            hire.Reference, new Recommend(Refuse: true, Ground.D3, Fifty, await hire.VersionAsync()), officer, Ct))).Succeeded.ShouldBeTrue();

    private Task<Outcome> RefuseAsync(TestHire hire, Actor approver) => ActAsync<RefusalDecisions>(async decisions => await decisions.RefuseAsync(
        hire.Reference, new Refuse(Ground.D3, Fifty, RefusalReasons.Questions.ToDictionary(q => q.Code, _ => Fifty), true, await hire.VersionAsync()), approver, Ct));

    private Task<Outcome> MeetAsync(TestHire hire, Condition condition, Actor officer) =>
        ActAsync<Confirmations>(confirmations => confirmations.MoveConditionAsync(hire.Reference, new MoveCondition(condition.Id, ConditionState.Met), officer, Ct));

    private Task<Outcome> ActAsync<TService>(Func<TService, Task<Outcome>> act)
        where TService : notnull => database.With(act);

    private async Task<List<Condition>> ConditionsAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, List<Condition>>(db => db.Conditions.AsNoTracking().Where(c => c.CaseId == id).ToListAsync(Ct));
    }

    private Task<List<string>> WarningsAsync(TestHire hire) => database.With<AppDbContext, List<string>>(db =>
        db.OutboxMessages.Where(m => m.Notice == NoticeCode.N13 && m.OrganisationId == hire.Group.Organisation.Id).OrderBy(m => m.Id).Select(m => m.Text).ToListAsync(Ct));
}

public class SqliteSeriesTests(SqliteDatabase database) : SeriesTests(database), IClassFixture<SqliteDatabase>;

public class PostgresSeriesTests(PostgresDatabase database) : SeriesTests(database), IClassFixture<PostgresDatabase>;
