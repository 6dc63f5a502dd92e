using CouncilPremises.Application.Database;
using CouncilPremises.Application.Hire;
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

namespace CouncilPremises.Application.Tests.Hire;

/// <summary>Changes before and after approval: what moves, what is kept meanwhile, which checks open, who decides. RULEBOOK 6.</summary>
[Trait("Rule", "N12")]
public abstract class ChangeTests(TestDatabase database)
{
    private static readonly DateOnly Second = new(2026, 3, 31);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "B4")]
    public async Task Move_OneDateOfASeries_KeepsItsIdentityAndTheOthers()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hall = await A.Hall().PartsFor(1225).AddAsync(database);
        var hire = await Weekly().For(hall.Hall).ConfirmedAsync(database, officer);
        var before = await DatesAsync(hire);

        (await hire.AskToMoveAsync(new MoveDate(Second, false, new(2026, 4, 1), new(18, 0), new(20, 0), hall.PartA.Id))).Succeeded.ShouldBeTrue();

        // The booking stands, and nobody else gets the new slot before the change is decided
        (await DatesAsync(hire)).Select(Shown).ShouldBe(before.Select(Shown));
        (await hire.CaseAsync()).DueOn.ShouldNotBeNull();
        (await FreeAsync(hall.PartA.Id, "2026-04-01", "18:00-20:00")).ShouldBeFalse();
        (await FreeAsync(hall.Hall.Id, "2026-03-31", "19:00-21:00")).ShouldBeFalse();

        (await hire.AcceptChangeAsync(officer)).Refusals.ShouldBeEmpty();

        var after = await DatesAsync(hire);
        after.Select(date => date.Uid).ShouldBe(before.Select(date => date.Uid));
        after.Select(date => date.Sequence).ShouldBe([0, 1, 0]);
        (after[1].Day, after[1].Starts, after[1].Ends, after[1].SpaceId, after[1].State).ShouldBe((new DateOnly(2026, 4, 1), new TimeOnly(18, 0), new TimeOnly(20, 0), hall.PartA.Id, OccurrenceState.Confirmed));
        (await FreeAsync(hall.Hall.Id, "2026-03-31", "19:00-21:00")).ShouldBeTrue();
        (await FreeAsync(hall.PartA.Id, "2026-04-01", "18:00-20:00")).ShouldBeFalse();
        var letter = await LetterAsync(hire, NoticeCode.N12);
        letter.Text.ShouldContain("Tuesday 31 March 2026, 7pm to 9pm, Main Hall becomes Wednesday 1 April 2026, 6pm to 8pm, Main Hall A.");
        letter.Text.ShouldContain("£122.50"); // two evenings of two hours in the hall, one in the part that costs half
        letter.Calendar.ShouldNotBeNull().ShouldContain("SEQUENCE:1");
        letter.Calendar.ShouldContain($"UID:{after[1].Uid}@");
    }

    [Fact]
    [Trait("Rule", "B4")]
    public async Task Move_OneMoreDate_IsBookedAndStaysWithinFiftyTwo()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hire = await A.Hire().Answering(answers => answers with { When = answers.When with { Recurrence = new Recurrence { Repeats = Repeats.Weekly, Until = new(2027, 3, 16) } } })
            .ConfirmedAsync(database, officer);
        (await hire.AskToMoveAsync(new MoveDate(null, true, new(2026, 3, 25), null, null, null))).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("at most 52 dates");
        var shorter = await Weekly().ConfirmedAsync(database, officer);

        (await shorter.AskToMoveAsync(new MoveDate(null, true, new(2026, 4, 14), null, null, null))).Succeeded.ShouldBeTrue();

        (await shorter.FileAsync(officer)).Proposed!.IsSameOrSmaller.ShouldBeFalse();
        (await shorter.AcceptChangeAsync(officer)).Refusals.ShouldBeEmpty();
        var dates = await DatesAsync(shorter);
        dates.Count.ShouldBe(4);
        dates.ShouldAllBe(date => date.State == OccurrenceState.Confirmed);
    }

    [Fact]
    [Trait("Rule", "T1")]
    [Trait("Rule", "T8")]
    [Trait("Rule", "T11")]
    [Trait("Rule", "S1")]
    public async Task Change_RaisingTheTierAfterSubmission_OpensOnlyWhatIsNewAndNeverLengthensLeadTime()
    {
        var (officer, approver) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover));
        // Thirteen working days ahead: in time for Standard, not for Enhanced
        var hire = await A.Hire().On("2026-01-23", "19:00-21:00").ConfirmedAsync(database, officer);
        await hire.StateNoInterestAsync(approver);

        (await hire.AskForChangeAsync(Bigger, HireSection.Attendance, HireSection.Audience, HireSection.Speakers)).Refusals.ShouldBeEmpty();

        var proposed = (await hire.FileAsync(officer)).Proposed!;
        proposed.NewTriggers.Select(trigger => trigger.Code).ShouldBe([TriggerCode.T1, TriggerCode.T3, TriggerCode.T8]);
        proposed.Standings().Where(standing => !standing.IsSettled).Select(standing => standing.Code).ShouldBe([CheckCode.SPK, CheckCode.PUB, CheckCode.EVT]);
        proposed.Tier.ShouldBe(Tier.Enhanced);
        (await hire.CaseAsync()).Tier.ShouldBe(Tier.Standard);
        (await hire.AcceptChangeAsync(officer)).Refusals.Select(refusal => refusal.Code).ShouldContain("Tier");
        foreach (var code in new[] { CheckCode.SPK, CheckCode.PUB, CheckCode.EVT })
            await hire.RecordAsync(code, CheckOutcome.Clear, officer);
        (await hire.AcceptChangeAsync(approver)).Refusals.Select(refusal => refusal.Code).ShouldContain("S1");
        (await hire.RecommendChangeAsync(officer, decline: false)).Refusals.ShouldBeEmpty();

        (await hire.AcceptChangeAsync(approver)).Refusals.ShouldBeEmpty();

        var file = await hire.FileAsync(officer);
        (file.Case.State, file.Case.Tier, file.Hire.SubmissionNumber).ShouldBe((CaseState.Confirmed, Tier.Enhanced, 2));
        file.Derived.Triggers.ShouldNotContain(trigger => trigger.Code == TriggerCode.T11);
        file.Decisions[^1].Kind.ShouldBe(DecisionKind.AcceptChange);
    }

    [Fact]
    [Trait("Rule", "B8")]
    [Trait("Rule", "D8")]
    [Trait("Rule", "SPK")]
    [Trait("Rule", "XREF")]
    public async Task Speaker_AddedAfterTheFreezeWithoutTime_IsDeclinedAloneAndTheBookingStands()
    {
        var (officer, approver) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover));
        // Four working days ahead: the list of speakers froze the day before
        var hire = await A.Hire().On("2026-01-12", "19:00-21:00").ConfirmedAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        var tried = await TriedAsync(hire);

        (await hire.AskForChangeAsync(answers => Late(answers) with { Attendance = new AttendanceAnswers { People = 35 } }, HireSection.Speakers, HireSection.Attendance)).Refusals.ShouldBeEmpty();

        (await TriedAsync(hire)).ShouldBe(tried + 1);
        (await hire.FileAsync(officer)).Proposed!.LateSpeakers.ShouldHaveSingleItem().Name.ShouldBe("Lucian Threlkeld");
        (await hire.AcceptChangeAsync(officer)).Refusals.Select(refusal => refusal.Code).ShouldBe(["Clear"]);
        (await hire.AcceptChangeAsync(approver, "Lucian Threlkeld")).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S1");
        (await hire.RecommendChangeAsync(officer, decline: true)).Refusals.ShouldBeEmpty();
        (await hire.AcceptChangeAsync(approver, "Alex Morgan")).Refusals.ShouldHaveSingleItem().Code.ShouldBe("D8");
        (await hire.AcceptChangeAsync(approver, "Lucian Threlkeld")).Refusals.ShouldBeEmpty();

        var file = await hire.FileAsync(officer);
        file.Case.State.ShouldBe(CaseState.Confirmed);
        file.Hire.Answers.Speakers.Kind.ShouldBe(SpeakersKind.None);
        file.Hire.Answers.Attendance.People.ShouldBe(35);
        (file.Decisions[^1].Kind, file.Decisions[^1].Ground).ShouldBe((DecisionKind.DeclineChange, Ground.D8));
        (await LetterAsync(hire, NoticeCode.N12)).Text.ShouldContain("Lucian Threlkeld cannot speak");
    }

    [Fact]
    [Trait("Rule", "SPK")]
    public async Task Speaker_AddedAfterTheFreezeInTime_IsCheckedRecommendedAndAccepted()
    {
        var (officer, approver) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover));
        var hire = await A.Hire().On("2026-01-12", "19:00-21:00").ConfirmedAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        var tried = await TriedAsync(hire);
        (await hire.AskForChangeAsync(Late, HireSection.Speakers)).Refusals.ShouldBeEmpty();
        (await TriedAsync(hire)).ShouldBe(tried + 1, "the speaker's name is tried against the lists at once");
        (await hire.RecommendChangeAsync(officer, decline: false)).Refusals.ShouldBeEmpty();
        (await hire.AcceptChangeAsync(approver)).Refusals.Select(refusal => refusal.Code).ShouldContain("Checks");

        await hire.RecordAsync(CheckCode.SPK, CheckOutcome.Clear, officer);
        (await hire.AcceptChangeAsync(approver)).Refusals.ShouldBeEmpty();

        var file = await hire.FileAsync(officer);
        (file.Case.State, file.Decisions[^1].Kind).ShouldBe((CaseState.Confirmed, DecisionKind.AcceptChange));
        file.Hire.Answers.Speakers.External.ShouldHaveSingleItem().Name.ShouldBe("Lucian Threlkeld");
        (await LetterAsync(hire, NoticeCode.N12)).Text.ShouldContain("Who speaks: as you asked.");
    }

    [Fact]
    public async Task Decline_TheOriginalStandsAndWhatWasKeptIsFree()
    {
        var (officer, approver) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover));
        var hall = await A.Hall().AddAsync(database);
        var hire = await A.Hire().For(hall.Hall).ConfirmedAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        (await hire.AskToMoveAsync(new MoveDate(new(2026, 3, 24), false, null, new(17, 0), null, null))).Succeeded.ShouldBeTrue();
        (await FreeAsync(hall.Hall.Id, "2026-03-24", "17:00-18:00")).ShouldBeFalse();

        (await hire.DeclineChangeAsync(officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await hire.DeclineChangeAsync(approver)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S1");
        (await hire.RecommendChangeAsync(officer, decline: true)).Succeeded.ShouldBeTrue();
        (await hire.DeclineChangeAsync(approver)).Refusals.ShouldBeEmpty();

        var date = (await DatesAsync(hire)).ShouldHaveSingleItem();
        (date.Starts, date.State, date.Sequence).ShouldBe((new TimeOnly(19, 0), OccurrenceState.Confirmed, 0));
        (await FreeAsync(hall.Hall.Id, "2026-03-24", "16:00-18:00")).ShouldBeTrue();
        (await FreeAsync(hall.Hall.Id, "2026-03-24", "19:00-21:00")).ShouldBeFalse();
        (await LetterAsync(hire, NoticeCode.N12)).Text.ShouldContain("Your booking stands as it was. If you disagree: Ask for a review by");
    }

    [Fact]
    public async Task Cancel_WithAChangeProposed_EndsTheChangeAndFreesItsSlot()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hall = await A.Hall().AddAsync(database);
        var hire = await A.Hire().For(hall.Hall).ConfirmedAsync(database, officer);
        (await hire.AskToMoveAsync(new MoveDate(new(2026, 3, 24), false, new(2026, 3, 26), null, null, null))).Succeeded.ShouldBeTrue();

        (await database.With<HireEndings, Outcome>(async endings => await endings.CancelAsync(hire.Reference, new CancelDates([], await hire.VersionAsync()), hire.Group.Lead, Token))).Succeeded.ShouldBeTrue();

        (await FreeAsync(hall.Hall.Id, "2026-03-26", "19:00-21:00")).ShouldBeTrue();
        (await hire.FileAsync(officer)).Change.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "PUB")]
    [Trait("Rule", "FUN")]
    public async Task Change_BeforeADecision_BecomesPartOfItAndReopensOnlyWhatItConcerns()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hall = await A.Hall().AddAsync(database);
        var hire = await A.Hire().For(hall.Hall).Answering(answers => answers with { Audience = answers.Audience with { Advertised = true, Publicity = "A poster in the library." } }).CheckingAsync(database, officer);
        foreach (var code in new[] { CheckCode.REG, CheckCode.REF, CheckCode.PUB })
            await hire.RecordAsync(code, CheckOutcome.Clear, officer);
        (await hire.StateAsync()).ShouldBe(CaseState.ReadyForDecision);

        (await hire.AskForChangeAsync(answers => answers with { MoneyRaised = new() { RaisesMoney = true, Beneficiary = "The food bank", Method = "A raffle" } }, HireSection.MoneyRaised)).Refusals.ShouldBeEmpty();
        (await StandingsAsync(hire, officer)).ShouldBe([(CheckCode.FUN, StandingKind.Missing)]);
        (await hire.StateAsync()).ShouldBe(CaseState.Checking);

        // Records from before the change was sent no longer count; the clock of these tests stands still until it is moved
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        (await hire.AskForChangeAsync(answers => answers with { Audience = answers.Audience with { Publicity = "A poster in every shop." } }, HireSection.Audience)).Refusals.ShouldBeEmpty();
        (await StandingsAsync(hire, officer)).ShouldBe([(CheckCode.PUB, StandingKind.Missing), (CheckCode.FUN, StandingKind.Missing)]);

        (await hire.AskToMoveAsync(new MoveDate(new(2026, 3, 24), false, new(2026, 3, 27), null, null, null))).Refusals.ShouldBeEmpty();
        (await FreeAsync(hall.Hall.Id, "2026-03-24", "19:00-21:00")).ShouldBeTrue();
        (await FreeAsync(hall.Hall.Id, "2026-03-27", "19:00-21:00")).ShouldBeFalse();
        (await hire.FileAsync(officer)).Hire.SubmissionNumber.ShouldBe(4);
        (await hire.SendChangeAsync()).Refusals.ShouldHaveSingleItem().Code.ShouldBe("State");
    }

    [Fact]
    [Trait("Rule", "B4")]
    public async Task Propose_ManyForOneSlot_HasOneWinner()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hall = await A.Hall().AddAsync(database);
        var rivals = new List<TestHire>();
        for (var march = 10; march < 14; march++)
        {
            var hire = await A.Hire().For(hall.Hall).On($"2026-03-{march}", "19:00-21:00").ConfirmedAsync(database, officer);
            await database.With<Changes>(changes => changes.StartAsync(hire.Reference, [HireSection.When], hire.Group.Lead, Token));
            var move = new MoveDate(new(2026, 3, march), false, new(2026, 3, 20), null, null, null);
            (await database.With<Changes, Outcome>(changes => changes.MoveAsync(hire.Reference, move, hire.Group.Lead, Token))).Succeeded.ShouldBeTrue();
            rivals.Add(hire);
        }

        var outcomes = await Task.WhenAll(rivals.Select(rival => Task.Run(rival.SendChangeAsync, Token)));

        outcomes.Count(outcome => outcome.Succeeded).ShouldBe(1);
        outcomes.SelectMany(outcome => outcome.Refusals).ShouldAllBe(refusal => refusal.Code == "B4");
        var day = new DateOnly(2026, 3, 20);
        (await database.With<AppDbContext, int>(db => db.ChangeDates.CountAsync(date => date.SpaceId == hall.Hall.Id && date.Day == day, Token))).ShouldBe(1);
    }

    [Fact]
    public async Task Change_OfAnotherGroupOrATypedPastDay_IsRefused()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var stranger = (await A.Group().AddAsync(database)).Lead;
        var hire = await A.Hire().ConfirmedAsync(database, officer);

        (await database.With<Changes, Outcome>(changes => changes.StartAsync(hire.Reference, [HireSection.When], stranger, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe(Refusal.NotFoundCode);
        (await database.With<Changes, Outcome>(changes => changes.StartAsync(hire.Reference, [HireSection.When], officer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await hire.AskForChangeAsync(answers => answers, HireSection.Event)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Same");
        (await hire.AskToMoveAsync(new MoveDate(new(2026, 3, 24), false, new(2025, 12, 2), null, null, null))).Refusals.ShouldNotBeEmpty();
    }

    private static HireBuilder Weekly() => A.Hire().Answering(answers =>
        answers with { When = answers.When with { Recurrence = new Recurrence { Repeats = Repeats.Weekly, Until = new(2026, 4, 7) } } });

    private static HireAnswers Late(HireAnswers answers) => answers with
    {
        Speakers = new SpeakersAnswers { Kind = SpeakersKind.External, External = [new SpeakerAnswer { Name = "Lucian Threlkeld", Topic = "Bees in the city", Remote = false }] },
    };

    private static HireAnswers Bigger(HireAnswers answers) => Late(answers) with
    {
        Attendance = new AttendanceAnswers { People = 100 },
        Audience = answers.Audience with { Kind = AudienceKind.Public },
    };

    private async Task<Actor> PersonAsync(Roles roles) => await A.Person().Staff(roles).AddAsync(database);

    private async Task<List<(CheckCode, StandingKind)>> StandingsAsync(TestHire hire, Actor officer) =>
        [.. (await hire.FileAsync(officer)).Standings().Where(standing => !standing.IsSettled).Select(standing => (standing.Code, standing.Kind))];

    private static (Guid, Guid, DateOnly, TimeOnly, TimeOnly, OccurrenceState, int) Shown(Occurrence date) =>
        (date.Id, date.SpaceId, date.Day, date.Starts, date.Ends, date.State, date.Sequence);

    private async Task<List<Occurrence>> DatesAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, List<Occurrence>>(db => db.Occurrences.AsNoTracking().Where(date => date.CaseId == id).OrderBy(date => date.Number).ToListAsync(Token));
    }

    private async Task<int> TriedAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, int>(db => db.CheckRecords.CountAsync(record => record.CaseId == id && record.Code == CheckCode.XREF, Token));
    }

    private async Task<bool> FreeAsync(Guid space, string day, string times)
    {
        var (on, parts) = (DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), times.Split('-'));
        var (start, end) = (TimeOnly.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        var slot = new OccurrenceSlot(on, start, end, CouncilTime.ToUtc(on, start)!.Value, CouncilTime.ToUtc(on, end)!.Value);
        return (await database.With<Application.Premises.Claims, IReadOnlyList<Refusal>>(claims => claims.ClashesAsync(space, [slot], 1, Token))).Count == 0;
    }

    private async Task<OutboxMessage> LetterAsync(TestHire hire, NoticeCode code)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, OutboxMessage>(db => db.OutboxMessages.AsNoTracking().Where(message => message.CaseId == id && message.Notice == code).OrderByDescending(message => message.CreatedUtc).FirstAsync(Token));
    }
}

/// <inheritdoc />
public sealed class SqliteChangeTests(SqliteDatabase database) : ChangeTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresChangeTests(PostgresDatabase database) : ChangeTests(database), IClassFixture<PostgresDatabase>;
