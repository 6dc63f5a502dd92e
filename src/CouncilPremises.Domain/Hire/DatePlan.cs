using CouncilPremises.Domain.Time;

namespace CouncilPremises.Domain.Hire;

/// <summary>A slot in a space.</summary>
public sealed record HireSlot(Guid SpaceId, OccurrenceSlot Slot);

/// <summary>A date of an application whose room or time differs from the rest. A series keeps its usual room and time beside them.</summary>
public sealed record DateOtherwise
{
    /// <summary>The day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The space on that day.</summary>
    public Guid SpaceId { get; init; }

    /// <summary>Start on the hall clock.</summary>
    public TimeOnly Start { get; init; }

    /// <summary>End on the hall clock.</summary>
    public TimeOnly End { get; init; }
}

/// <summary>What becomes of an application's dates when its answers change. Dates that began, are over or were cancelled stay as they are.</summary>
/// <param name="Moved">Dates that keep their identity and get another day, time or room.</param>
/// <param name="Added">Dates that are new.</param>
/// <param name="Removed">Dates that are no longer asked for.</param>
public sealed record DatePlan(IReadOnlyList<(Occurrence Date, HireSlot To)> Moved, IReadOnlyList<HireSlot> Added, IReadOnlyList<Occurrence> Removed)
{
    /// <summary>True when no date changes.</summary>
    public bool IsEmpty => Moved.Count + Added.Count + Removed.Count == 0;

    /// <summary>True when a date may still be moved.</summary>
    public static bool MayMove(Occurrence date, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(date);
        return date.State is OccurrenceState.Held or OccurrenceState.Confirmed && date.StartUtc > nowUtc;
    }

    /// <summary>Pairs the dates there are with the slots wanted: first those on the same day, then the rest in order.</summary>
    public static DatePlan Of(IReadOnlyList<Occurrence> dates, IReadOnlyList<HireSlot> wanted, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(wanted);
        var live = dates.Where(date => MayMove(date, nowUtc)).ToList();
        var settled = dates.Except(live).Select(date => date.Day).Except(live.Select(date => date.Day)).ToHashSet();
        var open = wanted.Where(slot => !settled.Contains(slot.Slot.Day)).ToList();
        var moved = new List<(Occurrence, HireSlot)>();
        foreach (var date in live.ToList())
        {
            if (open.Find(slot => slot.Slot.Day == date.Day) is not { } same)
                continue;
            live.Remove(date);
            open.Remove(same);
            if (!Is(date, same))
                moved.Add((date, same));
        }

        var pairs = Math.Min(live.Count, open.Count);
        moved.AddRange(live.OrderBy(date => date.Day).Zip(open.OrderBy(slot => slot.Slot.Day)));
        return new DatePlan(moved, [.. open.OrderBy(slot => slot.Slot.Day).Skip(pairs)], [.. live.OrderBy(date => date.Day).Skip(pairs)]);
    }

    private static bool Is(Occurrence date, HireSlot slot) =>
        date.SpaceId == slot.SpaceId && date.Starts == slot.Slot.Starts && date.Ends == slot.Slot.Ends;
}

/// <summary>Writing the dates of a series again, one at a time.</summary>
public static class WhenDates
{
    /// <summary>The answers to B4 for these dates: the room and time most of them share, and beside it those that differ.</summary>
    /// <param name="before">The answers so far; their recurrence stays while the days do.</param>
    /// <param name="dates">The dates, each day once.</param>
    public static WhenAnswers Of(WhenAnswers before, IReadOnlyList<DateOtherwise> dates)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(dates);
        var usual = dates.GroupBy(date => (date.SpaceId, date.Start, date.End)).MaxBy(same => same.Count())!.Key;
        var days = dates.Select(date => date.Day).Order().ToList();
        var sameDays = before.FirstDay is { } first && before.Recurrence.Expand(first).SequenceEqual(days);
        return new WhenAnswers
        {
            SpaceId = usual.SpaceId,
            Start = usual.Start,
            End = usual.End,
            FirstDay = sameDays ? before.FirstDay : days[0],
            Recurrence = sameDays ? before.Recurrence
                : days.Count == 1 ? new Recurrence()
                : new Recurrence { Repeats = Repeats.ChosenDates, Chosen = days.Skip(1).ToValueList() },
            Otherwise = dates.Where(date => (date.SpaceId, date.Start, date.End) != usual).OrderBy(date => date.Day).ToValueList(),
        };
    }

    /// <summary>Every date with its own room and time; none until room, day and times are chosen.</summary>
    public static IReadOnlyList<DateOtherwise> Each(HireAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.When is not { SpaceId: { } space, Start: { } start, End: { } end })
            return [];
        return [.. answers.Days().Select(day => answers.When.Otherwise.FirstOrDefault(other => other.Day == day)
            ?? new DateOtherwise { Day = day, SpaceId = space, Start = start, End = end })];
    }
}
