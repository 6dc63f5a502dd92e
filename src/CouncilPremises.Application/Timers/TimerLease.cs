using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Timers;

/// <summary>Who may run the timers now, and the last day on which the morning round was finished. There is one row.</summary>
public sealed class TimerLease
{
    /// <summary>The row's key.</summary>
    public const string OnlyName = "Timers";

    private TimerLease() { }

    /// <summary>A lease nobody holds.</summary>
    public TimerLease(Guid holderId, DateTime untilUtc) => (Name, HolderId, UntilUtc) = (OnlyName, holderId, untilUtc);

    /// <summary>Key.</summary>
    public string Name { get; private set; } = OnlyName;

    /// <summary>The process that runs the timers.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>Until when; afterwards anybody may take it. A process that dies holds it no longer than this.</summary>
    public DateTime UntilUtc { get; private set; }

    /// <summary>The last day whose morning round is finished; null before the first.</summary>
    public DateOnly? RoundDoneOn { get; private set; }

    /// <summary>The day of a round under way.</summary>
    public DateOnly? RoundOn { get; private set; }

    /// <summary>The last group that round has looked at.</summary>
    public Guid RoundAfterId { get; private set; }
}

/// <summary>Lets one process at a time run the timers. It saves work, and nothing rests on it: what a timer does is noted under a unique key.</summary>
public sealed class TimerLeases(AppDbContext db, CouncilTime time, Transactions transactions)
{
    /// <summary>How long a process may run without showing that it lives.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(5);

    /// <summary>Takes or renews the lease; false while another process holds it.</summary>
    public async Task<bool> TakeAsync(Guid holderId, CancellationToken cancellationToken)
    {
        try
        {
            return (await transactions.RunAsync(cancel => TryTakeAsync(holderId, cancel), cancellationToken)).Succeeded;
        }
        catch (DbUpdateException rival) when (Transactions.IsTaken(rival))
        {
            // Two processes wrote the first row at once
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Gives it back, so that another process need not wait.</summary>
    public Task GiveBackAsync(Guid holderId, CancellationToken cancellationToken) =>
        transactions.RunAsync(async cancel =>
        {
            await db.TimerLeases.Where(lease => lease.HolderId == holderId)
                .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.UntilUtc, time.NowUtc), cancel);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Whether this day's morning round is finished.</summary>
    public Task<bool> IsRoundDoneAsync(DateOnly day, CancellationToken cancellationToken) =>
        db.TimerLeases.AnyAsync(lease => lease.RoundDoneOn >= day, cancellationToken);

    /// <summary>Where this day's round goes on: after which group.</summary>
    public async Task<Guid> RoundAtAsync(DateOnly day, CancellationToken cancellationToken) =>
        await db.TimerLeases.Where(lease => lease.RoundOn == day).Select(lease => lease.RoundAfterId).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Notes how far it has come.</summary>
    public Task RoundAtAsync(DateOnly day, Guid afterId, CancellationToken cancellationToken) =>
        transactions.RunAsync(async cancel =>
        {
            await db.TimerLeases.ExecuteUpdateAsync(set => set.SetProperty(lease => lease.RoundOn, day).SetProperty(lease => lease.RoundAfterId, afterId), cancel);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Notes that it is.</summary>
    public Task RoundDoneAsync(DateOnly day, CancellationToken cancellationToken) =>
        transactions.RunAsync(async cancel =>
        {
            await db.TimerLeases.ExecuteUpdateAsync(set => set.SetProperty(lease => lease.RoundDoneOn, day), cancel);
            return Outcome.Ok();
        }, cancellationToken);

    private async Task<Outcome> TryTakeAsync(Guid holderId, CancellationToken cancellationToken)
    {
        var (now, until) = (time.NowUtc, time.NowUtc + Span);
        var taken = await db.TimerLeases.Where(lease => lease.UntilUtc <= now || lease.HolderId == holderId)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.HolderId, holderId).SetProperty(lease => lease.UntilUtc, until), cancellationToken);
        if (taken > 0)
            return Outcome.Ok();
        if (await db.TimerLeases.AnyAsync(cancellationToken))
            return Outcome.Refused(new Refusal(Transactions.BusyCode, "Another process is running the timers."));
        db.TimerLeases.Add(new TimerLease(holderId, until));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok();
    }
}
