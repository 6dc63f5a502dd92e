using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Premises;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>A space as rules about slots see it.</summary>
internal sealed record SpaceSpot(
    Guid Id, Guid? ParentId, Guid RootId, Guid VenueId, string Name, IReadOnlyDictionary<string, int> Capacities,
    int BufferBefore, int BufferAfter, bool IsOpenForHire)
{
    public int Capacity => Capacities.Count == 0 ? 0 : Capacities.Values.Max();
}

/// <summary>Some venues whole: every space, the hours, and the closures of some days.</summary>
internal sealed class PremisesMap
{
    private readonly Dictionary<Guid, SpaceSpot> spaces;
    private readonly Dictionary<Guid, VenueCalendar> calendars;
    private readonly Dictionary<Guid, bool> venuesOpen;

    private PremisesMap(IReadOnlyList<SpaceSpot> spots, IReadOnlyList<Venue> venues, IReadOnlyList<Closure> closures)
    {
        spaces = spots.ToDictionary(spot => spot.Id);
        Tree = new SpaceTree(spots.Select(spot => new SpaceNode(spot.Id, spot.ParentId, spot.RootId)));
        venuesOpen = venues.ToDictionary(venue => venue.Id, venue => venue.IsOpenForHire);
        calendars = venues.ToDictionary(venue => venue.Id, venue => new VenueCalendar(
            venue.OpeningHours.Select(h => new DayHours(h.Day, h.Opens, h.Closes)),
            closures.Where(closure => closure.VenueId == venue.Id),
            Tree));
    }

    public SpaceTree Tree { get; }

    public IEnumerable<SpaceSpot> Spaces => spaces.Values;

    public SpaceSpot this[Guid spaceId] => spaces[spaceId];

    public VenueCalendar CalendarOf(Guid venueId) => calendars[venueId];

    /// <summary>True while both the space and its venue take bookings.</summary>
    public bool IsOpenForHire(SpaceSpot space) => space.IsOpenForHire && venuesOpen[space.VenueId];

    /// <summary>True when a space of these venues is open for the whole of a stretch of a day: hours and closures.</summary>
    public bool IsOpen(SpaceSpot space, DateOnly day, DaySpan span) =>
        CalendarOf(space.VenueId).OpenSpans(space.Id, day).Any(open => open.Covers(span));

    /// <summary>True when a room can be let for the time of a slot, with its own buffers, beside what uses its leaves.</summary>
    public bool IsFree(SpaceSpot space, WantedSlot slot, ILookup<Guid, Stay> byLeaf) =>
        IsOpenForHire(space)
        && IsOpen(space, slot.Slot.Day, slot.Span)
        && LeavesRoom(space.Id, slot.Stay with { BufferBefore = space.BufferBefore, BufferAfter = space.BufferAfter }, byLeaf);

    /// <summary>True when nothing that uses the leaves of a space is too close to a stay in it.</summary>
    public bool LeavesRoom(Guid spaceId, Stay wanted, ILookup<Guid, Stay> byLeaf) =>
        Tree.LeavesOf(spaceId).SelectMany(leaf => byLeaf[leaf]).All(stay => stay.LeavesRoomFor(wanted));

    /// <summary>Reads venues whole, with the closures between two days, both included.</summary>
    public static async Task<PremisesMap> ReadAsync(
        AppDbContext db, IReadOnlyCollection<Guid> venueIds, DateOnly firstDay, DateOnly lastDay, CancellationToken cancellationToken)
    {
        var spots = await db.Spaces.AsNoTracking().Where(s => venueIds.Contains(s.VenueId))
            .Select(s => new SpaceSpot(
                s.Id, s.ParentId, s.RootId, s.VenueId, s.Name, s.Capacities, s.BufferBeforeMinutes, s.BufferAfterMinutes, s.IsOpenForHire))
            .ToListAsync(cancellationToken);
        var venues = await db.Venues.AsNoTracking().Include(v => v.OpeningHours)
            .Where(v => venueIds.Contains(v.Id)).ToListAsync(cancellationToken);
        var closures = await db.Closures.AsNoTracking()
            .Where(c => venueIds.Contains(c.VenueId) && c.LastDay >= firstDay && c.FirstDay <= lastDay)
            .ToListAsync(cancellationToken);
        return new PremisesMap(spots, venues, closures);
    }
}
