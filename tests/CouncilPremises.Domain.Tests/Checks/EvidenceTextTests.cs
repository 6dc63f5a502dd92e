using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Policies;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Checks;

/// <summary>What officers type as evidence is read by its kind and kept in one form.</summary>
public class EvidenceTextTests
{
    private static readonly DateOnly Today = new(2026, 1, 12);

    [Theory]
    [InlineData(EvidenceKind.Day, "12 1 2026", "2026-01-12")]
    [InlineData(EvidenceKind.Day, "3/11/2025", "2025-11-03")]
    [InlineData(EvidenceKind.Day, "3 November 2025", "2025-11-03")]
    [InlineData(EvidenceKind.Day, "2025-11-03", "2025-11-03")]
    [InlineData(EvidenceKind.Money, "£5m", "£5,000,000")]
    [InlineData(EvidenceKind.Money, "plenty", null)]
    [InlineData(EvidenceKind.Money, "5,000,000", "£5,000,000")]
    [InlineData(EvidenceKind.Money, "0", null)]
    [InlineData(EvidenceKind.Day, "yesterday", null)]
    [InlineData(EvidenceKind.Day, "31 2 2026", null)]
    [InlineData(EvidenceKind.Day, "13 1 2026", null)]
    [InlineData(EvidenceKind.Link, "https://www.example.org/talk", "https://www.example.org/talk")]
    [InlineData(EvidenceKind.Link, "javascript:alert(1)", null)]
    [InlineData(EvidenceKind.Link, "the parish magazine", null)]
    [InlineData(EvidenceKind.YesNo, "Perhaps", null)]
    public void Read_ByKind_KeepsOneFormOrSaysWhatToType(EvidenceKind kind, string typed, string? kept)
    {
        var read = EvidenceText.Read(new EvidenceField("Field", "The field", kind), typed, Today);

        (read.Succeeded ? read.Value : null).ShouldBe(kept);
        if (kept is null)
            read.Refusals.ShouldHaveSingleItem().Sentence.ShouldStartWith("The field: ");
    }

    [Fact]
    public void Read_LastDayOfCover_MayBeToCome() =>
        EvidenceText.Read(new EvidenceField("Expiry", "Last day of cover", EvidenceKind.Day), "31 12 2026", Today).Succeeded.ShouldBeTrue();

    [Theory]
    [Trait("Rule", "INS")]
    [Trait("Rule", "B16")]
    [InlineData("£4,999,999", "2026-12-31", false)]
    [InlineData("£5,000,000", "2026-01-12", true)]
    [InlineData("£5,000,000", "2026-01-11", false)]
    public void NotClear_Insurance_NeedsTheSumAndADayToCome(string sum, string expiry, bool clear) =>
        (EvidenceText.NotClear(CheckCode.INS, new Dictionary<string, string> { ["Sum"] = sum, ["Expiry"] = expiry }, true, Today, Policy.Default) is null).ShouldBe(clear);

    [Theory]
    [Trait("Rule", "SAF")]
    [InlineData("2024-01-12", "Yes", true)]
    [InlineData("2024-01-11", "Yes", false)]
    [InlineData("2025-06-01", "No", false)]
    public void NotClear_SafeguardingPolicy_IsRecentAndHasARouteForAllegations(string day, string route, bool clear) =>
        (EvidenceText.NotClear(CheckCode.SAF, new Dictionary<string, string> { ["PolicyDate"] = day, ["AllegationRoute"] = route }, true, Today, Policy.Default) is null).ShouldBe(clear);

    [Theory]
    [Trait("Rule", "REG")]
    [InlineData("Yes", false, true)]
    [InlineData("No", false, false)]
    [InlineData("No", true, true)]
    public void NotClear_AnotherNameInTheRegister_NeedsAReason(string matches, bool hasReason, bool clear) =>
        (EvidenceText.NotClear(CheckCode.REG, new Dictionary<string, string> { ["NameMatches"] = matches }, hasReason, Today, Policy.Default) is null).ShouldBe(clear);
}
