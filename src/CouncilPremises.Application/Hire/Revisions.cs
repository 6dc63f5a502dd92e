using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Hire;

/// <summary>Makes changed answers part of an application: the next numbered submission, dates and their claims, new names tried at once,
/// and only the checks the change concerns opened again. Adds to the caller's save.</summary>
public sealed class Revisions(AppDbContext db, CouncilTime time, AuditLog audit, Claims claims, ScreeningRuns screening, CoSigning coSigning)
{
    /// <summary>The checks a change opens: those the rules name, and XREF when a name is new.</summary>
    public static IReadOnlyList<CheckCode> Reopens(HireFile file, HireAnswers after)
    {
        ArgumentNullException.ThrowIfNull(file);
        var names = NamesToTry.Of(file, after).ExceptBy(NamesToTry.Of(file, file.Hire.Answers).Select(name => (name.Text, name.As)), name => (name.Text, name.As));
        return [.. ChangeRules.Reopens(file.Hire.Answers, after).Concat(names.Any() ? [CheckCode.XREF] : []).Distinct().Order()];
    }

    /// <summary>Takes the change over. Refused, with nothing kept, when a date cannot be had.</summary>
    /// <param name="file">The case.</param>
    /// <param name="change">The change, sent, with the checks it opens.</param>
    /// <param name="roles">The roles with which the dates are moved.</param>
    /// <param name="actor">Whose act it is.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public async Task<IReadOnlyList<Refusal>> TakeOverAsync(HireFile file, Change change, Roles roles, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(actor);
        var moved = await MoveDatesAsync(file, ProposedChange.PlanOf(file, change.Answers), change, roles, cancellationToken);
        if (moved.Count > 0)
            return moved;
        var wasTried = file.Latest(CheckCode.XREF)?.RecordedUtc >= change.SentUtc;
        db.Submissions.Add(file.TakeOver(change, Guid.CreateVersion7(), actor.Id));
        await ReadRoomAsync(file, cancellationToken);
        if (change.Reopens.Contains(CheckCode.XREF) && file.Derived.Needs(CheckCode.XREF) && !wasTried)
            await screening.RunAsync(file, cancellationToken);
        RecordVenueCover(file, change);
        AskOrganiser(file, change);
        return [];
    }

    /// <summary>Sends another organiser the link to sign, now or while the change waits. T9.</summary>
    public void AskOrganiser(HireFile file, Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Reopens.Contains(CheckCode.DEC))
            coSigning.AskIfNeeded(file);
    }

    /// <summary>INS by venue cover records itself. RULEBOOK 5.</summary>
    public void RecordVenueCover(HireFile file, Change? change = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.Derived.Needs(CheckCode.INS) || file.Hire.Answers.Insurance.VenueCover != true || file.Venue?.CoversHirers != true
            || (change is not null && !change.Reopens.Contains(CheckCode.INS)))
            return;
        var finding = new CheckFinding(CheckOutcome.Clear, new Dictionary<string, string> { ["insurer"] = $"Venue cover of {file.Venue.Name}" }, null);
        var target = new CheckTarget(CheckSubject.Case, file.Case.OrganisationId, file.Case.Id);
        var record = new CheckRecord(Guid.CreateVersion7(), CheckCode.INS, target, finding, Actor.System.Id, time.NowUtc);
        db.CheckRecords.Add(record);
        file.Add(record);
        audit.Append(Actor.System, "Check.Record", new AuditSubject("Check", record.Id, file.Case.Id), new { code = CheckCode.INS, record.Outcome });
    }

    private async Task<IReadOnlyList<Refusal>> MoveDatesAsync(HireFile file, DatePlan plan, Change change, Roles roles, CancellationToken cancellationToken)
    {
        if (plan.IsEmpty)
            return [];
        var rooms = await RoomsAsync([.. plan.Moved.Select(move => move.To).Concat(plan.Added)], cancellationToken);
        file.Know(rooms.Values);
        foreach (var (date, to) in plan.Moved)
        {
            var step = OccurrenceWorkflow.Table.Try(date.State, OccurrenceAction.Move, roles, new(date.StartUtc <= time.NowUtc, false, true));
            if (!step.Succeeded)
                return step.Refusals;
            date.Move(step.Value, to, rooms[to.SpaceId].BufferBeforeMinutes, rooms[to.SpaceId].BufferAfterMinutes, time.NowUtc);
        }

        foreach (var date in plan.Removed)
            if (Release(date) is { Count: > 0 } refusals)
                return refusals;
        var added = plan.Added.Select(slot => Add(file, slot, rooms[slot.SpaceId])).ToList();
        List<Guid> givenUp = [.. plan.Removed.Select(date => date.Id), .. change.Dates.Select(date => date.Id)];
        var outcome = await claims.MoveAsync([.. plan.Moved.Select(move => move.Date), .. added], givenUp, change.Answers.Attendance.People ?? 1, cancellationToken);
        if (!outcome.Succeeded)
            return outcome.Refusals;
        if (file.Case.State == CaseState.Confirmed)
            foreach (var date in added)
                date.Take(OccurrenceWorkflow.Table.Try(date.State, OccurrenceAction.Confirm, Roles.System, new(false, false, true)).Value, time.NowUtc);
        return [];
    }

    // Only while nothing is decided: a booked date is cancelled, not forgotten
    private IReadOnlyList<Refusal> Release(Occurrence date)
    {
        var step = OccurrenceWorkflow.Table.Try(date.State, OccurrenceAction.Release, Roles.LeadContact, new(false, false, true));
        if (!step.Succeeded)
            return [new Refusal("Dates", "To give up a booked date, cancel it. A change only moves or adds dates.", "When.FirstDay")];
        date.Take(step.Value, time.NowUtc);
        return [];
    }

    private Occurrence Add(HireFile file, HireSlot slot, Domain.Premises.Space room)
    {
        var number = file.Hire.Occurrences.Select(date => date.Number).DefaultIfEmpty(0).Max() + 1;
        var date = new Occurrence(Guid.CreateVersion7(), file.Case.Id, number, slot.SpaceId, slot.Slot, room.BufferBeforeMinutes, room.BufferAfterMinutes);
        file.Hire.Add(date);
        db.Occurrences.Add(date);
        return date;
    }

    internal async Task<IReadOnlyDictionary<Guid, Domain.Premises.Space>> RoomsAsync(IReadOnlyList<HireSlot> slots, CancellationToken cancellationToken)
    {
        var ids = slots.Select(slot => slot.SpaceId).Distinct().ToList();
        return await db.Spaces.AsNoTracking().Where(space => ids.Contains(space.Id)).ToDictionaryAsync(space => space.Id, cancellationToken);
    }

    /// <summary>Names of the rooms an application has and a change wants.</summary>
    internal async Task<IReadOnlyDictionary<Guid, string>> NamesOfRoomsAsync(HireFile file, Change change, CancellationToken cancellationToken)
    {
        var ids = file.Hire.Occurrences.Select(date => date.SpaceId).Concat(change.Dates.Select(date => date.SpaceId)).Distinct().ToList();
        return await db.Spaces.AsNoTracking().Where(space => ids.Contains(space.Id)).ToDictionaryAsync(space => space.Id, space => space.Name, cancellationToken);
    }

    private async Task ReadRoomAsync(HireFile file, CancellationToken cancellationToken)
    {
        if (file.Hire.Answers.When.SpaceId is not { } id || id == file.Space?.Id)
            return;
        var space = await db.Spaces.FirstAsync(one => one.Id == id, cancellationToken);
        file.Move(space, await db.Venues.FirstAsync(venue => venue.Id == space.VenueId, cancellationToken));
    }
}
