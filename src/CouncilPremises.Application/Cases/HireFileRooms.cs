using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;

namespace CouncilPremises.Application.Cases;

// Where the dates are
public sealed partial class HireFile
{
    private readonly Dictionary<Guid, Space> rooms;

    /// <summary>The room of the first date; null for a draft without one.</summary>
    public Space? Space { get; private set; }

    /// <summary>Its venue.</summary>
    public Venue? Venue { get; private set; }

    /// <summary>The room of a date: one date of a series may be in another one.</summary>
    public Space RoomOf(Occurrence date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return rooms[date.SpaceId];
    }

    /// <summary>Shows the application in another room.</summary>
    public void Move(Space space, Venue venue) => (rooms[space.Id], Space, Venue) = (space, space, venue);

    /// <summary>Takes note of rooms that dates are moving to.</summary>
    internal void Know(IEnumerable<Space> others)
    {
        foreach (var room in others)
            rooms[room.Id] = room;
    }
}
