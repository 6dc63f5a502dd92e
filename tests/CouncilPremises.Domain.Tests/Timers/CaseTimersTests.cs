using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Timers;

/// <summary>What the clocks bring and when: over bank holidays, a leap day and both changes of the clocks. Days are days; the hour never counts.</summary>
[Trait("Rule", "Clocks")]
public class CaseTimersTests
{
    private static readonly Guid Id = Guid.CreateVersion7();

    // Christmas, New Year and Easter, and the bank holidays of May 2028, a leap year
    private static readonly WorkingDays Calendar = new(
    [
        new(2026, 4, 3), new(2026, 4, 6), new(2026, 12, 25), new(2026, 12, 28), new(2027, 1, 1), new(2028, 4, 14), new(2028, 4, 17), new(2028, 5, 1),
    ]);

    private static readonly Deadlines Clocks = new(Policy.Default, Calendar);

    [Theory, Trait("Rule", "N3"), Trait("Rule", "N4")]
    [InlineData("2026-03-02", "2026-03-09", "2026-03-17")] // an ordinary Monday
    [InlineData("2026-03-26", "2026-04-02", "2026-04-14")] // over Easter and the night the clocks go forward
    [InlineData("2026-10-22", "2026-10-29", "2026-11-06")] // over the night the clocks go back
    [InlineData("2026-12-22", "2026-12-31", "2027-01-09")] // over Christmas and New Year
    [InlineData("2028-02-25", "2028-03-03", "2028-03-11")] // over a leap day
    public void Question_AskedOn_IsRemindedAtFiveAndLapsesAfterTenWorkingDays(string askedOn, string remind, string lapse)
    {
        var asked = DateOnly.Parse(askedOn);
        var things = Of(Facts(CaseState.InfoRequested) with { Question = new Awaited(Id, asked, Clocks.Information(asked)) });
        On(things, TimerKind.InformationReminder).ShouldBe(DateOnly.Parse(remind));
        On(things, TimerKind.Lapse).ShouldBe(DateOnly.Parse(lapse));
    }

    [Theory, Trait("Rule", "N3"), Trait("Rule", "N4")]
    [InlineData("2026-03-02", "2026-03-23", "2026-04-02")] // counted on the calendar, over the change of the clocks
    [InlineData("2028-02-09", "2028-03-01", "2028-03-11")] // 29 February is a day like any other
    public void Draft_LeftAlone_IsRemindedAfter21AndLapsesAfter30Days(string changedOn, string remind, string lapse)
    {
        var things = Of(Facts(CaseState.Draft) with { ChangedOn = DateOnly.Parse(changedOn) });
        On(things, TimerKind.DraftReminder).ShouldBe(DateOnly.Parse(remind));
        On(things, TimerKind.Lapse).ShouldBe(DateOnly.Parse(lapse));
    }

    [Fact]
    public void Draft_GoneOnWith_BeginsANewMonth() =>
        Of(Facts(CaseState.Draft) with { ChangedOn = A.Today })[0].Step.ShouldNotBe(Of(Facts(CaseState.Draft) with { ChangedOn = A.Today.AddDays(1) })[0].Step);

    [Fact, Trait("Rule", "DEC")]
    public void Declaration_Unsigned_LapsesAfterTenWorkingDaysOnceReminded()
    {
        var due = Clocks.Declaration(new(2026, 3, 26), []).ShouldNotBeNull();
        due.ShouldBe(new DateOnly(2026, 4, 13));
        var facts = Facts(CaseState.Checking) with { Declaration = new Awaited(Id, new(2026, 3, 26), due) };
        On(Of(facts), TimerKind.DeclarationReminder).ShouldBe(new DateOnly(2026, 4, 2));
        On(Of(facts), TimerKind.Lapse).ShouldBe(new DateOnly(2026, 4, 14));
        Of(facts with { State = CaseState.InfoRequested }).ShouldNotContain(thing => thing.Kind == TimerKind.Lapse);
    }

    [Fact, Trait("Rule", "DEC")]
    public void Declaration_WhileTheCouncilWaits_StandsStill()
    {
        Clocks.Declaration(new(2026, 3, 2), [new Pause(new(2026, 3, 4), null)]).ShouldBeNull();
        Clocks.Declaration(new(2026, 3, 2), [new Pause(new(2026, 3, 4), new(2026, 3, 6))]).ShouldBe(new DateOnly(2026, 3, 19));
    }

