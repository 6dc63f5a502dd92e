namespace CouncilPremises.Domain.Premises;

/// <summary>The use of a space for a time, with the minutes it wants kept free. Start is included, end is excluded.</summary>
/// <param name="StartUtc">First instant of use, set-up included.</param>
/// <param name="EndUtc">First instant after use.</param>
/// <param name="BufferBefore">Minutes kept free before.</param>
/// <param name="BufferAfter">Minutes kept free after.</param>
public sealed record Stay(DateTime StartUtc, DateTime EndUtc, int BufferBefore, int BufferAfter)
{
    /// <summary>The most minutes a room may ask to be kept free before or after: how far neighbours are looked for.</summary>
    public const int MostBufferMinutes = 240;

    /// <summary>True when both use some moment. Stays that only touch do not overlap.</summary>
    public bool Overlaps(Stay other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return StartUtc < other.EndUtc && other.StartUtc < EndUtc;
    }

    /// <summary>True when they do not overlap and the gap between them is at least the larger of the earlier one's
    /// after-buffer and the later one's before-buffer: a gap of exactly that length is enough. RULEBOOK 3 B4.</summary>
    public bool LeavesRoomFor(Stay other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Overlaps(other))
            return false;
        var (first, second) = StartUtc < other.StartUtc ? (this, other) : (other, this);
        return second.StartUtc - first.EndUtc >= TimeSpan.FromMinutes(Math.Max(first.BufferAfter, second.BufferBefore));
    }
}

/// <summary>Quarter-hours of UTC, numbered from 1 January 1970: the unit that claims are made in.</summary>
public static class Quarters
{
    /// <summary>Minutes in one.</summary>
    public const int Minutes = 15;

    /// <summary>The quarter-hour an instant lies in.</summary>
    public static int Of(DateTime instantUtc) => (int)Math.Floor((instantUtc - DateTime.UnixEpoch).TotalMinutes / Minutes);

    /// <summary>The first quarter-hour that starts at or after an instant: the end, excluded, of what a stay to this instant uses.</summary>
    public static int UpTo(DateTime instantUtc) => (int)Math.Ceiling((instantUtc - DateTime.UnixEpoch).TotalMinutes / Minutes);

    /// <summary>When a quarter-hour starts.</summary>
    public static DateTime StartUtc(int quarter) => DateTime.UnixEpoch.AddMinutes((double)quarter * Minutes);

    /// <summary>True when an hour of the clock lies on a quarter: :00, :15, :30 or :45.</summary>
    public static bool Fits(TimeOnly time) => time.Ticks % (TimeSpan.TicksPerMinute * Minutes) == 0;
}
