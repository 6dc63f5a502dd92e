using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>Takes, keeps and gives back slots. The database has the last word: a leaf has one owner a quarter-hour. RULEBOOK 3 B4.</summary>
public sealed class Claims(AppDbContext db, CouncilTime time)
{
    /// <summary>Claims the slots of these dates, all or none, inside the caller's transaction (<see cref="Transactions"/>).
    /// Refused with one sentence a clash, every clash at once; the caller then rolls back.</summary>
    public Task<Outcome> ClaimAsync(IReadOnlyList<Occurrence> occurrences, CancellationToken cancellationToken) =>
        ClaimAsync(occurrences, people: 1, cancellationToken);

    /// <summary>Claims the slots of these dates, as above; rooms offered instead hold at least <paramref name="people"/>.</summary>
    /// <param name="occurrences">The dates.</param>
    /// <param name="people">How many come.</param>
    /// <param name="cancellationToken">Ends early.</param>
    /// <param name="say">Makes the refusal of a date; null for one about B4.</param>
    public Task<Outcome> ClaimAsync(
        IReadOnlyList<Occurrence> occurrences, int people, CancellationToken cancellationToken, Func<SlotClash, Refusal>? say = null)
    {
        ArgumentNullException.ThrowIfNull(occurrences);
        return ClaimAsync([.. occurrences.Select(WantedSlot.Of)], new ClaimRules(ClaimOwner.Occurrence, [], [], people), cancellationToken, say);
    }

    /// <summary>Claims dates anew that have moved or were added: all or none. What they and these owners held before is given back first,
    /// in the same transaction, so that nobody can come between.</summary>
    public Task<Outcome> MoveAsync(IReadOnlyList<Occurrence> dates, IReadOnlyList<Guid> givenUp, int people, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return ClaimAsync(
            [.. dates.Select(WantedSlot.Of)], new ClaimRules(ClaimOwner.Occurrence, [.. givenUp, .. dates.Select(date => date.Id)], [], people), cancellationToken);
    }