    [Fact]
    public void Lapse_WithoutAReminderTheWorkingDayBefore_Waits()
    {
        var friday = new DateOnly(2026, 3, 20);
        var lapse = new TimerThing(TimerKind.Lapse, Id, 0, friday, TimerKind.InformationReminder);
        CaseTimers.MayLapse(lapse, null, friday, Clocks).ShouldBeFalse();
        CaseTimers.MayLapse(lapse, friday, friday.AddDays(3), Clocks).ShouldBeFalse("Monday is the working day the group still has");
        CaseTimers.MayLapse(lapse, friday, friday.AddDays(4), Clocks).ShouldBeTrue();
        CaseTimers.MayLapse(lapse, friday.AddDays(-7), friday.AddDays(-1), Clocks).ShouldBeFalse("its day has not come");
    }

    [Fact, Trait("Rule", "N8")]
    public void Condition_LongAhead_IsRemindedFiveWorkingDaysBeforeAndOnItsDay()
    {
        var due = Clocks.Conditions(new(2026, 4, 10));
        due.ShouldBe(new DateOnly(2026, 4, 7), "three working days before the event, with Easter Monday the day before");
        var things = Of(Facts(CaseState.ApprovedWithConditions) with { Conditions = [new Awaited(Id, new(2026, 3, 2), due)] });
        On(things, TimerKind.ConditionReminder).ShouldBe(new DateOnly(2026, 3, 27));
        On(things, TimerKind.ConditionDue).ShouldBe(due);
        On(things, TimerKind.ConditionLate).ShouldBe(due.AddDays(1));
    }

    [Fact, Trait("Rule", "N8")]
    public void Condition_SetLate_IsNotRemindedOnTheDayItIsSet()
    {
        var due = new DateOnly(2026, 3, 12);
        Of(Facts(CaseState.ApprovedWithConditions) with { Conditions = [new Awaited(Id, due.AddDays(-2), due)] })
            .ShouldNotContain(thing => thing.Kind == TimerKind.ConditionReminder);
        Of(Facts(CaseState.ApprovedWithConditions) with { Conditions = [new Awaited(Id, due, due)] })
            .ShouldNotContain(thing => thing.Kind == TimerKind.ConditionDue);
    }

    [Theory, Trait("Rule", "Tier")]
    [InlineData(Tier.Standard, "2026-03-31")] // Friday 10 April less five working days, Easter Monday and Good Friday apart
    [InlineData(Tier.Enhanced, "2026-03-25")]
    public void Undecided_EventNear_Alerts(Tier tier, string from)
    {
        var facts = Facts(CaseState.MindedToRefuse) with { Tier = tier, FirstDay = new(2026, 4, 9) };
        On(Of(facts), TimerKind.UndecidedNearEvent).ShouldBe(DateOnly.Parse(from));
        Of(facts with { State = CaseState.Confirmed }).ShouldNotContain(thing => thing.Kind == TimerKind.UndecidedNearEvent);
        On(Of(facts with { State = CaseState.OnHold, StateLeft = CaseState.Checking }), TimerKind.UndecidedNearEvent).ShouldBe(DateOnly.Parse(from));
    }

    [Theory]
    [InlineData(CaseState.Submitted, TimerKind.TriageLate)]
    [InlineData(CaseState.Checking, TimerKind.DecisionLate)]
    [InlineData(CaseState.ReadyForDecision, TimerKind.DecisionLate)]
    [InlineData(CaseState.OnHold, TimerKind.HoldLate)]
    [InlineData(CaseState.UnderReview, TimerKind.ReviewLate)]
    public void Council_DayPassed_AlertsTheDayAfter(CaseState state, TimerKind kind) =>
        On(Of(Facts(state) with { DueOn = A.Today }), kind).ShouldBe(A.Today.AddDays(1));

    [Fact]
    public void Group_DayPassed_IsNoAlertToStaff() =>
        Of(Facts(CaseState.MindedToRefuse) with { DueOn = A.Today }).ShouldBeEmpty();

    [Fact]
    public void Advice_NotCome_AlertsTheDayAfter() =>
        On(Of(Facts(CaseState.Checking) with { Consultations = [new Awaited(Id, A.Today, Clocks.Consultation(A.Today))] }), TimerKind.ConsultationLate)
            .ShouldBe(new DateOnly(2026, 3, 10));

    [Fact]
    public void Attention_EveryAlert_HasItsFlagAndASentence()
    {
        CaseAttentions.Kinds.Count.ShouldBe(Enum.GetValues<CaseAttention>().Length - 1);
        foreach (var kind in CaseAttentions.Kinds)
            CaseAttentions.Sentences(CaseAttentions.Of(kind)).ShouldBe([CaseAttentions.Sentence(kind)!]);
    }

    private static TimerFacts Facts(CaseState state) => new() { CaseId = Id, State = state, Tier = Tier.Standard, ChangedOn = A.Today };

    private static IReadOnlyList<TimerThing> Of(TimerFacts facts) => CaseTimers.Of(facts, Clocks);

    private static DateOnly On(IEnumerable<TimerThing> things, TimerKind kind) => things.Single(thing => thing.Kind == kind).From;
}
