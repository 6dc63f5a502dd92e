using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Premises;

namespace CouncilPremises.Application.Premises;

/// <summary>Looks for what can be had instead of a slot that is taken: the same room at another time that day, or another room of the venue.</summary>
internal sealed class RoomOffers(AppDbContext db, PremisesMap map, DateTime nowUtc)
{
    /// <summary>The nearest offers to a slot that cannot be had.</summary>
    public async Task<RoomOffer> AroundAsync(WantedSlot slot, int people, CancellationToken cancellationToken)
    {
        var room = map[slot.SpaceId];
        var venueRooms = map.Spaces.Where(space => space.VenueId == room.VenueId).ToList();
        var uses = await SpaceUses.BetweenAsync(
            db,
            [.. venueRooms.Select(space => space.Id)],
            slot.Stay.StartUtc.AddHours(-36),
            slot.Stay.EndUtc.AddHours(36),
            nowUtc,
            cancellationToken);
        var byLeaf = uses.ToLookup(use => use.LeafId, use => use.Stay);
        var others = venueRooms
            .Where(other => !map.Tree.Touch(other.Id, room.Id) && other.Capacity >= people && map.IsFree(other, slot, byLeaf))
            .OrderBy(other => Math.Abs(other.Capacity - room.Capacity)).ThenBy(other => other.Name, StringComparer.Ordinal);
        return new RoomOffer(NearestStart(room, slot, byLeaf), others.FirstOrDefault()?.Name);
    }

    private TimeOnly? NearestStart(SpaceSpot room, WantedSlot slot, ILookup<Guid, Stay> byLeaf)
    {
        var length = slot.Span.EndMinute - slot.Span.StartMinute;
        var starts =
            from open in map.CalendarOf(room.VenueId).OpenSpans(room.Id, slot.Slot.Day)
            from step in Enumerable.Range(0, 96)
            let start = open.StartMinute + (step * Quarters.Minutes)
            where start + length <= open.EndMinute
            orderby Math.Abs(start - slot.Span.StartMinute), start
            select DaySpan.FromMinutes(start, start + length);
        return starts.FirstOrDefault(span => span.On(slot.Slot.Day) is { } utc
            && utc.StartUtc > nowUtc
            && map.LeavesRoom(room.Id, new Stay(utc.StartUtc, utc.EndUtc, slot.BufferBefore, slot.BufferAfter), byLeaf))?.Starts;
    }
}
