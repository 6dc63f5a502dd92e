using CouncilPremises.Domain.Premises;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Premises;

[Trait("Rule", "B4")]
public class StayTests
{
    private static readonly DateTime Noon = new(2026, 3, 24, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(-120, 0, false)]
    [InlineData(-120, 1, true)]
    [InlineData(60, 120, false)]
    [InlineData(59, 120, true)]
    [InlineData(15, 45, true)]
    [InlineData(0, 60, true)]
    [InlineData(-60, 120, true)]
    public void Overlaps_TouchingNestedEqualEnclosing_CountsTheStartAndNotTheEnd(int start, int end, bool overlaps)
    {
        var (hour, other) = (Of(0, 60), Of(start, end));

        hour.Overlaps(other).ShouldBe(overlaps);
        other.Overlaps(hour).ShouldBe(overlaps);
    }

    [Theory]
    [InlineData(30, 30, 30, true)]
    [InlineData(30, 30, 29, false)]
    [InlineData(60, 15, 60, true)]
    [InlineData(60, 15, 45, false)]
    [InlineData(15, 60, 60, true)]
    [InlineData(15, 60, 45, false)]
    [InlineData(0, 0, 0, true)]
    public void LeavesRoomFor_Gap_MustBeTheLargerOfAfterAndBefore(int afterOfFirst, int beforeOfSecond, int gap, bool enough)
    {
        var first = Of(0, 60) with { BufferAfter = afterOfFirst };
        var second = Of(60 + gap, 120 + gap) with { BufferBefore = beforeOfSecond };

        first.LeavesRoomFor(second).ShouldBe(enough);
        second.LeavesRoomFor(first).ShouldBe(enough);
    }

    private static Stay Of(int start, int end) => new(Noon.AddMinutes(start), Noon.AddMinutes(end), 0, 0);
}
