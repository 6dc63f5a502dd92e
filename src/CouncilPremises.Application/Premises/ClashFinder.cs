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

/// <summary>Why one of several slots cannot be had.</summary>
/// <param name="Place">Its place among those wanted.</param>
/// <param name="Sentence">Why, and what can be had.</param>
/// <param name="About">What must change: the room, the day or the time.</param>
/// <param name="Against">For two of those wanted that are too close, the place of the earlier one.</param>
public sealed record SlotClash(int Place, string Sentence, ClashAbout About, int? Against = null);

/// <summary>What of a slot must change.</summary>
public enum ClashAbout
{
    /// <summary>The room takes no bookings.</summary>
    Room,

    /// <summary>It is closed all day.</summary>
    Day,

    /// <summary>It is closed or taken at that time.</summary>
    Time,
}

/// <summary>Says, for every slot wanted, why it cannot be had and what can. RULEBOOK 3 B4.</summary>
internal sealed class ClashFinder(AppDbContext db, PremisesMap map, DateTime nowUtc)
{
    /// <summary>The code of every refusal about a slot.</summary>
    public const string Code = "B4";

    /// <summary>Every clash of every slot, in order; none when all can be had.</summary>
    /// <param name="wanted">The slots.</param>
    /// <param name="people">Rooms offered instead hold at least so many.</param>
    /// <param name="beside">Owners whose claims count as one's own.</param>
    /// <param name="cancellationToken">Ends early.</param>
    /// <param name="say">Makes the refusal of a slot; null for one about B4.</param>
    public async Task<IReadOnlyList<Refusal>> FindAsync(
        IReadOnlyList<WantedSlot> wanted, int people, IReadOnlyList<Guid> beside, CancellationToken cancellationToken, Func<SlotClash, Refusal>? say = null)
    {
        var refusals = new List<Refusal>();
        var own = wanted.Select(slot => slot.OwnerId).Concat(beside).ToHashSet();
        for (var index = 0; index < wanted.Count; index++)
        {
            var clash = Closed(wanted[index], index)
                ?? AmongThemselves(wanted, index)
                ?? await TakenAsync(wanted[index], index, own, people, cancellationToken);
            if (clash is not null)
                refusals.Add(say?.Invoke(clash) ?? new Refusal(Code, clash.Sentence));
        }

        return refusals;
    }

    private SlotClash? Closed(WantedSlot slot, int place)
    {
        var space = map[slot.SpaceId];
        var calendar = map.CalendarOf(space.VenueId);
        var day = slot.Slot.Day;
        if (!map.IsOpenForHire(space))
            return new(place, $"{space.Name} does not take bookings at the moment. Choose another room.", ClashAbout.Room);
        if (calendar.ClosureOf(space.Id, day) is { } closure)
            return new(place, $"{space.Name} is closed on {PremisesWords.Day(day)} ({closure.Reason}). Choose another day.", ClashAbout.Day);
        var spans = calendar.OpenSpans(space.Id, day);
        if (spans.Any(span => span.Covers(slot.Span)))
            return null;
        if (spans.Count == 0)
            return new(place, $"{space.Name} is closed on {day.DayOfWeek}s, so it cannot be had on {PremisesWords.Day(day)}. Choose another day.", ClashAbout.Day);
        var hours = string.Join(" and ", spans.Select(span => PremisesWords.Span(span.Starts, span.Ends)));
        return new(place, $"{space.Name} is open from {hours} on {PremisesWords.Day(day)}. Choose a time within those hours, setting up and clearing away included.", ClashAbout.Time);
    }

    private SlotClash? AmongThemselves(IReadOnlyList<WantedSlot> wanted, int place)
    {
        var slot = wanted[place];
        for (var earlier = 0; earlier < place; earlier++)
        {
            var other = wanted[earlier];
            if (map.Tree.Touch(other.SpaceId, slot.SpaceId) && !other.Stay.LeavesRoomFor(slot.Stay))
                return new(place, $"Two of your own dates are too close: {PremisesWords.Span(other.Span.Starts, other.Span.Ends)} and "
                    + $"{PremisesWords.Span(slot.Span.Starts, slot.Span.Ends)} on {PremisesWords.Day(slot.Slot.Day)}. Remove one, or leave the room's gap between them.", ClashAbout.Time, earlier);
        }

        return null;
    }

    private async Task<SlotClash?> TakenAsync(WantedSlot slot, int place, HashSet<Guid> own, int people, CancellationToken cancellationToken)
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
        return new(place, $"{ClashWords.Why(map[slot.SpaceId].Name, slot, against)} {ClashWords.Instead(slot, offers)}", ClashAbout.Time);
    }
}
