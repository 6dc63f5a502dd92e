using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CouncilPremises.Application.Timers;

/// <summary>What one run of the timers did.</summary>
/// <param name="Looked">Cases looked at.</param>
/// <param name="Done">How often each thing was done.</param>
/// <param name="IsFinished">False when the limit of a run was reached: the next one goes on.</param>
public sealed record TimerReport(int Looked, IReadOnlyDictionary<TimerKind, int> Done, bool IsFinished);

/// <summary>Runs the timers once: looks at the cases whose time has come, and in the morning at what runs out. It is bounded, may be
/// stopped anywhere, and goes on where it was the next time: what is done is noted with what it did, or not at all.</summary>
public sealed class TimerRun(
    AppDbContext db, CouncilTime time, TimerLeases leases, Holds holds, CaseLooks looks, ExpiryWarnings warnings, Claims claims, BankErasure banks, ILogger<TimerRun> log)
{
    /// <summary>Cases and groups one run looks at, at most, before the lease is taken anew.</summary>
    public const int Most = 200;

    private static readonly TimeSpan AfterAFault = TimeSpan.FromMinutes(15);

    /// <summary>Runs them; null while another process does.</summary>
    /// <param name="holderId">The process.</param>
    /// <param name="cancellationToken">Ends early, between two cases.</param>
    public async Task<TimerReport?> RunAsync(Guid holderId, CancellationToken cancellationToken)
    {
        if (!await leases.TakeAsync(holderId, cancellationToken))
            return null;
        var done = new Dictionary<TimerKind, int>();
        // First what a hold has interrupted goes on, so that the look finds it where it stands
        Note(done, TimerKind.EndHold, await EndHoldsAsync(cancellationToken));
        var references = await DueAsync(cancellationToken);
        foreach (var reference in references)
            foreach (var kind in await LookAsync(reference, cancellationToken))
                Note(done, kind, 1);
        var isRoundDone = await RoundAsync(done, cancellationToken);
        Note(done, TimerKind.FreeSlots, await claims.DropExpiredAsync(Most, cancellationToken));
        return new TimerReport(references.Count, done, references.Count < Most && isRoundDone);
    }

    private static void Note(Dictionary<TimerKind, int> done, TimerKind kind, int times)
    {
        if (times > 0)
            done[kind] = done.GetValueOrDefault(kind) + times;
    }

    private Task<List<string>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.NowUtc;
        return db.Cases.AsNoTracking().Where(c => c.LookAgainUtc <= now).OrderBy(c => c.LookAgainUtc).ThenBy(c => c.Id)
            .Select(c => c.Reference).Take(Most).ToListAsync(cancellationToken);
    }

    private async Task<int> EndHoldsAsync(CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var hold in await holds.OverdueAsync(Most, cancellationToken))
            ended += await EndAsync(hold, cancellationToken) ? 1 : 0;
        return ended;
    }

    // One hold that cannot be ended must not stop those behind it
    private async Task<bool> EndAsync(OverdueHold hold, CancellationToken cancellationToken)
    {
        try
        {
            return (await holds.EndAsync(hold, cancellationToken)).Succeeded;
        }
        catch (Exception problem) when (IsOfOneCase(problem))
        {
            log.LogError("The timers could not end a hold of {Reference}: {Problem}", hold.Reference, problem.GetType().Name);
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private static bool IsOfOneCase(Exception problem) =>
        problem is InvalidOperationException or ArgumentException or FormatException or KeyNotFoundException or DbUpdateException;

    // One case that cannot be looked at must not stop the others: it is put off, and said
    private async Task<IReadOnlyList<TimerKind>> LookAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            return await looks.LookAsync(reference, cancellationToken);
        }
        catch (Exception problem) when (IsOfOneCase(problem))
        {
            log.LogError("The timers could not look at {Reference}: {Problem}", reference, problem.GetType().Name);
            db.ChangeTracker.Clear();
            var later = time.NowUtc + AfterAFault;
            await db.Cases.Where(c => c.Reference == reference).ExecuteUpdateAsync(set => set.SetProperty(c => c.LookAgainUtc, later), cancellationToken);
            return [];
        }
    }

    // Once a day, from seven: at most so many groups a run, until all have been looked at
    private async Task<bool> RoundAsync(Dictionary<TimerKind, int> done, CancellationToken cancellationToken)
    {
        var today = time.Today;
        if (time.NowUtc < CaseWatch.MorningOf(today) || await leases.IsRoundDoneAsync(today, cancellationToken))
            return true;
        var after = await leases.RoundAtAsync(today, cancellationToken);
        var groups = await warnings.GroupsAsync(after, Most, cancellationToken);
        foreach (var group in groups)
            if (await warnings.WarnAsync(group, cancellationToken))
                Note(done, TimerKind.Expiry, 1);
        if (groups.Count == Most)
            await leases.RoundAtAsync(today, groups[^1], cancellationToken);
        else
        {
            Note(done, TimerKind.EraseBank, await banks.EraseDueAsync(Most, cancellationToken));
            await leases.RoundDoneAsync(today, cancellationToken);
        }
        return groups.Count < Most;
    }
}
