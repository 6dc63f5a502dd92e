using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.Policies;
using static CouncilPremises.Domain.Hire.Answered;

namespace CouncilPremises.Domain.Grants;

/// <summary>G10: partners and payees say what an applicant says in B1.</summary>
internal static class PartnerRules
{
    private const int MostPartners = 50;
    private const int LongestAddress = 500;

    public static IEnumerable<Refusal> Check(PartnersAnswers partners, GrantBudget budget)
    {
        if (partners.HasPartners != true)
            return NotNull(partners.HasPartners, "G10", nameof(partners.HasPartners), "Say whether others take part in the project or receive part of the money");
        if (partners.Partners.Count is 0 or > MostPartners)
            return [No(nameof(partners.Partners), partners.Partners.Count == 0 ? "Add the first partner" : $"Add at most {MostPartners} partners")];
        return [.. partners.Partners.SelectMany((partner, i) => One(partner, $"{nameof(partners.Partners)}[{i}]", i + 1)), .. PassedOn(partners, budget)];
    }

    private static IEnumerable<Refusal> One(PartnerAnswer partner, string at, int number) =>
    [
        .. Words(partner.Name, "G10", $"{at}.{nameof(partner.Name)}", $"Enter the legal name of partner {number}"),
        .. NotNull(partner.Type, "G10", $"{at}.{nameof(partner.Type)}", $"Choose what kind of body partner {number} is"),
        .. Words(partner.Does, "G10", $"{at}.{nameof(partner.Does)}", $"Enter what partner {number} does in the project"),
        .. Words(partner.Address, "G10", $"{at}.{nameof(partner.Address)}", $"Enter the address of partner {number}", LongestAddress),
        .. Numbers(partner, at, number),
        .. NeedsOfficeHolders(partner.Type) && DifferentNames(partner.OfficeHolders) < OrganisationValidation.OfficeHoldersNeeded
            ? [No($"{at}.{nameof(partner.OfficeHolders)}", $"Enter two different office-holders of partner {number}")]
            : Array.Empty<Refusal>(),
        .. partner.OfficeHolders.SelectMany(name => NotTooLong(name, "G10", $"{at}.{nameof(partner.OfficeHolders)}")).Take(1),
        .. Payment(partner, at, number),
    ];

    private static IEnumerable<Refusal> Numbers(PartnerAnswer partner, string at, int number)
    {
        if (string.IsNullOrWhiteSpace(partner.CharityNumber) ? partner.Type == OrganisationType.RegisteredCharity : !FieldRules.IsCharityNumber(partner.CharityNumber))
            yield return No($"{at}.{nameof(partner.CharityNumber)}", $"Enter the charity number of partner {number}: 6 or 7 digits, or SC and 6 digits, like 1234567 or SC012345");
        if (string.IsNullOrWhiteSpace(partner.CompanyNumber) ? partner.Type == OrganisationType.Company : !FieldRules.IsCompanyNumber(partner.CompanyNumber))
            yield return No($"{at}.{nameof(partner.CompanyNumber)}", $"Enter the company number of partner {number}: 8 characters, like 01234567 or SC123456");
    }

    private static IEnumerable<Refusal> Payment(PartnerAnswer partner, string at, int number)
    {
        if (partner.IsPaid is null)
            yield return No($"{at}.{nameof(partner.IsPaid)}", $"Say whether part of the grant is paid on to partner {number}");
        else if (partner.IsPaid == true && !(partner.Amount > Money.Zero))
            yield return No($"{at}.{nameof(partner.Amount)}", $"Enter how much of the grant is paid on to partner {number}");
    }

    // A gap or a slip in an amount is named with its partner
    private static IEnumerable<Refusal> PassedOn(PartnersAnswers partners, GrantBudget budget)
    {
        var passedOn = partners.Partners.Where(partner => partner.IsPaid == true && partner.Amount > Money.Zero)
            .Aggregate(Money.Zero, (sum, partner) => sum + partner.Amount!.Value);
        if (passedOn > budget.Asked)
            yield return No(nameof(partners.Partners), $"You pay on {passedOn} in all, more than the grant of {budget.Asked} you ask for. Enter smaller amounts");
    }

    // As B1: of every body, apart from the council's own
    private static bool NeedsOfficeHolders(OrganisationType? type) =>
        type is not (null or OrganisationType.Individual or OrganisationType.InternalBody);

    private static int DifferentNames(IEnumerable<string> names) =>
        names.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static Refusal No(string field, string sentence) => new("G10", sentence, field);
}

/// <summary>G11.</summary>
internal static class FundingRules
{
    private const int MostSources = 50;

