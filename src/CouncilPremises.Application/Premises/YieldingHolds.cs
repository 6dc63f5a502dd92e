using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>What gives way to a statutory election meeting: confirmed bookings prevail, holds do not. RULEBOOK 3.</summary>
internal static class YieldingHolds
{
    /// <summary>Owners of claims in the way of these slots that are only held: dates not confirmed, and slots the council kept aside. A date of another
    /// election meeting does not give way, nor does a block.</summary>
    public static async Task<List<Guid>> FindAsync(
        AppDbContext db, SpaceTree tree, IReadOnlyList<WantedSlot> wanted, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var inTheWay = new HashSet<Guid>();
        foreach (var slot in wanted)
        {
            var uses = await SpaceUses.BetweenAsync(
                db, tree.LeavesOf(slot.SpaceId), slot.Stay.StartUtc.AddMinutes(-Stay.MostBufferMinutes), slot.Stay.EndUtc.AddMinutes(Stay.MostBufferMinutes), nowUtc, cancellationToken);
            inTheWay.UnionWith(uses.Where(use => !use.Stay.LeavesRoomFor(slot.Stay)).Select(use => use.OwnerId));
        }

        if (inTheWay.Count == 0)
            return [];
        var held = await (from occurrence in db.Occurrences.AsNoTracking()
                          join hire in db.HireApplications on occurrence.CaseId equals hire.CaseId
                          where inTheWay.Contains(occurrence.Id) && (occurrence.State == OccurrenceState.Held || occurrence.State == OccurrenceState.Refused || occurrence.State == OccurrenceState.CancelledByCouncil)
                          select new { occurrence.Id, hire.Answers }).ToListAsync(cancellationToken);
        var keptAside = await db.Claims.AsNoTracking().Where(claim => inTheWay.Contains(claim.OwnerId) && claim.Owner == ClaimOwner.Hold)
            .Select(claim => claim.OwnerId).Distinct().ToListAsync(cancellationToken);
        return [.. held.Where(date => !date.Answers.IsElectionMeeting()).Select(date => date.Id), .. keptAside];
    }
}
