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

    /// <summary>What the hall clock shows at an instant, as day and time.</summary>
    public static CivilTime ToCivil(DateTime instantUtc)
    {
        var local = ToLondon(instantUtc);
        return new CivilTime(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    /// <summary>The instant the hall clock shows a time; null when the clocks skip it. A time that comes twice means the first.</summary>
    public static DateTime? ToUtc(DateOnly day, TimeOnly wall)
    {
        var local = day.ToDateTime(wall);
        if (London.IsInvalidTime(local))
            return null;
        var offset = London.IsAmbiguousTime(local) ? London.GetAmbiguousTimeOffsets(local).Max() : London.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>The instant the hall clock shows a time; null when the clocks skip it.</summary>
    public static DateTime? ToUtc(CivilTime civil) => ToUtc(civil.Day, civil.Time);

    /// <summary>True when the hall clock shows a time twice, because the clocks go back that night.</summary>
    public static bool ComesTwice(CivilTime civil) => London.IsAmbiguousTime(civil.Day.ToDateTime(civil.Time));

    /// <summary>The slot between two times of one day on the hall clock. An end of 00:00 means midnight at the end of that day.</summary>
    /// <returns>Refused when the end is not after the start, or the clocks skip either time. RULEBOOK 3 B4.</returns>
    public static Outcome<TimeSlot> SlotOn(DateOnly day, TimeOnly start, TimeOnly end)
    {
        if (end != TimeOnly.MinValue && end <= start)
            return Outcome.Refused<TimeSlot>(new Refusal("B4", "The end must be after the start.", "End"));
        // The last day a calendar can hold has no midnight after it
        if (end == TimeOnly.MinValue && day == DateOnly.MaxValue)
            return Outcome.Refused<TimeSlot>(new Refusal("B4", "Choose an earlier date.", "FirstDay"));
        if (ToUtc(day, start) is not { } startUtc)
            return Outcome.Refused<TimeSlot>(Skipped(new CivilTime(day, start), "Start"));
        if (ToUtc(end == TimeOnly.MinValue ? day.AddDays(1) : day, end) is not { } endUtc)
            return Outcome.Refused<TimeSlot>(Skipped(new CivilTime(day, end), "End"));
        return Outcome.Ok(new TimeSlot(startUtc, endUtc));
    }

    private static Refusal Skipped(CivilTime time, string field) =>
        new("B4", $"There is no such time as {time}: the clocks go forward that night. Choose a time before 01:00 or from 02:00.", field);
}
