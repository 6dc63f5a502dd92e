using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Policies;
using CouncilPremises.TestSupport;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Declarations;

[Trait("Rule", "DEC")]
public class DeclarationTests
{
    private static readonly DeclarationText Text = DeclarationText.V1;
    private static readonly DeclarationFacts Signed = new(new DeclarationSignature(1, Text.Hash, Guid.Empty, "Ada", "Chair", true), A.Today, true);

    private static SignReason? MustSign(DeclarationFacts facts, DateOnly today) => DeclarationRules.MustSign(facts, Text, today, Policy.Default);

    [Fact]
    public void Text_V1_IsTheSeedsWordForWord() =>
        Text.Template.ShouldBe(File.ReadAllText(Solution.PathTo("seed/declarations/v1.md")).ReplaceLineEndings("\n").Trim());

    [Fact]
    public void Text_ForAGroup_LeavesNoBracket() => Text.For("Mere Carers", DeclarationScope.Booking).ShouldNotContain("[");

    [Fact]
    public void MustSign_TwelveMonths_LastDayStillCounts()
    {
        MustSign(Signed, A.Today.AddMonths(12)).ShouldBeNull();
        MustSign(Signed, A.Today.AddMonths(12).AddDays(1)).ShouldBe(SignReason.Ended);
    }

    [Fact]
    public void MustSign_EachReason_IsNamed()
    {
        MustSign(new(null, null, true), A.Today).ShouldBe(SignReason.NotSigned);
        MustSign(Signed with { Latest = Signed.Latest! with { IsSigned = false } }, A.Today).ShouldBe(SignReason.NotSigned);
        MustSign(Signed with { Latest = Signed.Latest! with { TextHash = "other" } }, A.Today).ShouldBe(SignReason.NewVersion);
        MustSign(Signed with { SignatoryStillIsOne = false }, A.Today).ShouldBe(SignReason.SignatoryChanged);
        MustSign(Signed with { GroupChangedOn = A.Today }, A.Today).ShouldBeNull();
        MustSign(Signed with { GroupChangedOn = A.Today.AddDays(1) }, A.Today.AddDays(1)).ShouldBe(SignReason.GroupChanged);
        MustSign(Signed with { BreachUpheldOn = A.Today.AddDays(1) }, A.Today.AddDays(1)).ShouldBe(SignReason.Breach);
    }
}
