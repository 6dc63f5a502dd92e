namespace CouncilPremises.Domain.Time;

/// <summary>A stretch of time between two instants: the start is included, the end excluded. RULEBOOK 3 B4.</summary>
public readonly record struct TimeSlot
{
    /// <summary>Minutes of one step of the clock that bookings use.</summary>
    public const int QuarterMinutes = 15;

    /// <summary>A slot; both instants are UTC and the end is later than the start.</summary>
    public TimeSlot(DateTime startUtc, DateTime endUtc)
    {
        if (startUtc.Kind != DateTimeKind.Utc || endUtc.Kind != DateTimeKind.Utc)
            throw new ArgumentException("A slot lies between UTC instants.", nameof(startUtc));
        if (endUtc <= startUtc)
            throw new ArgumentException("A slot ends after it starts.", nameof(endUtc));
        (StartUtc, EndUtc) = (startUtc, endUtc);
    }

    /// <summary>First instant, included.</summary>
    public DateTime StartUtc { get; }

    /// <summary>Last instant, excluded.</summary>
    public DateTime EndUtc { get; }

    /// <summary>True when the two share an instant. Slots that only touch do not.</summary>
    public bool Overlaps(TimeSlot other) => StartUtc < other.EndUtc && other.StartUtc < EndUtc;

    /// <summary>True when the instant lies in it: the start does, the end does not.</summary>
    public bool Contains(DateTime instantUtc) => StartUtc <= instantUtc && instantUtc < EndUtc;

    /// <summary>This slot with minutes added at both ends.</summary>
    public TimeSlot Widen(int minutesBefore, int minutesAfter) => new(StartUtc.AddMinutes(-minutesBefore), EndUtc.AddMinutes(minutesAfter));

    /// <summary>Every quarter-hour the slot touches, counted from 1 January 1970 UTC; a quarter touched in part counts whole.</summary>
    public IReadOnlyList<int> Quarters()
    {
        var ticks = QuarterMinutes * TimeSpan.TicksPerMinute;
        var first = (int)Math.Floor((StartUtc - DateTime.UnixEpoch).Ticks / (decimal)ticks);
        var last = (int)Math.Ceiling((EndUtc - DateTime.UnixEpoch).Ticks / (decimal)ticks);
        return [.. Enumerable.Range(first, last - first)];
    }
}
