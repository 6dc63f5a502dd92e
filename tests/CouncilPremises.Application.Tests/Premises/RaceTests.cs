using System.Diagnostics;
using System.Globalization;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Premises;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Premises;

/// <summary>Many rivals at one moment: exactly one wins, the others are told why, nobody waits long.</summary>
[Trait("Rule", "B4")]
public abstract class RaceTests(TestDatabase database, int processes)
{
    private const int Rivals = 64;
    private const string Day = "2026-03-24";
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    private static int Rounds => TestDatabase.IsLongRun ? 50 : 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Race_OneSlot_HasOneWinner() =>
        RunAsync(30, (hall, _) => (hall.Hall, "10:00-12:00"));

    [Fact]
    public Task Race_ShiftedOverlaps_HasOneWinner() =>
        RunAsync(0, (hall, rival) => (hall.Hall, Times(9 * 60 + (15 * (rival % 8)), 120)));

    [Fact]
    public Task Race_HallAgainstItsPart_HasOneWinner() =>
        RunAsync(0, (hall, rival) => (rival % 2 == 0 ? hall.Hall : hall.PartA, "10:00-12:00"));

    [Fact]
    public Task Race_NeighboursThatOnlyTouch_HasOneWinnerBecauseOfBuffers() =>
        RunAsync(30, (hall, rival) => (hall.Hall, rival % 2 == 0 ? "10:00-12:00" : "12:15-14:00"));

    private async Task RunAsync(int bufferMinutes, Func<TestHall, int, (Space Space, string Times)> wish)
    {
        var group = await A.Group().AddAsync(database);
        var sites = Enumerable.Range(0, processes).Select(_ => database.NewProcess()).ToList();
        var slowest = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            var hall = await A.Hall().Buffered(bufferMinutes).AddAsync(database);
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var rivals = Enumerable.Range(0, Rivals).Select(async rival =>
            {
                var (space, times) = wish(hall, rival);
                await start.Task;
                var watch = Stopwatch.StartNew();
                var (outcome, _) = await Slots.BookAsync(sites[rival % sites.Count], database, group, space, (Day, times));
                return (Outcome: outcome, watch.Elapsed);
            }).ToList();
            start.SetResult();
            var results = await Task.WhenAll(rivals);

            results.Count(result => result.Outcome.Succeeded).ShouldBe(1, $"round {round}");
            results.Where(result => !result.Outcome.Succeeded).SelectMany(result => result.Outcome.Refusals)
                .ShouldAllBe(refusal => refusal.Code == "B4" && refusal.Sentence.Contains("Main Hall", StringComparison.Ordinal));
            await NothingHalfWrittenAsync(hall);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, results.Max(result => result.Elapsed).Ticks));
        }

        foreach (var site in sites)
            await site.DisposeAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"Slowest of {Rounds} rounds of {Rivals}: {slowest.TotalSeconds:0.00} s");
        if (TestDatabase.IsLongRun)
            slowest.ShouldBeLessThan(LongestWait);
    }

    /// <summary>Only the winner's date, and claims of nobody else.</summary>
    private Task NothingHalfWrittenAsync(TestHall hall) => database.With<AppDbContext>(async db =>
    {
        Guid[] spaces = [hall.Hall.Id, hall.PartA.Id, hall.PartB.Id];
        var winner = (await db.Occurrences.Where(date => spaces.Contains(date.SpaceId)).ToListAsync(Token)).ShouldHaveSingleItem();
        var owners = await db.Claims.Where(claim => spaces.Contains(claim.SpaceId)).Select(claim => claim.OwnerId).Distinct().ToListAsync(Token);
        owners.ShouldBe([winner.Id]);
    });

    private static string Times(int startMinute, int minutes)
    {
        static string Clock(int minute) => new TimeOnly(minute / 60, minute % 60).ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{Clock(startMinute)}-{Clock(startMinute + minutes)}";
    }
}

[Collection(Races.Name)]
public class SqliteRaceTests(SqliteDatabase database) : RaceTests(database, processes: 1), IClassFixture<SqliteDatabase>;

[Collection(Races.Name)]
public class PostgresRaceTests(PostgresDatabase database) : RaceTests(database, processes: 2), IClassFixture<PostgresDatabase>;
