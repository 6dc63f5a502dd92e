using System.Data.Common;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Premises;
using CouncilPremises.Application.Timers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Timers;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Timers;

/// <summary>The worker killed anywhere, and several at once: every letter and alert the clocks
/// bring is written once, every slot they free is free, every notice leaves exactly once a Message-ID, and none is missing.</summary>
[Collection(Races.Name)]
[Trait("Rule", "Clocks")]
public abstract class KilledTests(TestDatabase database)
{
    // In commands to the database. A look at one case takes some forty: a life is long enough for a few, and far too short for all
    private const int LongestLife = 160;

    // Then the worker is left alone and must finish what the dead left behind
    private const int MostKills = 15;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Timers_KilledAtRandomPoints_DoEverythingOnce()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        var clocks = await ALotToDoAsync();
        var killer = new Killer();
        await using var process = database.NewProcess(services => services.AddSingleton<IInterceptor>(killer));

        await clocks.FirstMorningAsync();
        var kills = await RunKilledAsync(process, killer, random);
        await clocks.SecondMorningAsync();
        kills = Math.Min(kills, await RunKilledAsync(process, killer, random));

        kills.ShouldBeGreaterThan(2, $"Seed {seed}");
        await clocks.ShouldHaveComeOnceAsync($"Seed {seed}");
        await ShouldAllLeaveOnceAsync(random);
    }

    [Fact]
    public async Task Timers_FourWorkersWithoutALease_DoEverythingOnce()
    {
        var clocks = await ALotToDoAsync();
        await using var other = database.NewProcess();

        foreach (var goOn in new[] { clocks.FirstMorningAsync, clocks.SecondMorningAsync })
        {
            await goOn();
            var references = await database.With<AppDbContext, List<string>>(db =>
                db.Cases.Where(c => c.LookAgainUtc <= database.Time.NowUtc).Select(c => c.Reference).ToListAsync(Ct));
            await Task.WhenAll(new[] { database.Services, other, database.Services, other }.Select(process => DoAllAsync(process, references)));
            // What lost a race is looked at again, as the worker does every minute
            await database.RunTimersAsync();
        }

        await clocks.ShouldHaveComeOnceAsync("");
    }

    [Fact]
    public async Task Lease_TwoProcesses_OnlyOneRunsAndTheOtherTakesOverWhenItDies()
    {
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        database.Clock.Advance(TimerLeases.Span);
        (await TakeAsync(one)).ShouldBeTrue();
        (await TakeAsync(two)).ShouldBeFalse();
        (await TakeAsync(one)).ShouldBeTrue("it renews its own");
        database.Clock.Advance(TimerLeases.Span);
        (await TakeAsync(two)).ShouldBeTrue();
        (await TakeAsync(one)).ShouldBeFalse();
        await database.With<TimerLeases>(leases => leases.GiveBackAsync(two, Ct));
        (await TakeAsync(one)).ShouldBeTrue();
        await database.With<TimerLeases>(leases => leases.GiveBackAsync(one, Ct));
    }

    private Task<bool> TakeAsync(Guid holder) => database.With<TimerLeases, bool>(leases => leases.TakeAsync(holder, Ct));

    private async Task<ManyClocks> ALotToDoAsync()
    {
        await database.RunTimersAsync();
        var clocks = new ManyClocks(database);
        await clocks.BuildAsync();
        return clocks;
    }

    // Killed again and again until nothing is left to do; says how often
    private async Task<int> RunKilledAsync(IServiceProvider process, Killer killer, Random random)
    {
        var kills = 0;
        for (var done = false; !done;)
        {
            // The last lease of a process that died has run out
            database.Clock.Advance(TimerLeases.Span);
            if (kills < MostKills)
                killer.After(random.Next(1, LongestLife));
            try
            {
                await database.RunTimersAsync(process);
                killer.Never();
                done = (await database.RunTimersAsync(process)).Count == 0;
            }
            catch (Exception problem) when (IsKill(problem))
            {
                kills++;
                killer.Never();
            }
        }

        return kills;
    }

    private async Task DoAllAsync(IServiceProvider process, IReadOnlyList<string> references)
    {
        async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act)
            where TService : notnull
        {
            await using var scope = process.CreateAsyncScope();
            return await act(scope.ServiceProvider.GetRequiredService<TService>());
        }

        foreach (var hold in await WithAsync<Holds, IReadOnlyList<OverdueHold>>(holds => holds.OverdueAsync(100, Ct)))
            await WithAsync<Holds, Outcome>(holds => holds.EndAsync(hold, Ct));
        foreach (var reference in references)
            await WithAsync<CaseLooks, IReadOnlyList<TimerKind>>(looks => looks.LookAsync(reference, Ct));
        foreach (var group in await WithAsync<ExpiryWarnings, IReadOnlyList<Guid>>(warnings => warnings.GroupsAsync(Guid.Empty, 100, Ct)))
            await WithAsync<ExpiryWarnings, bool>(warnings => warnings.WarnAsync(group, Ct));
        await WithAsync<Claims, int>(claims => claims.DropExpiredAsync(100, Ct));
    }

    // The sender is killed between sending and marking: the same Message-ID leaves again and is one message to whoever receives it
    private async Task ShouldAllLeaveOnceAsync(Random random)
    {
        var carrier = new FlakyCarrier(random);
        var rounds = 0;
        for (var left = 1; left > 0; database.Clock.Advance(OutboxDispatch.Lease + TimeSpan.FromHours(12)))
        {
            await using var scope = database.NewScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            using var stop = new CancellationTokenSource();
            carrier.Stop = stop;
            try
            {
                await new OutboxDispatch(db, database.Time, carrier, scope.ServiceProvider.GetRequiredService<IOptions<NoticeSettings>>(), NullLogger<OutboxDispatch>.Instance)
                    .SendDueAsync(stop.Token);
            }
            catch (OperationCanceledException)
            {
                // Killed
            }

            left = await db.OutboxMessages.CountAsync(m => m.NextAttemptUtc != null, Ct);
            (++rounds).ShouldBeLessThan(300, "mail is stuck");
        }

        var written = await database.With<AppDbContext, List<Guid>>(db => db.OutboxMessages.Select(m => m.Id).ToListAsync(Ct));
        carrier.Received.Keys.Order().ShouldBe(written.Select(id => $"{id:N}@rooms.fernley.example").Order());
        carrier.Received.Values.Max().ShouldBeGreaterThan(1, "the sender was killed between sending and marking at least once");
    }

    private static bool IsKill(Exception? problem) => problem is Killed || (problem is not null && IsKill(problem.InnerException));

    private sealed class FlakyCarrier(Random random) : MailCarrier
    {
        public Dictionary<string, int> Received { get; } = [];

        public CancellationTokenSource? Stop { get; set; }

        public override async Task CarryAsync(MimeMessage message, CancellationToken cancellationToken)
        {
            Received[message.MessageId!] = Received.GetValueOrDefault(message.MessageId!) + 1;
            if (random.Next(12) != 0)
                return;
            await Stop!.CancelAsync();
            throw new OperationCanceledException(Stop.Token);
        }
    }

    private sealed class Killed() : Exception("The process was killed here.");

    /// <summary>Ends the process at a command to the database: before it is carried out, or after it was and before anybody knew.</summary>
    private sealed class Killer : DbCommandInterceptor
    {
        private int left = int.MaxValue;

        public void After(int commands) => left = commands;

        public void Never() => left = int.MaxValue;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Count(result));

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (--left > 0)
                return result;
            // A process that dies leaves no half-read answer behind
            await result.DisposeAsync();
            throw new Killed();
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Count(result));

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) => new(Count(result));

        private T Count<T>(T result) => --left <= 0 ? throw new Killed() : result;
    }
}

public class SqliteKilledTests(SqliteDatabase database) : KilledTests(database), IClassFixture<SqliteDatabase>;

public class PostgresKilledTests(PostgresDatabase database) : KilledTests(database), IClassFixture<PostgresDatabase>;
