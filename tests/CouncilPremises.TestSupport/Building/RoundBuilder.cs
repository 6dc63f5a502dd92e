using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.TestSupport.Databases;

namespace CouncilPremises.TestSupport.Building;

/// <summary>A round of a fund.</summary>
public sealed record TestRound(Fund Fund, GrantRound Round);

/// <summary>A fund with one round that is open now and for a month.</summary>
public sealed class RoundBuilder
{
    private Money budget = Money.Pounds(50_000);
    private Money highest = Money.Pounds(20_000);
    private CivilTime? closes;

    /// <summary>All there is to award.</summary>
    public RoundBuilder With(Money money)
    {
        (budget, highest) = (money, money < highest ? money : highest);
        return this;
    }

    /// <summary>When it closes, on the hall clock.</summary>
    public RoundBuilder Closing(CivilTime at)
    {
        closes = at;
        return this;
    }

    /// <summary>Adds fund and round.</summary>
    public async Task<TestRound> AddAsync(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        var officer = await A.Person().Named("Grace Oyelaran").Staff(Roles.GrantOfficer).AddAsync(database);
        var now = database.Time.NowUtc;
        var fund = new Fund(Guid.CreateVersion7(), new FundFacts(
            "Prevent 2026", "Stronger Together", "Projects that help people at risk of being drawn into terrorism, and bring communities together.", "Home Office Prevent grant",
            budget, Money.Pounds(500), highest, 0, officer.Id,
            [new DeliveryPlanLineFacts(null, "Young people meet across wards", Objective.O4, "Community safety", "200 young people", [])]), now);
        var today = database.Time.Today;
        var facts = new RoundFacts("Spring round", "For projects that start this spring.", new CivilTime(today, new TimeOnly(0, 1)), closes ?? new CivilTime(today.AddDays(30), new TimeOnly(12, 0)));
        var round = new GrantRound(Guid.CreateVersion7(), fund.Id, $"spring-{fund.Id:N}", facts, 1, now);
        await database.With<AppDbContext>(async db =>
        {
            db.Funds.Add(fund);
            db.GrantRounds.Add(round);
            await db.SaveChangesAsync();
        });
        return new TestRound(fund, round);
    }
}
