using CouncilPremises.Domain.Premises;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Premises;

/// <summary>A hall divides into A and B, and A into A1 and A2.</summary>
[Trait("Rule", "B4")]
public class SpaceTreeTests
{
    private static readonly Guid Hall = Guid.CreateVersion7(), A = Guid.CreateVersion7(), B = Guid.CreateVersion7(), A1 = Guid.CreateVersion7(), A2 = Guid.CreateVersion7(), Other = Guid.CreateVersion7();

    private static readonly SpaceTree Tree = new(
    [
        new(Hall, null, Hall), new(A, Hall, Hall), new(B, Hall, Hall), new(A1, A, Hall), new(A2, A, Hall), new(Other, null, Other),
    ]);

    [Fact]
    public void LeavesOf_Space_AreItselfAndEverythingInside()
    {
        Tree.LeavesOf(Hall).ShouldBe([Hall, A, B, A1, A2], ignoreOrder: true);
        Tree.LeavesOf(A).ShouldBe([A, A1, A2], ignoreOrder: true);
        Tree.LeavesOf(A1).ShouldBe([A1]);
    }

    [Fact]
    public void Touch_ContainedEitherWay_IsTrueAndSiblingsAreNot()
    {
        Tree.Touch(Hall, A1).ShouldBeTrue();
        Tree.Touch(A1, Hall).ShouldBeTrue();
        Tree.Touch(A, A).ShouldBeTrue();
        Tree.Touch(A1, A2).ShouldBeFalse();
        Tree.Touch(A1, B).ShouldBeFalse();
        Tree.Touch(Other, Hall).ShouldBeFalse();
    }

    [Fact]
    public void ClosedWith_Space_AreWhatItIsPartOfAndItsParts() => Tree.ClosedWith(A).ShouldBe([A, A1, A2, Hall], ignoreOrder: true);

    [Theory]
    [InlineData("St Mary’s Hall", "st-marys-hall")]
    [InlineData("  Café & Bar 2 ", "caf-bar-2")]
    [InlineData("日本", "place")]
    public void SlugOf_Name_IsSafeInAnAddress(string name, string slug) => PremisesRules.SlugOf(name).ShouldBe(slug);
}
