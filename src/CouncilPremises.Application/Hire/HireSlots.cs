using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Hire;

/// <summary>The slots an application asks for, on the hall clock and in UTC.</summary>
public static class HireSlots
{
    /// <summary>A slot a date, in order; refused with one sentence a time that the clocks skip. Needs a room, a first date, start and end.</summary>
    public static Outcome<IReadOnlyList<OccurrenceSlot>> Of(HireAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.When is not { SpaceId: not null, Start: { } start, End: { } end })
            return Outcome.Refused<IReadOnlyList<OccurrenceSlot>>(new Refusal("B4", "Choose a room, a date and a time.", "When"));
        var slots = new List<OccurrenceSlot>();
        var refusals = new List<Refusal>();
        foreach (var day in answers.Days())
        {
            var slot = CouncilTime.SlotOn(day, start, end);
            if (slot.Succeeded)
                slots.Add(new OccurrenceSlot(day, start, end, slot.Value.StartUtc, slot.Value.EndUtc));
            else
                refusals.AddRange(slot.Refusals);
        }
        return refusals.Count > 0 || slots.Count == 0
            ? Outcome.Refused<IReadOnlyList<OccurrenceSlot>>(refusals.Count > 0 ? refusals : [new Refusal("B4", "Choose at least one date.", "FirstDay")])
            : Outcome.Ok<IReadOnlyList<OccurrenceSlot>>(slots);
    }
}
