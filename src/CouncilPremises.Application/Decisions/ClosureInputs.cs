using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Application.Decisions;

/// <summary>Premises that cannot be used. <paramref name="Space"/> is a room's word in its address, null for the whole venue; both days are included.</summary>
/// <param name="Venue">The venue's word in its address.</param>
/// <param name="Space">One room and its parts.</param>
/// <param name="FirstDay">First day closed.</param>
/// <param name="LastDay">Last day closed; the first when empty.</param>
/// <param name="PublicReason">What the public reads.</param>
/// <param name="Evidence">P2: the evidence, its source and date.</param>
/// <param name="Alternative">What every hirer is offered.</param>
/// <param name="NoInterest">One statement for every case listed (S3).</param>
/// <param name="SeenDates">The dates that the page listed.</param>
public sealed record CloseBookings(
    string Venue, string? Space, DateOnly? FirstDay, DateOnly? LastDay, string? PublicReason, string? Evidence, string? Alternative, bool NoInterest, IReadOnlyList<Guid> SeenDates);

/// <summary>A second approver's word on a closure.</summary>
/// <param name="Agree">False to disagree.</param>
/// <param name="Objection">Why they disagree.</param>
/// <param name="NoInterest">One statement for every case in it (S3).</param>
public sealed record SignClosure(bool Agree, string? Objection, bool NoInterest);

/// <summary>A venue or room to choose.</summary>
public sealed record ClosurePlace(string Value, string Name);

/// <summary>A date that a closure touches, and the room that is free at its time; null when none is.</summary>
public sealed record ClosedDate(
    Guid OccurrenceId, string Reference, string Hirer, string Room, DateOnly Day, TimeOnly Starts, TimeOnly Ends, OccurrenceState State, FreeRoom? Instead = null);
