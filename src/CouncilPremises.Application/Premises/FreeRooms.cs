using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>A room that is free at the time of a date that cannot take place.</summary>
public sealed record FreeRoom(Guid SpaceId, string Room, string Venue)
{
    /// <summary>As people say it.</summary>
    public string Words => $"{Room}, {Venue}";
}

/// <summary>Finds what can be offered in place of dates that cannot take place where they were booked: a room that is free at the same time,
/// the same venue before others, the smallest that holds the people first. Nothing is kept: it says what is free at the moment.</summary>
public sealed class FreeRooms(AppDbContext db, CouncilTime time)
{
    /// <summary>A room for each of these dates that has one. No room is offered to two dates that would be in each other's way.</summary>
    /// <param name="occurrenceIds">The dates.</param>
    /// <param name="closedLeaves">What cannot be used.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public async Task<IReadOnlyDictionary<Guid, FreeRoom>> InsteadOfAsync(
        IReadOnlyCollection<Guid> occurrenceIds, IReadOnlyCollection<Guid> closedLeaves, CancellationToken cancellationToken)
    {
        var dates = await db.Occurrences.AsNoTracking().Where(o => occurrenceIds.Contains(o.Id)).OrderBy(o => o.StartUtc).ThenBy(o => o.Id).ToListAsync(cancellationToken);
        var found = new Dictionary<Guid, FreeRoom>();
        if (dates.Count == 0)
            return found;
        var caseIds = dates.Select(date => date.CaseId).Distinct().ToList();
        var people = await db.HireApplications.AsNoTracking().Where(h => caseIds.Contains(h.CaseId))
            .Select(h => new { h.CaseId, h.Answers }).ToDictionaryAsync(h => h.CaseId, h => h.Answers.Attendance.People ?? 1, cancellationToken);
        var venues = await db.Venues.AsNoTracking().Where(v => v.IsOpenForHire).Select(v => new { v.Id, v.Name }).ToDictionaryAsync(v => v.Id, v => v.Name, cancellationToken);
        var booked = dates.Select(date => date.SpaceId).Distinct().ToList();
        var homes = await db.Spaces.AsNoTracking().Where(s => booked.Contains(s.Id)).Select(s => new { s.Id, s.VenueId }).ToDictionaryAsync(s => s.Id, s => s.VenueId, cancellationToken);
        var map = await PremisesMap.ReadAsync(db, [.. venues.Keys], dates[0].Day, dates.Max(date => date.Day), cancellationToken);
        var (closed, offered) = (closedLeaves.ToHashSet(), new List<(Guid Leaf, Stay Stay)>());
        foreach (var day in dates.GroupBy(date => date.Day))
        {
            var uses = await UsesAsync(map, [.. day], cancellationToken);
            foreach (var date in day)
            {
                var byLeaf = uses.Concat(offered).ToLookup(use => use.Leaf, use => use.Stay);
                if (Best(map, date, people[date.CaseId], homes[date.SpaceId], closed, byLeaf) is not { } room)
                    continue;
                found[date.Id] = new FreeRoom(room.Id, room.Name, venues[room.VenueId]);
                offered.AddRange(map.Tree.LeavesOf(room.Id).Select(leaf => (leaf, new Stay(date.StartUtc, date.EndUtc, room.BufferBefore, room.BufferAfter))));
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<(Guid Leaf, Stay Stay)>> UsesAsync(PremisesMap map, IReadOnlyList<Occurrence> day, CancellationToken cancellationToken)
    {
        var uses = await SpaceUses.BetweenAsync(db, [.. map.Spaces.Select(space => space.Id)],
            day[0].StartUtc.AddMinutes(-Stay.MostBufferMinutes), day.Max(date => date.EndUtc).AddMinutes(Stay.MostBufferMinutes), time.NowUtc, cancellationToken);
        return [.. uses.Select(use => (use.LeafId, use.Stay))];
    }

    private static SpaceSpot? Best(PremisesMap map, Occurrence date, int people, Guid venueId, HashSet<Guid> closed, ILookup<Guid, Stay> byLeaf)
    {
        var slot = WantedSlot.Of(date);
        return map.Spaces
            .Where(room => room.Id != date.SpaceId && room.Capacity >= people && !map.Tree.LeavesOf(room.Id).Any(closed.Contains) && map.IsFree(room, slot, byLeaf))
            .OrderBy(room => room.VenueId != venueId).ThenBy(room => room.Capacity - people).ThenBy(room => room.Name, StringComparer.Ordinal).ThenBy(room => room.Id)
            .FirstOrDefault();
    }
}
