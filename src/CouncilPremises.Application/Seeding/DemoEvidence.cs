using System.Globalization;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Organisations;

namespace CouncilPremises.Application.Seeding;

/// <summary>What officers of the demonstration council write down when a check is Clear.</summary>
internal static class DemoEvidence
{
    /// <summary>Evidence for every field the check asks for.</summary>
    public static IReadOnlyDictionary<string, string> Of(CheckCode code, Organisation organisation, DateOnly today, DateOnly expiry) =>
        CheckRules.EvidenceOf(code, organisation.Type == OrganisationType.Individual).ToDictionary(field => field.Name, field => Value(code, field, organisation, today, expiry));

    private static string Value(CheckCode code, EvidenceField field, Organisation organisation, DateOnly today, DateOnly expiry) => field.Kind switch
    {
        EvidenceKind.YesNo => "Yes",
        EvidenceKind.Money => "10000000",
        EvidenceKind.Link => "https://talks.example/programme",
        EvidenceKind.Day => Day(field.Name == "Expiry" ? expiry : field.Name == "PolicyDate" ? today.AddMonths(-8) : today),
        EvidenceKind.Text => Words(code, field.Name, organisation),
    };

    private static string Words(CheckCode code, string field, Organisation organisation) => (code, field) switch
    {
        (CheckCode.REG, "Register") => Register(organisation.Type),
        (CheckCode.REG, "Number") => organisation.CharityNumber ?? organisation.CompanyNumber ?? "Not registered",
        (CheckCode.REG, "Status") => (organisation.CharityNumber ?? organisation.CompanyNumber) is null ? "Document seen" : "Registered and up to date",
        (CheckCode.SPK, "Context") => "The programme of the group and the speaker's published talks in this role. Nothing bears on a ground.",
        (CheckCode.SPK, _) => "None needed",
        (CheckCode.SAF, _) => organisation.OfficeHolders.Count > 0 ? organisation.OfficeHolders[0].Name : organisation.Name,
        (CheckCode.DBS, _) => "Everybody named in the application, by the group's confirmation",
        (CheckCode.INS, _) => "Mere & Fell Mutual",
        (CheckCode.PUB, _) => "Draft poster and web page sent by the group",
        (CheckCode.FUN, "Beneficiary") => organisation.Name,
        (CheckCode.FUN, _) => "No licence needed: small society, sold on the day",
        (CheckCode.REF, "Venue") => "Mere Street Methodist Hall (invented)",
        (CheckCode.REF, _) => "Hired monthly for a year. Left it tidy, kept to time.",
        (CheckCode.EVT, _) => "Plan with stewards, exits and first aid",
        _ => "Seen",
    };

    private static string Register(OrganisationType type) => type switch
    {
        OrganisationType.RegisteredCharity => "Register of charities",
        OrganisationType.Company => "Companies register",
        OrganisationType.PoliticalParty => "Register of political parties",
        OrganisationType.UnincorporatedGroup or OrganisationType.FaithBody => "Governing document",
        OrganisationType.PublicBody or OrganisationType.InternalBody => "Council directory",
        OrganisationType.Individual => "Name and address seen",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
