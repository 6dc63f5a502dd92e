using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;

namespace CouncilPremises.Application.Cases;

/// <summary>What dates cost. No hire fee for a statutory election meeting, nor between the council and itself. RULEBOOK 3.</summary>
public static class HireCharges
{
    /// <summary>The hire fee of these dates; null where none is charged.</summary>
    public static Money? Of(HireFile file, IEnumerable<Occurrence> dates)
    {
        ArgumentNullException.ThrowIfNull(file);
        return IsFree(file) ? null : new Money(dates.Sum(date => Pence(file.RoomOf(date), date.StartUtc, date.EndUtc)) / 60);
    }

    /// <summary>The hire fee of the dates that a draft asks for; null where none is charged, and while room, dates or times are not chosen.</summary>
    public static Money? OfDraft(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (IsFree(file) || file.Space is not { } room || HireSlots.Of(file.Hire.Answers) is not { Succeeded: true, Value: var slots } || slots.Any(slot => slot.SpaceId != room.Id))
            return null;
        return new Money(slots.Sum(slot => Pence(room, slot.Slot.StartUtc, slot.Slot.EndUtc)) / 60);
    }

    private static bool IsFree(HireFile file) => file.Hire.Answers.IsElectionMeeting() || file.Hire.HirerKind == HirerKind.InternalBody;

    // Sixty times the price, so that quarter-hours are added up before anything is rounded
    private static long Pence(Space room, DateTime fromUtc, DateTime untilUtc) => room.PencePerHour * (long)(untilUtc - fromUtc).TotalMinutes;
}
