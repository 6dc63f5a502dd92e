using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Timers;

/// <summary>Looks at a case whose time has come and does what its clocks bring: one transaction, one save, with a note under a unique key for
/// each reminder and alert. It never refuses, cancels or suspends. RULEBOOK 6.</summary>
public sealed class CaseLooks(
    AppDbContext db, CouncilTime time, CaseFiles files, CaseDesk desk, CaseEndings endings, Confirmations confirmations, TimerLetters letters, AuditLog audit, Transactions transactions)
{
    private static readonly IReadOnlyList<TimerKind> Nothing = [];

    /// <summary>Does what is due, and says what it did; nothing when another process was faster or the time has not come.</summary>
    public async Task<IReadOnlyList<TimerKind>> LookAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await transactions.RunAsync(cancel => TryLookAsync(reference, cancel), cancellationToken);
            return outcome.Succeeded ? outcome.Value : Nothing;
        }
        catch (DbUpdateException rival) when (Transactions.IsTaken(rival))
        {
            // Another process did it in the same moment; the unique key let one of the two through
            db.ChangeTracker.Clear();
            return Nothing;
        }
    }

    private async Task<Outcome<IReadOnlyList<TimerKind>>> TryLookAsync(string reference, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var file = await files.LoadAsync(reference, Actor.System, cancellationToken);
        if (file?.Case.LookAgainUtc is not { } at || at > time.NowUtc)
            return Outcome.Ok(Nothing);
        // The records are read one after the other: where somebody saved meanwhile, they do not fit together, and the next look finds them whole
        if (!await db.Cases.AsNoTracking().AnyAsync(c => c.Id == file.Case.Id && c.Version == file.Case.Version, cancellationToken))
            return Outcome.Ok(Nothing);
        var done = new List<TimerKind>(await endings.ReachAsync(file, cancellationToken));
        if (done.Contains(TimerKind.NotDecided))
            await confirmations.ConfirmIfNothingStandsBeforeAsync(file, cancellationToken);
        desk.Settle(file);
        done.AddRange(await DueAsync(file, cancellationToken));
        await desk.FollowAsync(file, Actor.System, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok<IReadOnlyList<TimerKind>>(done);
    }

    private async Task<IReadOnlyList<TimerKind>> DueAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var due = CaseWatch.Things(file).Where(thing => thing.From <= file.Today).ToList();
        if (due.Count == 0)
            return Nothing;
        var marks = await db.TimerMarks.Where(mark => mark.CaseId == file.Case.Id)
            .ToDictionaryAsync(mark => (mark.Kind, mark.SubjectId, mark.Step), mark => CouncilTime.DayOf(mark.DoneUtc), cancellationToken);
        foreach (var lapse in due.Where(thing => thing.Reminder is not null))
        {
            var remindedOn = marks.TryGetValue((lapse.Reminder!.Value, lapse.SubjectId, lapse.Step), out var day) ? day : (DateOnly?)null;
            if (CaseTimers.MayLapse(lapse, remindedOn, file.Today, file.Clocks) && await endings.LapseAsync(file, lapse, cancellationToken))
                return [TimerKind.Lapse];
        }

        var fresh = due.Where(thing => thing.Reminder is null && !marks.ContainsKey((thing.Kind, thing.SubjectId, thing.Step))).ToList();
        foreach (var thing in fresh)
            db.TimerMarks.Add(new TimerMark(thing.Kind, thing.SubjectId, thing.Step, file.Case.Id, time.NowUtc));
        await RemindAsync(file, fresh, cancellationToken);
        await AlertAsync(file, fresh, cancellationToken);
        return [.. fresh.Select(thing => thing.Kind)];
    }

    private async Task RemindAsync(CaseFile file, IReadOnlyList<TimerThing> fresh, CancellationToken cancellationToken)
    {
        var reminders = fresh.Where(thing => CaseAttentions.Sentence(thing.Kind) is null).ToList();
        if (reminders.Count == 0)
            return;
        await letters.RemindAsync(file, reminders, cancellationToken);
        audit.Append(Actor.System, "Timer.Remind", Subject(file), new { kinds = reminders.Select(thing => thing.Kind).Distinct() });
    }

    private async Task AlertAsync(CaseFile file, IReadOnlyList<TimerThing> fresh, CancellationToken cancellationToken)
    {
        var alerts = fresh.Where(thing => CaseAttentions.Sentence(thing.Kind) is not null).Select(thing => thing.Kind).Distinct().ToList();
        if (alerts.Count == 0)
            return;
        await letters.AlertStaffAsync(file, alerts, cancellationToken);
        audit.Append(Actor.System, "Timer.Alert", Subject(file), new { kinds = alerts });
    }

    private static AuditSubject Subject(CaseFile file) =>
        new("Case", file.Case.Id, file.Case.Id, file.Case.State.ToString(), file.Case.State.ToString(), file.Policy.Number);
}
