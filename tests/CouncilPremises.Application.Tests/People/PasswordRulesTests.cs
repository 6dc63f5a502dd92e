using CouncilPremises.Application.People;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.People;

/// <summary>Which passwords are refused, and that nothing is asked about capitals, digits or signs.</summary>
public class PasswordRulesTests
{
    [Theory]
    [InlineData("short")]
    [InlineData("elevenchars")]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("Council-2026!")]
    [InlineData("fallowmereborough")]
    [InlineData("c0unc1lpremises")]
    [InlineData("letmeinletmein")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("correct horse battery staple")]
    [InlineData("anna.bellweather")]
    [InlineData("Anna Bellweather1")]
    [InlineData("anna.bellweather@example.org")]
    public void Why_EasyToGuess_IsTold(string password) =>
        PasswordRules.Why(password, "anna.bellweather@example.org", "Anna Bellweather").ShouldNotBeNullOrEmpty();

    [Theory]
    [InlineData("twelve chars")]
    [InlineData("gravel lantern otter")]
    [InlineData("ἀρχὴ σοφίας ἔλεος")]
    [InlineData("the heron waits beside the mere")]
    public void Why_HardToGuess_IsNull(string password) =>
        PasswordRules.Why(password, "anna.bellweather@example.org", "Anna Bellweather").ShouldBeNull();

    [Fact]
    public void Why_AtTheEdges_CountsCharacters()
    {
        const string Long = "gravel lantern otter marble kestrel ";
        PasswordRules.Why("gravel lante"[..11], null, null).ShouldNotBeNull();
        PasswordRules.Why("gravel lante", null, null).ShouldBeNull();
        var longest = string.Concat(Enumerable.Range(0, 10).Select(number => $"{number}{Long}"))[..PasswordRules.LongestPassword];
        PasswordRules.Why(longest, null, null).ShouldBeNull();
        PasswordRules.Why(longest + "x", null, null).ShouldNotBeNull();
    }
}
