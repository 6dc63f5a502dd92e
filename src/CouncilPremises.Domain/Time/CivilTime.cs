using System.Globalization;

namespace CouncilPremises.Domain.Time;

/// <summary>What the hall clock shows in London: a day and a time of day, with no offset. Only <see cref="CouncilTime"/> turns it into an instant.</summary>
/// <param name="Day">The day in London.</param>
/// <param name="Time">The time on the hall clock.</param>
public readonly record struct CivilTime(DateOnly Day, TimeOnly Time) : IComparable<CivilTime>
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Earlier on the clock.</summary>
    public static bool operator <(CivilTime a, CivilTime b) => a.CompareTo(b) < 0;

    /// <summary>Later on the clock.</summary>
    public static bool operator >(CivilTime a, CivilTime b) => a.CompareTo(b) > 0;

    /// <summary>Earlier on the clock, or the same.</summary>
    public static bool operator <=(CivilTime a, CivilTime b) => a.CompareTo(b) <= 0;

    /// <summary>Later on the clock, or the same.</summary>
    public static bool operator >=(CivilTime a, CivilTime b) => a.CompareTo(b) >= 0;

    /// <inheritdoc />
    public int CompareTo(CivilTime other) => (Day, Time).CompareTo((other.Day, other.Time));

    /// <summary>As people read it: "Tuesday 24 March 2026, 19:00".</summary>
    public override string ToString() => Day.ToString("dddd d MMMM yyyy", English) + Time.ToString(", HH:mm", English);
}
