using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Hire;

/// <summary>The slots an application asks for, on the hall clock and in UTC.</summary>
public static class HireSlots
{
    /// <summary>A slot a date, in order; refused with one sentence a time that the clocks skip. Needs a room, a first date, start and end.</summary>
    public static Outcome<IReadOnlyList<HireSlot>> Of(HireAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.When is not { SpaceId: not null, Start: not null, End: not null })
            return Outcome.Refused<IReadOnlyList<HireSlot>>(new Refusal("B4", "Choose a room, a date and a time.", "When"));
        var slots = new List<HireSlot>();
        var refusals = new List<Refusal>();
        foreach (var date in WhenDates.Each(answers))
        {
            var slot = CouncilTime.SlotOn(date.Day, date.Start, date.End);
            if (slot.Succeeded)
                slots.Add(new HireSlot(date.SpaceId, new OccurrenceSlot(date.Day, date.Start, date.End, slot.Value.StartUtc, slot.Value.EndUtc)));
            else
                refusals.AddRange(slot.Refusals);
        }
        return refusals.Count > 0 || slots.Count == 0
            ? Outcome.Refused<IReadOnlyList<HireSlot>>(refusals.Count > 0 ? refusals : [new Refusal("B4", "Choose at least one date.", "FirstDay")])
            : Outcome.Ok<IReadOnlyList<HireSlot>>(slots);
    }
}
