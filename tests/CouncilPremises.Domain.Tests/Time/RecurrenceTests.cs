using CouncilPremises.Domain.Time;
using CsCheck;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Time;

[Trait("Rule", "B4")]
public class RecurrenceTests
{
    private static readonly DateOnly First = new(2026, 1, 31);

    [Fact]
    public void Once_AnyFirstDay_IsThatDay() => new Recurrence().Expand(First).ShouldBe([First]);

    [Fact]
    public void Weekly_UntilOnADate_IncludesIt() =>
        new Recurrence { Repeats = Repeats.Weekly, Until = First.AddDays(14) }.Expand(First).ShouldBe([First, First.AddDays(7), First.AddDays(14)]);

    [Fact]
    public void Weekly_UntilADayEarlier_LeavesItOut() =>
        new Recurrence { Repeats = Repeats.Weekly, Until = First.AddDays(13) }.Expand(First).Count.ShouldBe(2);

    [Fact]
    public void Fortnightly_FourWeeks_HasThreeDates() =>
        new Recurrence { Repeats = Repeats.Fortnightly, Until = First.AddDays(28) }.Expand(First).Count.ShouldBe(3);

    [Fact]
    public void MonthlyByDate_The31st_PassesOverShortMonths() =>
        new Recurrence { Repeats = Repeats.MonthlyByDate, Until = new(2026, 5, 31) }.Expand(First)
            .ShouldBe([First, new(2026, 3, 31), new(2026, 5, 31)]);

    [Fact]
    public void MonthlyByWeekday_SecondTuesday_StaysTheSecondTuesday() =>
        new Recurrence { Repeats = Repeats.MonthlyByWeekday, Until = new(2026, 4, 14) }.Expand(new(2026, 1, 13))
            .ShouldBe([new(2026, 1, 13), new(2026, 2, 10), new(2026, 3, 10), new(2026, 4, 14)]);

    [Fact]
    public void MonthlyByWeekday_FifthFriday_PassesOverMonthsWithFour() =>
        new Recurrence { Repeats = Repeats.MonthlyByWeekday, Until = new(2026, 7, 31) }.Expand(new(2026, 1, 30))
            .ShouldBe([new(2026, 1, 30), new(2026, 5, 29), new(2026, 7, 31)]);

    [Fact]
    public void ChosenDates_OutOfOrderAndRepeated_AreSortedAndCountOnce() =>
        new Recurrence { Repeats = Repeats.ChosenDates, Chosen = [new(2026, 3, 1), First, new(2026, 2, 2)] }.Expand(First)
            .ShouldBe([First, new(2026, 2, 2), new(2026, 3, 1)]);

    [Fact]
    public void Except_ADate_IsLeftOut() =>
        new Recurrence { Repeats = Repeats.Weekly, Until = First.AddDays(14), Except = [First.AddDays(7)] }.Expand(First).Count.ShouldBe(2);

    [Theory]
    [InlineData(51, 52)]
    [InlineData(52, 53)]
    [InlineData(500, 53)]
    public void Weekly_ManyWeeks_StopsOnePastTheMost(int weeks, int dates) =>
        new Recurrence { Repeats = Repeats.Weekly, Until = First.AddDays(7 * weeks) }.Expand(First).Count.ShouldBe(dates);

    [Theory]
    [InlineData(Repeats.Weekly)]
    [InlineData(Repeats.MonthlyByDate)]
    [InlineData(Repeats.MonthlyByWeekday)]
    public void Expand_EndOfTheCalendar_DoesNotBreak(Repeats repeats) =>
        new Recurrence { Repeats = repeats, Until = DateOnly.MaxValue }.Expand(new(9999, 11, 30)).ShouldNotBeEmpty();

    [Fact]
    public void Expand_AnyRepetition_IsInOrderAndKeepsTheWeekdayOrDate() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[0, 700], Gen.Int[1, 4].Select(i => (Repeats)i))
            .Sample((offset, length, repeats) =>
            {
                var first = new DateOnly(2024, 1, 1).AddDays(offset);
                var days = new Recurrence { Repeats = repeats, Until = first.AddDays(length) }.Expand(first);
                days[0].ShouldBe(first);
                days.ShouldBe(days.Distinct().Order());
                days.ShouldAllBe(day => day <= first.AddDays(length));
                if (repeats == Repeats.MonthlyByDate)
                    days.ShouldAllBe(day => day.Day == first.Day);
                else
                    days.ShouldAllBe(day => day.DayOfWeek == first.DayOfWeek);
            });
}
