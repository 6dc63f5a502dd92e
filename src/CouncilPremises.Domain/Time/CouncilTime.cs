namespace CouncilPremises.Domain.Time;

/// <summary>The only reader of the clock, and the only one that knows London.</summary>
public sealed class CouncilTime(TimeProvider clock)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Now, UTC, cut to microseconds.</summary>
    public DateTime NowUtc
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>Today in London, not in UTC.</summary>
    public DateOnly Today => DayOf(NowUtc);

    /// <summary>The day in London at an instant.</summary>
    public static DateOnly DayOf(DateTime instantUtc) => DateOnly.FromDateTime(ToLondon(instantUtc));

    /// <summary>What the hall clock shows at an instant.</summary>
    public static DateTime ToLondon(DateTime instantUtc) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(instantUtc, London), DateTimeKind.Unspecified);

    /// <summary>The instant the hall clock shows a time; null when the clocks skip it. A time that comes twice means the first.</summary>
    public static DateTime? ToUtc(DateOnly day, TimeOnly wall)
    {
        var local = day.ToDateTime(wall);
        if (London.IsInvalidTime(local))
            return null;
        var offset = London.IsAmbiguousTime(local) ? London.GetAmbiguousTimeOffsets(local).Max() : London.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }
}