    /// <summary>Keeps the slots that a change asks for until it is decided, beside those of the dates it would move. What those dates hold
    /// already stays theirs.</summary>
    public Task<Outcome> KeepAsync(IReadOnlyList<ChangeDate> dates, int people, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dates);
        var wanted = dates.Select(date => new WantedSlot(date.Id, date.SpaceId, date.Wanted.Slot, date.BufferBeforeMinutes, date.BufferAfterMinutes)).ToList();
        return ClaimAsync(wanted, new ClaimRules(ClaimOwner.Hold, [], [.. dates.Select(date => date.OccurrenceId).OfType<Guid>()], people), cancellationToken);
    }

    /// <param name="Owner">What claims.</param>
    /// <param name="GivenUp">Owners whose claims are given back first.</param>
    /// <param name="Beside">Owners whose claims count as one's own.</param>
    /// <param name="People">Rooms offered instead hold so many.</param>
    private sealed record ClaimRules(ClaimOwner Owner, IReadOnlyList<Guid> GivenUp, IReadOnlyList<Guid> Beside, int People);

    private async Task<Outcome> ClaimAsync(
        List<WantedSlot> wanted, ClaimRules rules, CancellationToken cancellationToken, Func<SlotClash, Refusal>? say = null)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Slots are claimed inside a transaction, so that the lock on the tree lasts until the act is saved.");
        if (rules.GivenUp.Count > 0 && wanted.Count == 0)
            await db.Claims.Where(claim => rules.GivenUp.Contains(claim.OwnerId)).ExecuteDeleteAsync(cancellationToken);
        if (wanted.Count == 0)
            return Outcome.Ok();
        await TreeLock.TakeAsync(db, [.. wanted.Select(slot => slot.SpaceId).Distinct()], cancellationToken);

        // Only now, under the lock, is anything read.
        var nowUtc = time.NowUtc;
        var map = await ReadMapAsync(wanted, cancellationToken);
        if (rules.GivenUp.Count > 0)
            await db.Claims.Where(claim => rules.GivenUp.Contains(claim.OwnerId)).ExecuteDeleteAsync(cancellationToken);
        var clashes = await new ClashFinder(db, map, nowUtc).FindAsync(wanted, rules.People, rules.Beside, cancellationToken, say);
        if (clashes.Count > 0)
            return Outcome.Refused(clashes);
        foreach (var slot in wanted)
            await DropExpiredAsync(map.Tree.LeavesOf(slot.SpaceId), slot, nowUtc, cancellationToken);
        var held = rules.Beside.Count == 0 ? [] : (await db.Claims.AsNoTracking().Where(claim => rules.Beside.Contains(claim.OwnerId))
            .Select(claim => new { claim.SpaceId, claim.Quarter }).ToListAsync(cancellationToken)).Select(claim => (claim.SpaceId, claim.Quarter)).ToHashSet();
        var rows = wanted.SelectMany(slot => Rows(slot, map.Tree, rules.Owner)).Where(row => !held.Contains((row.SpaceId, row.Quarter))).ToList();
        if (await ClaimRows.InsertAsync(db, rows, cancellationToken) == rows.Count)
            return Outcome.Ok();
        var ids = wanted.Select(slot => slot.OwnerId).ToList();
        await db.Claims.Where(claim => ids.Contains(claim.OwnerId)).ExecuteDeleteAsync(cancellationToken);
        return Outcome.Refused(new Refusal(ClashFinder.Code, "Somebody has just taken this room for a time you asked for. Look at what is free now, and choose again."));
    }

    /// <summary>Every clash that claiming these slots of a space would meet now, without claiming anything: for a draft.</summary>
    public Task<IReadOnlyList<Refusal>> ClashesAsync(Guid spaceId, IReadOnlyList<OccurrenceSlot> slots, int people, CancellationToken cancellationToken) =>
        ClashesAsync([.. slots.Select(slot => new HireSlot(spaceId, slot))], [], people, holdsYield: false, cancellationToken);

    /// <summary>As above, for slots in several spaces; what these owners hold counts as one's own. Where holds yield, as to an election meeting,
    /// only what is booked or blocked stands in the way.</summary>
    public async Task<IReadOnlyList<Refusal>> ClashesAsync(
        IReadOnlyList<HireSlot> slots, IReadOnlyList<Guid> beside, int people, bool holdsYield, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slots);
        if (slots.Count == 0)
            return [];
        var ids = slots.Select(slot => slot.SpaceId).Distinct().ToList();
        var buffers = await db.Spaces.Where(space => ids.Contains(space.Id))
            .Select(space => new { space.Id, space.BufferBeforeMinutes, space.BufferAfterMinutes }).ToDictionaryAsync(space => space.Id, cancellationToken);
        var wanted = slots.Select(slot => new WantedSlot(
            Guid.CreateVersion7(), slot.SpaceId, slot.Slot, buffers[slot.SpaceId].BufferBeforeMinutes, buffers[slot.SpaceId].BufferAfterMinutes)).ToList();
        var map = await ReadMapAsync(wanted, cancellationToken);
        var yielding = holdsYield ? await YieldingHolds.FindAsync(db, map.Tree, wanted, time.NowUtc, cancellationToken) : [];
        return await new ClashFinder(db, map, time.NowUtc).FindAsync(wanted, people, [.. beside, .. yielding], cancellationToken);
    }

    /// <summary>Gives way to a statutory election meeting: what is only held for others at these times is given back under the lock, and the dates
    /// that lost their slot are returned. Confirmed bookings, blocks and other election meetings stay. RULEBOOK 3.</summary>
    public async Task<IReadOnlyList<Guid>> GiveWayAsync(IReadOnlyList<Occurrence> occurrences, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrences);
        var wanted = occurrences.Select(WantedSlot.Of).ToList();
        await TreeLock.TakeAsync(db, [.. wanted.Select(slot => slot.SpaceId).Distinct()], cancellationToken);
        var map = await ReadMapAsync(wanted, cancellationToken);
        var yielding = await YieldingHolds.FindAsync(db, map.Tree, wanted, time.NowUtc, cancellationToken);
        await db.Claims.Where(claim => yielding.Contains(claim.OwnerId)).ExecuteDeleteAsync(cancellationToken);
        return yielding;
    }

    /// <summary>Gives back everything an owner holds, in the caller's save.</summary>
    public async Task ReleaseAsync(Guid ownerId, CancellationToken cancellationToken) =>
        db.Claims.RemoveRange(await db.Claims.Where(claim => claim.OwnerId == ownerId).ToListAsync(cancellationToken));

    /// <summary>Keeps what an owner holds until an instant and no longer, in the caller's save: after a refusal, until the time to
    /// ask for a review ends. From then on anybody may take it. RULEBOOK 6.</summary>
    public async Task ExpireAtAsync(Guid ownerId, DateTime untilUtc, CancellationToken cancellationToken)
    {
        foreach (var claim in await db.Claims.Where(claim => claim.OwnerId == ownerId).ToListAsync(cancellationToken))
            db.Entry(claim).Property(c => c.ExpiresUtc).CurrentValue = untilUtc;
    }

    /// <summary>Keeps what an owner still holds without an end, in the caller's save: while a review is open. RULEBOOK 6.</summary>
    public async Task KeepAsync(Guid ownerId, CancellationToken cancellationToken)
    {
        var nowUtc = time.NowUtc;
        foreach (var claim in await db.Claims.Where(claim => claim.OwnerId == ownerId && claim.ExpiresUtc > nowUtc).ToListAsync(cancellationToken))
            db.Entry(claim).Property(c => c.ExpiresUtc).CurrentValue = null;
    }

    /// <summary>Deletes claims whose time to be kept is over, those of this many dates at most, and says of how many it did: the timer's act after
    /// the time to ask for a review. Nobody is kept from a slot by one that waits here.</summary>
    public async Task<int> DropExpiredAsync(int most, CancellationToken cancellationToken)
    {
        var nowUtc = time.NowUtc;
        var owners = await db.Claims.Where(claim => claim.ExpiresUtc <= nowUtc).Select(claim => claim.OwnerId).Distinct().OrderBy(owner => owner).Take(most).ToListAsync(cancellationToken);
        if (owners.Count > 0)
            await db.Claims.Where(claim => owners.Contains(claim.OwnerId) && claim.ExpiresUtc <= nowUtc).ExecuteDeleteAsync(cancellationToken);
        return owners.Count;
    }

    /// <summary>True when the whole slot of a date is claimed for it now.</summary>
    public async Task<bool> IsHeldAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        return (await HeldAsync([occurrence], cancellationToken)).Contains(occurrence.Id);
    }

    /// <summary>Those of these dates whose whole slot is claimed for them now.</summary>
    public async Task<IReadOnlySet<Guid>> HeldAsync(IReadOnlyList<Occurrence> occurrences, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrences);
        var (ids, spaceIds, nowUtc) = (occurrences.Select(o => o.Id).ToList(), occurrences.Select(o => o.SpaceId).Distinct().ToList(), time.NowUtc);
        var counts = await db.Claims
            .Where(claim => ids.Contains(claim.OwnerId) && (claim.ExpiresUtc == null || claim.ExpiresUtc > nowUtc))
            .GroupBy(claim => claim.OwnerId)
            .Select(group => new { OwnerId = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.OwnerId, group => group.Count, cancellationToken);
        var roots = db.Spaces.Where(space => spaceIds.Contains(space.Id)).Select(space => space.RootId);
        var tree = new SpaceTree(await db.Spaces.Where(space => roots.Contains(space.RootId))
            .Select(space => new SpaceNode(space.Id, space.ParentId, space.RootId)).ToListAsync(cancellationToken));
        return occurrences
            .Where(o => counts.GetValueOrDefault(o.Id) == Rows(WantedSlot.Of(o), tree).Count())
            .Select(o => o.Id).ToHashSet();
    }

    /// <summary>Those of these dates whose premises are open at their time; none of no dates. A slot once taken stays claimed when its premises are
    /// closed later.</summary>
    public async Task<IReadOnlySet<Guid>> OpenAsync(IReadOnlyList<Occurrence> occurrences, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrences);
        if (occurrences.Count == 0)
            return new HashSet<Guid>();
        var wanted = occurrences.Select(WantedSlot.Of).ToList();
        var map = await ReadMapAsync(wanted, cancellationToken);
        return wanted.Where(slot => map.IsOpen(map[slot.SpaceId], slot.Slot.Day, slot.Span)).Select(slot => slot.OwnerId).ToHashSet();
    }

    private async Task<PremisesMap> ReadMapAsync(IReadOnlyList<WantedSlot> wanted, CancellationToken cancellationToken)
    {
        var spaceIds = wanted.Select(slot => slot.SpaceId).Distinct().ToList();
        var venueIds = await db.Spaces.Where(space => spaceIds.Contains(space.Id)).Select(space => space.VenueId).Distinct().ToListAsync(cancellationToken);
        return await PremisesMap.ReadAsync(db, venueIds, wanted.Min(slot => slot.Slot.Day), wanted.Max(slot => slot.Slot.Day), cancellationToken);
    }

    private Task<int> DropExpiredAsync(IReadOnlyList<Guid> leaves, WantedSlot slot, DateTime nowUtc, CancellationToken cancellationToken)
    {
        int first = Quarters.Of(slot.Stay.StartUtc), end = Quarters.UpTo(slot.Stay.EndUtc);
        return db.Claims
            .Where(claim => leaves.Contains(claim.SpaceId) && claim.Quarter >= first && claim.Quarter < end && claim.ExpiresUtc <= nowUtc)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static IEnumerable<Claim> Rows(WantedSlot slot, SpaceTree tree, ClaimOwner owner = ClaimOwner.Occurrence)
    {
        int first = Quarters.Of(slot.Stay.StartUtc), end = Quarters.UpTo(slot.Stay.EndUtc);
        return from leaf in tree.LeavesOf(slot.SpaceId)
               from quarter in Enumerable.Range(first, end - first)
               select new Claim(leaf, quarter, owner, slot.OwnerId, expiresUtc: null);
    }
}
