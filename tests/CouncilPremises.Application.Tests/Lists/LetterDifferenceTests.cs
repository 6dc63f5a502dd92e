using CouncilPremises.Application.Lists;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Lists;

public class LetterDifferenceTests
{
    [Theory]
    [InlineData("Mohamed", "Muhammad", "M[o]ham[e]d")]
    [InlineData("Zoë", "ZOE", "Zoë")]
    [InlineData("Smith", "", "[Smith]")]
    [InlineData("", "Smith", "")]
    [InlineData("Jon", "John", "Jon")]
    [InlineData("John", "Jon", "Jo[h]n")]
    public void Of_TwoWords_MarksTheLettersTheOtherLacks(string text, string other, string marked) =>
        string.Concat(LetterDifference.Of(text, other).Select(run => run.Differs ? $"[{run.Text}]" : run.Text)).ShouldBe(marked);

    [Fact]
    public void Of_AnyTwoTexts_KeepsEveryLetter() =>
        string.Concat(LetterDifference.Of("Ánne-Marie 👩‍👩‍👧", "anne").Select(run => run.Text)).ShouldBe("Ánne-Marie 👩‍👩‍👧");
}
