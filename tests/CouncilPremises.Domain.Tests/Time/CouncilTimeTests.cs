using CouncilPremises.Domain.Time;
using CsCheck;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Time;

[Trait("Rule", "B4")]
public class CouncilTimeTests
{
    private static readonly DateOnly SpringForward = new(2026, 3, 29);
    private static readonly DateOnly FallBack = new(2026, 10, 25);

    private sealed class Stopped(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }

    [Fact]
    public void NowUtc_FinerThanMicroseconds_IsCut()
    {
        var now = new CouncilTime(new Stopped(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(19))).NowUtc;
        (now.Ticks % TimeSpan.TicksPerMicrosecond).ShouldBe(0);
        now.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void Today_SummerEveningBeforeMidnightUtc_IsLondonsTomorrow() =>
        new CouncilTime(new Stopped(new DateTimeOffset(2026, 7, 1, 23, 30, 0, TimeSpan.Zero))).Today.ShouldBe(new DateOnly(2026, 7, 2));

    [Theory]
    [InlineData("00:59", "00:59")]
    [InlineData("01:00", null)]
    [InlineData("01:59", null)]
    [InlineData("02:00", "01:00")]
    public void ToUtc_NightTheClocksGoForward_SkipsOneHour(string wall, string? utc) =>
        CouncilTime.ToUtc(SpringForward, TimeOnly.Parse(wall))?.ToString("HH:mm").ShouldBe(utc);

    [Theory]
    [InlineData("00:59", "23:59")]
    [InlineData("01:00", "00:00")]
    [InlineData("01:59", "00:59")]
    [InlineData("02:00", "02:00")]
    public void ToUtc_NightTheClocksGoBack_MeansTheFirst(string wall, string utc) =>
        CouncilTime.ToUtc(FallBack, TimeOnly.Parse(wall))!.Value.ToString("HH:mm").ShouldBe(utc);

    [Fact]
    public void SlotOn_SkippedEnd_NamesTheField()
    {
        var refusal = CouncilTime.SlotOn(SpringForward, new(0, 30), new(1, 30)).Refusals.ShouldHaveSingleItem();
        refusal.Field.ShouldBe("End");
        refusal.Sentence.ShouldContain("29 March 2026");
    }

    [Fact]
    public void SlotOn_EndAtMidnight_IsTheEndOfTheDay() =>
        CouncilTime.SlotOn(new(2026, 1, 5), new(20, 0), new(0, 0)).Value.EndUtc.ShouldBe(new DateTime(2026, 1, 6, 0, 0, 0, DateTimeKind.Utc));

    [Theory]
    [InlineData("19:00", "19:00")]
    [InlineData("19:00", "18:45")]
    public void SlotOn_EndNotAfterStart_IsRefused(string start, string end) =>
        CouncilTime.SlotOn(new(2026, 1, 5), TimeOnly.Parse(start), TimeOnly.Parse(end)).Succeeded.ShouldBeFalse();

    [Fact]
    public void SlotOn_LastDayOfTheCalendar_IsRefusedNotBroken() =>
        CouncilTime.SlotOn(DateOnly.MaxValue, new(20, 0), new(0, 0)).Succeeded.ShouldBeFalse();

    [Fact]
    public void SlotOn_WeeklyOverTheClockChange_KeepsTheHallClock()
    {
        var before = CouncilTime.SlotOn(new(2026, 3, 24), new(19, 0), new(21, 0)).Value;
        var after = CouncilTime.SlotOn(new(2026, 3, 31), new(19, 0), new(21, 0)).Value;
        before.StartUtc.Hour.ShouldBe(19);
        after.StartUtc.Hour.ShouldBe(18);
        CouncilTime.ToCivil(after.StartUtc).ShouldBe(new CivilTime(new(2026, 3, 31), new(19, 0)));
    }

    [Fact]
    public void ToCivil_AnyWallTimeThatExists_ComesBack() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Int[0, 95]).Sample((day, quarter) =>
        {
            var civil = new CivilTime(new DateOnly(2020, 1, 1).AddDays(day), TimeOnly.MinValue.AddMinutes(15 * quarter));
            if (CouncilTime.ToUtc(civil) is { } utc)
                CouncilTime.ToCivil(utc).ShouldBe(civil);
        });
}
