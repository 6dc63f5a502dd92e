using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Seeding;

/// <summary><c>premises.json</c>.</summary>
public sealed record PremisesFile(CouncilSeed Council, IReadOnlyList<VenueSeed> Venues, IReadOnlyList<ElectionSeed> Elections)
{
    /// <summary>Every space, halls before their parts.</summary>
    public IEnumerable<SpaceSeed> Spaces => Venues.SelectMany(venue => venue.Spaces).SelectMany(space => space.Parts.Prepend(space));
}

/// <summary>The council itself.</summary>
public sealed record CouncilSeed(string Name, string ShortName, AddressSeed Address, string Phone, string Email);

/// <summary>An election; days are counted from the day of seeding. No wards: the whole area.</summary>
public sealed record ElectionSeed(string Name, int StartsInDays, int PollingInDays, IReadOnlyList<string> Wards);

/// <summary>A postal address.</summary>
public sealed record AddressSeed(string Line1, string Line2, string Town, string Postcode)
{
    /// <summary>One line a line, without empty ones.</summary>
    public string Lines => string.Join('\n', new[] { Line1, Line2, Town, Postcode }.Where(line => line.Length > 0));
}

/// <summary>A building with its spaces.</summary>
public sealed record VenueSeed(
    string Slug,
    string Name,
    string Description,
    AddressSeed Address,
    string Ward,
    string Phone,
    string Email,
    bool InsuranceCoversHirers,
    IReadOnlyList<string> Access,
    IReadOnlyList<HoursSeed> OpeningHours,
    IReadOnlyList<ClosureSeed> Closures,
    IReadOnlyList<SpaceSeed> Spaces);

/// <summary>Opening hours of one weekday.</summary>
public sealed record HoursSeed(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);

/// <summary>Whole days on which a venue, or one of its spaces, is closed; counted from the day of seeding.</summary>
public sealed record ClosureSeed(string? Space, int StartsInDays, int Days, string Reason);

/// <summary>A space that may be let, perhaps divided into parts.</summary>
public sealed record SpaceSeed(
    string Slug,
    string Name,
    string Description,
    long PricePerHourPence,
    int BufferBeforeMinutes,
    int BufferAfterMinutes,
    IReadOnlyDictionary<string, int> Capacity,
    IReadOnlyList<string> Equipment,
    IReadOnlyList<string> Access,
    IReadOnlyList<SpaceSeed> Parts);

/// <summary><c>people.json</c>.</summary>
public sealed record PeopleFile(string DemoPassword, IReadOnlyList<StaffSeed> Staff, IReadOnlyList<PersonSeed> GroupPeople);

/// <summary>A member of council staff with roles of RULEBOOK 1.</summary>
public sealed record StaffSeed(string Name, string Email, string Phone, string JobTitle, IReadOnlyList<Roles> Roles, bool OnSignInPage, string Note);

/// <summary>Somebody who acts for a group, or for themselves.</summary>
public sealed record PersonSeed(string Name, string Email, string Phone, bool OnSignInPage);

/// <summary><c>organisations.json</c>.</summary>
public sealed record OrganisationsFile(IReadOnlyList<OrganisationSeed> Organisations);

/// <summary>A hirer. RULEBOOK 3 B1.</summary>
public sealed record OrganisationSeed(
    string Slug,
    HirerKind Kind,
    OrganisationType Type,
    string Flavour,
    string Name,
    IReadOnlyList<string> OtherNames,
    string? CharityNumber,
    string? CompanyNumber,
    IReadOnlyList<string> Address,
    IReadOnlyList<OfficeHolderFacts> OfficeHolders,
    IReadOnlyList<MemberSeed> Members);

/// <summary>A person's group roles, by e-mail address.</summary>
public sealed record MemberSeed(string Email, IReadOnlyList<Roles> Roles);

/// <summary>One division of GOV.UK's bank-holidays file.</summary>
public sealed record BankHolidayDivision(string Division, IReadOnlyList<BankHolidaySeed> Events);

/// <summary>One bank holiday.</summary>
public sealed record BankHolidaySeed(string Title, DateOnly Date, string Notes, bool Bunting);

/// <summary><c>funds.json</c>.</summary>
public sealed record FundsFile(IReadOnlyList<FundSeed> Funds);

/// <summary>A fund for grants with its delivery plan and rounds; the officer by e-mail address. RULEBOOK 4.</summary>
public sealed record FundSeed(
    string Name,
    string SchemeTitle,
    string Purpose,
    string FundingSource,
    long BudgetPounds,
    long LowestAwardPounds,
    long HighestAwardPounds,
    int MatchSharePercent,
    string Officer,
    IReadOnlyList<PlanLineSeed> Lines,
    IReadOnlyList<RoundSeed> Rounds);

/// <summary>A line of a delivery plan. No wards: the whole area.</summary>
public sealed record PlanLineSeed(string Title, Objective Objective, string Owner, string Target, IReadOnlyList<string> Wards);

/// <summary>A round; days and working days are counted from the day of seeding, times are those of the hall clock.</summary>
public sealed record RoundSeed(string Title, string Description, int OpensInDays, TimeOnly OpensAt, int ClosesInWorkingDays, TimeOnly ClosesAt);

/// <summary><c>grants.json</c>.</summary>
public sealed record GrantsFile(IReadOnlyList<GrantSeed> Grants);

/// <summary>An application for a grant, and how far it is walked.</summary>
/// <param name="Key">What the file calls it.</param>
/// <param name="Organisation">Who asks, by slug.</param>
/// <param name="Round">Title of the round.</param>
/// <param name="Line">Line of the delivery plan, from 0.</param>
/// <param name="SentDaysAgo">When it was sent; for a draft, begun.</param>
/// <param name="Reach">Draft, Submitted, Checking with one person's scores, ReadyForDecision, or Approved with a payment and a report.</param>
/// <param name="Answers">The answers, without dates: the project begins in the spring after the round.</param>
public sealed record GrantSeed(string Key, string Organisation, string Round, int Line, int SentDaysAgo, CaseState Reach, GrantAnswers Answers);
