using CouncilPremises.Domain;
using CouncilPremises.Domain.Premises;

namespace CouncilPremises.Application.Premises;

/// <summary>What somebody looks for. Everything left empty is not asked.</summary>
public sealed record RoomSearch
{
    /// <summary>Day; asked together with the times.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>From, setting up included.</summary>
    public TimeOnly? Starts { get; init; }

    /// <summary>Until, clearing away included; 00:00 is the end of the day.</summary>
    public TimeOnly? Ends { get; init; }

    /// <summary>People expected.</summary>
    public int? People { get; init; }

    /// <summary>Access features that room or venue must have.</summary>
    public IReadOnlyList<string> Access { get; init; } = [];

    /// <summary>Ward.</summary>
    public string? Ward { get; init; }

    /// <summary>The venue's word in its address.</summary>
    public string? Venue { get; init; }

    /// <summary>True when only rooms free at the time asked for are wanted: day and both times are known.</summary>
    public bool AsksForTime => Day is not null && Starts is not null && Ends is not null;
}

/// <summary>One room in a list.</summary>
public sealed record RoomRow(
    Guid Id, string Slug, string Name, string VenueSlug, string VenueName, string Ward, int Capacity, Money PricePerHour, IReadOnlyList<string> AccessFeatures);

/// <summary>What a search found.</summary>
/// <param name="Rooms">Rooms, by venue and name.</param>
/// <param name="Refusals">What is wrong with the time asked for; the rooms then do not depend on it.</param>
public sealed record RoomsFound(IReadOnlyList<RoomRow> Rooms, IReadOnlyList<Refusal> Refusals);

/// <summary>What can be chosen in a search.</summary>
public sealed record RoomChoices(IReadOnlyList<(string Slug, string Name)> Venues, IReadOnlyList<string> Wards, IReadOnlyList<string> AccessFeatures);

/// <summary>A room's facts, as anybody may read them.</summary>
public sealed record RoomFacts(
    Guid Id, string Slug, string Name, string Description, IReadOnlyDictionary<string, int> Capacities, IReadOnlyList<string> Equipment,
    IReadOnlyList<string> AccessFeatures, Money PricePerHour, int BufferBeforeMinutes, int BufferAfterMinutes, bool IsOpenForHire, VenueRow Venue,
    RoomLink? PartOf, IReadOnlyList<RoomLink> Parts)
{
    /// <summary>The most people any layout holds.</summary>
    public int Capacity => Capacities.Count == 0 ? 0 : Capacities.Values.Max();
}

/// <summary>A name and the word in its address.</summary>
public sealed record RoomLink(string Slug, string Name);

/// <summary>One venue in a list.</summary>
public sealed record VenueRow(
    Guid Id, string Slug, string Name, string Address, string Ward, string Description, IReadOnlyList<string> AccessFeatures, bool CoversHirers,
    bool IsOpenForHire, int RoomCount);

/// <summary>A venue as anybody may read it.</summary>
public sealed record VenuePage(VenueRow Venue, IReadOnlyList<DayHours> Hours, IReadOnlyList<ClosureRow> Closures, IReadOnlyList<RoomRow> Rooms);

/// <summary>Days closed; <paramref name="Space"/> is null for the whole venue.</summary>
public sealed record ClosureRow(Guid Id, string? Space, DateOnly FirstDay, DateOnly LastDay, string Reason);

/// <summary>A month of a room, a day a row.</summary>
public sealed record RoomMonth(DateOnly First, IReadOnlyList<DayPlan> Days);
