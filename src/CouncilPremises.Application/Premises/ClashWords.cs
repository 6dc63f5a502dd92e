using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Premises;

/// <summary>What can be had instead of a slot that is taken.</summary>
/// <param name="SameRoomAt">The nearest start in the same room that day, for as long; null when there is none.</param>
/// <param name="OtherRoom">The name of a room of the same venue that is free at the time asked for; null when there is none.</param>
internal sealed record RoomOffer(TimeOnly? SameRoomAt, string? OtherRoom);

/// <summary>The sentences about clashes: what is taken, never by whom.</summary>
internal static class ClashWords
{
    /// <summary>Why the slot cannot be had.</summary>
    public static string Why(string room, WantedSlot slot, IReadOnlyList<Stay> against)
    {
        var day = PremisesWords.Day(slot.Slot.Day);
        var overlapping = against.Where(slot.Stay.Overlaps).ToList();
        if (overlapping.Count > 0)
            return $"{room} is taken from {At(overlapping.Min(stay => stay.StartUtc), slot)} to {At(overlapping.Max(stay => stay.EndUtc), slot)} on {day}.";
        var before = against.Where(stay => stay.EndUtc <= slot.Stay.StartUtc).OrderBy(stay => stay.EndUtc).LastOrDefault();
        if (before is not null)
            return $"{room} is in use until {At(before.EndUtc, slot)} on {day}, and {Math.Max(before.BufferAfter, slot.BufferBefore)} minutes are kept free between bookings.";
        var after = against.OrderBy(stay => stay.StartUtc).First();
        return $"{room} is in use from {At(after.StartUtc, slot)} on {day}, and {Math.Max(slot.BufferAfter, after.BufferBefore)} minutes are kept free between bookings.";
    }

    /// <summary>What to choose instead.</summary>
    public static string Instead(WantedSlot slot, RoomOffer offer)
    {
        var wanted = PremisesWords.Time(slot.Slot.Starts);
        return (offer.SameRoomAt, offer.OtherRoom) switch
        {
            ({ } start, { } room) => $"You can have it from {PremisesWords.Time(start)}, or {room} at {wanted}.",
            ({ } start, null) => $"You can have it from {PremisesWords.Time(start)}.",
            (null, { } room) => $"You can have {room} at {wanted}.",
            (null, null) => "Choose another day, or a room at another venue.",
        };
    }

    private static string At(DateTime instantUtc, WantedSlot slot)
    {
        var wall = CouncilTime.ToLondon(instantUtc);
        var time = PremisesWords.Time(TimeOnly.FromDateTime(wall));
        var day = DateOnly.FromDateTime(wall);
        return day == slot.Slot.Day || (day == slot.Slot.Day.AddDays(1) && wall.TimeOfDay == TimeSpan.Zero)
            ? time
            : $"{time} on {PremisesWords.Day(day)}";
    }
}
