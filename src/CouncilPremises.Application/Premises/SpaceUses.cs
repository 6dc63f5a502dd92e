using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Premises;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>One use of one leaf: who holds it is an id only, so that nothing private can be shown.</summary>
internal sealed record SpaceUse(Guid LeafId, Guid OwnerId, Stay Stay);

/// <summary>What uses leaves in a time, read from live claims: cost depends on the time asked about, not on history.</summary>
internal static class SpaceUses
{
    /// <summary>Every live use of these leaves that touches the time, with the buffers as booked.</summary>
    public static async Task<IReadOnlyList<SpaceUse>> BetweenAsync(
        AppDbContext db, IReadOnlyCollection<Guid> leaves, DateTime fromUtc, DateTime toUtc, DateTime nowUtc, CancellationToken cancellationToken)
    {
        int first = Quarters.Of(fromUtc), end = Quarters.UpTo(toUtc);
        var rows = await (
            from claim in db.Claims.AsNoTracking()
            where leaves.Contains(claim.SpaceId) && claim.Quarter >= first && claim.Quarter < end
                && (claim.ExpiresUtc == null || claim.ExpiresUtc > nowUtc)
            join found in db.Occurrences on claim.OwnerId equals found.Id into occurrences
            from occurrence in occurrences.DefaultIfEmpty()
            join kept in db.ChangeDates on claim.OwnerId equals kept.Id into changes
            from change in changes.DefaultIfEmpty()
            select new
            {
                claim.SpaceId,
                claim.OwnerId,
                // Only a block is told quarter by quarter; a date, or the date a change asks for, brings its own times.
                Quarter = occurrence == null && change == null ? claim.Quarter : 0,
                StartUtc = occurrence != null ? occurrence.StartUtc : change != null ? change.StartUtc : (DateTime?)null,
                EndUtc = occurrence != null ? occurrence.EndUtc : change != null ? change.EndUtc : (DateTime?)null,
                Before = occurrence != null ? occurrence.BufferBeforeMinutes : change != null ? change.BufferBeforeMinutes : 0,
                After = occurrence != null ? occurrence.BufferAfterMinutes : change != null ? change.BufferAfterMinutes : 0,
            }).Distinct().ToListAsync(cancellationToken);
        return [.. rows.Select(row => new SpaceUse(row.SpaceId, row.OwnerId, new Stay(
            row.StartUtc ?? Quarters.StartUtc(row.Quarter), row.EndUtc ?? Quarters.StartUtc(row.Quarter + 1), row.Before, row.After)))];
    }
}
