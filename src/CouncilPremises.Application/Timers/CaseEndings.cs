using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;

namespace CouncilPremises.Application.Timers;

/// <summary>What time itself does to a case: it completes what is over, closes what was reached undecided, and lapses what nobody went on with.
/// Each move is a row of the workflow tables whose role is the system; there is none that refuses, cancels or suspends. RULEBOOK 6.</summary>
public sealed class CaseEndings(CouncilTime time, AuditLog audit, Claims claims, TimerLetters letters)
{
    /// <summary>Does what the passing of its dates brings, in the save under way.</summary>
    public async Task<IReadOnlyList<TimerKind>> ReachAsync(CaseFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var done = new List<TimerKind>();
        if (Complete(file))
            done.Add(TimerKind.Complete);
        var reached = file.Occurrences.Where(o => o.State == OccurrenceState.Held && o.StartUtc <= time.NowUtc).ToList();
        if (reached.Count > 0 && (CaseTimers.IsUndecided(file.Case.State, file.Case.StateLeft) || WaitedForTheCouncil(file, reached)))
        {
            await NotDecideAsync(file, reached, cancellationToken);
            done.Add(TimerKind.NotDecided);
        }
        else if (reached.Count > 0 && file.Case.State == CaseState.ApprovedWithConditions)
        {
            await GiveUpAsync(file, reached, cancellationToken);
            done.Add(TimerKind.Lapse);
        }
        return done;
    }

    /// <summary>Closes an application that nobody went on with; its slots are free at once: N4. False when no row allows it.</summary>
    public async Task<bool> LapseAsync(CaseFile file, TimerThing lapse, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(lapse);
        if (lapse.Reminder == TimerKind.OfferReminder)
            return await LapseOfferAsync((GrantFile)file, cancellationToken);
        var from = file.Case.State;
        var facts = file.FactsFor(Actor.System) with
        {
            DraftIdle = lapse.Reminder == TimerKind.DraftReminder,
            AnswerOverdue = lapse.Reminder == TimerKind.InformationReminder,
            DeclarationOverdue = lapse.Reminder == TimerKind.DeclarationReminder,
        };
        if (!Move(file, CaseAction.Lapse, facts))
            return false;
        foreach (var occurrence in file.Occurrences.Where(o => o.State == OccurrenceState.Held))
            await ReleaseAsync(occurrence, cancellationToken);
        await letters.LapsedAsync(file, lapse.Reminder, cancellationToken);
        audit.Append(Actor.System, "Case.Lapse", Subject(file, from), new { after = lapse.Reminder });
        return true;
    }

    // Nobody accepted in time: the money goes to others, and the case ends with its award
    private async Task<bool> LapseOfferAsync(GrantFile file, CancellationToken cancellationToken)
    {
        var step = file.TryAward(AwardAction.Lapse, Roles.System, file.StandingFor(Actor.System));
        if (!step.Succeeded)
            return false;
        file.Award!.Take(step.Value, time.NowUtc);
        await letters.LapsedAsync(file, TimerKind.OfferReminder, cancellationToken);
        audit.Append(Actor.System, "Award.Lapse", Subject(file, file.Case.State));
        return true;
    }

    private bool Complete(CaseFile file)
    {
        var from = file.Case.State;
        var over = file.Occurrences.Where(o => o.State == OccurrenceState.Confirmed && o.EndUtc <= time.NowUtc).ToList();
        foreach (var occurrence in over)
            Take(occurrence, OccurrenceAction.Complete);
        if (over.Count > 0)
            Ahead(file);
        var isOver = file.Occurrences.Any(o => o.State == OccurrenceState.Completed) && !file.Occurrences.Any(IsAhead);
        if (!Move(file, CaseAction.Complete, file.FactsFor(Actor.System) with { EventOver = isOver }) && over.Count == 0)
            return false;
        audit.Append(Actor.System, "Hire.Complete", Subject(file, from), new { dates = over.Count });
        return true;
    }

    // The council's fault, never the group's: an apology, nothing to pay, and how to complain
    private async Task NotDecideAsync(CaseFile file, List<Occurrence> reached, CancellationToken cancellationToken)
    {
        var from = file.Case.State;
        foreach (var occurrence in reached)
        {
            Take(occurrence, OccurrenceAction.NotDecide);
            await claims.ReleaseAsync(occurrence.Id, cancellationToken);
        }
        Ahead(file);
        var closed = Move(file, CaseAction.NotDecide, file.FactsFor(Actor.System) with { EventReached = !file.Occurrences.Any(IsAhead), CouncilStoodInTheWay = StoodOver(file, reached) });
        await letters.NotDecidedAsync(file, reached, isClosed: closed, cancellationToken);
        audit.Append(Actor.System, "Case.NotDecide", Subject(file, from), new { dates = reached.Count });
    }

    // Approved, and nothing was left for the hirer to do, or a hold or a review of ours stood over the date
    private static bool WaitedForTheCouncil(CaseFile file, List<Occurrence> reached) => file.Case.State == CaseState.Approved
        || (file.Case.State == CaseState.ApprovedWithConditions
            && (file.Conditions.All(condition => condition.LetsConfirm) || StoodOver(file, reached)));

    private static bool StoodOver(CaseFile file, List<Occurrence> reached) => reached.TrueForAll(date => file.After.StoodOver(date.StartUtc));

    // Approved, but what had to be done first was not done before the date: nothing is confirmed without it
    private async Task GiveUpAsync(CaseFile file, List<Occurrence> reached, CancellationToken cancellationToken)
    {
        var from = file.Case.State;
        foreach (var occurrence in reached)
            await ReleaseAsync(occurrence, cancellationToken);
        Ahead(file);
        if (Move(file, CaseAction.Lapse, file.FactsFor(Actor.System) with { EventReached = !file.Occurrences.Any(IsAhead) }))
            await letters.LapsedAsync(file, null, cancellationToken);
        audit.Append(Actor.System, "Case.Lapse", Subject(file, from), new { dates = reached.Count });
    }

    private bool Move(CaseFile file, CaseAction action, CaseFacts facts)
    {
        var step = file.Workflow.Try(file.Case.State, action, Roles.System, facts);
        if (step.Succeeded)
            file.Case.Take(step.Value, time.NowUtc);
        return step.Succeeded;
    }

    private void Ahead(CaseFile file)
    {
        file.Case.Touch(time.NowUtc);
        file.Case.Derive(file.Case.Tier, file.Case.PolicyVersion, file.Occurrences.Where(IsAhead).Select(o => (DateTime?)o.StartUtc).Min() ?? file.Case.FirstEventUtc);
    }

    private async Task ReleaseAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        Take(occurrence, OccurrenceAction.Release);
        await claims.ReleaseAsync(occurrence.Id, cancellationToken);
    }

    private void Take(Occurrence occurrence, OccurrenceAction action)
    {
        var now = time.NowUtc;
        occurrence.Take(OccurrenceWorkflow.Table.Try(
            occurrence.State, action, Roles.System, new(occurrence.StartUtc <= now, occurrence.EndUtc <= now, true)).Value, now);
    }

    private static bool IsAhead(Occurrence occurrence) =>
        occurrence.State is OccurrenceState.Held or OccurrenceState.Confirmed or OccurrenceState.OnHold;

    private static AuditSubject Subject(CaseFile file, CaseState from) =>
        new("Case", file.Case.Id, file.Case.Id, from.ToString(), file.Case.State.ToString(), file.Policy.Number);
}
