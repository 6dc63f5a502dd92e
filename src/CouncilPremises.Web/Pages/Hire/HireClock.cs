using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>The days a draft promises.</summary>
public static class HireClock
{
    /// <summary>The day by which the council decides if the application is sent today. RULEBOOK 6.</summary>
    public static DateOnly DecideBy(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Hire.Answers.IsElectionMeeting())
            return file.WorkingDays.Add(file.Today, Domain.Decisions.Deadlines.ElectionMeetingWorkingDays);
        var days = file.Derived.Tier.Tier == Tier.Standard ? file.Policy.DecideStandardWorkingDays : file.Policy.DecideEnhancedWorkingDays;
        return file.WorkingDays.Add(file.Today, days);
    }
}
