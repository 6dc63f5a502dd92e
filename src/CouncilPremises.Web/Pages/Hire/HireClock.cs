using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>The days a draft promises: none after its own first date.</summary>
public static class HireClock
{
    /// <summary>The day by which the council decides if the application is sent today, and before the first date in any case. RULEBOOK 6.</summary>
    public static DateOnly DecideBy(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var days = file.Hire.Answers.IsElectionMeeting() ? Domain.Decisions.Deadlines.ElectionMeetingWorkingDays
            : file.Derived.Tier.Tier == Tier.Standard ? file.Policy.DecideStandardWorkingDays : file.Policy.DecideEnhancedWorkingDays;
        return GroupDuties.BeforeEvent(file, file.WorkingDays.Add(file.Today, days));
    }

    /// <summary>The first day an ordinary application sent today may ask for with all the time we ask for. RULEBOOK 3 B4.</summary>
    public static DateOnly FirstDayInTime(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.WorkingDays.Add(file.Today, LeadTime.WorkingDays(Tier.Standard, file.Policy));
    }

    /// <summary>By when to send a draft: before it is cleared away as idle, and in time for its first date.</summary>
    public static string SendBy(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var idle = CouncilTime.DayOf(file.Case.ChangedUtc).AddDays(file.Policy.IdleDraftDays);
        if (file.Hire.Answers.When.FirstDay is not { } first)
            return $"Finish it and send it by {PremisesWords.Day(idle)}.";
        if (first <= file.Today)
            return "Its first date is over. Choose a later date, and send it.";
        var notice = LeadTime.WorkingDays(file.Derived.Tier.Tier, file.Policy);
        var last = file.WorkingDays.Add(first, -notice);
        if (idle <= last || (file.Hire.Answers.IsElectionMeeting() && idle < first))
            return $"Finish it and send it by {PremisesWords.Day(idle)}.";
        return file.Today <= last && !file.Hire.Answers.IsElectionMeeting()
            ? $"Finish it and send it by {PremisesWords.Day(last)}: we ask for {notice} working days before your first date."
            : $"Finish it and send it as soon as you can: your first date is {PremisesWords.Day(first)}, and we may not be able to decide in time.";
    }
}
