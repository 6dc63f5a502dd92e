using System.Globalization;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Application.Notices;

/// <summary>How letters say days, times and grounds.</summary>
public static class NoticeWords
{
    private const int MostDatesInASentence = 6;
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What a letter says instead of the reasons of D1 and D9, which are read signed in or by post. RULEBOOK 9.</summary>
    public const string ReasonsAreKept =
        "Our reasons are written out in full with your application.";

    /// <summary>Where those reasons are read.</summary>
    public const string ReadThemAt = "Sign in to read them, or ask us to post them.";

    /// <summary>"Tuesday 24 March 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", British);

    /// <summary>"7pm", "7:30pm", "midday", "midnight".</summary>
    public static string Time(TimeOnly time) => (time.Hour, time.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "midday",
        _ => time.ToString(time.Minute == 0 ? "htt" : "h:mmtt", British).ToLowerInvariant(),
    };

    /// <summary>"Tuesday 24 March 2026, 7pm to 9pm".</summary>
    public static string Date(Occurrence date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return $"{Day(date.Day)}, {Time(date.Starts)} to {Time(date.Ends)}";
    }

    /// <summary>Every date while they fit a sentence; then how many, the first and the last. The calendar file and the application hold all.</summary>
    public static IReadOnlyList<string> When(IReadOnlyList<Occurrence> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        var inOrder = dates.OrderBy(date => date.StartUtc).ToList();
        return inOrder.Count <= MostDatesInASentence
            ? [.. inOrder.Select(Date)]
            : [$"{inOrder.Count} dates, the first on {Date(inOrder[0])}, the last on {Date(inOrder[^1])}"];
    }

    /// <summary>True when the text of a decision on this ground may not be mailed. RULEBOOK 9.</summary>
    public static bool IsKeptBack(Ground ground) => ground is Ground.D1 or Ground.D9;

    /// <summary>The ground in words, never only its code. RULEBOOK 7.</summary>
    public static string Of(Ground ground) => ground switch
    {
        Ground.D1 or Ground.D9 => ReasonsAreKept,
        Ground.D2 => "There is a real safety risk that conditions cannot manage.",
        Ground.D3 => "What is needed to keep children or adults at risk safe is not in place.",
        Ground.D4 => "The law on sanctions or on disqualified persons does not let us accept the booking.",
        Ground.D5 => "Something important in the application was not right, or was left out.",
        Ground.D6 => "There was a serious breach of our conditions of hire in the last 24 months which has not been put right.",
        Ground.D7 => "What is planned would treat people unlawfully: discrimination or harassment.",
        Ground.D8 => "The room is not available or not suitable, something the hire needs is not in place, or there is too little time to make our checks.",
        Ground.D10 => "The application does not meet the conditions of the grant.",
    };
}
