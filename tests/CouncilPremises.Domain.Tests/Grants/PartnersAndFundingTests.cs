using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Organisations;
using Shouldly;
using Xunit;
using static CouncilPremises.Domain.Grants.GrantSection;

namespace CouncilPremises.Domain.Tests.Grants;

/// <summary>G10 and G11, sentence by sentence.</summary>
public class PartnersAndFundingTests
{
    private const string TooLong = "Your answer must be 200 characters or fewer";

    private static readonly string Line201 = new('l', 201);

    private static string[] PartnersSaid(params PartnerAnswer[] partners) =>
        AGrant.Said(Partners, AGrant.Answers() with { Partners = new() { HasPartners = true, Partners = partners.ToValueList() } });

    private static string[] FundingSaid(OtherFundingAnswers funding, Money? asked = null) =>
        AGrant.Said(OtherFunding, AGrant.Answers() with { OtherFunding = funding, Budget = new() { Asked = asked } });

    [Fact, Trait("Rule", "G10")]
    public void Partners_YesOrNo_IsAskedFirst()
    {
        AGrant.Said(Partners, new()).ShouldBe(["G10 HasPartners: Say whether others take part in the project or receive part of the money"]);
        AGrant.Said(Partners, new() { Partners = new() { HasPartners = false, Partners = [new()] } }).ShouldBeEmpty();
        PartnersSaid().ShouldBe(["G10 Partners: Add the first partner"]);
        PartnersSaid([.. Enumerable.Repeat(AGrant.Payee with { Amount = new Money(1) }, 50)]).ShouldBeEmpty();
        PartnersSaid([.. Enumerable.Repeat(AGrant.Payee, 51)]).ShouldBe(["G10 Partners: Add at most 50 partners"]);
    }

    [Fact, Trait("Rule", "G10")]
    public void Partner_NothingAnswered_AsksWhatAnApplicantIsAsked()
    {
        PartnersSaid(AGrant.Payee, new()).ShouldBe(
        [
            "G10 Partners[1].Name: Enter the legal name of partner 2",
            "G10 Partners[1].Type: Choose what kind of body partner 2 is",
            "G10 Partners[1].Does: Enter what partner 2 does in the project",
            "G10 Partners[1].Address: Enter the address of partner 2",
            "G10 Partners[1].IsPaid: Say whether part of the grant is paid on to partner 2",
        ]);
        PartnersSaid(AGrant.Payee with { Name = Line201, Does = Line201, Address = new string('a', 501), OfficeHolders = ["Ada", Line201, Line201] }).ShouldBe(
            [$"G10 Partners[0].Name: {TooLong}", $"G10 Partners[0].Does: {TooLong}", "G10 Partners[0].Address: Your answer must be 500 characters or fewer", $"G10 Partners[0].OfficeHolders: {TooLong}"]);
    }

    [Theory, Trait("Rule", "G10")]
    [InlineData(OrganisationType.RegisteredCharity, "CharityNumber OfficeHolders")]
    [InlineData(OrganisationType.Company, "CompanyNumber OfficeHolders")]
    [InlineData(OrganisationType.UnincorporatedGroup, "OfficeHolders")]
    [InlineData(OrganisationType.FaithBody, "OfficeHolders")]
    [InlineData(OrganisationType.PoliticalParty, "OfficeHolders")]
    [InlineData(OrganisationType.PublicBody, "OfficeHolders")]
    [InlineData(OrganisationType.InternalBody, "")]
    [InlineData(OrganisationType.Individual, "")]
    public void Partner_EachKind_NeedsNumberAndOfficeHolders(OrganisationType type, string needs)
    {
        var answers = AGrant.Answers() with { Partners = new() { HasPartners = true, Partners = [AGrant.Payee with { Type = type, CharityNumber = null, OfficeHolders = ["Ada Lee", " ada lee ", ""] }] } };
        string.Join(' ', GrantValidation.Section(Partners, answers, AGrant.Context).Select(refusal => refusal.Field!["Partners[0].".Length..])).ShouldBe(needs);
    }

    [Fact, Trait("Rule", "G10")]
    public void Partner_NumbersOfAnotherForm_AreRefused() =>
        PartnersSaid(AGrant.Payee with { CharityNumber = "12345", CompanyNumber = "1234567", OfficeHolders = [] }).ShouldBe(
        [
            "G10 Partners[0].CharityNumber: Enter the charity number of partner 1: 6 or 7 digits, or SC and 6 digits, like 1234567 or SC012345",
            "G10 Partners[0].CompanyNumber: Enter the company number of partner 1: 8 characters, like 01234567 or SC123456",
            "G10 Partners[0].OfficeHolders: Enter two different office-holders of partner 1",
        ]);

