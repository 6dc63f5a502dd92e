using CouncilPremises.Domain.Time;
using CsCheck;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Time;

[Trait("Rule", "B4")]
public class TimeSlotTests
{
    private static TimeSlot Slot(int start, int end) => new(DateTime.UnixEpoch.AddMinutes(start), DateTime.UnixEpoch.AddMinutes(end));

    [Theory]
    [InlineData(0, 60, 60, 120, false)] // touching
    [InlineData(0, 60, 59, 120, true)]
    [InlineData(0, 120, 30, 60, true)] // enclosing
    [InlineData(30, 60, 0, 120, true)] // nested
    [InlineData(0, 60, 0, 60, true)] // equal
    [InlineData(0, 60, 90, 120, false)]
    public void Overlaps_TwoSlots_OnlyWhenAnInstantIsShared(int a, int b, int c, int d, bool overlap)
    {
        Slot(a, b).Overlaps(Slot(c, d)).ShouldBe(overlap);
        Slot(c, d).Overlaps(Slot(a, b)).ShouldBe(overlap);
    }

    [Fact]
    public void Contains_StartAndEnd_IncludesOnlyTheStart()
    {
        Slot(0, 60).Contains(DateTime.UnixEpoch).ShouldBeTrue();
        Slot(0, 60).Contains(DateTime.UnixEpoch.AddMinutes(60)).ShouldBeFalse();
    }

    [Fact]
    public void Slot_EmptyOrBackwardsOrLocal_IsAMistake()
    {
        Should.Throw<ArgumentException>(() => Slot(60, 60));
        Should.Throw<ArgumentException>(() => Slot(60, 0));
        Should.Throw<ArgumentException>(() => new TimeSlot(new DateTime(2026, 1, 1), new DateTime(2026, 1, 2)));
    }

    [Fact]
    public void Quarters_OneHour_AreFour() => Slot(60, 120).Quarters().ShouldBe([4, 5, 6, 7]);

    [Fact]
    public void Quarters_PartOfAQuarter_CountsWhole() => Slot(1, 16).Quarters().ShouldBe([0, 1]);

    [Fact]
    public void Quarters_QuarterHourSlots_ShareOneExactlyWhenTheyOverlap() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[1, 20], Gen.Int[0, 50], Gen.Int[1, 20]).Sample((a, m, b, n) =>
        {
            var one = Slot(15 * a, 15 * (a + m));
            var other = Slot(15 * b, 15 * (b + n));
            one.Quarters().Intersect(other.Quarters()).Any().ShouldBe(one.Overlaps(other));
        });
}
