using CouncilPremises.Domain.Time;

namespace CouncilPremises.Domain.Premises;

/// <summary>A stretch of one day on the hall clock. Start is included, end is excluded; an end of 00:00 is the end of the day.</summary>
public sealed record DaySpan(TimeOnly Starts, TimeOnly Ends)
{
    /// <summary>Minutes after midnight at which it ends: 1440 for the end of the day.</summary>
    public int EndMinute => Ends == TimeOnly.MinValue ? 1440 : Minute(Ends);

    /// <summary>Minutes after midnight at which it starts.</summary>
    public int StartMinute => Minute(Starts);

    /// <summary>True when the other lies wholly inside; sharing an edge is inside.</summary>
    public bool Covers(DaySpan other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return StartMinute <= other.StartMinute && other.EndMinute <= EndMinute;
    }

    /// <summary>When it starts and ends in UTC on a day; null when the clocks skip its start or end that day.</summary>
    public (DateTime StartUtc, DateTime EndUtc)? On(DateOnly day) =>
        CouncilTime.ToUtc(day, Starts) is { } start
        && CouncilTime.ToUtc(Ends == TimeOnly.MinValue ? day.AddDays(1) : day, Ends) is { } end
            ? (start, end)
            : null;

    /// <summary>The span that starts and ends at these minutes after midnight.</summary>
    public static DaySpan FromMinutes(int start, int end) => new(At(start), At(end));

    private static TimeOnly At(int minute) => TimeOnly.MinValue.AddMinutes(minute % 1440);

    private static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
