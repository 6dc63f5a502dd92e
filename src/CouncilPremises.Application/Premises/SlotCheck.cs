using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Premises;

/// <summary>What looking at one time of a room said.</summary>
/// <param name="Mistakes">What is wrong with the time itself; then nothing was looked up.</param>
/// <param name="Clash">Why it cannot be had, and what can; null when it is free.</param>
public sealed record SlotLook(IReadOnlyList<Refusal> Mistakes, string? Clash);

/// <summary>Says whether one time of a room is free, for whoever is still choosing. Nothing is kept.</summary>
public sealed class SlotCheck(Claims claims, CouncilTime time)
{
    /// <summary>Looks at a time of a room.</summary>
    public async Task<SlotLook> LookAsync(Guid spaceId, DateOnly day, DaySpan span, CancellationToken cancellationToken)
    {
        var mistakes = AskedTime.Mistakes(day, span, time.NowUtc);
        if (mistakes.Count > 0)
            return new SlotLook(mistakes, null);
        var (start, end) = span.On(day)!.Value;
        var clashes = await claims.ClashesAsync(spaceId, [new OccurrenceSlot(day, span.Starts, span.Ends, start, end)], people: 1, cancellationToken);
        return new SlotLook([], clashes.Count == 0 ? null : clashes[0].Sentence);
    }
}
