using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;

namespace CouncilPremises.Application.Premises;

/// <summary>A space wanted for a slot, with the buffers it would be booked with.</summary>
internal sealed record WantedSlot(Guid OwnerId, Guid SpaceId, OccurrenceSlot Slot, int BufferBefore, int BufferAfter)
{
    public Stay Stay { get; } = new(Slot.StartUtc, Slot.EndUtc, BufferBefore, BufferAfter);

    public DaySpan Span { get; } = new(Slot.Starts, Slot.Ends);

    public static WantedSlot Of(Occurrence o) => new(
        o.Id, o.SpaceId, new OccurrenceSlot(o.Day, o.Starts, o.Ends, o.StartUtc, o.EndUtc), o.BufferBeforeMinutes, o.BufferAfterMinutes);
}

/// <summary>Says, for every slot wanted, why it cannot be had and what can. RULEBOOK 3 B4.</summary>
internal sealed class ClashFinder(AppDbContext db, PremisesMap map, DateTime nowUtc)
{
    /// <summary>The code of every refusal about a slot.</summary>
    public const string Code = "B4";

    /// <summary>Every clash of every slot, in order; none when all can be had.</summary>
    /// <param name="wanted">The slots.</param>
    /// <param name="people">Rooms offered instead hold at least so many.</param>
    /// <param name="cancellationToken">Ends early.</param>
    /// <param name="say">Makes the refusal of a slot, by its place among those wanted; null for one about B4.</param>
    public async Task<IReadOnlyList<Refusal>> FindAsync(
        IReadOnlyList<WantedSlot> wanted, int people, CancellationToken cancellationToken, Func<int, string, Refusal>? say = null)
    {
        var refusals = new List<Refusal>();
        var own = wanted.Select(slot => slot.OwnerId).ToHashSet();
        for (var index = 0; index < wanted.Count; index++)
        {
            var sentence = Closed(wanted[index])
                ?? AmongThemselves(wanted[index], wanted.Take(index))
                ?? await TakenAsync(wanted[index], own, people, cancellationToken);
            if (sentence is not null)
                refusals.Add(say?.Invoke(index, sentence) ?? new Refusal(Code, sentence));
        }

        return refusals;
    }

    private string? Closed(WantedSlot slot)
    {
        var space = map[slot.SpaceId];
        var calendar = map.CalendarOf(space.VenueId);
        var day = slot.Slot.Day;
        if (!map.IsOpenForHire(space))
            return $"{space.Name} does not take bookings at the moment. Choose another room.";
        if (calendar.ClosureOf(space.Id, day) is { } closure)
            return $"{space.Name} is closed on {PremisesWords.Day(day)} ({closure.Reason}). Choose another day.";
        var spans = calendar.OpenSpans(space.Id, day);
        if (spans.Any(span => span.Covers(slot.Span)))
            return null;
        if (spans.Count == 0)
            return $"{space.Name} is closed on {day.DayOfWeek}s, so it cannot be had on {PremisesWords.Day(day)}. Choose another day.";
        var hours = string.Join(" and ", spans.Select(span => PremisesWords.Span(span.Starts, span.Ends)));
        return $"{space.Name} is open from {hours} on {PremisesWords.Day(day)}. Choose a time within those hours, setting up and clearing away included.";
    }

    private string? AmongThemselves(WantedSlot slot, IEnumerable<WantedSlot> earlier)
    {
        var other = earlier.FirstOrDefault(o => map.Tree.Touch(o.SpaceId, slot.SpaceId) && !o.Stay.LeavesRoomFor(slot.Stay));
        return other is null
            ? null
            : $"Two of your own dates are too close: {PremisesWords.Span(other.Span.Starts, other.Span.Ends)} and "
                + $"{PremisesWords.Span(slot.Span.Starts, slot.Span.Ends)} on {PremisesWords.Day(slot.Slot.Day)}. Remove one, or leave the room's gap between them.";
    }

    private async Task<string?> TakenAsync(WantedSlot slot, HashSet<Guid> own, int people, CancellationToken cancellationToken)
    {
        var uses = await SpaceUses.BetweenAsync(
            db,
            map.Tree.LeavesOf(slot.SpaceId),
            slot.Stay.StartUtc.AddMinutes(-Stay.MostBufferMinutes),
            slot.Stay.EndUtc.AddMinutes(Stay.MostBufferMinutes),
            nowUtc,
            cancellationToken);
        var against = uses.Where(use => !own.Contains(use.OwnerId) && !use.Stay.LeavesRoomFor(slot.Stay)).Select(use => use.Stay).Distinct().ToList();
        if (against.Count == 0)
            return null;
        var offers = await new RoomOffers(db, map, nowUtc).AroundAsync(slot, people, cancellationToken);
        return $"{ClashWords.Why(map[slot.SpaceId].Name, slot, against)} {ClashWords.Instead(slot, offers)}";
    }
}
