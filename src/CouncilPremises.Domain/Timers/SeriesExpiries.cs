using CouncilPremises.Domain.Checks;

namespace CouncilPremises.Domain.Timers;

/// <summary>A record that runs out before a later date of a confirmed booking.</summary>
/// <param name="Code">The check.</param>
/// <param name="LastDay">The last day the record counts.</param>
/// <param name="NextDay">The first date after it.</param>
public sealed record SeriesExpiry(CheckCode Code, DateOnly LastDay, DateOnly NextDay);

/// <summary>Checks are valid at decision; a policy, declaration or DBS that expires later makes a condition due before the next date after it. RULEBOOK 3.</summary>
public static class SeriesExpiries
{
    /// <summary>The checks this is about: insurance and safeguarding policies, the declaration, DBS confirmations.</summary>
    public static IReadOnlyList<CheckCode> Codes { get; } = [CheckCode.DEC, CheckCode.SAF, CheckCode.DBS, CheckCode.INS];

    /// <summary>What runs out before which date. A record counts on its last day, so a date on that day needs nothing new.</summary>
    /// <param name="standings">Where the required checks stand.</param>
    /// <param name="days">Days of the dates that are still to come, in any order.</param>
    public static IReadOnlyList<SeriesExpiry> Of(IEnumerable<CheckStanding> standings, IReadOnlyCollection<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(standings);
        ArgumentNullException.ThrowIfNull(days);
        return [.. from standing in standings
                   where Codes.Contains(standing.Code) && standing.Kind is StandingKind.Clear or StandingKind.Expired
                   let last = standing.ValidUntil
                   where last is not null
                   let later = days.Where(day => day > last).ToList()
                   where later.Count > 0
                   select new SeriesExpiry(standing.Code, last.Value, later.Min())];
    }
}
