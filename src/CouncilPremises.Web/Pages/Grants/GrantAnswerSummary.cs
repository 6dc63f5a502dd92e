using System.Globalization;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.Pages.Hire;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>The answers of one section, read back.</summary>
public sealed record GrantAnswerGroup(GrantSection Section, IReadOnlyList<AnswerRow> Rows);

/// <summary>Answers read back, with or without links to change them.</summary>
/// <param name="Reference">The application.</param>
/// <param name="Groups">Section by section.</param>
/// <param name="Budget">The budget, whose lines stand in a table of their own.</param>
/// <param name="CanChange">True while the group may still change them.</param>
public sealed record GrantAnswersView(string Reference, IReadOnlyList<GrantAnswerGroup> Groups, GrantBudget Budget, bool CanChange);

/// <summary>Reads the answers of an application for a grant back, section by section, leaving out what was not asked.</summary>
public static class GrantAnswerSummary
{
    /// <summary>Every section.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="fund">The fund, whose plan the project serves.</param>
    public static IReadOnlyList<GrantAnswerGroup> Of(GrantAnswers answers, Fund fund)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(fund);
        return [.. Enum.GetValues<GrantSection>().Select(section => new GrantAnswerGroup(section, [.. Rows(section, answers, fund)]))];
    }

    /// <summary>A number as people read it; a question mark while it is missing.</summary>
    public static string Number(decimal? number) => number?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "?";

    private static IEnumerable<AnswerRow> Rows(GrantSection section, GrantAnswers a, Fund fund) => section switch
    {
        GrantSection.Project => Project(a.Project, fund),
        GrantSection.Objectives => Objectives(a.Objectives),
        GrantSection.Need => [new("Why it is needed", a.Need.Need), new("Published sources", a.Need.Sources), new("Names nobody", Confirmed(a.Need.NamesNobody))],
        GrantSection.Community =>
            [new("Who benefits", a.Community.WhoBenefits), new("How others take part", a.Community.HowOthersTakePart), new("Who works alongside", a.Community.WhoWorksAlongside)],
        GrantSection.Outcomes => a.Outcomes.Items.Count == 0 ? [new("Outcome 1", null)] : a.Outcomes.Items.Select((one, i) => new AnswerRow($"Outcome {i + 1}", Outcome(one))),
        GrantSection.Monitoring => [new("Who leads on measuring", a.Monitoring.Lead), new("How", a.Monitoring.Method)],
        GrantSection.Safeguarding => Safeguarding(a.Safeguarding),
        GrantSection.Budget => Budget(a.Budget),
        GrantSection.Partners => Partners(a.Partners),
        GrantSection.OtherFunding => OtherFunding(a.OtherFunding),
        GrantSection.Organisation => Group(a.Organisation),
        GrantSection.Contact => [new("Contact", Lines(a.Contact.Name, a.Contact.Role, a.Contact.Email ?? (a.Contact.NoEmail == true ? "No email address: letters by post" : null), a.Contact.Phone)), new("18 or over", YesNo(a.Contact.Over18))],
    };

    private static IEnumerable<AnswerRow> Project(ProjectAnswers project, Fund fund)
    {
        yield return new("Title", project.Title);
        if (project.LocalTitle is { } local)
            yield return new("Local title", local);
        yield return new("First day", Day(project.Starts));
        yield return new("Last day", Day(project.Ends));
        yield return new("Wards", string.Join(", ", project.Wards));
        yield return new("Serves in our plan", fund.Lines.FirstOrDefault(line => line.Id == project.DeliveryPlanLineId)?.Title);
        yield return new("How you explain it", project.Explanation);
        yield return new("Press questions", project.PressContact);
    }

    private static IEnumerable<AnswerRow> Objectives(ObjectivesAnswers objectives) =>
    [
        new("Main objective", Lines(Words(objectives.Primary.Objective), objectives.Primary.Justification)),
        .. objectives.Secondary.Select((other, i) => new AnswerRow($"Other objective {i + 1}", Lines(Words(other.Objective), other.Justification))),
        new("National objective", Lines(Words(objectives.National), objectives.NationalJustification)),
    ];

    private static string Outcome(OutcomeAnswer one) => Lines(
        one.Indicator, $"From {Number(one.Baseline)} to {Number(one.Target)}{(one.Due is { } due ? $" by {PremisesWords.Day(due)}" : "")}", one.Method);

    private static IEnumerable<AnswerRow> Safeguarding(SafeguardingAnswers people) => people.Under18s != true ? [new("Under-18s take part", YesNo(people.Under18s))] :
    [
        new("Under-18s take part", "Yes"), new("Who leads on safeguarding", people.Lead), new("Safeguarding policy", YesNo(people.HasPolicy)), new("How parents consent", people.ParentalConsent),
    ];

    private static IEnumerable<AnswerRow> Budget(GrantBudget budget) =>
    [
        new("The grant asked for", budget.Asked?.ToString()), new("What it costs in all", $"{budget.Total()}"), new("What others pay", $"{budget.Match()}"),
        new("Nothing ineligible", Confirmed(budget.NothingIneligible)),
    ];

    private static IEnumerable<AnswerRow> Partners(PartnersAnswers partners)
    {
        yield return new("Others take part or are paid", YesNo(partners.HasPartners));
        if (partners.HasPartners != true)
            yield break;
        foreach (var (i, one) in partners.Partners.Index())
            yield return new($"Partner {i + 1}", Lines(
                one.Name, one.Type == OrganisationType.Individual ? "Private person" : one.Type?.Words(), one.CharityNumber is null ? null : $"Charity {one.CharityNumber}", one.CompanyNumber is null ? null : $"Company {one.CompanyNumber}",
                one.Address, string.Join(", ", one.OfficeHolders), one.Does, one.IsPaid == true ? $"Is paid {one.Amount?.ToString() ?? "an amount not given yet"} of the grant" : null));
    }

    private static IEnumerable<AnswerRow> OtherFunding(OtherFundingAnswers funding)
    {
        yield return new("Other public money", YesNo(funding.HasOther));
        foreach (var (i, one) in funding.HasOther == true ? funding.Sources.Index() : [])
            yield return new($"Funder {i + 1}", Lines(one.Funder, one.Purpose, one.Amount?.ToString()));
        yield return new("Offers goods or services on a market", YesNo(funding.IsEnterprise));
        if (funding.IsEnterprise == true)
            yield return new("Subsidies received", Lines(funding.SubsidiesReceived?.ToString(), Confirmed(funding.SubsidyStated) is null ? null : "Stated to be all"));
    }

    private static IEnumerable<AnswerRow> Group(GroupAnswers group) =>
    [
        new("Governing document", group.HasGoverningDocument == true ? group.GoverningDocument ?? "Yes" : YesNo(group.HasGoverningDocument)),
        new("Unrelated people run it", Confirmed(group.UnrelatedOfficeHolders)), new("Accounts", Words(group.Accounts)), new("Website", group.Website),
    ];

    private static string Lines(params string?[] lines) => string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));


    private static string? Day(DateOnly? day) => day is { } given ? PremisesWords.Day(given) : null;

    private static string? Words(Enum? value) => value is null ? null : EnumChoices.Text(value);

    private static string? Confirmed(bool? answer) => answer == true ? "Confirmed" : null;

    private static string? YesNo(bool? answer) => answer switch { true => "Yes", false => "No", null => null };
}
