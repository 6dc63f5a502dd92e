using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Premises;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>Derives the future claims of trees anew after they changed, under the locks of their roots.</summary>
internal static class TreeClaims
{
    /// <summary>Makes every live claim from now on fit the new trees. When two owners would then hold one leaf at one time, changes nothing
    /// and gives a sentence for each clash.</summary>
    public static async Task<IReadOnlyList<Refusal>> RederiveAsync(AppDbContext db, SpaceTree before, SpaceTree after, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var (spaces, first) = (after.Ids, Quarters.Of(nowUtc));
        var claims = await db.Claims.AsNoTracking()
            .Where(c => spaces.Contains(c.SpaceId) && c.Quarter >= first && (c.ExpiresUtc == null || c.ExpiresUtc > nowUtc)).ToListAsync(cancellationToken);
        var wanted = claims.GroupBy(claim => claim.OwnerId).SelectMany(own => Derive([.. own], before, after)).ToList();
        var clashes = wanted.GroupBy(claim => (claim.SpaceId, claim.Quarter)).Where(same => same.Count() > 1).ToList();
        if (clashes.Count > 0)
            return await SayAsync(db, [.. clashes.SelectMany(same => same.Select(claim => claim.OwnerId)).Distinct()], cancellationToken);

        var has = claims.Select(claim => (claim.SpaceId, claim.Quarter, claim.OwnerId)).ToHashSet();
        var keeps = wanted.Select(claim => (claim.SpaceId, claim.Quarter, claim.OwnerId)).ToHashSet();
        foreach (var gone in has.Except(keeps).GroupBy(claim => (claim.OwnerId, claim.SpaceId)))
            await db.Claims.Where(c => c.OwnerId == gone.Key.OwnerId && c.SpaceId == gone.Key.SpaceId && c.Quarter >= first).ExecuteDeleteAsync(cancellationToken);
        var added = wanted.Where(claim => !has.Contains((claim.SpaceId, claim.Quarter, claim.OwnerId))).ToList();
        // Expired claims would stand in the way
        await db.Claims.Where(c => spaces.Contains(c.SpaceId) && c.ExpiresUtc <= nowUtc).ExecuteDeleteAsync(cancellationToken);
        var inserted = await ClaimRows.InsertAsync(db, added, cancellationToken);
        return inserted == added.Count ? [] : throw new InvalidOperationException("Claims changed under the lock of their trees.");
    }

    // An owner holds a space whole: the one of its leaves that contains the others.
    private static IEnumerable<Claim> Derive(IReadOnlyList<Claim> own, SpaceTree before, SpaceTree after)
    {
        var leaves = own.Select(claim => claim.SpaceId).ToHashSet();
        var space = leaves.MaxBy(leaf => before.LeavesOf(leaf).Count(leaves.Contains));
        return from leaf in after.LeavesOf(space)
               from quarter in own.Select(claim => claim.Quarter).Distinct()
               select new Claim(leaf, quarter, own[0].Owner, own[0].OwnerId, own[0].ExpiresUtc);
    }

    private static async Task<IReadOnlyList<Refusal>> SayAsync(AppDbContext db, IReadOnlyList<Guid> owners, CancellationToken cancellationToken)
    {
        var dates = await (
            from occurrence in db.Occurrences.AsNoTracking()
            join space in db.Spaces on occurrence.SpaceId equals space.Id
            where owners.Contains(occurrence.Id)
            orderby occurrence.StartUtc
            select new BookedDate(space.Name, space.Id, occurrence.Day, occurrence.Starts, occurrence.Ends)).ToListAsync(cancellationToken);
        return BookedDates.Refuse("In the new tree these dates would need the same room at the same time. Have them moved or cancelled first", dates, "PartOf");
    }
}
