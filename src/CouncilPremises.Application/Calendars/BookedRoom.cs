using CouncilPremises.Application.Database;

namespace CouncilPremises.Application.Calendars;

/// <summary>Where a booking is: what letters and calendars say of a room.</summary>
public sealed record BookedRoom
{
    /// <summary>The space.</summary>
    public required Guid SpaceId { get; init; }

    /// <summary>The venue.</summary>
    public required Guid VenueId { get; init; }

    /// <summary>"Main Hall A".</summary>
    public required string Room { get; init; }

    /// <summary>"Saltmarsh Road Community Centre".</summary>
    public required string Venue { get; init; }

    /// <summary>The venue's postal address.</summary>
    public required string Address { get; init; }

    /// <summary>"Main Hall A, Saltmarsh Road Community Centre".</summary>
    public string FullName => $"{Room}, {Venue}";

    internal static IQueryable<BookedRoom> Query(AppDbContext db) =>
        from space in db.Spaces
        join venue in db.Venues on space.VenueId equals venue.Id
        select new BookedRoom { SpaceId = space.Id, VenueId = venue.Id, Room = space.Name, Venue = venue.Name, Address = venue.Address };
}
