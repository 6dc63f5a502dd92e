using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Domain.Tests.Grants;

/// <summary>An ordinary application that is right in every way; a test changes what it is about.</summary>
internal static class AGrant
{
    /// <summary>A hundred characters, the fewest for a justification.</summary>
    public static readonly string Hundred = new('j', 100);

    /// <summary>A fund that gives £500 to £5,000 and wants a tenth from others; caps as the rulebook has them.</summary>
    public static readonly GrantContext Context = new()
    {
        Today = A.Today,
        Limits = new GrantLimits(Money.Pounds(500), Money.Pounds(5_000), MatchSharePercent: 10, OverheadsPercent: 15, ContingencyPercent: 5),
        HirerKind = HirerKind.Group,
        OfficeHolders = 3,
    };

    /// <summary>Six months, £1,000 of £1,150, overheads and contingency exactly at their caps.</summary>
    public static GrantAnswers Answers() => new()
    {
        Project = new()
        {
            Title = "Mere in the park",
            Starts = new(2026, 4, 1),
            Ends = new(2026, 9, 30),
            Wards = ["Mere North"],
            Owner = "The community safety manager",
            Explanation = "At the market, in the library and at school gates.",
            PressContact = "Ruth Okonjo, secretary",
        },
        Objectives = new() { Primary = new() { Objective = Objective.O4, Justification = Hundred }, National = NationalObjective.A2, NationalJustification = Hundred },
        Need = new() { Need = "Two in five young people avoid the park.", Sources = "Mere youth survey 2025, published by the council.", NamesNobody = true },
        Community = new() { WhoBenefits = "Young people of the ward.", HowOthersTakePart = "Four schools and the football club.", WhoWorksAlongside = "The library and the scouts." },
        Outcomes = new() { Items = [new() { Indicator = "Young people who feel safe, in per cent", Baseline = 58.5m, Target = 70, Method = "The yearly survey.", Due = new(2026, 9, 30) }] },
        Monitoring = new() { Lead = "Ada Lee", Method = "A short form after each session." },
        Safeguarding = new() { Under18s = true, Lead = "Ada Lee", HasPolicy = true, ParentalConsent = "A signed form before the first session." },
        Budget = new() { Asked = Money.Pounds(1_000), Lines = [Staff, Venue, Overheads, Contingency, Travel], NothingIneligible = true },
        Partners = new() { HasPartners = false },
        OtherFunding = new() { HasOther = false, IsEnterprise = false },
        Organisation = new() { HasGoverningDocument = true, GoverningDocument = "Constitution of 2019", UnrelatedOfficeHolders = true, Accounts = AccountsKind.LatestAccounts },
        Contact = new() { Name = "Ruth Okonjo", Role = "Secretary", Email = "ruth@mere.example", Phone = "01632 960123", Over18 = true },
    };

    /// <summary>Line 1: £500, all requested.</summary>
    public static BudgetLine Staff => Line(BudgetCategory.Staff, 10, 50_00, 500_00);

    /// <summary>Line 2: £250, all requested.</summary>
    public static BudgetLine Venue => Line(BudgetCategory.Venue, 4, 62_50, 250_00);

    /// <summary>Line 3: £150, all requested.</summary>
    public static BudgetLine Overheads => Line(BudgetCategory.Overheads, 1, 150_00, 150_00);

    /// <summary>Line 4: £50, all requested.</summary>
    public static BudgetLine Contingency => Line(BudgetCategory.Contingency, 1, 50_00, 50_00);

    /// <summary>Line 5: £200, of which £50 are requested.</summary>
    public static BudgetLine Travel => Line(BudgetCategory.Travel, 2, 100_00, 50_00) with { MatchSource = "Mere Parish Council" };

    /// <summary>A line in pence.</summary>
    public static BudgetLine Line(BudgetCategory category, decimal quantity, long unitPence, long requestedPence) =>
        new() { Category = category, Description = "What it is for", Quantity = quantity, UnitCost = new Money(unitPence), Requested = new Money(requestedPence) };

    /// <summary>A partner that is paid, complete.</summary>
    public static PartnerAnswer Payee => new()
    {
        Name = "Mere Arts",
        Type = Domain.Organisations.OrganisationType.RegisteredCharity,
        Does = "Runs the workshops",
        Address = "1 Mill Lane, Mere",
        CharityNumber = "1234567",
        OfficeHolders = ["Ada Lee", "Jo Park"],
        IsPaid = true,
        Amount = Money.Pounds(300),
    };

    /// <summary>What is said of a page, as "code field: sentence".</summary>
    public static string[] Said(GrantSection section, GrantAnswers answers, GrantContext? context = null) =>
        [.. GrantValidation.Section(section, answers, context ?? Context).Select(refusal => $"{refusal.Code} {refusal.Field}: {refusal.Sentence}")];
}
