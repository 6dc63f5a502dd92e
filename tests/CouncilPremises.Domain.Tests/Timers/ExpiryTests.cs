using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Timers;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Timers;

/// <summary>What runs out: when its group is warned, and which date of a series it makes a condition for.</summary>
public class ExpiryTests
{
    [Theory, Trait("Rule", "N13")]
    [InlineData(61, null)]
    [InlineData(60, 60)]
    [InlineData(31, 60)]
    [InlineData(30, 30)]
    [InlineData(8, 30)]
    [InlineData(7, 7)]
    [InlineData(0, 7)]
    [InlineData(-1, null)]
    public void Step_DaysLeft_IsTheNarrowestComeWithin(int left, int? step) => Expiries.StepOn(A.Today, A.Today.AddDays(left)).ShouldBe(step);

    [Fact, Trait("Rule", "N13")]
    public void Step_OverALeapDay_CountsIt() => Expiries.StepOn(new(2028, 1, 1), new(2028, 3, 1)).ShouldBe(60);

    [Fact, Trait("Rule", "INS")]
    public void Series_PolicyEndsHalfway_NamesTheFirstDateAfterIt()
    {
        DateOnly[] dates = [new(2026, 6, 5), new(2026, 6, 12), new(2026, 6, 26), new(2026, 6, 19)];
        SeriesExpiries.Of([Clear(CheckCode.INS, new(2026, 6, 12))], dates).ShouldBe([new SeriesExpiry(CheckCode.INS, new(2026, 6, 12), new(2026, 6, 19))]);
    }

    [Fact, Trait("Rule", "INS")]
    public void Series_PolicyCountsOnItsLastDay_NeedsNothing() =>
        SeriesExpiries.Of([Clear(CheckCode.INS, new(2026, 6, 26))], [new(2026, 6, 26)]).ShouldBeEmpty();

    [Fact]
    public void Series_OtherChecksAndThoseWithoutAnEnd_NeedNothing() =>
        SeriesExpiries.Of([Clear(CheckCode.XREF, A.Today), Clear(CheckCode.REG, A.Today), Clear(CheckCode.SAF, null)], [A.Today.AddDays(100)]).ShouldBeEmpty();

    [Fact, Trait("Rule", "DEC"), Trait("Rule", "DBS")]
    public void Series_ExpiredAlready_StillNamesTheNextDate() =>
        SeriesExpiries.Of(
            [new CheckStanding(CheckCode.DBS, StandingKind.Expired, null, A.Today.AddDays(-1), ""), Clear(CheckCode.DEC, A.Today)], [A.Today.AddDays(1)])
            .Select(expiry => expiry.Code).ShouldBe([CheckCode.DBS, CheckCode.DEC]);

    private static CheckStanding Clear(CheckCode code, DateOnly? until) => new(code, StandingKind.Clear, Guid.CreateVersion7(), until, "");
}
