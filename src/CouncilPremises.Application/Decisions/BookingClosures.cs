using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Decisions;

/// <summary>Closing premises with everything booked in them: one approver, one reason, every date, every hirer told; a second approver
/// countersigns within one working day. RULEBOOK 6.</summary>
public sealed class BookingClosures(
    AppDbContext db, CouncilTime time, CaseDesk desk, Cancellations cancellations, AftermathNotices notices, BankHolidays bankHolidays, FreeRooms freeRooms, AuditLog audit,
    Transactions transactions)
{
    /// <summary>Fewest characters of the evidence. RULEBOOK 7 P2.</summary>
    public const int FewestCharacters = RefusalReasons.FewestCharacters;

    private sealed record Blocked(Guid CaseId, IReadOnlyList<Refusal> Refusals);

    /// <summary>The dates that closing would cancel, in order; refused when the place or days make no sense.</summary>
    public async Task<Outcome<IReadOnlyList<ClosedDate>>> PreviewAsync(CloseBookings input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var place = await PlaceAsync(input, cancellationToken);
        return place.Succeeded
            ? Outcome.Ok(await AffectedAsync(place.Value, cancellationToken))
            : Outcome.Refused<IReadOnlyList<ClosedDate>>(place.Refusals);
    }

    /// <summary>Closes the days and cancels every date in them, all or nothing.</summary>
    public async Task<Outcome> OrderAsync(CloseBookings input, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        Blocked? blocked = null;
        var outcome = await transactions.RunAsync(async cancel =>
        {
            blocked = null;
            if (!actor.HasAny(Roles.FacilitiesApprover))
                return Outcome.Refused(new Refusal("Role", "A facilities approver orders a closure."));
            var place = await PlaceAsync(input, cancel);
            if (!place.Succeeded)
                return Outcome.Refused(place.Refusals);
            // Under the locks of the trees, so that no date can be claimed while we look
            await TreeLock.TakeVenueAsync(db, place.Value.VenueId, cancel);
            var dates = await AffectedAsync(place.Value, cancel);
            if (Mistakes(input, dates) is { Count: > 0 } mistakes)
                return Outcome.Refused(mistakes);
            if (!dates.Select(d => d.OccurrenceId).ToHashSet().SetEquals(input.SeenDates))
                return Outcome.Refused(new Refusal(Refusal.ChangedCode, "Bookings in these days have changed since the list was made. Look at the new list, then close."));
            var order = await AddOrderAsync(input, place.Value, dates, actor, cancel);
            foreach (var own in dates.GroupBy(date => date.Reference))
            {
                var closed = await desk.ActAsync<HireFile>(own.Key, actor, "Closure.Cancel", null,
                    file => CancelAsync(file, order, input, [.. own], actor, blockedBy => blocked = blockedBy, cancel), cancel);
                if (!closed.Succeeded)
                    return Outcome.Refused([.. closed.Refusals.Select(r => r with { Sentence = $"{own.Key}: {r.Sentence}" })]);
            }
            audit.Append(actor, "Closure.Order", new AuditSubject(nameof(Closure), order.ClosureId), new { order.Place, dates = dates.Count });
            await db.SaveChangesAsync(cancel);
            return Outcome.Ok();
        }, cancellationToken);
        if (!outcome.Succeeded)
            await audit.RefusedAsync(actor, "Closure.Order", blocked is { } on ? new AuditSubject("Case", on.CaseId, on.CaseId) : new AuditSubject(nameof(Closure), Guid.Empty), outcome.Refusals, cancellationToken);
        return outcome;
    }

    /// <summary>A second approver countersigns, or says why they disagree, which the workbook shows as an exception.</summary>
    public async Task<Outcome> SignAsync(Guid closureId, SignClosure input, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        var (agree, objection) = (input.Agree, input.Objection);
        var outcome = await transactions.RunAsync(async cancel =>
        {
            if (await db.ClosureOrders.FirstOrDefaultAsync(o => o.ClosureId == closureId, cancel) is not { } order)
                return Outcome.NotFound();
            if (!actor.HasAny(Roles.FacilitiesApprover))
                return Outcome.Refused(new Refusal("Role", "A facilities approver countersigns a closure."));
            if (order.OrderedById == actor.Id)
                return Outcome.Refused(new Refusal("S1", "You ordered this closure, so another approver countersigns it."));
            var cases = await db.Occurrences.Where(o => order.OccurrenceIds.Contains(o.Id)).Select(o => o.CaseId).Distinct().ToListAsync(cancel);
            if (await db.LockAsync(actor, cases, decides: true, cancel) is { } locked)
                return Outcome.Refused(locked with { Sentence = "You have an interest or a part in one of these bookings, so another approver countersigns." });
            // One statement covers every case listed (S3)
            var stated = await db.ConflictStatements.Where(s => cases.Contains(s.CaseId) && s.OfficerId == actor.Id).Select(s => s.CaseId).ToListAsync(cancel);
            var unstated = cases.Except(stated).ToList();
            if (unstated.Count > 0 && !input.NoInterest)
                return Outcome.Refused(new Refusal("S3", "Confirm that you have no interest in these bookings, or have a colleague countersign.", nameof(input.NoInterest)));
            if (order.SignedUtc is not null)
                return Outcome.Refused(new Refusal(Refusal.ChangedCode, "A colleague has signed this closure already."));
            if (!agree && objection?.Trim().Length is not (>= 20 and <= 2000))
                return Outcome.Refused(new Refusal("Length", "Say in 20 to 2,000 characters why you disagree.", "Objection"));
            if (Markings.Forbidden(objection) is { } marking)
                return Outcome.Refused(new Refusal("Marking", marking, "Objection"));
            db.ConflictStatements.AddRange(unstated.Select(id => new ConflictStatement(Guid.CreateVersion7(), id, actor.Id, false, null, time.NowUtc)));
            order.Sign(agree ? null : objection!.Trim(), actor.Id, time.NowUtc);
            audit.Append(actor, "Closure.Countersign", new AuditSubject(nameof(Closure), closureId), new { agree, objection });
            // Whoever countersigned had a part in each of the cases, and reviews none of them
            foreach (var id in cases)
                audit.Append(actor, "Closure.Countersign", new AuditSubject("Case", id, id), new { closureId, agree });
            await db.SaveChangesAsync(cancel);
            return Outcome.Ok();
        }, cancellationToken);
        if (!outcome.Succeeded && !outcome.IsNotFound)
            await audit.RefusedAsync(actor, "Closure.Countersign", new AuditSubject(nameof(Closure), closureId), outcome.Refusals, cancellationToken);
        return outcome;
    }

    /// <summary>What can be closed: each venue, and each of its rooms as "venue/room".</summary>
    public async Task<IReadOnlyList<ClosurePlace>> PlacesAsync(CancellationToken cancellationToken)
    {
        var venues = await db.Venues.AsNoTracking().OrderBy(v => v.Name).Select(v => new { v.Id, v.Slug, v.Name }).ToListAsync(cancellationToken);
        var rooms = (await db.Spaces.AsNoTracking().OrderBy(s => s.Name).Select(s => new { s.VenueId, s.Slug, s.Name }).ToListAsync(cancellationToken)).ToLookup(s => s.VenueId);
        return [.. venues.SelectMany(venue => rooms[venue.Id].Select(room => new ClosurePlace($"{venue.Slug}/{room.Slug}", $"{venue.Name}: {room.Name}"))
            .Prepend(new ClosurePlace(venue.Slug, $"{venue.Name}, all of it")))];
    }

    /// <summary>The dates a closure cancelled, in order, so that whoever countersigns knows whose they are.</summary>
    public async Task<IReadOnlyList<ClosedDate>> DatesAsync(ClosureOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        return await Dates(order.OccurrenceIds).ToListAsync(cancellationToken);
    }

    // In the words of the list that is shown before a closure too
    private IQueryable<ClosedDate> Dates(IReadOnlyList<Guid> occurrenceIds) =>
        from date in db.Occurrences.AsNoTracking()
        join @case in db.Cases on date.CaseId equals @case.Id
        join hirer in db.Organisations on @case.OrganisationId equals hirer.Id
        join space in db.Spaces on date.SpaceId equals space.Id
        where occurrenceIds.Contains(date.Id)
        orderby date.StartUtc, @case.Reference
        select new ClosedDate(date.Id, @case.Reference, hirer.Name, space.Name, date.Day, date.Starts, date.Ends, date.State, null);

    /// <summary>A closure ordered; null when there is none.</summary>
    public Task<ClosureOrder?> FindAsync(Guid closureId, CancellationToken cancellationToken) =>
        db.ClosureOrders.AsNoTracking().FirstOrDefaultAsync(o => o.ClosureId == closureId, cancellationToken);

    private async Task<ActResult> CancelAsync(
        HireFile file, ClosureOrder order, CloseBookings input, IReadOnlyList<ClosedDate> closed, Actor actor, Action<Blocked> block, CancellationToken cancellationToken)
    {
        var dates = closed.Select(date => date.OccurrenceId).ToList();
        // One statement covers every case listed (S3); who declared an interest before stays locked out
        if (file.ConflictStatements.All(s => s.OfficerId != actor.Id))
        {
            var statement = new ConflictStatement(Guid.CreateVersion7(), file.Case.Id, actor.Id, !input.NoInterest, null, time.NowUtc);
            db.ConflictStatements.Add(statement);
            file.Add(statement);
        }
        var step = HireWorkflow.Table.Try(file.Case.State, CaseAction.Close, actor.StaffRoles, file.FactsFor(actor));
        if (!step.Succeeded)
        {
            block(new Blocked(file.Case.Id, step.Refusals));
            return ActResult.No(step.Refusals);
        }
        var grounds = new DecisionGrounds(Ground.D8, order.Reason, new Dictionary<string, string> { ["P2"] = order.Reason }, NoProhibitedReason: true);
        var decision = cancellations.Record(file, DecisionKind.Cancel, grounds, null, dates, actor);
        var refund = HireCharges.Of(file, file.Hire.Occurrences.Where(o => dates.Contains(o.Id) && o.State is OccurrenceState.Confirmed or OccurrenceState.OnHold)) ?? Money.Zero;
        var facts = new CancellationFacts(CancellationCause.Closure, dates, false, "The premises cannot be used, whatever the hirer would say.", order.Alternative, refund);
        var cancellation = new Cancellation(Guid.CreateVersion7(), file.Case.Id, decision.Id, facts, actor.Id, time.NowUtc);
        cancellation.Confirm(decision.Id, actor.Id, time.NowUtc);
        db.Cancellations.Add(cancellation);
        file.After.Add(cancellation);
        var ended = await cancellations.EndDatesAsync(file, cancellation, OccurrenceAction.Close, null, actor, cancellationToken);
        if (!ended.Succeeded)
            return ActResult.No(ended.Refusals);
        if (!Cancellations.Live(file).Any())
            file.Case.Take(step.Value, time.NowUtc);
        await notices.ClosedAsync(file, cancellation, input.PublicReason!.Trim(), ended.Value, [.. closed.Where(date => date.Instead is not null).Select(date => Offer(date, file.Case.IsTyped))], cancellationToken);
        return ActResult.Done(new { order.ClosureId, dates = dates.Count, refund = refund.Pence, offered = closed.Select(date => date.Instead?.SpaceId) });
    }

    private async Task<ClosureOrder> AddOrderAsync(CloseBookings input, ClosedPlace place, IReadOnlyList<ClosedDate> dates, Actor actor, CancellationToken cancellationToken)
    {
        var workingDays = await bankHolidays.WorkingDaysAsync(cancellationToken);
        var closure = new Closure(Guid.CreateVersion7(), place.VenueId, place.SpaceId, place.FirstDay, place.LastDay, input.PublicReason!.Trim());
        var order = new ClosureOrder(closure.Id, place.Words, input.Evidence!.Trim(), input.Alternative!.Trim(), [.. dates.Select(d => d.OccurrenceId)],
            actor.Id, time.NowUtc, workingDays.Add(time.Today, ClosureOrder.CountersignWorkingDays));
        db.Closures.Add(closure);
        db.ClosureOrders.Add(order);
        return order;
    }

    private static string Offer(ClosedDate date, bool isTyped) =>
        $"{PremisesWords.Day(date.Day)}, {PremisesWords.Span(date.Starts, date.Ends)}: when we wrote this, {date.Instead!.Words} was free at the same time. {(isTyped ? "Ring us" : "Sign in")} and ask for it soon: it is not kept for you.";

    private static List<Refusal> Mistakes(CloseBookings input, IReadOnlyList<ClosedDate> dates)
    {
        var refusals = new List<Refusal>();
        if (input.Evidence?.Trim().Length is not (>= FewestCharacters and <= RefusalReasons.MostCharacters))
            refusals.Add(new Refusal("P2", "Say in 50 to 4,000 characters what makes the place unusable: the evidence, its source and date.", nameof(input.Evidence)));
        if (input.Alternative?.Trim().Length is not (>= CancellationRules.FewestCharacters and <= 2000))
            refusals.Add(new Refusal("Alternative", "Say in 20 to 2,000 characters what hirers are offered instead.", nameof(input.Alternative)));
        if (dates.Count > 0 && !input.NoInterest)
            refusals.Add(new Refusal("S3", "Confirm that you have no interest in these bookings, or have a colleague order the closure.", nameof(input.NoInterest)));
        string?[] texts = [input.Evidence, input.Alternative, input.PublicReason];
        refusals.AddRange(texts.Select(Markings.Forbidden).OfType<string>().Distinct().Select(sentence => new Refusal("Marking", sentence, nameof(input.Evidence))));
        return refusals;
    }

    private sealed record ClosedPlace(Guid VenueId, Guid? SpaceId, IReadOnlyList<Guid> Leaves, DateOnly FirstDay, DateOnly LastDay, string Words);

    private async Task<Outcome<ClosedPlace>> PlaceAsync(CloseBookings input, CancellationToken cancellationToken)
    {
        var venue = await db.Venues.AsNoTracking().SingleOrDefaultAsync(v => v.Slug == input.Venue, cancellationToken);
        if (venue is null)
            return Outcome.Refused<ClosedPlace>(new Refusal("Premises", "Choose the venue that is closed.", nameof(input.Venue)));
        var spaces = await db.Spaces.AsNoTracking().Where(s => s.VenueId == venue.Id).ToListAsync(cancellationToken);
        var space = string.IsNullOrEmpty(input.Space) ? null : spaces.SingleOrDefault(s => s.Slug == input.Space);
        if (!string.IsNullOrEmpty(input.Space) && space is null)
            return Outcome.Refused<ClosedPlace>(new Refusal("Premises", "Choose the whole venue or one of its rooms.", nameof(input.Space)));
        if (input.FirstDay is not { } first)
            return Outcome.Refused<ClosedPlace>(new Refusal("Premises", "Enter the first day closed.", nameof(input.FirstDay)));
        var last = input.LastDay ?? first;
        if (PremisesRules.Mistakes(first, last, input.PublicReason ?? "", time.Today) is { Count: > 0 } mistakes)
            return Outcome.Refused<ClosedPlace>([.. mistakes.Select(m => m.Field == "Reason" ? m with { Field = nameof(input.PublicReason) } : m)]);
        var nodes = spaces.Select(s => new SpaceNode(s.Id, s.ParentId, s.RootId)).ToList();
        IReadOnlyList<Guid> leaves = space is null ? [.. nodes.Select(s => s.Id)] : new SpaceTree(nodes).LeavesOf(space.Id);
        var words = $"{(space is null ? "" : space.Name + ", ")}{venue.Name}, {PremisesWords.Day(first)}{(last == first ? "" : " to " + PremisesWords.Day(last))}";
        return Outcome.Ok(new ClosedPlace(venue.Id, space?.Id, leaves, first, last, words));
    }

    private async Task<IReadOnlyList<ClosedDate>> AffectedAsync(ClosedPlace place, CancellationToken cancellationToken)
    {
        var nowUtc = time.NowUtc;
        int first = Quarters.Of(CouncilTime.ToUtc(place.FirstDay, TimeOnly.MinValue)!.Value), end = Quarters.Of(CouncilTime.ToUtc(place.LastDay.AddDays(1), TimeOnly.MinValue)!.Value);
        var owners = db.Claims.Where(c => place.Leaves.Contains(c.SpaceId) && c.Quarter >= first && c.Quarter < end).Select(c => c.OwnerId);
        var open = await db.Occurrences.Where(date => owners.Contains(date.Id) && date.StartUtc > nowUtc
            && (date.State == OccurrenceState.Held || date.State == OccurrenceState.Confirmed || date.State == OccurrenceState.OnHold)).Select(date => date.Id).ToListAsync(cancellationToken);
        var dates = await Dates(open).ToListAsync(cancellationToken);
        var instead = await freeRooms.InsteadOfAsync([.. dates.Select(date => date.OccurrenceId)], place.Leaves, cancellationToken);
        return [.. dates.Select(date => date with { Instead = instead.GetValueOrDefault(date.OccurrenceId) })];
    }
}
