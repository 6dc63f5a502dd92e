using CouncilPremises.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Hire;

/// <summary>A room that a group may ask for.</summary>
public sealed record HireRoom(Guid Id, string Slug, string Venue, string Name, int Capacity, long PencePerHour);

/// <summary>A group somebody may apply for.</summary>
public sealed record HireGroup(Guid Id, string Name);

/// <summary>What there is to choose from when an application begins: rooms, and the groups the person leads.</summary>
public sealed class HireRooms(AppDbContext db)
{
    /// <summary>Every room that takes bookings, by venue and name.</summary>
    public async Task<IReadOnlyList<HireRoom>> ListAsync(CancellationToken cancellationToken)
    {
        var rooms = await (from space in db.Spaces.AsNoTracking()
                           join venue in db.Venues on space.VenueId equals venue.Id
                           where space.IsOpenForHire && venue.IsOpenForHire
                           orderby venue.Name, space.Name
                           select new { space.Id, space.Slug, Venue = venue.Name, space.Name, space.Capacities, space.PencePerHour }).ToListAsync(cancellationToken);
        return [.. rooms.Select(r => new HireRoom(r.Id, r.Slug, r.Venue, r.Name, r.Capacities.Values.DefaultIfEmpty(0).Max(), r.PencePerHour))];
    }

    /// <summary>The groups this person is the lead contact of, by name.</summary>
    public async Task<IReadOnlyList<HireGroup>> GroupsAsync(Domain.People.Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var mine = await (from membership in db.Memberships.AsNoTracking()
                          join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
                          where membership.UserId == actor.Id
                          orderby organisation.Name
                          select new { organisation.Id, organisation.Name, membership.Roles }).ToListAsync(cancellationToken);
        return [.. mine.Where(m => m.Roles.HasFlag(Domain.People.Roles.LeadContact)).Select(m => new HireGroup(m.Id, m.Name))];
    }
}
