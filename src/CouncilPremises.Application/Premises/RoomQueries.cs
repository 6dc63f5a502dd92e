using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>What anybody may read about rooms and venues. A use of a room is only ever "busy". Cost depends on the time asked about, not on history.</summary>
public sealed class RoomQueries(AppDbContext db, CouncilTime time)
{
    /// <summary>How many months ahead availability is shown, this month included.</summary>
    public const int MonthsShown = 25;

    /// <summary>What a search can choose from.</summary>
    public async Task<RoomChoices> ChoicesAsync(CancellationToken cancellationToken)
    {
        var venues = await db.Venues.AsNoTracking().Where(v => v.IsOpenForHire).OrderBy(v => v.Name)
            .Select(v => new { v.Slug, v.Name, v.Ward, v.AccessFeatures }).ToListAsync(cancellationToken);
        var rooms = await db.Spaces.AsNoTracking().Where(s => s.IsOpenForHire).Select(s => s.AccessFeatures).ToListAsync(cancellationToken);
        return new RoomChoices(
            [.. venues.Select(v => (v.Slug, v.Name))],
            [.. venues.Select(v => v.Ward).Distinct().Order(StringComparer.CurrentCulture)],
            [.. venues.SelectMany(v => v.AccessFeatures).Concat(rooms.SelectMany(r => r)).Distinct().Order(StringComparer.CurrentCulture)]);
    }

    /// <summary>Rooms that take bookings and have what is asked; with a day and times, only those free then.</summary>
    public async Task<RoomsFound> SearchAsync(RoomSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var rows = await RowsAsync(search.Venue, search.Ward, cancellationToken);
        rows = [.. rows.Where(row => row.Capacity >= (search.People ?? 0) && search.Access.All(row.AccessFeatures.Contains))];
        if (!search.AsksForTime)
            return new RoomsFound(rows, []);
        var (day, span) = (search.Day!.Value, new DaySpan(search.Starts!.Value, search.Ends!.Value));
        var refusals = AskedTime.Mistakes(day, span, time.NowUtc);
        return refusals.Count > 0 ? new RoomsFound(rows, refusals) : new RoomsFound(await FreeAsync(rows, day, span, cancellationToken), []);
    }

