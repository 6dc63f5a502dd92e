namespace CouncilPremises.Domain.Timers;

/// <summary>The days before something runs out on which its group is warned: N13. RULEBOOK 10.</summary>
public static class Expiries
{
    /// <summary>Days before the last day, the longest first.</summary>
    public static IReadOnlyList<int> Steps { get; } = [60, 30, 7];

    /// <summary>The narrowest step a last day has come within; null while it is further away, and once it has passed. What is first seen
    /// twenty days ahead is warned of once at the step of 30, not twice.</summary>
    public static int? StepOn(DateOnly today, DateOnly lastDay)
    {
        var left = lastDay.DayNumber - today.DayNumber;
        return left < 0 ? null : Steps.Where(step => left <= step).Select(step => (int?)step).Min();
    }
}
