using CouncilPremises.Domain;
using CouncilPremises.Domain.Premises;

namespace CouncilPremises.Application.Premises;

/// <summary>What makes a day and times impossible to ask for, whatever the room. RULEBOOK 3 B4.</summary>
public static class AskedTime
{
    /// <summary>Every mistake, each with the field it is about: Day, Starts or Ends.</summary>
    public static IReadOnlyList<Refusal> Mistakes(DateOnly day, DaySpan span, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(span);
        var mistakes = new List<Refusal>();
        if (!Quarters.Fits(span.Starts))
            mistakes.Add(new Refusal("B4", "Start on the hour or at 15, 30 or 45 minutes past", "Starts"));
        if (!Quarters.Fits(span.Ends))
            mistakes.Add(new Refusal("B4", "End on the hour or at 15, 30 or 45 minutes past", "Ends"));
        if (span.EndMinute <= span.StartMinute)
            mistakes.Add(new Refusal("B4", "The end must be later than the start", "Ends"));
        else if (span.On(day) is not { } utc)
            mistakes.Add(new Refusal("B4", $"The clocks go forward on {PremisesWords.Day(day)} and skip that time. Choose another", "Starts"));
        else if (utc.StartUtc <= nowUtc)
            mistakes.Add(new Refusal("B4", "Choose a time in the future", "Day"));
        return mistakes;
    }
}
