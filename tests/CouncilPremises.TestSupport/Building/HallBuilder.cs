using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Premises;
using CouncilPremises.TestSupport.Databases;

namespace CouncilPremises.TestSupport.Building;

/// <summary>A venue with a hall that divides in two.</summary>
public sealed record TestHall(Venue Venue, Space Hall, Space PartA, Space PartB);

/// <summary>A venue, open every day from 8 to 23, whose hall for 120 divides into A and B for 60 each.</summary>
public sealed class HallBuilder
{
    private string name = "Fernley Hall";
    private bool coversHirers = true;
    private int bufferMinutes = 30;
    private int partPence = 2450;

    /// <summary>Name of the venue.</summary>
    public HallBuilder Named(string venueName)
    {
        name = venueName;
        return this;
    }

    /// <summary>Hirers bring their own insurance.</summary>
    public HallBuilder WithoutCover()
    {
        coversHirers = false;
        return this;
    }

    /// <summary>What each of the two parts costs an hour.</summary>
    public HallBuilder PartsFor(int pence)
    {
        partPence = pence;
        return this;
    }

    /// <summary>Minutes kept free before and after.</summary>
    public HallBuilder Buffered(int minutes)
    {
        bufferMinutes = minutes;
        return this;
    }

    /// <summary>Adds the venue and its three spaces.</summary>
    public async Task<TestHall> AddAsync(TestDatabase database)
    {
        var slug = $"hall-{Guid.CreateVersion7():N}";
        var hours = Enum.GetValues<DayOfWeek>().Select(day => new DayHours(day, new TimeOnly(8, 0), new TimeOnly(23, 0))).ToList();
        var venue = new Venue(Guid.CreateVersion7(), slug, new VenueFacts(name, "2 High Street, Fernley FN1 1AA", "Fernley East", "A hall.", ["Step-free"], coversHirers, true, hours));
        var hallId = Guid.CreateVersion7();
        var hall = NewSpace(hallId, venue, null, hallId, "Main Hall", 120, 2450);
        var partA = NewSpace(Guid.CreateVersion7(), venue, hallId, hallId, "Main Hall A", 60, partPence);
        var partB = NewSpace(Guid.CreateVersion7(), venue, hallId, hallId, "Main Hall B", 60, partPence);
        await database.With<AppDbContext>(async db =>
        {
            db.Venues.Add(venue);
            db.Spaces.AddRange(hall, partA, partB);
            await db.SaveChangesAsync();
        });
        return new TestHall(venue, hall, partA, partB);
    }

    private Space NewSpace(Guid id, Venue venue, Guid? parentId, Guid rootId, string spaceName, int capacity, int pencePerHour) =>
        new(id, venue.Id, parentId, rootId, $"space-{id:N}", new SpaceFacts(
            spaceName, "A room.", new Dictionary<string, int> { ["Theatre"] = capacity }, ["Projector"], ["Hearing loop"], pencePerHour, bufferMinutes, bufferMinutes, true));
}
