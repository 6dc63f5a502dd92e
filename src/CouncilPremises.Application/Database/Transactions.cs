using System.Collections.Concurrent;
using CouncilPremises.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CouncilPremises.Application.Database;

/// <summary>Runs an act whole or not at all, and again when the database asked for it. The one place that does.</summary>
/// <remarks>A refused act is rolled back, and nothing of it stays in the context. The act may run several times, so it
/// must read what it needs itself.</remarks>
public sealed class Transactions(AppDbContext db)
{
    private const int MostTries = 6;

    /// <summary>The code for an act that lost to others so often that it gave up.</summary>
    public const string BusyCode = "Busy";

    private static readonly Refusal Busy = new(BusyCode, "Many people are using the service right now. Nothing was changed. Try again in a moment.");

    /// <summary>Runs an act; somebody else's change in between becomes a conflict.</summary>
    public Task<Outcome> RunAsync(Func<CancellationToken, Task<Outcome>> act, CancellationToken cancellationToken) =>
        RunAsync(act, Outcome.Changed, () => Outcome.Refused(Busy), cancellationToken);

    /// <summary>Runs an act that gives something back; somebody else's change in between becomes a conflict.</summary>
    public Task<Outcome<T>> RunAsync<T>(Func<CancellationToken, Task<Outcome<T>>> act, CancellationToken cancellationToken) =>
        RunAsync(act, () => Outcome.Refused<T>(Outcome.Changed().Refusals), () => Outcome.Refused<T>(Busy), cancellationToken);

    private async Task<TOutcome> RunAsync<TOutcome>(
        Func<CancellationToken, Task<TOutcome>> act, Func<TOutcome> changed, Func<TOutcome> busy, CancellationToken cancellationToken)
        where TOutcome : Outcome
    {
        ArgumentNullException.ThrowIfNull(act);
        if (db.Database.CurrentTransaction is not null)
            return await act(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(act, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                return changed();
            }
            catch (Exception failure) when (IsPassing(failure))
            {
                db.ChangeTracker.Clear();
                if (attempt == MostTries)
                    return busy();
                // Rivals that waited the same time would meet again.
                await Task.Delay((10 << attempt) + Random.Shared.Next(20), cancellationToken);
            }
        }
    }

    private async Task<TOutcome> TryAsync<TOutcome>(Func<CancellationToken, Task<TOutcome>> act, CancellationToken cancellationToken)
        where TOutcome : Outcome
    {
        using var turn = await SqliteWriters.WaitAsync(db, cancellationToken);
        // On SQLite this is BEGIN IMMEDIATE: a transaction that reads first and writes later could not be carried out.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var outcome = await act(cancellationToken);
        if (outcome.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
            return outcome;
        }

        await transaction.RollbackAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return outcome;
    }

    /// <summary>True for what passes when the act is tried again: busy, deadlock, serialisation failure, a key taken in a race.</summary>
    public static bool IsPassing(Exception? failure) => failure switch
    {
        PostgresException postgres => postgres.SqlState
            is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable,
        SqliteException sqlite => sqlite.SqliteErrorCode is Sqlite.Busy or Sqlite.Locked,
        null => false,
        _ => IsPassing(failure.InnerException),
    };

    /// <summary>True when a unique key was taken already: somebody else was faster.</summary>
    public static bool IsTaken(Exception? failure) => failure switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is Sqlite.PrimaryKeyTaken or Sqlite.UniqueTaken,
        null => false,
        _ => IsTaken(failure.InnerException),
    };

    private static class Sqlite
    {
        public const int PrimaryKeyTaken = 1555;
        public const int UniqueTaken = 2067;
        public const int Busy = 5;
        public const int Locked = 6;
    }
}

/// <summary>Lets the writers of this process take turns on an SQLite database: Microsoft.Data.Sqlite sleeps between tries,
/// so competing writers would starve each other. Does nothing on PostgreSQL.</summary>
internal static class SqliteWriters
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Doors = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn; disposing what comes back ends it.</summary>
    public static async Task<IDisposable?> WaitAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
            return null;
        var door = Doors.GetOrAdd(db.Database.GetDbConnection().ConnectionString, _ => new SemaphoreSlim(1, 1));
        return await door.WaitAsync(LongestWait, cancellationToken)
            ? new Turn(door)
            : throw new TimeoutException("Another writer of this process did not end its turn.");
    }

    private sealed class Turn(SemaphoreSlim door) : IDisposable
    {
        public void Dispose() => door.Release();
    }
}
