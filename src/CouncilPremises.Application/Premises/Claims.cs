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
    /// <param name="say">Makes the refusal of a date, by its place; null for one about B4.</param>
    public async Task<Outcome> ClaimAsync(
        IReadOnlyList<Occurrence> occurrences, int people, CancellationToken cancellationToken, Func<int, string, Refusal>? say = null)
    {
        ArgumentNullException.ThrowIfNull(occurrences);
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Slots are claimed inside a transaction, so that the lock on the tree lasts until the act is saved.");
        if (occurrences.Count == 0)
            return Outcome.Ok();
        var wanted = occurrences.Select(WantedSlot.Of).ToList();
        await TreeLock.TakeAsync(db, [.. wanted.Select(slot => slot.SpaceId).Distinct()], cancellationToken);

        // Only now, under the lock, is anything read.
        var nowUtc = time.NowUtc;
        var map = await ReadMapAsync(wanted, cancellationToken);
        var clashes = await new ClashFinder(db, map, nowUtc).FindAsync(wanted, people, cancellationToken, say);
        if (clashes.Count > 0)
            return Outcome.Refused(clashes);
        foreach (var slot in wanted)
            await DropExpiredAsync(map.Tree.LeavesOf(slot.SpaceId), slot, nowUtc, cancellationToken);
        var rows = wanted.SelectMany(slot => Rows(slot, map.Tree)).ToList();
        if (await ClaimRows.InsertAsync(db, rows, cancellationToken) == rows.Count)
            return Outcome.Ok();
        var ids = occurrences.Select(occurrence => occurrence.Id).ToList();
        await db.Claims.Where(claim => ids.Contains(claim.OwnerId)).ExecuteDeleteAsync(cancellationToken);
        return Outcome.Refused(new Refusal(ClashFinder.Code, "Somebody has just taken this room for a time you asked for. Look at what is free now, and choose again."));
    }

    /// <summary>Every clash that claiming these slots of a space would meet now, without claiming anything: for a draft.</summary>
    public async Task<IReadOnlyList<Refusal>> ClashesAsync(Guid spaceId, IReadOnlyList<OccurrenceSlot> slots, int people, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slots);
        if (slots.Count == 0)
            return [];
        var buffers = await db.Spaces.Where(space => space.Id == spaceId)
            .Select(space => new { space.BufferBeforeMinutes, space.BufferAfterMinutes }).SingleAsync(cancellationToken);
        var wanted = slots.Select(slot =>
            new WantedSlot(Guid.CreateVersion7(), spaceId, slot, buffers.BufferBeforeMinutes, buffers.BufferAfterMinutes)).ToList();
        var map = await ReadMapAsync(wanted, cancellationToken);
        return await new ClashFinder(db, map, time.NowUtc).FindAsync(wanted, people, cancellationToken);
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

    private static IEnumerable<Claim> Rows(WantedSlot slot, SpaceTree tree)
    {
        int first = Quarters.Of(slot.Stay.StartUtc), end = Quarters.UpTo(slot.Stay.EndUtc);
        return from leaf in tree.LeavesOf(slot.SpaceId)
               from quarter in Enumerable.Range(first, end - first)
               select new Claim(leaf, quarter, ClaimOwner.Occurrence, slot.OwnerId, expiresUtc: null);
    }
}
