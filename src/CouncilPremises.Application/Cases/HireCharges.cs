using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Application.Cases;

/// <summary>What dates cost. No hire fee for a statutory election meeting, nor between the council and itself. RULEBOOK 3.</summary>
public static class HireCharges
{
    /// <summary>The hire fee of these dates; null where none is charged.</summary>
    public static Money? Of(CaseFile file, IEnumerable<Occurrence> dates)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Hire.Answers.IsElectionMeeting() || file.Hire.HirerKind == HirerKind.InternalBody)
            return null;
        return new Money(dates.Sum(date => file.RoomOf(date).PencePerHour * (long)(date.EndUtc - date.StartUtc).TotalMinutes) / 60);
    }
}