    public static IEnumerable<Refusal> Check(OtherFundingAnswers funding, GrantBudget budget) =>
    [
        .. funding.HasOther == true
            ? Sources(funding)
            : NotNull(funding.HasOther, "G11", nameof(funding.HasOther), "Say whether you have, or have asked for, other public money"),
        .. funding.IsEnterprise == true
            ? Subsidy(funding, budget)
            : NotNull(funding.IsEnterprise, "G11", nameof(funding.IsEnterprise), "Say whether you offer goods or services on a market"),
    ];

    private static IEnumerable<Refusal> Sources(OtherFundingAnswers funding)
    {
        if (funding.Sources.Count is 0 or > MostSources)
            return [No(nameof(funding.Sources), funding.Sources.Count == 0 ? "Add the first other funder" : $"Add at most {MostSources} other funders")];
        return funding.Sources.SelectMany((source, i) => (IEnumerable<Refusal>)
        [
            .. Words(source.Funder, "G11", $"{nameof(funding.Sources)}[{i}].{nameof(source.Funder)}", $"Enter who funder {i + 1} is"),
            .. Words(source.Purpose, "G11", $"{nameof(funding.Sources)}[{i}].{nameof(source.Purpose)}", $"Enter what the money of funder {i + 1} is for"),
            .. source.Amount > Money.Zero
                ? Array.Empty<Refusal>()
                : [No($"{nameof(funding.Sources)}[{i}].{nameof(source.Amount)}", $"Enter how much funder {i + 1} gives")],
        ]);
    }

    private static IEnumerable<Refusal> Subsidy(OtherFundingAnswers funding, GrantBudget budget)
    {
        if (funding.SubsidiesReceived is not { } received || received < Money.Zero)
            yield return No(nameof(funding.SubsidiesReceived), "Enter the subsidies you received in this financial year and the two before, or 0 for none");
        else if (received > OtherFundingAnswers.SubsidyLimit - (budget.Asked ?? Money.Zero))
            yield return No(nameof(funding.SubsidiesReceived), $"With this grant that is {received + (budget.Asked ?? Money.Zero)}, more than the {OtherFundingAnswers.SubsidyLimit} an enterprise may have over three financial years. Ask for a smaller grant, or correct the sum");
        if (funding.SubsidyStated != true)
            yield return No(nameof(funding.SubsidyStated), "State that this is all the subsidy you received");
    }

    private static Refusal No(string field, string sentence) => new("G11", sentence, field);
}

/// <summary>G1: what a grant asks of a group besides its own record, and whom to speak to.</summary>
internal static class GroupRules
{
    public static IEnumerable<Refusal> Group(GroupAnswers group, GrantContext context)
    {
        if (context.HirerKind != HirerKind.Group)
            return [new Refusal("G1", "Grants go to groups only. Apply in the name of a group")];
        return
        [
            .. group.HasGoverningDocument == true
                ? Words(group.GoverningDocument, "G1", nameof(group.GoverningDocument), "Enter which document it is, such as constitution or articles")
                : [No(nameof(group.HasGoverningDocument), group.HasGoverningDocument is null ? "Say whether your group has a governing document" : "A grant needs a governing document. Adopt one, or fill in the council's one-page form, then say yes")],
            .. OfficeHolders(group, context),
            .. group.Website?.Length > GroupAnswers.LongestWebsite ? [No(nameof(group.Website), $"Enter the website in {GroupAnswers.LongestWebsite} characters or fewer")] : Array.Empty<Refusal>(),
            .. NotNull(group.Accounts, "G1", nameof(group.Accounts), "Say whether you send your latest accounts or a forecast for 12 months"),
        ];
    }

    private static IEnumerable<Refusal> OfficeHolders(GroupAnswers group, GrantContext context)
    {
        var needed = context.OfficeHoldersNeeded;
        if (context.OfficeHolders < needed)
            yield return No(nameof(group.UnrelatedOfficeHolders), $"A grant needs {needed} unrelated office-holders, and your group's details name {context.OfficeHolders}. Add the others there first");
        else if (group.UnrelatedOfficeHolders != true)
            yield return No(nameof(group.UnrelatedOfficeHolders), $"Confirm that {needed} of your office-holders are not related to each other");
    }

    public static IEnumerable<Refusal> Contact(ContactAnswers contact, GrantContext context) =>
        OrganiserRules.Contact(contact, new HireContext(new HireFacts { HirerKind = HirerKind.Group, IsTyped = context.IsTyped }, Policy.Default))
            .Select(refusal => refusal with { Code = "G1" });

    private static Refusal No(string field, string sentence) => new("G1", sentence, field);
}
