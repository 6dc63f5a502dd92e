using System.Globalization;

namespace CouncilPremises.Domain.Premises;

/// <summary>How days and times are said in sentences about rooms: "Tuesday 24 March 2026", "7pm to 9.30pm".</summary>
public static class PremisesWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Tuesday 24 March 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", British);

    /// <summary>"7pm", "7:30pm", "midday", "midnight".</summary>
    public static string Time(TimeOnly time)
    {
        if (time.Minute == 0 && time.Hour is 0 or 12)
            return time.Hour == 0 ? "midnight" : "midday";
        return time.ToString(time.Minute == 0 ? "htt" : "h:mmtt", British).ToLowerInvariant();
    }

    /// <summary>"7pm to 9pm".</summary>
    public static string Span(TimeOnly starts, TimeOnly ends) => $"{Time(starts)} to {Time(ends)}";
}
