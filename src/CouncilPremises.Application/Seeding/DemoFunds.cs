using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Application.People;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Seeding;

/// <summary>Funds and rounds of the demonstration council.</summary>
internal static class DemoFunds
{
    /// <summary>Adds them to the save under way.</summary>
    public static void Enter(AppDbContext db, SeedFolder folder, IReadOnlyDictionary<string, AppUser> users, DateOnly today, DateTime nowUtc)
    {
        var workingDays = new WorkingDays(folder.BankHolidays().Events.Select(holiday => holiday.Date).ToHashSet());
        foreach (var seed in folder.Funds().Funds)
        {
            var fund = new Fund(Guid.CreateVersion7(), Right(Facts(seed, users[seed.Officer].Id), facts => facts.Mistakes(), seed.Name), nowUtc);
            db.Funds.Add(fund);
            db.GrantRounds.AddRange(seed.Rounds.Select(round => new GrantRound(Guid.CreateVersion7(), fund.Id, PremisesRules.SlugOf(round.Title),
                Right(Facts(round, today, workingDays), facts => GrantRound.WhyNotSet(facts, nowUtc), round.Title), RoundKeeping.FormVersion, nowUtc)));
        }
    }

    private static FundFacts Facts(FundSeed seed, Guid officerId) => new(
        seed.Name,
        seed.SchemeTitle,
        seed.Purpose,
        seed.FundingSource,
        Money.Pounds(seed.BudgetPounds),
        Money.Pounds(seed.LowestAwardPounds),
        Money.Pounds(seed.HighestAwardPounds),
        seed.MatchSharePercent,
        officerId,
        [.. seed.Lines.Select(line => new DeliveryPlanLineFacts(null, line.Title, line.Objective, line.Owner, line.Target, line.Wards))]);

    private static RoundFacts Facts(RoundSeed seed, DateOnly today, WorkingDays workingDays) => new(
        seed.Title,
        seed.Description,
        new CivilTime(today.AddDays(seed.OpensInDays), seed.OpensAt),
        new CivilTime(workingDays.Add(today, seed.ClosesInWorkingDays), seed.ClosesAt));

    // What an officer could not enter is a mistake in the file
    private static T Right<T>(T facts, Func<T, IReadOnlyList<Refusal>> mistakes, string name) =>
        mistakes(facts) is { Count: > 0 } wrong ? throw new SeedException($"funds.json, {name}: {wrong[0].Sentence}.") : facts;
}