    /// <summary>A room's facts; null when there is no such room.</summary>
    public async Task<RoomFacts?> FindRoomAsync(string slug, CancellationToken cancellationToken)
    {
        var space = await db.Spaces.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug, cancellationToken);
        if (space is null)
            return null;
        var venue = await Rows(db.Venues.Where(v => v.Id == space.VenueId)).SingleAsync(cancellationToken);
        var around = await db.Spaces.AsNoTracking().Where(s => s.RootId == space.RootId).OrderBy(s => s.Name)
            .Select(s => new { s.Id, s.ParentId, s.Slug, s.Name, s.IsOpenForHire }).ToListAsync(cancellationToken);
        var parent = around.Find(s => s.Id == space.ParentId);
        return new RoomFacts(
            space.Id, space.Slug, space.Name, space.Description, space.Capacities, space.Equipment,
            [.. space.AccessFeatures.Union(venue.AccessFeatures)], new Money(space.PencePerHour), space.BufferBeforeMinutes, space.BufferAfterMinutes,
            space.IsOpenForHire && venue.IsOpenForHire, venue,
            parent is null ? null : new RoomLink(parent.Slug, parent.Name),
            [.. around.Where(s => s.ParentId == space.Id && s.IsOpenForHire).Select(s => new RoomLink(s.Slug, s.Name))]);
    }

    /// <summary>A month of a room from today on: what is open, busy and free each day.</summary>
    public async Task<RoomMonth> MonthAsync(Guid spaceId, DateOnly month, CancellationToken cancellationToken)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var (from, last, nowUtc) = (first > time.Today ? first : time.Today, first.AddMonths(1).AddDays(-1), time.NowUtc);
        var venueId = await db.Spaces.Where(s => s.Id == spaceId).Select(s => s.VenueId).SingleAsync(cancellationToken);
        var map = await PremisesMap.ReadAsync(db, [venueId], from, last, cancellationToken);
        var (space, calendar) = (map[spaceId], map.CalendarOf(venueId));
        var uses = await SpaceUses.BetweenAsync(
            db, map.Tree.LeavesOf(spaceId), Midnight(from).AddMinutes(-Stay.MostBufferMinutes), Midnight(last.AddDays(1)).AddMinutes(Stay.MostBufferMinutes), nowUtc, cancellationToken);
        var stays = uses.Select(use => use.Stay).Distinct().ToList();
        var days = Enumerable.Range(0, Math.Max(0, last.DayNumber - from.DayNumber + 1)).Select(offset => from.AddDays(offset)).Select(day =>
        {
            if (calendar.ClosureOf(spaceId, day) is { } closure)
                return DayPlan.OfClosed(day, closure.Reason);
            var open = calendar.OpenSpans(spaceId, day);
            var near = stays.Where(stay => stay.EndUtc > Midnight(day).AddDays(-1) && stay.StartUtc < Midnight(day).AddDays(2)).ToList();
            return open.Count == 0 ? DayPlan.OfClosed(day, "") : DayPlan.Of(day, open, near, space.BufferBefore, space.BufferAfter, nowUtc);
        });
        return new RoomMonth(first, [.. days]);
    }

    /// <summary>Venues that take bookings, by name.</summary>
    public async Task<IReadOnlyList<VenueRow>> VenuesAsync(CancellationToken cancellationToken) =>
        await Rows(db.Venues.Where(v => v.IsOpenForHire).OrderBy(v => v.Name)).ToListAsync(cancellationToken);

    /// <summary>Every venue, by name, those that take no bookings too.</summary>
    public async Task<IReadOnlyList<VenueRow>> EveryVenueAsync(CancellationToken cancellationToken) =>
        await Rows(db.Venues.OrderBy(v => v.Name)).ToListAsync(cancellationToken);

    /// <summary>A venue with its hours, closures from today on and rooms; null when there is no such venue.</summary>
    public async Task<VenuePage?> FindVenueAsync(string slug, CancellationToken cancellationToken)
    {
        var row = await Rows(db.Venues.Where(v => v.Slug == slug)).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            return null;
        var hours = await db.Venues.AsNoTracking().Where(v => v.Id == row.Id).SelectMany(v => v.OpeningHours)
            .Select(h => new DayHours(h.Day, h.Opens, h.Closes)).ToListAsync(cancellationToken);
        var today = time.Today;
        var closures = await db.Closures.AsNoTracking().Where(c => c.VenueId == row.Id && c.LastDay >= today).OrderBy(c => c.FirstDay)
            .Select(c => new ClosureRow(c.Id, db.Spaces.Where(s => s.Id == c.SpaceId).Select(s => s.Name).FirstOrDefault(), c.FirstDay, c.LastDay, c.Reason))
            .ToListAsync(cancellationToken);
        return new VenuePage(row, hours, closures, await RowsAsync(slug, ward: null, cancellationToken));
    }

    private async Task<IReadOnlyList<RoomRow>> RowsAsync(string? venue, string? ward, CancellationToken cancellationToken)
    {
        var rows = await (
            from space in db.Spaces.AsNoTracking()
            join place in db.Venues on space.VenueId equals place.Id
            where space.IsOpenForHire && place.IsOpenForHire && (venue == null || place.Slug == venue) && (ward == null || place.Ward == ward)
            orderby place.Name, space.Name
            select new
            {
                space.Id,
                space.Slug,
                space.Name,
                space.Capacities,
                space.PencePerHour,
                space.AccessFeatures,
                VenueSlug = place.Slug,
                VenueName = place.Name,
                place.Ward,
                VenueAccess = place.AccessFeatures,
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new RoomRow(
            row.Id, row.Slug, row.Name, row.VenueSlug, row.VenueName, row.Ward, row.Capacities.Values.DefaultIfEmpty().Max(), new Money(row.PencePerHour),
            [.. row.AccessFeatures.Union(row.VenueAccess)]))];
    }

    private async Task<IReadOnlyList<RoomRow>> FreeAsync(IReadOnlyList<RoomRow> rows, DateOnly day, DaySpan span, CancellationToken cancellationToken)
    {
        var venueIds = await db.Venues.Where(v => v.IsOpenForHire).Select(v => v.Id).ToListAsync(cancellationToken);
        var map = await PremisesMap.ReadAsync(db, venueIds, day, day, cancellationToken);
        var (start, end) = span.On(day)!.Value;
        var leaves = rows.SelectMany(row => map.Tree.LeavesOf(row.Id)).Distinct().ToList();
        var uses = await SpaceUses.BetweenAsync(
            db, leaves, start.AddMinutes(-Stay.MostBufferMinutes), end.AddMinutes(Stay.MostBufferMinutes), time.NowUtc, cancellationToken);
        var byLeaf = uses.ToLookup(use => use.LeafId, use => use.Stay);
        return [.. rows.Where(row =>
        {
            var space = map[row.Id];
            var wanted = new Stay(start, end, space.BufferBefore, space.BufferAfter);
            return map.CalendarOf(space.VenueId).OpenSpans(row.Id, day).Any(open => open.Covers(span))
                && map.Tree.LeavesOf(row.Id).SelectMany(leaf => byLeaf[leaf]).All(stay => stay.LeavesRoomFor(wanted));
        })];
    }

    private IQueryable<VenueRow> Rows(IQueryable<Venue> venues) => venues.AsNoTracking().Select(v => new VenueRow(
        v.Id, v.Slug, v.Name, v.Address, v.Ward, v.Description, v.AccessFeatures, v.CoversHirers, v.IsOpenForHire,
        db.Spaces.Count(s => s.VenueId == v.Id && s.IsOpenForHire)));

    // Midnight is never skipped in London
    private static DateTime Midnight(DateOnly day) => CouncilTime.ToUtc(day, TimeOnly.MinValue)!.Value;
}
