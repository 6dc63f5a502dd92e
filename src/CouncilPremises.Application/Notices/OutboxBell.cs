using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CouncilPremises.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CouncilPremises.Application.Notices;

/// <summary>Wakes the worker when a save, or the transaction around it, has put a message into the outbox.</summary>
public sealed class OutboxBell : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, object> waitingForCommit = [];
    private readonly ConditionalWeakTable<DbContext, object> saving = [];
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Wakes the worker.</summary>
    public void Ring() => rung.Writer.TryWrite(true);

    /// <summary>Waits until the bell rings, or for so long.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            await rung.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody rang: time to look by oneself, for messages of other processes and for repeats
        }
    }

    /// <inheritdoc />
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Saved(eventData);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Saved(eventData);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Committed(eventData);

    /// <inheritdoc />
    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Committed(eventData);
        return Task.CompletedTask;
    }

    private void Note(DbContextEventData eventData)
    {
        if (eventData.Context is { } db && db.ChangeTracker.Entries<OutboxMessage>().Any(entry => entry.State == EntityState.Added))
            saving.AddOrUpdate(db, true);
    }

    private void Saved(DbContextEventData eventData)
    {
        if (eventData.Context is not { } db || !saving.Remove(db))
            return;
        if (db.Database.CurrentTransaction is null)
            Ring();
        else
            waitingForCommit.AddOrUpdate(db, true);
    }

    private void Committed(TransactionEndEventData eventData)
    {
        if (eventData?.Context is { } db && waitingForCommit.Remove(db))
            Ring();
    }
}