    [Fact, Trait("Rule", "G10")]
    public void Payee_Amount_IsAskedAndStaysWithinTheGrant()
    {
        foreach (var amount in new Money?[] { null, Money.Zero, new Money(-1) })
            PartnersSaid(AGrant.Payee with { Amount = amount }).ShouldBe(["G10 Partners[0].Amount: Enter how much of the grant is paid on to partner 1"]);
        PartnersSaid(AGrant.Payee with { IsPaid = false, Amount = null }).ShouldBeEmpty();
        PartnersSaid(AGrant.Payee, AGrant.Payee with { Amount = new Money(700_00) }, AGrant.Payee with { IsPaid = false }).ShouldBeEmpty();
        PartnersSaid(AGrant.Payee, AGrant.Payee with { Amount = new Money(700_01) })
            .ShouldBe(["G10 Partners: You pay on £1,000.01 in all, more than the grant of £1,000 you ask for. Enter smaller amounts"]);
    }

    [Fact, Trait("Rule", "G11")]
    public void Funding_YesOrNo_IsAskedFirst()
    {
        FundingSaid(new()).ShouldBe(["G11 HasOther: Say whether you have, or have asked for, other public money", "G11 IsEnterprise: Say whether you offer goods or services on a market"]);
        FundingSaid(new() { HasOther = true, IsEnterprise = false }).ShouldBe(["G11 Sources: Add the first other funder"]);
        FundingSaid(new() { HasOther = true, IsEnterprise = false, Sources = Enumerable.Repeat(new FundingSource(), 51).ToValueList() }).ShouldBe(["G11 Sources: Add at most 50 other funders"]);
    }

    [Fact, Trait("Rule", "G11")]
    public void Source_GapsAndLength_AreNamed()
    {
        FundingSaid(new() { HasOther = true, IsEnterprise = false, Sources = [new()] })
            .ShouldBe(["G11 Sources[0].Funder: Enter who funder 1 is", "G11 Sources[0].Purpose: Enter what the money of funder 1 is for", "G11 Sources[0].Amount: Enter how much funder 1 gives"]);
        FundingSaid(new() { HasOther = true, IsEnterprise = false, Sources = [new() { Funder = Line201, Purpose = Line201, Amount = Money.Zero }] })
            .ShouldBe([$"G11 Sources[0].Funder: {TooLong}", $"G11 Sources[0].Purpose: {TooLong}", "G11 Sources[0].Amount: Enter how much funder 1 gives"]);
    }

    [Fact, Trait("Rule", "G11")]
    public void Subsidy_Enterprise_StatesAllOfIt()
    {
        FundingSaid(new() { HasOther = false, IsEnterprise = true }).ShouldBe(
            ["G11 SubsidiesReceived: Enter the subsidies you received in this financial year and the two before, or 0 for none", "G11 SubsidyStated: State that this is all the subsidy you received"]);
        FundingSaid(new() { HasOther = false, IsEnterprise = true, SubsidiesReceived = new Money(-1), SubsidyStated = true })
            .ShouldBe(["G11 SubsidiesReceived: Enter the subsidies you received in this financial year and the two before, or 0 for none"]);
        FundingSaid(new() { HasOther = false, IsEnterprise = true, SubsidiesReceived = Money.Zero, SubsidyStated = false }).ShouldBe(["G11 SubsidyStated: State that this is all the subsidy you received"]);
    }

    [Fact, Trait("Rule", "G11")]
    public void Subsidy_WithThisGrantOnePennyOverTheLimit_IsRefused()
    {
        OtherFundingAnswers Of(long pence) => new() { HasOther = false, IsEnterprise = true, SubsidiesReceived = new Money(pence), SubsidyStated = true };
        FundingSaid(Of(314_000_00), Money.Pounds(1_000)).ShouldBeEmpty();
        FundingSaid(Of(315_000_00)).ShouldBeEmpty();
        FundingSaid(Of(314_000_01), Money.Pounds(1_000))
            .ShouldBe(["G11 SubsidiesReceived: With this grant that is £315,000.01, more than the £315,000 an enterprise may have over three financial years. Ask for a smaller grant, or correct the sum"]);
    }
}
