using CouncilPremises.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>The lock on the trees that spaces belong to: raising a number on the root, so that everybody else who would claim in the tree waits.</summary>
internal static class TreeLock
{
    /// <summary>Locks the roots of these spaces in id order, until the transaction under way ends.</summary>
    public static async Task TakeAsync(AppDbContext db, IReadOnlyCollection<Guid> spaceIds, CancellationToken cancellationToken)
    {
        // A tree may be moved between the first look and the lock: look again until nothing is left to lock.
        var locked = new HashSet<Guid>();
        while (true)
        {
            var roots = await db.Spaces.Where(space => spaceIds.Contains(space.Id)).Select(space => space.RootId).Distinct().ToListAsync(cancellationToken);
            var missing = roots.Where(root => !locked.Contains(root)).Order().ToList();
            if (missing.Count == 0)
                return;
            foreach (var root in missing)
            {
                await db.Spaces.Where(space => space.Id == root)
                    .ExecuteUpdateAsync(set => set.SetProperty(space => space.LockCount, space => space.LockCount + 1), cancellationToken);
                locked.Add(root);
            }
        }
    }

    /// <summary>Locks every tree of a venue.</summary>
    public static async Task TakeVenueAsync(AppDbContext db, Guid venueId, CancellationToken cancellationToken) =>
        await TakeAsync(db, await db.Spaces.Where(space => space.VenueId == venueId).Select(space => space.Id).ToListAsync(cancellationToken), cancellationToken);
}
