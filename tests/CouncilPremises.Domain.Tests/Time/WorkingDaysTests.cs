using CouncilPremises.Domain.Time;
using CsCheck;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Time;

[Trait("Rule", "wd")]
public class WorkingDaysTests
{
    private static readonly DateOnly ThursdayBeforeEaster = new(2026, 4, 2);
    private static readonly WorkingDays Days = new([new(2026, 4, 3), new(2026, 4, 6), new(2026, 4, 5)]);

    [Fact]
    public void Add_OverEaster_PassesOverFridayWeekendAndMonday() => Days.Add(ThursdayBeforeEaster, 1).ShouldBe(new DateOnly(2026, 4, 7));

    [Fact]
    public void Add_Backwards_PassesOverThemToo() => Days.Add(new(2026, 4, 7), -1).ShouldBe(ThursdayBeforeEaster);

    [Fact]
    public void Add_None_GivesTheDayBackEvenASunday() => Days.Add(new(2026, 4, 5), 0).ShouldBe(new DateOnly(2026, 4, 5));

    [Fact]
    public void Add_OneFromASaturday_IsMonday() => Days.Add(new(2026, 3, 7), 1).ShouldBe(new DateOnly(2026, 3, 9));

    [Fact]
    public void Count_BothEnds_AreIncluded() => Days.Count(new(2026, 3, 2), new(2026, 3, 6)).ShouldBe(5);

    [Fact]
    public void Count_OverEaster_LeavesOutTwo() => Days.Count(new(2026, 3, 30), new(2026, 4, 12)).ShouldBe(8);

    [Fact]
    public void Count_Backwards_IsNone() => Days.Count(new(2026, 3, 6), new(2026, 3, 2)).ShouldBe(0);

    [Fact]
    public void Until_TodayAndThePast_IsNone()
    {
        Days.Until(new(2026, 3, 2), new(2026, 3, 2)).ShouldBe(0);
        Days.Until(new(2026, 3, 2), new(2026, 3, 1)).ShouldBe(0);
    }

    [Fact]
    public void Until_TwoWeeksAhead_IsTen() => Days.Until(new(2026, 3, 2), new(2026, 3, 16)).ShouldBe(10);

    [Fact]
    public void Until_EndOfTheCalendar_IsQuick() => Days.Until(new(2026, 3, 2), DateOnly.MaxValue).ShouldBeGreaterThan(2_000_000);

    [Fact]
    public void Count_AnyStretch_EqualsCountingOneByOne() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 400]).Sample((offset, length) =>
        {
            var first = new DateOnly(2025, 12, 1).AddDays(offset);
            var one = Enumerable.Range(0, length + 1).Count(i => Days.IsWorkingDay(first.AddDays(i)));
            Days.Count(first, first.AddDays(length)).ShouldBe(one);
        });

    [Fact]
    public void Add_AnyNumber_IsThatManyAway() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[1, 60]).Sample((offset, n) =>
        {
            var day = new DateOnly(2025, 12, 1).AddDays(offset);
            Days.Until(day, Days.Add(day, n)).ShouldBe(n);
            Days.IsWorkingDay(Days.Add(day, n)).ShouldBeTrue();
        });
}
