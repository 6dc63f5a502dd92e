using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Policies;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Decisions;

[Trait("Rule", "Clocks")]
public class DeadlinesTests
{
    private static readonly Deadlines Clocks = new(Policy.Default, A.Calendar);

    [Theory]
    [InlineData(Tier.Standard, false, "2026-03-09")]
    [InlineData(Tier.Enhanced, false, "2026-03-23")]
    [InlineData(Tier.Standard, true, "2026-03-04")]
    public void Decide_WithoutPause_IsTheLimit(Tier tier, bool election, string by) => Clocks.Decide(A.Today, tier, election, []).ShouldBe(DateOnly.Parse(by));

    [Fact]
    public void Decide_Paused_AddsThoseWorkingDays()
    {
        Clocks.Decide(A.Today, Tier.Standard, false, [new Pause(new(2026, 3, 4), new(2026, 3, 5))]).ShouldBe(new DateOnly(2026, 3, 11));
        Clocks.Decide(A.Today, Tier.Standard, false, [new Pause(new(2026, 3, 4), null)]).ShouldBeNull();
    }

    [Fact, Trait("Rule", "N9")]
    public void MayTell_EightDaysAhead_IsInTimeAndLaterOnlyOnNewFacts()
    {
        var first = A.Calendar.Add(A.Today, 8);
        Clocks.TellBy(first).ShouldBe(A.Today);
        Clocks.MayTell(A.Today, first, false).ShouldBeNull();
        Clocks.MayTell(A.Today.AddDays(1), first, false).ShouldNotBeNull();
        Clocks.MayTell(A.Today.AddDays(1), first, true).ShouldBeNull();
        Clocks.MayTell(A.Calendar.Add(first, -1), first, true).ShouldNotBeNull();
    }

    [Fact, Trait("Rule", "N9")]
    public void IsHeard_LastDay_StillIsTheHirers()
    {
        Deadlines.IsHeard(false, A.Today, A.Today).ShouldBeFalse();
        Deadlines.IsHeard(false, A.Today, A.Today.AddDays(1)).ShouldBeTrue();
        Deadlines.IsHeard(true, A.Today, A.Today).ShouldBeTrue();
    }

    [Fact]
    public void DecideReview_EventNear_IsSooner()
    {
        Clocks.DecideReview(A.Today, A.Calendar.Add(A.Today, 15)).ShouldBe(A.Calendar.Add(A.Today, 3));
        Clocks.DecideReview(A.Today, A.Calendar.Add(A.Today, 16)).ShouldBe(A.Calendar.Add(A.Today, 10));
    }
}
