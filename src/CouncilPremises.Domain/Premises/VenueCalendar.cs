namespace CouncilPremises.Domain.Premises;

/// <summary>When the spaces of one venue can be let: weekly opening hours less closures.</summary>
/// <param name="hours">Weekly hours; a weekday without any is closed.</param>
/// <param name="closures">Closures on the days asked about.</param>
/// <param name="tree">The venue's spaces.</param>
public sealed class VenueCalendar(IEnumerable<DayHours> hours, IEnumerable<Closure> closures, SpaceTree tree)
{
    private readonly ILookup<DayOfWeek, DaySpan> week = hours.OrderBy(h => h.Opens).ToLookup(h => h.Day, h => new DaySpan(h.Opens, h.Closes));
    private readonly List<Closure> closures = [.. closures];

    /// <summary>The closure that closes a space on a day: of the venue, of the space, of what it is part of, or of a part of it. Null when none does.</summary>
    public Closure? ClosureOf(Guid spaceId, DateOnly day)
    {
        var touching = closures.Where(closure => closure.FirstDay <= day && day <= closure.LastDay).ToList();
        if (touching.Count == 0)
            return null;
        var closedWith = tree.ClosedWith(spaceId);
        return touching.Find(closure => closure.SpaceId is null || closedWith.Contains(closure.SpaceId.Value));
    }

    /// <summary>The venue's hours on a weekday, whatever is closed.</summary>
    public IEnumerable<DaySpan> HoursOn(DayOfWeek day) => week[day];

    /// <summary>The stretches in which a space can be let on a day; none when it is closed.</summary>
    public IReadOnlyList<DaySpan> OpenSpans(Guid spaceId, DateOnly day) =>
        ClosureOf(spaceId, day) is null ? [.. week[day.DayOfWeek]] : [];
}
