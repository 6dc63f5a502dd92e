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
        if (file.Space is null || file.Hire.Answers.IsElectionMeeting() || file.Hire.HirerKind == HirerKind.InternalBody)
            return null;
        var minutes = dates.Sum(o => (long)(o.EndUtc - o.StartUtc).TotalMinutes);
        return new Money(file.Space.PencePerHour * minutes / 60);
    }
}
