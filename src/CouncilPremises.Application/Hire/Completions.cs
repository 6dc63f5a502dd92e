using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Hire;

/// <summary>The timer that completes dates that are over, and cases whose last date is. It never refuses, cancels or suspends.</summary>
public sealed class Completions(AppDbContext db, CouncilTime time, AuditLog audit)
{
    /// <summary>Completes what is over, at most this many dates at a time, and says how many it completed.</summary>
    public async Task<int> RunAsync(int most, CancellationToken cancellationToken)
    {
        var now = time.NowUtc;
        var over = await db.Occurrences.Where(o => o.State == OccurrenceState.Confirmed && o.EndUtc <= now)
            .OrderBy(o => o.EndUtc).Take(most).ToListAsync(cancellationToken);
        foreach (var occurrence in over)
            occurrence.Take(OccurrenceWorkflow.Table.Try(occurrence.State, OccurrenceAction.Complete, Roles.System, new(true, true, true)).Value, now);
        var ids = over.Select(o => o.CaseId).Distinct().ToList();
        var open = await db.Occurrences.Where(o => ids.Contains(o.CaseId) && o.State == OccurrenceState.Confirmed && o.EndUtc > now)
            .Select(o => o.CaseId).Concat(db.Occurrences.Where(o => ids.Contains(o.CaseId) && o.State == OccurrenceState.OnHold).Select(o => o.CaseId))
            .Distinct().ToListAsync(cancellationToken);
        var cases = await db.Cases.Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
        foreach (var @case in cases)
        {
            var facts = new CaseFacts { Tier = @case.Tier, EventOver = !open.Contains(@case.Id) };
            var step = HireWorkflow.Table.Try(@case.State, CaseAction.Complete, Roles.System, facts);
            if (step.Succeeded)
                @case.Take(step.Value, now);
            else
                @case.Touch(now);
            audit.Append(Actor.System, "Hire.Complete", new AuditSubject("Case", @case.Id, @case.Id, step.Succeeded ? step.Value.From.ToString() : @case.State.ToString(), @case.State.ToString()));
        }
        await db.SaveChangesAsync(cancellationToken);
        return over.Count;
    }
}
