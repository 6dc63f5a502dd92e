using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Tests.Timers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Decisions;

/// <summary>Holding and going on: the clock, the slot, the neutral letter, 24 hours for one approver alone, and a hold that runs into the event.</summary>
[Trait("Rule", "N21")]
public abstract class HoldTests(TestDatabase database)
{
    private readonly Aftermath after = new(database);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "Clocks")]
    public async Task Hold_BeforeADecision_StopsTheClockKeepsTheSlotAndGoesBack()
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var hire = await after.HireIn(30).ReadyAsync(database, officer);
        var (claims, due) = (await after.ClaimsAsync(hire), (await hire.CaseAsync()).DueOn);
        (await after.HoldAsync(hire, await after.PersonAsync(Roles.FacilitiesOfficer), HoldReason.DocumentExpired)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");

        (await after.HoldAsync(hire, officer, HoldReason.DocumentExpired)).Succeeded.ShouldBeTrue();

        var held = await hire.CaseAsync();
        (held.State, held.StateLeft).ShouldBe((CaseState.OnHold, CaseState.ReadyForDecision));
        (await after.ClaimsAsync(hire)).ShouldBe(claims);
        var letter = await after.LetterAsync(hire, NoticeCode.N21);
        letter.Text.ShouldContain("This says nothing about your group");
        letter.Text.ShouldNotContain("insurance");
        database.Clock.Advance(TimeSpan.FromDays(5));
        var renewed = await RenewAsync(hire, officer);
        renewed.Succeeded.ShouldBeTrue();
        (await RenewAsync(hire, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Renewed");

        (await after.ReleaseAsync(hire, officer)).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.ReadyForDecision);
        (await hire.CaseAsync()).DueOn!.Value.ShouldBeGreaterThan(due!.Value, "days on hold do not count against the council");
    }

    [Fact]
    public async Task Hold_WhoseTimeIsOver_EndsByTheTimerAndTheCaseGoesOn()
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var hire = await after.HireIn(60).CheckingAsync(database, officer);
        (await after.HoldAsync(hire, officer, HoldReason.FalseStatement)).Succeeded.ShouldBeTrue();
        await EndOverdueAsync();
        (await hire.StateAsync()).ShouldBe(CaseState.OnHold);

        database.Clock.Advance(TimeSpan.FromDays(20));
        await EndOverdueAsync();
        await EndOverdueAsync();

        (await hire.StateAsync()).ShouldBe(CaseState.Checking);
        (await after.LettersAsync(hire)).Count(code => code == NoticeCode.N21).ShouldBe(4, "paused, and no longer: to the contact and to the lead");
    }

    [Fact]
    [Trait("Rule", "S1")]
    [Trait("Rule", "N12")]
    public async Task HoldDates_OfASeries_LeavesTheOthersAndTheCalendarRight()
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var hire = await after.SeriesIn(30).ConfirmedAsync(database, officer);
        var (first, second) = (await after.PersonAsync(Roles.FacilitiesApprover, hire), await after.PersonAsync(Roles.FacilitiesApprover, hire));
        var dates = await after.DatesAsync(hire);
        (await after.HoldAsync(hire, officer, HoldReason.SafetyRisk, dates: [dates[1].Id])).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");

        (await after.HoldAsync(hire, first, HoldReason.SafetyRisk, dates: [dates[1].Id])).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        dates = await after.DatesAsync(hire);
        dates.Select(d => d.State).ShouldBe([OccurrenceState.Confirmed, OccurrenceState.OnHold, OccurrenceState.Confirmed, OccurrenceState.Confirmed]);
        dates[1].Sequence.ShouldBe(1);
        (await after.LetterAsync(hire, NoticeCode.N21)).Calendar!.ShouldContain("STATUS:CANCELLED");
        (await after.HoldOfAsync(hire)).EndsUtc.ShouldBe(database.Time.NowUtc.AddHours(24), TimeSpan.FromSeconds(1));
        (await AgreeAsync(hire, first)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S1");
        (await AgreeAsync(hire, second)).Succeeded.ShouldBeTrue();
        (await after.HoldOfAsync(hire)).EndsUtc.ShouldBeGreaterThan(database.Time.NowUtc.AddDays(10));

        (await after.ReleaseAsync(hire, second)).Succeeded.ShouldBeTrue();
        dates = await after.DatesAsync(hire);
        (dates[1].State, dates[1].Sequence).ShouldBe((OccurrenceState.Confirmed, 2));
        var changed = await after.LetterAsync(hire, NoticeCode.N12);
        changed.Calendar!.ShouldContain("STATUS:CONFIRMED");
        changed.Calendar!.ShouldContain("SEQUENCE:2");
    }

    [Fact]
    [Trait("Rule", "Clocks")]
    public async Task HoldOfOneDateOver_WhileTheWholeBookingIsHeld_WaitsAndEndsWithIt()
    {
        var hire = await after.SeriesIn(60).ConfirmedAsync(database, await after.PersonAsync(Roles.FacilitiesOfficer));
        var approver = await after.PersonAsync(Roles.FacilitiesApprover, hire);
        (await after.HoldAsync(hire, approver, HoldReason.SafetyRisk, dates: [(await after.DatesAsync(hire))[1].Id])).Succeeded.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromHours(2));
        (await after.HoldAsync(hire, approver, HoldReason.FalseStatement)).Succeeded.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromHours(23));

        (await OverdueAsync(hire)).ShouldBe(0, "no rule would let it end now, so it is not tried and logged every minute");
        database.Clock.Advance(TimeSpan.FromHours(2));
        await database.RunTimersAsync();
        await database.RunTimersAsync();

        (await OverdueAsync(hire)).ShouldBe(0);
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        (await after.DatesAsync(hire)).ShouldAllBe(date => date.State == OccurrenceState.Confirmed);
        (await after.BlockedAsync("Hold.End", "State", (await hire.CaseAsync()).Id)).ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "N12")]
    public async Task Change_AskedForBeforeTheHold_IsAcceptedOnlyWhenItEnds()
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var hire = await after.SeriesIn(60).ConfirmedAsync(database, officer);
        var (approver, dates) = (await after.PersonAsync(Roles.FacilitiesApprover, hire), await after.DatesAsync(hire));
        (await hire.AskToMoveAsync(new MoveDate(dates[1].Day, false, null, new(18, 0), new(20, 0), null))).Succeeded.ShouldBeTrue();
        (await after.HoldAsync(hire, approver, HoldReason.SafetyRisk)).Succeeded.ShouldBeTrue();

        (await hire.AcceptChangeAsync(officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Hold");
        (await after.ReleaseAsync(hire, approver)).Succeeded.ShouldBeTrue();
        (await hire.AcceptChangeAsync(officer)).Refusals.ShouldBeEmpty();

        (await after.DatesAsync(hire))[1].Starts.ShouldBe(new TimeOnly(18, 0));
    }

    private Task<int> OverdueAsync(TestHire hire) =>
        database.With<Holds, int>(async holds => (await holds.OverdueAsync(1000, Token)).Count(one => one.Reference == hire.Reference));

    [Theory]
    [Trait("Rule", "XREF")]
    [InlineData(false, 12, "on the eve")]
    [InlineData(true, 17, "at 5 pm on a Friday before a Saturday")]
    public async Task HitOnACommonName_JustBeforeTheEvent_TheBookingStandsUntilAnIdentifierAgrees(bool onSaturday, int hour, string when)
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var ahead = 40;
        while (onSaturday && database.Time.Today.AddDays(ahead).DayOfWeek != DayOfWeek.Saturday)
            ahead++;
        var (eve, group) = (database.Time.Today.AddDays(ahead - 1), await A.Group().Named($"John Smith Society {when}").AddAsync(database));
        var hire = await after.HireIn(ahead).By(group).ConfirmedAsync(database, officer);
        var approver = await after.PersonAsync(Roles.FacilitiesApprover, hire);
        database.Clock.Advance(CouncilTime.ToUtc(eve, new TimeOnly(hour, 0))!.Value - database.Time.NowUtc);

        var hit = await after.ListAsync($"John Smith Society {when}", hire, officer);

        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed, "a hit on a booking cancels nothing");
        var duties = await database.With<Duties, IReadOnlyList<Duty>>(d => d.ForAsync(approver, Token));
        duties.ShouldContain(duty => duty.About == hire.Reference, "every approver sees it at once");
        (await after.HoldAsync(hire, approver, HoldReason.ListMatch, hit.Id)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Identifier");
        (await after.BlockedAsync("Hold.Lay", "Identifier", (await hire.CaseAsync()).Id)).ShouldBe(1);
        (await after.HoldAsync(hire, approver, HoldReason.ListMatch, hit.Id, [IdentifierKind.Town])).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.OnHold);
        (await after.LetterAsync(hire, NoticeCode.N21)).Text.ShouldNotContain("match");

        if (onSaturday)
        {
            // Nobody looked before the event: no timer gives the booking back, and a second approver is asked
            database.Clock.Advance((await after.DatesAsync(hire))[0].StartUtc.AddMinutes(1) - database.Time.NowUtc);
            await database.RunTimersAsync();
            (await hire.StateAsync()).ShouldBe(CaseState.OnHold);
            (await Duties(await after.PersonAsync(Roles.FacilitiesApprover, hire))).ShouldContain(duty => duty.About == hire.Reference && duty.What.StartsWith("A date began while it was held"));
            return;
        }
        await after.ResolveAsync(hire, hit.Id, HitResolution.FalseMatch, officer, approver);
        (await after.ReleaseAsync(hire, approver)).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        (await after.LetterAsync(hire, NoticeCode.N12)).Calendar!.ShouldContain("STATUS:CONFIRMED");
    }

    [Fact]
    [Trait("Rule", "N5")]
    public async Task HitWhileChecking_TellsTheGroupOfARoutineCheckAndNoMore()
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var group = await A.Group().Named("Harbour Lantern Makers").AddAsync(database);
        var hire = await after.HireIn(40).By(group).CheckingAsync(database, officer);

        await after.ListAsync("Harbour Lantern Makers", hire, officer);

        (await hire.StateAsync()).ShouldBe(CaseState.Referred);
        var letter = (await after.LetterAsync(hire, NoticeCode.N5)).Text;
        letter.ShouldContain("This is routine");
        foreach (var word in new[] { "match", "list", "register", "proscribed", "Order 1" })
            letter.ShouldNotContain($" {word}");
    }

    [Fact]
    public async Task Hold_ForAListMatchWhereNoneIsOpen_NamesTheReason()
    {
        var hire = await after.HireIn(40).ConfirmedAsync(database, await after.PersonAsync(Roles.FacilitiesOfficer));
        var approver = await after.PersonAsync(Roles.FacilitiesApprover, hire);

        foreach (var agreeing in new IdentifierKind[][] { [], [IdentifierKind.Town] })
            (await after.HoldAsync(hire, approver, HoldReason.ListMatch, null, agreeing)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
    }

    [Theory]
    [Trait("Rule", "S1")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HoldRunIntoTheEvent_CountsAsCancellation_UntilAnotherApproverSettlesIt(bool confirm)
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var day = database.Time.Today.AddDays(30);
        var hire = await after.HireIn(30).ConfirmedAsync(database, officer);
        var (first, second) = (await after.PersonAsync(Roles.FacilitiesApprover, hire), await after.PersonAsync(Roles.FacilitiesApprover, hire));
        database.Clock.Advance(CouncilTime.ToUtc(day, new TimeOnly(9, 0))!.Value - database.Time.NowUtc);
        (await after.HoldAsync(hire, first, HoldReason.SafetyRisk)).Succeeded.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromHours(30));

        await EndOverdueAsync();
        (await hire.StateAsync()).ShouldBe(CaseState.OnHold, "no timer settles it");
        var due = (await Duties(second)).Single(duty => duty.About == hire.Reference);
        due.What.ShouldStartWith("A date began while it was held");
        (await after.ReleaseAsync(hire, first)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S1");

        var settled = confirm
            ? await after.ProposeAsync(hire, second, CancellationCause.SafetyRisk, Ground.D2)
            : await after.ReleaseAsync(hire, second, "The report was wrong. We pay everything back and offer the hall next week free of charge.");

        settled.Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(confirm ? CaseState.CancelledByCouncil : CaseState.Confirmed);
        (await after.LettersAsync(hire)).ShouldContain(confirm ? NoticeCode.N11 : NoticeCode.N12);
        (await Duties(second)).ShouldNotContain(duty => duty.About == hire.Reference);
    }

    [Fact]
    [Trait("Rule", "S1")]
    public async Task HoldOfOneDateRunIntoIt_IsTheFirstWordOnThatDateOnly()
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var hire = await after.SeriesIn(30).ConfirmedAsync(database, officer);
        var (first, second) = (await after.PersonAsync(Roles.FacilitiesApprover, hire), await after.PersonAsync(Roles.FacilitiesApprover, hire));
        var dates = await after.DatesAsync(hire);
        database.Clock.Advance(dates[0].StartUtc.AddHours(-3) - database.Time.NowUtc);
        (await after.HoldAsync(hire, first, HoldReason.SafetyRisk, dates: [dates[0].Id])).Succeeded.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromHours(4));

        (await after.ProposeAsync(hire, second, CancellationCause.SafetyRisk, Ground.D2)).Succeeded.ShouldBeTrue();
        (await after.DatesAsync(hire)).Select(d => d.State).ShouldBe([OccurrenceState.OnHold, .. Enumerable.Repeat(OccurrenceState.Confirmed, 3)], "nobody cancels the later dates alone");
        (await after.ConfirmAsync(hire, second)).Refusals.ShouldContain(r => r.Code == "S1");
        (await after.ConfirmAsync(hire, first, confirm: false)).Succeeded.ShouldBeTrue();

        (await after.ProposeAsync(hire, second, CancellationCause.SafetyRisk, Ground.D2, [dates[0].Id])).Succeeded.ShouldBeTrue();
        (await after.DatesAsync(hire)).Select(d => d.State).ShouldBe([OccurrenceState.CancelledByCouncil, .. Enumerable.Repeat(OccurrenceState.Confirmed, 3)]);
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
    }

    [Fact]
    [Trait("Rule", "N8")]
    public async Task HoldOfAConditionalApprovalOverItsDate_IsTheCouncilsFaultAndNeverConfirmed()
    {
        var hire = await after.HireIn(30).ReadyAsync(database, await after.PersonAsync(Roles.FacilitiesOfficer));
        var approver = await after.PersonAsync(Roles.FacilitiesApprover, hire);
        var day = (await after.DatesAsync(hire))[0];
        ConditionFacts Due(DateOnly on) => new(ConditionKind.Documents, ConditionTiming.Before, "Send the fire plan.", "The room is full.", on, null);
        (await ApproveAsync(hire, approver, Due(day.Day))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Due");
        (await ApproveAsync(hire, approver, Due(day.Day.AddDays(-3)))).Succeeded.ShouldBeTrue();
        database.Clock.Advance(day.StartUtc.AddHours(-3) - database.Time.NowUtc);
        (await after.HoldAsync(hire, approver, HoldReason.SafetyRisk)).Succeeded.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromHours(4));
        (await after.ReleaseAsync(hire, approver)).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.ApprovedWithConditions);

        await database.RunTimersAsync();

        (await hire.StateAsync()).ShouldBe(CaseState.NotDecided, "the hirer could not have met the condition");
        (await after.LetterAsync(hire, NoticeCode.NotDecided)).Text.ShouldContain("We are sorry");
        (await after.ClaimsAsync(hire)).ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "N8")]
    public async Task HoldOfAConditionalSeriesOverItsFirstDate_TheRestIsConfirmedOnceThatDateIsClosed()
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var hire = await after.SeriesIn(30).ReadyAsync(database, officer);
        var approver = await after.PersonAsync(Roles.FacilitiesApprover, hire);
        var dates = await after.DatesAsync(hire);
        (await ApproveAsync(hire, approver, new(ConditionKind.Documents, ConditionTiming.Before, "Send the fire plan.", "The room is full.", dates[0].Day.AddDays(-3), null))).Succeeded.ShouldBeTrue();
        database.Clock.Advance(dates[0].StartUtc.AddHours(-3) - database.Time.NowUtc);
        (await after.HoldAsync(hire, approver, HoldReason.SafetyRisk)).Succeeded.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromHours(4));
        (await after.ReleaseAsync(hire, approver)).Succeeded.ShouldBeTrue();
        var condition = (await hire.FileAsync(approver)).Conditions.ShouldHaveSingleItem().Id;
        (await database.With<Confirmations, Outcome>(c => c.MoveConditionAsync(hire.Reference, new MoveCondition(condition, ConditionState.Met), approver, Token))).Refusals.ShouldBeEmpty();
        (await hire.StateAsync()).ShouldBe(CaseState.ApprovedWithConditions, "nothing is confirmed while a date that has begun is not closed");

        await database.RunTimersAsync();

        (await after.DatesAsync(hire)).Select(d => d.State).ShouldBe([OccurrenceState.NotDecided, .. Enumerable.Repeat(OccurrenceState.Confirmed, 3)]);
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        (await after.LettersAsync(hire)).ShouldContain(NoticeCode.NotDecided);
        (await after.LettersAsync(hire)).ShouldContain(NoticeCode.N6);
    }

    private async Task<Outcome> ApproveAsync(TestHire hire, Actor actor, ConditionFacts condition)
    {
        var approval = new Approve(Aftermath.Fifty, [condition], NoProhibitedReason: true, await hire.VersionAsync());
        return await database.With<Approvals, Outcome>(approvals => approvals.ApproveAsync(hire.Reference, approval, actor, Token));
    }

    private Task<IReadOnlyList<Duty>> Duties(Actor actor) => database.With<Duties, IReadOnlyList<Duty>>(duties => duties.ForAsync(actor, Token));

    private Task EndOverdueAsync() => database.With<Holds>(async holds =>
    {
        foreach (var hold in await holds.OverdueAsync(100, Token))
            await holds.EndAsync(hold, Token);
    });

    private async Task<Outcome> RenewAsync(TestHire hire, Actor actor)
    {
        var (hold, seen) = (await after.HoldOfAsync(hire), await hire.VersionAsync());
        return await database.With<Holds, Outcome>(holds => holds.RenewAsync(hire.Reference, hold.Id, seen, actor, Token));
    }

    private async Task<Outcome> AgreeAsync(TestHire hire, Actor actor)
    {
        var (hold, seen) = (await after.HoldOfAsync(hire), await hire.VersionAsync());
        return await database.With<Holds, Outcome>(holds => holds.AgreeAsync(hire.Reference, hold.Id, seen, actor, Token));
    }
}

/// <inheritdoc />
public sealed class SqliteHoldTests(SqliteDatabase database) : HoldTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresHoldTests(PostgresDatabase database) : HoldTests(database), IClassFixture<PostgresDatabase>;
