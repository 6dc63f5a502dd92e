using System.Data.Common;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Timers;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
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

/// <summary>The worker killed anywhere, and several at once: every notice leaves exactly once a Message-ID, and none is missing.</summary>
[Collection(Races.Name)]
[Trait("Rule", "Clocks")]
public abstract class KilledTests(TestDatabase database)
{
    private const int Each = 4;

    // In commands to the database. A look at one case takes some forty: a life is long enough for a few, and far too short for all
    private const int LongestLife = 160;

    // Then the worker is left alone and must finish what the dead left behind
    private const int MostKills = 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Timers_KilledAtRandomPoints_DoEverythingOnce()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        var expected = await ALotToDoAsync();
        var killer = new Killer();
        await using var process = database.NewProcess(services => services.AddSingleton<IInterceptor>(killer));
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

        kills.ShouldBeGreaterThan(2, $"Seed {seed}");
        await ShouldAllBeThereOnceAsync(expected, $"Seed {seed}");
        await ShouldAllLeaveOnceAsync(random);
    }

    [Fact]
    public async Task Timers_FourWorkersWithoutALease_DoEverythingOnce()
    {
        var expected = await ALotToDoAsync();
        await using var other = database.NewProcess();
        var references = await database.With<AppDbContext, List<string>>(db =>
            db.Cases.Where(c => c.LookAgainUtc <= database.Time.NowUtc).Select(c => c.Reference).ToListAsync(Ct));

        await Task.WhenAll(new[] { database.Services, other, database.Services, other }.Select(process => LookAtAllAsync(process, references)));
        // What lost a race is looked at again, as the worker does every minute
        await database.RunTimersAsync();

        await ShouldAllBeThereOnceAsync(expected, "");
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

    // Each needs exactly one letter to each of its two readers: reminders of questions and drafts, apologies, and warnings of what runs out
    private async Task<IReadOnlyList<(TestHire Hire, NoticeCode Code)>> ALotToDoAsync()
    {
        await database.RunTimersAsync();
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var expected = new List<(TestHire, NoticeCode)>();
        for (var i = 0; i < Each; i++)
        {
            var asked = await database.HireAheadAsync(80).CheckingAsync(database, officer);
            await database.AskAsync(asked, officer);
            expected.Add((asked, NoticeCode.N3));
            expected.Add((await database.HireAheadAsync(23).SubmittedAsync(database), NoticeCode.NotDecided));
            expected.Add((await database.HireAheadAsync(60).DraftAsync(database), NoticeCode.N3));
            await InsuredUntilAsync(asked, database.Time.Today.AddDays(24 + 20));
        }

        database.Clock.Advance(TimeSpan.FromDays(24));
        return expected;
    }

    private Task InsuredUntilAsync(TestHire hire, DateOnly until) => database.With<AppDbContext>(async db =>
    {
        db.CheckRecords.Add(new CheckRecord(Guid.CreateVersion7(), CheckCode.INS, new CheckTarget(CheckSubject.Organisation, hire.Group.Organisation.Id, null),
            new CheckFinding(CheckOutcome.Clear, new Dictionary<string, string>(), until), Guid.Empty, database.Time.NowUtc));
        await db.SaveChangesAsync(Ct);
    });

    private async Task LookAtAllAsync(IServiceProvider process, IReadOnlyList<string> references)
    {
        foreach (var reference in references)
        {
            await using var scope = process.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CaseLooks>().LookAsync(reference, Ct);
        }

        var groups = await database.With<ExpiryWarnings, IReadOnlyList<Guid>>(warnings => warnings.GroupsAsync(Guid.Empty, 100, Ct));
        foreach (var group in groups)
        {
            await using var scope = process.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ExpiryWarnings>().WarnAsync(group, Ct);
        }
    }

    private async Task ShouldAllBeThereOnceAsync(IReadOnlyList<(TestHire Hire, NoticeCode Code)> expected, string why)
    {
        foreach (var (hire, code) in expected)
        {
            var letters = await database.LettersAsync(hire, code);
            letters.Select(letter => letter.To).ShouldBeUnique($"{hire.Reference} {code} {why}");
            letters.Count.ShouldBe(2, $"{hire.Reference} {code} {why}");
            if (code == NoticeCode.NotDecided)
                (await hire.StateAsync()).ShouldBe(CaseState.NotDecided, why);
        }

        var insured = expected.Where(pair => pair.Code == NoticeCode.N3).Select(pair => pair.Hire.Group.Organisation.Id).ToList();
        var warnings = await database.With<AppDbContext, List<Guid?>>(db =>
            db.OutboxMessages.Where(m => m.Notice == NoticeCode.N13 && insured.Contains(m.OrganisationId!.Value)).Select(m => m.OrganisationId).ToListAsync(Ct));
        warnings.ShouldBeUnique(why);
        warnings.Count.ShouldBe(Each, why);
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
