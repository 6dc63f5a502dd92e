using System.Diagnostics;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Hire;

/// <summary>Sixty-four groups send at one moment for one slot: one gets it, the others are told what is taken, nobody waits long.</summary>
[Trait("Rule", "B4")]
public abstract class SubmitRaceTests(TestDatabase database, int processes)
{
    private const int Rivals = 64;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    private static int Rounds => TestDatabase.IsLongRun ? 50 : 1;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Submit_OneSlot_HasOneWinner() => RunAsync((hall, _) => new(hall.Hall, new(10, 0), new(12, 0)));

    [Fact]
    public Task Submit_ShiftedOverlaps_HasOneWinner() =>
        RunAsync((hall, rival) => new(hall.Hall, new TimeOnly(9, 0).AddMinutes(15 * (rival % 8)), new TimeOnly(11, 0).AddMinutes(15 * (rival % 8))));

    [Fact]
    public Task Submit_HallAgainstItsPart_HasOneWinner() =>
        RunAsync((hall, rival) => new(rival % 2 == 0 ? hall.Hall : hall.PartA, new(10, 0), new(12, 0)));

    private async Task RunAsync(Func<TestHall, int, Wish> wish)
    {
        var hall = await A.Hall().AddAsync(database);
        var sites = Enumerable.Range(0, processes).Select(_ => database.NewProcess()).ToList();
        Guid[] spaces = [hall.Hall.Id, hall.PartA.Id, hall.PartB.Id];
        var drafts = new List<TestHire>();
        for (var rival = 0; rival < Rivals; rival++)
            drafts.Add(await A.Hire().For(wish(hall, rival).Space).On("2026-03-03", "20:00-21:00").DraftAsync(database));
        for (var round = 0; round < Rounds; round++)
        {
            var day = new DateOnly(2026, 3, 9).AddDays(round);
            for (var rival = 0; rival < Rivals; rival++)
                await AskForAsync(drafts[rival], wish(hall, rival), day);
            var results = await SendAllAtOnceAsync(sites, drafts);

            var winner = results.ToList().FindIndex(result => result.Outcome.Succeeded);
            results.Count(result => result.Outcome.Succeeded).ShouldBe(1, $"round {round}");
            results.SelectMany(result => result.Outcome.Refusals)
                .ShouldAllBe(refusal => refusal.Code == "B4" && refusal.Sentence.Contains("Main Hall", StringComparison.Ordinal));
            (await database.With<AppDbContext, int>(db => db.Occurrences.CountAsync(date => spaces.Contains(date.SpaceId) && date.Day == day, Token))).ShouldBe(1);
            if (TestDatabase.IsLongRun)
                results.Max(result => result.Elapsed).ShouldBeLessThan(LongestWait);
            if (round + 1 < Rounds)
                drafts[winner] = await A.Hire().For(wish(hall, winner).Space).On("2026-03-03", "20:00-21:00").DraftAsync(database);
        }

        foreach (var site in sites)
            await site.DisposeAsync();
    }

    private Task AskForAsync(TestHire draft, Wish wish, DateOnly day) => database.With<HireDrafts>(async drafts =>
        (await drafts.SaveAsync(draft.Reference, HireSection.When,
            answers => answers with { When = answers.When with { FirstDay = day, Start = wish.Start, End = wish.End } }, draft.Group.Lead, Token))
        .Succeeded.ShouldBeTrue());

    private static async Task<(Outcome Outcome, TimeSpan Elapsed)[]> SendAllAtOnceAsync(List<ServiceProvider> sites, List<TestHire> drafts)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var rivals = drafts.Select(async (draft, rival) =>
        {
            await start.Task;
            var watch = Stopwatch.StartNew();
            await using var scope = sites[rival % sites.Count].CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<HireSubmissions>().SubmitAsync(draft.Reference, draft.Group.Lead, Token);
            return (outcome, watch.Elapsed);
        }).ToList();
        start.SetResult();
        return await Task.WhenAll(rivals);
    }

    private sealed record Wish(Space Space, TimeOnly Start, TimeOnly End);
}

[Collection(Races.Name)]
public class SqliteSubmitRaceTests(SqliteDatabase database) : SubmitRaceTests(database, processes: 1), IClassFixture<SqliteDatabase>;

[Collection(Races.Name)]
public class PostgresSubmitRaceTests(PostgresDatabase database) : SubmitRaceTests(database, processes: 2), IClassFixture<PostgresDatabase>;
