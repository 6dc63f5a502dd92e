using CouncilPremises.Domain.Decisions;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Decisions;

/// <summary>What a cancellation must say, at its edges.</summary>
public class CancellationRulesTests
{
    private static readonly CancellationFacts Good = new(CancellationCause.SafetyRisk, [], true, null, new string('a', 20), Money.Zero);

    [Fact]
    public void Check_EverythingSaid_IsEnough() => CancellationRules.Check(Good, Ground.D2).ShouldBeEmpty();

    [Theory]
    [Trait("Rule", "D2"), Trait("Rule", "D5")]
    [InlineData(CancellationCause.SafetyRisk, Ground.D2, true)]
    [InlineData(CancellationCause.SafetyRisk, Ground.D7, false)]
    [InlineData(CancellationCause.ConfirmedMatch, Ground.D4, true)]
    [InlineData(CancellationCause.FalseStatement, Ground.D5, true)]
    [InlineData(CancellationCause.FalseStatement, Ground.D8, false)]
    [InlineData(CancellationCause.PoliceDirection, Ground.D9, true)]
    [InlineData(CancellationCause.UpheldBreach, Ground.D6, true)]
    [InlineData(CancellationCause.DocumentMissing, Ground.D2, false)]
    public void Check_Ground_MustFitTheCause(CancellationCause cause, Ground ground, bool fits) =>
        CancellationRules.Check(Good with { Cause = cause }, ground).Any(r => r.Code == "Ground").ShouldBe(!fits);

    [Theory]
    [InlineData(null, null, "Heard")]
    [InlineData(false, "nobody answered us", "Heard")]
    [InlineData(false, "Nobody answered twice", "")]
    [InlineData(true, null, "")]
    public void Check_Hirer_IsHeardOrSaidWhyNot(bool? heard, string? why, string code) =>
        string.Join(' ', CancellationRules.Check(Good with { HirerHeard = heard, NotHeardReason = why }, Ground.D2).Select(r => r.Code)).ShouldBe(code);

    [Fact]
    public void Check_AlternativeAndRefund_AreAlwaysSaid() =>
        CancellationRules.Check(Good with { Alternative = new string('a', 19), Refund = null }, Ground.D2).Select(r => r.Code).ShouldBe(["Alternative", "Refund"]);

    [Fact]
    public void Causes_Emergencies_HoldNoObjectionOrProtest() =>
        Enum.GetNames<CancellationCause>().ShouldBe(["SafetyRisk", "ConfirmedMatch", "PoliceDirection", "FalseStatement", "DocumentMissing", "UpheldBreach", "Closure"]);

    [Fact]
    [Trait("Rule", "D6")]
    public void Breach_Upheld_IsLiveUntilTheDayItExpires()
    {
        var today = new DateOnly(2026, 3, 10);
        var breach = new Breach(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), today, "Evidence", Guid.CreateVersion7(), DateTime.UnixEpoch, today);
        breach.IsLive(today).ShouldBeFalse("an allegation feeds nothing");
        breach.Take(new(BreachState.Alleged, BreachAction.Uphold, BreachState.Upheld));
        breach.Decided("Reasons", Guid.CreateVersion7(), DateTime.UnixEpoch, today);

        (breach.IsLive(today), breach.IsLive(new DateOnly(2028, 3, 9)), breach.IsLive(new DateOnly(2028, 3, 10))).ShouldBe((true, true, false));
    }
}
