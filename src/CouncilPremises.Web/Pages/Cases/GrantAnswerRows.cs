using System.Globalization;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.Pages.Hire;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A section of a grant's answers as an officer reads it.</summary>
/// <param name="Section">Which.</param>
/// <param name="Code">G1–G11 of the rulebook.</param>
/// <param name="Rows">Questions and answers; budget lines and outcomes stand in tables of their own on the case page.</param>
public sealed record GrantAnswerSection(GrantSection Section, string Code, IReadOnlyList<(string Key, string? Value)> Rows);

/// <summary>A grant's answers as text, section by section: for reading, and for putting two versions side by side.</summary>
public static class GrantAnswerRows
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Every section in the order of the form.</summary>
    public static IReadOnlyList<GrantAnswerSection> Of(GrantFile file, GrantAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(answers);
        return [.. Enum.GetValues<GrantSection>().Select(section => new GrantAnswerSection(section, Code(section), [.. Rows(file, answers, section)]))];
    }

    /// <summary>The two newest versions side by side; null while there is only one.</summary>
    public static AnswerComparison? LastTwo(GrantFile file, IReadOnlyList<GrantVersion> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        if (versions is not [var last, var before, ..])
            return null;
        var (earlier, later) = (Flat(file, before.Answers), Flat(file, last.Answers));
        var keys = later.Keys.Concat(earlier.Keys).Distinct().OrderBy(key => key.Section).ToList();
        return new AnswerComparison(
            $"Versions {before.Number} and {last.Number}", $"Version {before.Number}, {CaseWords.At(before.SentUtc)}", $"Version {last.Number}, {CaseWords.At(last.SentUtc)}",
            [.. keys.Select(key => new ComparedRow($"{Code(key.Section)} {key.Key}", earlier.GetValueOrDefault(key), later.GetValueOrDefault(key)))]);
    }

    /// <summary>The code of a section. RULEBOOK 4.</summary>
    public static string Code(GrantSection section) => section switch
    {
        GrantSection.Project => "G2",
        GrantSection.Objectives => "G3",
        GrantSection.Need => "G4",
        GrantSection.Community => "G5",
        GrantSection.Outcomes => "G6",
        GrantSection.Monitoring => "G7",
        GrantSection.Safeguarding => "G8",
        GrantSection.Budget => "G9",
        GrantSection.Partners => "G10",
        GrantSection.OtherFunding => "G11",
        GrantSection.Organisation or GrantSection.Contact => "G1",
    };

    /// <summary>A number as people write it.</summary>
    public static string Number(decimal? number) => number?.ToString("#,0.##", British) ?? "–";

    private static Dictionary<(GrantSection Section, string Key), string?> Flat(GrantFile file, GrantAnswers answers) =>
        Of(file, answers).SelectMany(section => section.Rows.Concat(Listed(answers, section.Section)).Select(row => (Key: (section.Section, row.Key), row.Value)))
            .GroupBy(row => row.Key).ToDictionary(same => same.Key, same => (string?)string.Join('\n', same.Select(row => row.Value)));

    // What the case page shows in tables
    private static IEnumerable<(string Key, string? Value)> Listed(GrantAnswers answers, GrantSection section) => section switch
    {
        GrantSection.Outcomes => answers.Outcomes.Items.Index().Select(one => ($"Outcome {one.Index + 1}", (string?)
            $"{one.Item.Indicator}: from {Number(one.Item.Baseline)} to {Number(one.Item.Target)} by {CaseWords.Day(one.Item.Due)}. {one.Item.Method}")),
        GrantSection.Budget => answers.Budget.Lines.Index().Select(one => ($"Line {one.Index + 1}", (string?)
            $"{(one.Item.Category is { } category ? EnumChoices.Text(category) : "–")}: {one.Item.Description}. {Number(one.Item.Quantity)} × {one.Item.UnitCost} = {one.Item.Total()}, asked {one.Item.Requested}{(one.Item.MatchSource is { Length: > 0 } match ? $", the rest from {match}" : "")}")),
        _ => [],
    };

    private static IEnumerable<(string Key, string? Value)> Rows(GrantFile file, GrantAnswers a, GrantSection section) => section switch
    {
        GrantSection.Project =>
        [
            ("Project", a.Project.Title), ("Called locally", a.Project.LocalTitle), ("Dates", $"{CaseWords.Day(a.Project.Starts)} to {CaseWords.Day(a.Project.Ends)}"),
            ("Wards", string.Join(", ", a.Project.Wards)), ("Delivery-plan line", file.Fund.Lines.FirstOrDefault(line => line.Id == a.Project.DeliveryPlanLineId) is { } line ? $"{line.Number}. {line.Title}" : null),
            ("Who answers for it", a.Project.Owner), ("Explained locally", a.Project.Explanation), ("Press", a.Project.PressContact),
        ],
        GrantSection.Objectives =>
        [
            ("Main objective", Objective(a.Objectives.Primary)), .. a.Objectives.Secondary.Select(one => ("Also", Objective(one))),
            ("National objective", a.Objectives.National is { } national ? $"{EnumChoices.Text(national)}. {a.Objectives.NationalJustification}" : null),
        ],
        GrantSection.Need => [("Why it is needed", a.Need.Need), ("Sources", a.Need.Sources), ("Names nobody", CaseWords.YesNo(a.Need.NamesNobody))],
        GrantSection.Community => [("Who benefits", a.Community.WhoBenefits), ("How others take part", a.Community.HowOthersTakePart), ("Who works alongside", a.Community.WhoWorksAlongside)],
        GrantSection.Outcomes => [],
        GrantSection.Monitoring => [("Who leads on monitoring", a.Monitoring.Lead), ("How", a.Monitoring.Method), ("Reports", a.Rhythm(file.Policy) is { } rhythm ? EnumChoices.Text(rhythm) : null)],
        GrantSection.Safeguarding => a.Safeguarding.Under18s == true
            ? [("Under-18s take part", "Yes"), ("Who leads on safeguarding", a.Safeguarding.Lead), ("Has a policy", CaseWords.YesNo(a.Safeguarding.HasPolicy)), ("Parents' consent", a.Safeguarding.ParentalConsent)]
            : [("Under-18s take part", CaseWords.YesNo(a.Safeguarding.Under18s))],
        GrantSection.Budget => [("Asked for", a.Budget.Asked?.ToString()), ("Nothing ineligible", CaseWords.YesNo(a.Budget.NothingIneligible))],
        GrantSection.Partners => a.NamedPartners() is { Count: > 0 } partners ? partners.Select(one => (one.Name ?? "Partner", (string?)Partner(one))) : [("Partners or onward payments", CaseWords.YesNo(a.Partners.HasPartners))],
        GrantSection.OtherFunding => Funding(a.OtherFunding),
        GrantSection.Organisation =>
        [
            ("Governing document", a.Organisation.HasGoverningDocument == true ? a.Organisation.GoverningDocument : CaseWords.YesNo(a.Organisation.HasGoverningDocument)),
            ("Unrelated office-holders", CaseWords.YesNo(a.Organisation.UnrelatedOfficeHolders)), ("Accounts", a.Organisation.Accounts is { } accounts ? EnumChoices.Text(accounts) : null),
            ("Website", a.Organisation.Website),
        ],
        GrantSection.Contact => [("Contact", string.Join(", ", new[] { a.Contact.Name, a.Contact.Role, a.Contact.Email ?? "no e-mail address: by post", a.Contact.Phone }.Where(part => !string.IsNullOrWhiteSpace(part))))],
    };

    private static string? Objective(ObjectiveAnswer one) => one.Objective is { } objective ? $"{EnumChoices.Text(objective)}. {one.Justification}" : null;

    private static string Partner(PartnerAnswer one) => string.Join(". ", new[]
    {
        one.Type is { } type ? EnumChoices.Text(type) : null, one.Does, one.Address?.ReplaceLineEndings(", "),
        one.CharityNumber is { Length: > 0 } charity ? $"Charity {charity}" : null, one.CompanyNumber is { Length: > 0 } company ? $"Company {company}" : null,
        one.OfficeHolders.Count > 0 ? string.Join(", ", one.OfficeHolders) : null, one.IsPaid == true ? $"Paid on: {one.Amount}" : null,
    }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static IEnumerable<(string Key, string? Value)> Funding(OtherFundingAnswers other)
    {
        yield return ("Other public money", CaseWords.YesNo(other.HasOther));
        if (other.HasOther == true)
            foreach (var source in other.Sources)
                yield return (source.Funder ?? "Funder", $"{source.Amount} for {source.Purpose}");
        yield return ("Offers goods or services on a market", CaseWords.YesNo(other.IsEnterprise));
        if (other.IsEnterprise == true)
            yield return ("Subsidies in three financial years", $"{other.SubsidiesReceived?.ToString() ?? "–"}, of {OtherFundingAnswers.SubsidyLimit} allowed. Stated to be all: {CaseWords.YesNo(other.SubsidyStated)}");
    }
}
