namespace CouncilPremises.Web.Tests.Grants;

/// <summary>People whom builders made, signed in as they would themselves, and what they answer.</summary>
internal static class GrantApplicant
{
    public const string Because = "The project brings people of several wards together around one table, where they cook, eat and talk, week after week.";

    /// <summary>Three boxes of a day.</summary>
    public static (string, string)[] Day(string name, int day, int month, int year) => [($"{name}.Day", $"{day}"), ($"{name}.Month", $"{month}"), ($"{name}.Year", $"{year}")];

    /// <summary>An ordinary answer to every section, by the last part of its address.</summary>
    public static IReadOnlyList<(string Slug, (string, string)[] Answers)> Ordinary(string planLine) =>
    [
        ("project", [("Input.Project.Title", "Open kitchen"), .. Day("Input.Project.Starts", 1, 6, 2026), .. Day("Input.Project.Ends", 31, 10, 2026), ("Input.Project.OtherWards", "Fernley North, Fernley South"),
            ("Input.Project.DeliveryPlanLineId", planLine), ("Input.Project.Explanation", "At the market and in the library."), ("Input.Project.PressContact", "Priya Nandra, chair")]),
        ("objectives", [("Input.Objectives.Primary.Objective", "O4"), ("Input.Objectives.Primary.Justification", Because), ("Input.Objectives.National", "A2"), ("Input.Objectives.NationalJustification", Because)]),
        ("need", [("Input.Need.Need", "One in five residents knows nobody of another background."), ("Input.Need.Sources", "Residents’ survey 2025"), ("Input.Need.NamesNobody", "true")]),
        ("community", [("Input.Community.WhoBenefits", "Residents of four wards"), ("Input.Community.HowOthersTakePart", "Cooks of every background"), ("Input.Community.WhoWorksAlongside", "The library and the food bank")]),
        ("outcomes", [("Input.Outcomes.Items[0].Indicator", "Residents who made a friend"), ("Input.Outcomes.Items[0].Baseline", "0"), ("Input.Outcomes.Items[0].Target", "1,120.5"),
            ("Input.Outcomes.Items[0].Method", "A card at the door"), .. Day("Input.Outcomes.Items[0].Due", 31, 10, 2026)]),
        ("monitoring", [("Input.Monitoring.Lead", "Owen Hughes"), ("Input.Monitoring.Method", "A short form after each evening")]),
        ("safeguarding", [("Input.Safeguarding.Under18s", "false")]),
        ("budget", [("Input.Budget.Asked", "3,000"), .. Line(0, "Staff", "Cook", "20", "150", "3000"), ("Input.Budget.NothingIneligible", "true")]),
        ("partners", [("Input.Partners.HasPartners", "false")]),
        ("other-funding", [("Input.OtherFunding.HasOther", "false"), ("Input.OtherFunding.IsEnterprise", "false")]),
        ("group", [("Input.Organisation.HasGoverningDocument", "true"), ("Input.Organisation.GoverningDocument", "Constitution of 2019"), ("Input.Organisation.UnrelatedOfficeHolders", "true"), ("Input.Organisation.Accounts", "LatestAccounts")]),
        ("contact", [("Input.Contact.Name", "Alex Morgan"), ("Input.Contact.Role", "Chair"), ("Input.Contact.Email", "alex@fernley.example"), ("Input.Contact.Phone", "01632 960123"), ("Input.Contact.Over18", "true")]),
    ];

    /// <summary>The boxes of a budget line.</summary>
    public static (string, string)[] Line(int row, string category, string description, string quantity, string unitCost, string requested) =>
    [
        ($"Input.Budget.Lines[{row}].Category", category), ($"Input.Budget.Lines[{row}].Description", description), ($"Input.Budget.Lines[{row}].Quantity", quantity),
        ($"Input.Budget.Lines[{row}].UnitCost", unitCost), ($"Input.Budget.Lines[{row}].Requested", requested),
    ];
}
