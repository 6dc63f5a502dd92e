using CouncilPremises.Domain.Time;

namespace CouncilPremises.Domain.Premises;

/// <summary>What the public sees of one day of a room: when it is busy, never by whom, and when it can be asked for.</summary>
/// <param name="Day">The day.</param>
/// <param name="Closed">Why it cannot be had at all that day; null when the room is open.</param>
/// <param name="Busy">Times in use, merged and in order.</param>
/// <param name="Free">Times that can be asked for: open, not past, and far enough from what is in use.</param>
public sealed record DayPlan(DateOnly Day, string? Closed, IReadOnlyList<DaySpan> Busy, IReadOnlyList<DaySpan> Free)
{
    /// <summary>A day on which the room is closed.</summary>
    public static DayPlan OfClosed(DateOnly day, string why) => new(day, why, [], []);

    /// <summary>Plans a day from its open times and what uses the room.</summary>
    /// <param name="day">The day.</param>
    /// <param name="open">When the room can be let that day.</param>
    /// <param name="stays">Everything that uses the room about then.</param>
    /// <param name="before">Minutes the room wants kept free before a booking.</param>
    /// <param name="after">Minutes the room wants kept free after one.</param>
    /// <param name="nowUtc">Nothing earlier can be asked for.</param>
    public static DayPlan Of(DateOnly day, IReadOnlyList<DaySpan> open, IReadOnlyList<Stay> stays, int before, int after, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(open);
        var used = Merge(stays.Select(stay => new Stretch(MinuteOf(stay.StartUtc, day), MinuteOf(stay.EndUtc, day))));
        var kept = Merge(stays
            .Select(stay => new Stretch(
                MinuteOf(stay.StartUtc, day) - Math.Max(after, stay.BufferBefore), MinuteOf(stay.EndUtc, day) + Math.Max(stay.BufferAfter, before)))
            .Append(new Stretch(int.MinValue / 2, MinuteOf(nowUtc, day))));
        var free = open.SelectMany(span => Without(new Stretch(span.StartMinute, span.EndMinute), kept));
        return new DayPlan(day, null, [.. used.Select(Show).OfType<DaySpan>()], [.. free.Select(Quarterly).OfType<DaySpan>()]);
    }

    // Minutes after midnight on the hall clock; a stay of the evening before has some below 0, one into the next day some above 1440.
    private static int MinuteOf(DateTime instantUtc, DateOnly day) =>
        (int)Math.Ceiling((CouncilTime.ToLondon(instantUtc) - day.ToDateTime(TimeOnly.MinValue)).TotalMinutes);

    private static List<Stretch> Merge(IEnumerable<Stretch> stretches)
    {
        var merged = new List<Stretch>();
        foreach (var next in stretches.Where(stretch => stretch.End > stretch.Start).OrderBy(stretch => stretch.Start))
        {
            if (merged.Count > 0 && next.Start <= merged[^1].End)
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, next.End) };
            else
                merged.Add(next);
        }

        return merged;
    }

    private static IEnumerable<Stretch> Without(Stretch open, List<Stretch> taken)
    {
        var start = open.Start;
        foreach (var stretch in taken)
        {
            if (stretch.Start > start)
                yield return new Stretch(start, Math.Min(stretch.Start, open.End));
            start = Math.Max(start, stretch.End);
            if (start >= open.End)
                yield break;
        }

        yield return new Stretch(start, open.End);
    }

    private static DaySpan? Show(Stretch stretch)
    {
        int start = Math.Max(stretch.Start, 0), end = Math.Min(stretch.End, 1440);
        return start < end ? DaySpan.FromMinutes(start, end) : null;
    }

    private static DaySpan? Quarterly(Stretch stretch)
    {
        int start = (stretch.Start + Quarters.Minutes - 1) / Quarters.Minutes * Quarters.Minutes, end = stretch.End / Quarters.Minutes * Quarters.Minutes;
        return start < end ? DaySpan.FromMinutes(start, end) : null;
    }

    private readonly record struct Stretch(int Start, int End);
}
