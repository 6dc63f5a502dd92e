using CouncilPremises.Domain;
using CouncilPremises.Domain.Publishing;

namespace CouncilPremises.TestSupport.Publishing;

/// <summary>Grants as they are published, right in every way; a test changes what it is about.</summary>
public static class Published
{
    /// <summary>The day of the tests.</summary>
    public static readonly DateOnly Today = new(2026, 9, 1);

    /// <summary>The council of the demonstration.</summary>
    public static Publisher By() => new()
    {
        CouncilName = "Fallowmere Borough Council",
        Prefix = "360G-fallowmere",
        OrganisationId = "GB-LAE-FLM",
        Website = "https://www.fallowmere.example/",
    };

    /// <summary>A grant to a charity that is a company too, with everything said.</summary>
    public static PublishedGrant Grant(int number = 1) => new()
    {
        Reference = $"GR-2026-{number:00000}",
        Title = "Neighbours’ kitchen",
        Description = "Shared meals on Thursdays for families of three estates.\nCooks are paid; rooms are free.",
        Purpose = "Shared meals",
        Awarded = new Money(123_450),
        AppliedFor = new Money(150_000),
        Paid = Money.Zero,
        AwardDate = new(2026, 6, 15),
        PlannedStart = new(2026, 7, 1),
        PlannedEnd = new(2027, 3, 31),
        PlannedMonths = 9,
        Recipient = new PublishedRecipient { Name = "Mere Neighbours", CharityNumber = "1164883", CompanyNumber = "1234567", PostalCode = "FM1 2AB" },
        Places = [new("Saltmarsh", "E05000026"), new("Harbour and Quay")],
        LocationScope = "GLS060",
        FundCode = "F-1",
        FundTitle = "Stronger Together",
        FundingType = "FT03",
        Department = "Communities",
        FromOpenCall = true,
        ChangedUtc = new(2026, 6, 16, 9, 30, 0, DateTimeKind.Utc),
    };

    /// <summary>A grant of which only what is required is said, to a group on no register.</summary>
    public static PublishedGrant Least(int number = 2) => new()
    {
        Reference = $"GR-2026-{number:00000}",
        Title = "Bulbs",
        Description = "Bulbs for the green",
        Awarded = Money.Pounds(80),
        AwardDate = Today,
        Recipient = new PublishedRecipient { Name = "Green Watch", StableKey = PublishedIdentifiers.KeyFor(new Guid("0197a000-0000-7000-8000-000000000001")), PostalCode = "FM2 9ZZ" },
    };

    /// <summary>The grants, checked.</summary>
    public static Publication Checked(params IReadOnlyList<PublishedGrant> grants) => PublicationChecks.Run(By(), new PublicationYear(2026), grants, Today);
}
