using CouncilPremises.Domain.Grants;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

[Trait("Rule", "G12")]
public class BankAndOverlapTests
{
    private const string Words = "Young people from four schools meet each week in the park with coaches and youth workers to play talk and plan a summer fair that the whole ward is asked to";

    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Kay = Guid.CreateVersion7(), Val = Guid.CreateVersion7();

    private static readonly OverlapFacts One = new()
    {
        CaseId = Guid.CreateVersion7(),
        Reference = "GR-2026-00001",
        OrganisationId = Guid.CreateVersion7(),
        FundId = Guid.CreateVersion7(),
        Text = ProjectText.Of(Words),
        Starts = new(2026, 4, 1),
        Ends = new(2026, 9, 30),
    };

    private static readonly OverlapFacts Other = One with
    {
        CaseId = Guid.CreateVersion7(),
        Reference = "GR-2026-00002",
        OrganisationId = Guid.CreateVersion7(),
        FundId = Guid.CreateVersion7(),
        Text = ProjectText.Of(null),
    };

    [Theory]
    [InlineData("30-94-30", "0073 3445", null)]
    [InlineData("309430", "00733445", null)]
    [InlineData("30943", "00733445", "SortCode")]
    [InlineData("3094300", "00733445", "SortCode")]
    [InlineData("309430", "0733445", "AccountNumber")]
    [InlineData("309430", "007334455", "AccountNumber")]
    [InlineData("309430", "0073344A", "AccountNumber")]
    [InlineData("309430", "٠٠٧٣٣٤٤٥", "AccountNumber")]
    [InlineData("000000", "00733445", "SortCode")]
    [InlineData("309430", null, "AccountNumber")]
    public void BankFacts_Numbers_AreSixAndEightDigits(string? sortCode, string? number, string? field) =>
        new BankFacts("Mere Youth", sortCode, number).Mistakes().Select(mistake => mistake.Field).SingleOrDefault().ShouldBe(field);

    [Fact, Trait("Rule", "S2"), Trait("Rule", "BNK")]
    public void Bank_KeyedAndVerifiedByDifferentPeople_OnlyThenCounts()
    {
        var bank = Bank();
        bank.IsVerified.ShouldBeFalse();
        bank.WhyNotVerify(Kay).ShouldNotBeNull().Code.ShouldBe("S2");
        Should.Throw<InvalidOperationException>(() => bank.Verify(Kay, Now));
        bank.Verify(Val, Now);
        bank.IsVerified.ShouldBeTrue();
        bank.Shown.ShouldBe("Mere Youth, account ending 3445");
        bank.Shown.ShouldNotContain("0073");

        bank.Supersede(Now);
        bank.IsVerified.ShouldBeFalse("a change blocks until the new details are verified");
        bank.WhyNotVerify(Val).ShouldNotBeNull();
    }

    [Fact]
    public void Bank_Erased_KeepsFourDigitsAndPaysNothing()
    {
        var bank = Bank();
        bank.Verify(Val, Now);
        bank.Erase(Now);
        (bank.SealedNumbers, bank.Contacts.Count, bank.AccountName, bank.AccountHash, bank.LastFour, bank.IsVerified).ShouldBe((null, 0, "", "", "3445", false));
    }

    [Fact]
    public void Between_NothingInCommon_IsEmpty() => OverlapRules.Between(One, Other).ShouldBeEmpty();

    [Fact]
    public void Between_EachDetail_IsFoundHoweverItIsWritten()
    {
        var one = One with { AccountHash = "h", RegisteredNumbers = ["01234567"], Addresses = ["1 Mill Lane, Mere"], Phones = ["01632 960123"], Website = "https://www.mere.example/", OfficeHolders = ["Zoë O'Neill"] };
        var other = Other with { AccountHash = "h", RegisteredNumbers = ["1234567"], Addresses = ["1 Mill Lane Mere"], Phones = ["+44 1632 960 123"], Website = "mere.example", OfficeHolders = ["zoe o’neill"] };
        var found = OverlapRules.Between(one, other);
        found.Select(overlap => overlap.Kind).ShouldBe([OverlapKind.BankAccount, OverlapKind.RegisteredNumber, OverlapKind.Address, OverlapKind.Phone, OverlapKind.Website, OverlapKind.OfficeHolder]);
        found.ShouldAllBe(overlap => overlap.Sentence.StartsWith("GR-2026-00001 and GR-2026-00002: both ", StringComparison.Ordinal));
        OverlapRules.Between(one, other with { OrganisationId = one.OrganisationId }).ShouldBeEmpty("one group shares its own details");
        OverlapRules.Between(one, one).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Words, true)]
    [InlineData("YOUNG people, from four schools: meet each week in the park with coaches & youth workers to play, talk and plan a summer fair that the whole ward is asked to!", true)]
    [InlineData("Older people from four streets meet each month in the hall with cooks and nurses to eat talk and plan a winter fair that the whole town is asked to", false)]
    [InlineData("Young people from four schools meet each week in the park", false)]
    public void Between_ProjectTexts_NearlyTheSameOrNot(string text, bool isFound) =>
        OverlapRules.Between(One, Other with { Text = ProjectText.Of(text) }).Any(overlap => overlap.Kind == OverlapKind.Project).ShouldBe(isFound);

    [Fact]
    public void Between_ProjectTexts_CountInTwoFundsAtOneTimeOnly()
    {
        var same = Other with { Text = One.Text };
        OverlapRules.Between(One, same with { FundId = One.FundId }).ShouldBeEmpty();
        OverlapRules.Between(One, same with { Starts = One.Ends!.Value.AddDays(1), Ends = One.Ends.Value.AddDays(9) }).ShouldBeEmpty();
        OverlapRules.Between(One, same with { Starts = One.Ends, Ends = One.Ends.Value.AddDays(9) }).ShouldHaveSingleItem().Sentence.ShouldContain("100%");
        OverlapRules.Between(One, same with { Starts = null }).ShouldBeEmpty();
        OverlapRules.Between(One, same with { FundId = null, OrganisationId = One.OrganisationId }).ShouldHaveSingleItem("a hire by the same group");
    }

    [Fact]
    public void Open_ADismissedPair_StaysDismissedFromEitherSideForThatReasonOnly()
    {
        var (one, other) = (One with { AccountHash = "h", Website = "w.example" }, Other with { AccountHash = "h", Website = "w.example" });
        var dismissal = new OverlapDismissal(Guid.CreateVersion7(), OverlapRules.Between(one, other)[0], "The library holds the money of both.", Kay, Now);
        OverlapRules.Open(OverlapRules.Between(one, other), [dismissal]).ShouldHaveSingleItem().Kind.ShouldBe(OverlapKind.Website);
        OverlapRules.Open(OverlapRules.Between(other, one), [dismissal]).ShouldHaveSingleItem().Kind.ShouldBe(OverlapKind.Website);
        OverlapRules.Open(OverlapRules.Between(one, other with { CaseId = Guid.CreateVersion7() }), [dismissal]).Count.ShouldBe(2);
        OverlapRules.WhyNotDismiss(new string('x', 19)).ShouldNotBeNull();
        OverlapRules.WhyNotDismiss(new string('x', 20)).ShouldBeNull();
    }

    private static BankDetails Bank() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), new BankFacts(" Mere Youth ", "30-94-30", "00733445"), new SealedAccount("sealed", "hash"), ["kay@mere.example"], Kay, Now);
}
