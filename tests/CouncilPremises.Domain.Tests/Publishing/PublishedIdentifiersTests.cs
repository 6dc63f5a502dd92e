using CouncilPremises.Domain.Publishing;
using CouncilPremises.TestSupport.Publishing;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Publishing;

/// <summary>Identifiers as 360Giving and org-id.guide write them.</summary>
public class PublishedIdentifiersTests
{
    [Theory]
    [InlineData("GR-2026-00001", "360G-fallowmere-GR-2026-00001")]
    [InlineData("old scheme/17 (b)", "360G-fallowmere-old_scheme_17__b_")]
    public void Grant_Reference_StandsBehindThePrefix(string reference, string id) => PublishedIdentifiers.Grant(Published.By(), reference).ShouldBe(id);

    [Theory]
    [InlineData("1164883", "GB-CHC-1164883")]
    [InlineData("202918", "GB-CHC-202918")]
    [InlineData(" 1164 883 ", "GB-CHC-1164883")]
    [InlineData("sc012345", "GB-SC-SC012345")]
    [InlineData("NIC100012", "GB-NIC-100012")]
    [InlineData("12345", null)]
    [InlineData("12345678", null)]
    [InlineData("SC12345", null)]
    [InlineData("0123456", null)]
    [InlineData("١١٦٤٨٨٣", null)]
    [InlineData("1164883\n", null)]
    [InlineData("", null)]
    public void Charity_Number_NamesItsRegister(string number, string? id) => PublishedIdentifiers.Charity(number).ShouldBe(id);

    [Theory]
    [InlineData("1234567", "01234567")]
    [InlineData("01234567", "01234567")]
    [InlineData("42", "00000042")]
    [InlineData("sc12345", "SC012345")]
    [InlineData("R0000123", "R0000123")]
    [InlineData("IP12345R", "IP12345R")]
    [InlineData("123456789", null)]
    [InlineData("ABC12345", null)]
    [InlineData("12-34567", null)]
    [InlineData("SC", null)]
    [InlineData("", null)]
    public void CompanyNumber_LostZeros_ComeBack(string number, string? whole) => PublishedIdentifiers.CompanyNumber(number).ShouldBe(whole);

    [Fact]
    public void Organisation_SeveralNumbers_CharityThenCompanyThenKey()
    {
        var all = new PublishedRecipient { Name = "All", CharityNumber = "1164883", CompanyNumber = "1234567", StableKey = "org-1" };
        PublishedIdentifiers.Organisation(Published.By(), all).ShouldBe("GB-CHC-1164883");
        PublishedIdentifiers.Organisation(Published.By(), all with { CharityNumber = null }).ShouldBe("GB-COH-01234567");
        PublishedIdentifiers.Organisation(Published.By(), all with { CharityNumber = null, CompanyNumber = null }).ShouldBe("360G-fallowmere-org-1");
        PublishedIdentifiers.Organisation(Published.By(), all with { CharityNumber = null, CompanyNumber = null, StableKey = " " }).ShouldBeNull();
    }

    [Fact]
    public void Organisation_WrongNumber_DoesNotPassForUnregistered() =>
        PublishedIdentifiers.Organisation(Published.By(), new PublishedRecipient { Name = "Slip", CharityNumber = "1", StableKey = "org-1" }).ShouldBeNull();

    [Fact]
    public void KeyFor_AnId_IsAlwaysTheSameAndHidesIt()
    {
        var id = new Guid("0197a000-0000-7000-8000-000000000001");
        PublishedIdentifiers.KeyFor(id).ShouldBe("org-d79b6b130cbe");
        PublishedIdentifiers.KeyFor(id).ShouldNotContain("0197a000");
        PublishedIdentifiers.KeyFor(new Guid("0197a000-0000-7000-8000-000000000002")).ShouldNotBe(PublishedIdentifiers.KeyFor(id));
    }

    [Theory]
    [InlineData("360G-fallowmere", "GB-LAE-FLM", "", true)]
    [InlineData("360G-x", "GB-PLA-CRF", "https://x.example", true)]
    [InlineData("fallowmere", "GB-LAE-FLM", "", false)]
    [InlineData("360G-", "GB-LAE-FLM", "", false)]
    [InlineData("360G-fallowmere", "GB-CHC-1164883", "", false)]
    [InlineData("360G-fallowmere", "", "", false)]
    [InlineData("360G-fallowmere", "GB-LAE-FLM", "www.fallowmere.example", false)]
    public void Publisher_Settings_AreChecked(string prefix, string id, string website, bool right) =>
        (Published.By() with { Prefix = prefix, OrganisationId = id, Website = website }).Mistakes().Count.ShouldBe(right ? 0 : 1);

    [Theory]
    [InlineData("2026-03-31", "2025-26")]
    [InlineData("2026-04-01", "2026-27")]
    [InlineData("2000-01-01", "1999-00")]
    public void Year_Day_LiesBetweenAprilAndMarch(string day, string year)
    {
        var found = PublicationYear.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        found.ToString().ShouldBe(year);
        PublicationYear.TryParse(year, out var read).ShouldBeTrue();
        read.ShouldBe(found);
    }

    [Theory]
    [InlineData("2026-28")]
    [InlineData("2026")]
    [InlineData("99999-00")]
    [InlineData("")]
    [InlineData(null)]
    public void Year_NotOne_IsNotRead(string? text) => PublicationYear.TryParse(text, out _).ShouldBeFalse();
}
