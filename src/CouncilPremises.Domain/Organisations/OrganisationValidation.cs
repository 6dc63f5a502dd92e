using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Domain.Organisations;

/// <summary>B1: what an organisation must say about itself. RULEBOOK 3.</summary>
public static class OrganisationValidation
{
    /// <summary>Office-holders a body needs. RULEBOOK 3 B1.</summary>
    public const int OfficeHoldersNeeded = 2;

    private const int LongestName = 200;
    private const int LongestAddress = 500;

    /// <summary>Everything that is not right, each with the field it is about; empty when all is.</summary>
    public static IReadOnlyList<Refusal> Check(HirerKind kind, OrganisationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. Names(kind, facts), .. Numbers(facts), .. OfficeHolders(kind, facts)];
    }

    private static IEnumerable<Refusal> Names(HirerKind kind, OrganisationFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Name))
            yield return No(nameof(facts.Name), kind == HirerKind.Individual ? "Enter your full name" : "Enter the legal name of your group");
        else if (facts.Name.Length > LongestName)
            yield return No(nameof(facts.Name), $"The name must be {LongestName} characters or fewer");
        if (facts.OtherNames.Any(name => name.Length > LongestName))
            yield return No(nameof(facts.OtherNames), $"Each other name must be {LongestName} characters or fewer");
        if (string.IsNullOrWhiteSpace(facts.Address))
            yield return No(nameof(facts.Address), "Enter the address");
        else if (facts.Address.Length > LongestAddress)
            yield return No(nameof(facts.Address), $"The address must be {LongestAddress} characters or fewer");
        if (!Fits(kind, facts.Type))
            yield return No(nameof(facts.Type), "Choose the kind of group you are");
    }

    private static IEnumerable<Refusal> Numbers(OrganisationFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.CharityNumber))
        {
            if (facts.Type == OrganisationType.RegisteredCharity)
                yield return No(nameof(facts.CharityNumber), "Enter your charity number");
        }
        else if (!FieldRules.IsCharityNumber(facts.CharityNumber))
            yield return No(nameof(facts.CharityNumber), "A charity number has 6 or 7 digits, or SC and 6 digits, like 1234567 or SC012345");
        if (string.IsNullOrWhiteSpace(facts.CompanyNumber))
        {
            if (facts.Type == OrganisationType.Company)
                yield return No(nameof(facts.CompanyNumber), "Enter your company number");
        }
        else if (!FieldRules.IsCompanyNumber(facts.CompanyNumber))
            yield return No(nameof(facts.CompanyNumber), "A company number has 8 characters, like 01234567 or SC123456");
    }

    private static IEnumerable<Refusal> OfficeHolders(HirerKind kind, OrganisationFacts facts)
    {
        var named = facts.OfficeHolders.Where(holder => !string.IsNullOrWhiteSpace(holder.Name)).ToList();
        if (facts.OfficeHolders.Any(holder => string.IsNullOrWhiteSpace(holder.Name) != string.IsNullOrWhiteSpace(holder.Role)))
            yield return No(nameof(facts.OfficeHolders), "Enter both name and office of each office-holder");
        if (facts.OfficeHolders.Any(holder => holder.Name?.Length > LongestName || holder.Role?.Length > LongestName))
            yield return No(nameof(facts.OfficeHolders), $"Names and offices must be {LongestName} characters or fewer");
        if (kind == HirerKind.Group && named.Select(holder => holder.Name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() < OfficeHoldersNeeded)
            yield return No(nameof(facts.OfficeHolders), "Enter two different office-holders, such as chair and treasurer");
    }

    private static bool Fits(HirerKind kind, OrganisationType type) => kind switch
    {
        HirerKind.Individual => type == OrganisationType.Individual,
        HirerKind.InternalBody => type == OrganisationType.InternalBody,
        HirerKind.Group => type is not (OrganisationType.Individual or OrganisationType.InternalBody),
    };

    private static Refusal No(string field, string sentence) => new("B1", sentence, field);
}
