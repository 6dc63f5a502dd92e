using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Premises;

[Trait("Rule", "B4")]
public class DayPlanTests
{
    private static readonly DateOnly Day = new(2026, 7, 14);
    private static readonly DateTime LongBefore = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Of_NothingBooked_IsFreeWheneverItIsOpen() =>
        Plan(["09:00-13:00", "14:00-00:00"], []).Free.ShouldBe([Span("09:00-13:00"), Span("14:00-00:00")]);

    [Fact]
    public void Of_NeighbourWithALongerBuffer_KeepsTheLongerGap()
    {
        var plan = Plan(["08:00-22:00"], [Stay("12:00-14:00", before: 60, after: 15)]);

        plan.Busy.ShouldBe([Span("12:00-14:00")]);
        plan.Free.ShouldBe([Span("08:00-11:00"), Span("14:30-22:00")]);
    }

    [Fact]
    public void Of_StaysSideBySide_AreShownAsOneBusyTime() =>
        Plan(["08:00-22:00"], [Stay("10:00-12:00"), Stay("11:00-13:00"), Stay("13:00-14:00")]).Busy.ShouldBe([Span("10:00-14:00")]);

    [Fact]
    public void Of_WholeDayBooked_LeavesNothing() => Plan(["08:00-22:00"], [Stay("08:00-22:00")]).Free.ShouldBeEmpty();

    [Fact]
    public void Of_Today_OffersNothingThatIsPast()
    {
        var now = CouncilTime.ToUtc(Day, new TimeOnly(10, 5))!.Value;

        DayPlan.Of(Day, [Span("08:00-22:00")], [], 30, 30, now).Free.ShouldBe([Span("10:15-22:00")]);
    }

    [Fact]
    public void Of_StayIntoMidnight_EndsWithTheDay() => Plan(["08:00-00:00"], [Stay("20:00-00:00")]).Busy.ShouldBe([Span("20:00-00:00")]);

    private static DayPlan Plan(string[] open, Stay[] stays) => DayPlan.Of(Day, [.. open.Select(Span)], stays, 30, 30, LongBefore);

    private static DaySpan Span(string text) => new(TimeOnly.Parse(text[..5]), TimeOnly.Parse(text[6..]));

    private static Stay Stay(string text, int before = 30, int after = 30) =>
        Span(text).On(Day) is { } utc ? new Stay(utc.StartUtc, utc.EndUtc, before, after) : throw new ArgumentException(text);
}
