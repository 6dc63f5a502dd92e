using CouncilPremises.Domain.Decisions;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Decisions;

public class RefusalReasonsTests
{
    private static readonly string Fifty = new('a', 50);

    private static string[] Codes(Ground? ground, int length = 50, bool confirmed = true, params string[] without) =>
        [.. RefusalReasons.Check(ground, Fifty, RefusalReasons.Questions.Where(q => !without.Contains(q.Code)).ToDictionary(q => q.Code, _ => new string('a', length)), confirmed)
            .Select(refusal => refusal.Code)];

    [Theory, Trait("Rule", "P1"), Trait("Rule", "P2"), Trait("Rule", "P3"), Trait("Rule", "P4"), Trait("Rule", "P5"), Trait("Rule", "P6"), Trait("Rule", "P7")]
    [InlineData("P1")]
    [InlineData("P2")]
    [InlineData("P3")]
    [InlineData("P4")]
    [InlineData("P5")]
    [InlineData("P6")]
    [InlineData("P7")]
    public void Check_AnswerLeftOut_AsksForIt(string question) => Codes(Ground.D2, without: question).ShouldBe([question]);

    [Theory]
    [Trait("Rule", "D1"), Trait("Rule", "D2"), Trait("Rule", "D3"), Trait("Rule", "D4"), Trait("Rule", "D5"), Trait("Rule", "D6"), Trait("Rule", "D7"), Trait("Rule", "D9")]
    [InlineData(Ground.D1)]
    [InlineData(Ground.D2)]
    [InlineData(Ground.D3)]
    [InlineData(Ground.D4)]
    [InlineData(Ground.D5)]
    [InlineData(Ground.D6)]
    [InlineData(Ground.D7)]
    [InlineData(Ground.D9)]
    public void Check_EveryGroundButD8_AsksAllSeven(Ground ground)
    {
        Codes(ground).ShouldBeEmpty();
        Codes(ground, length: 49).ShouldBe(["P1", "P2", "P3", "P4", "P5", "P6", "P7"]);
    }

    [Fact, Trait("Rule", "D8")]
    public void Check_D8_AsksP2AndP6Only() => Codes(Ground.D8, length: 49).ShouldBe(["P2", "P6"]);

    [Fact, Trait("Rule", "D10")]
    public void Check_D10_IsForGrantsOnly() => Codes(Ground.D10).ShouldBe(["D10"]);

    [Fact]
    public void Check_NoGroundOrProhibitedReasonNotConfirmed_IsRefused()
    {
        Codes(null).ShouldBe(["Required"]);
        Codes(Ground.D1, confirmed: false).ShouldBe(["Prohibited"]);
        RefusalReasons.Check(null, null, new Dictionary<string, string>(), false).Select(refusal => refusal.Code).ShouldBe(["Required", "Length", "Prohibited"]);
    }
}
