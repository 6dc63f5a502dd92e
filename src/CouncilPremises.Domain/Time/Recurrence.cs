using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CouncilPremises.Domain.Time;

/// <summary>How an event repeats. RULEBOOK 3 B4.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Repeats>))]
public enum Repeats
{
    /// <summary>It takes place once.</summary>
    [Display(Name = "It happens once")]
    Once,

    /// <summary>Every seven days.</summary>
    [Display(Name = "Every week")]
    Weekly,

    /// <summary>Every fourteen days.</summary>
    [Display(Name = "Every two weeks")]
    Fortnightly,

    /// <summary>On the same date of every month.</summary>
    [Display(Name = "Every month on the same date")]
    MonthlyByDate,

    /// <summary>On the same weekday of every month, such as the second Tuesday.</summary>
    [Display(Name = "Every month on the same weekday, such as the second Tuesday")]
    MonthlyByWeekday,

    /// <summary>On dates chosen one by one.</summary>
    [Display(Name = "On other dates that I choose")]
    ChosenDates,
}

/// <summary>On which days an event takes place, in London wall time: the clock shows the same times on each, whatever the clocks do.</summary>
public sealed record Recurrence
{
    /// <summary>The most dates one application may have. RULEBOOK 3 B4.</summary>
    public const int MostDates = 52;

    /// <summary>How it repeats.</summary>
    public Repeats Repeats { get; init; }

    /// <summary>Last day it may fall on, included; needed unless it happens once or on chosen dates.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Dates besides the first, for chosen dates.</summary>
    public ValueList<DateOnly> Chosen { get; init; } = [];

    /// <summary>Dates of the series to leave out: a holiday, or a day the room is taken.</summary>
    public ValueList<DateOnly> Except { get; init; } = [];

    /// <summary>The days in order, each once, without those left out. At most one more than <see cref="MostDates"/>, which shows
    /// that there are too many. A month without the date (31 April) or without the weekday (a fifth Tuesday) is passed over.</summary>
    public IReadOnlyList<DateOnly> Expand(DateOnly first) =>
        [.. Days(first).Distinct().Where(day => !Except.Contains(day)).Take(MostDates + 1).Order()];

    private IEnumerable<DateOnly> Days(DateOnly first) => Repeats switch
    {
        Repeats.Once => [first],
        Repeats.Weekly => EveryDays(first, 7),
        Repeats.Fortnightly => EveryDays(first, 14),
        Repeats.MonthlyByDate => EveryMonth(first, SameDate),
        Repeats.MonthlyByWeekday => EveryMonth(first, SameWeekday),
        Repeats.ChosenDates => Chosen.Prepend(first).Order(),
    };

    private IEnumerable<DateOnly> EveryDays(DateOnly first, int days)
    {
        var last = (Until ?? first).DayNumber;
        for (var day = first.DayNumber; day <= last; day += days)
            yield return DateOnly.FromDayNumber(day);
    }

    private IEnumerable<DateOnly> EveryMonth(DateOnly first, Func<DateOnly, int, int, DateOnly?> pick)
    {
        var last = Until ?? first;
        var lastMonth = (last.Year * 12) + last.Month - 1;
        for (var month = (first.Year * 12) + first.Month - 1; month <= lastMonth; month++)
            if (pick(first, month / 12, (month % 12) + 1) is { } day && day <= last)
                yield return day;
    }

    private static DateOnly? SameDate(DateOnly first, int year, int month) =>
        first.Day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, first.Day) : null;

    private static DateOnly? SameWeekday(DateOnly first, int year, int month)
    {
        var which = (first.Day - 1) / 7;
        var start = new DateOnly(year, month, 1);
        var day = 1 + (((int)first.DayOfWeek - (int)start.DayOfWeek + 7) % 7) + (which * 7);
        return day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }
}
