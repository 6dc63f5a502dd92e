namespace CouncilPremises.Domain.Time;

/// <summary>A council's financial year: 1 April to 31 March, both included, by the day in London.</summary>
/// <param name="Starts">The calendar year of its 1 April.</param>
public readonly record struct FinancialYear(int Starts)
{
    /// <summary>The earliest that can be asked for.</summary>
    public const int Earliest = 2000;

    /// <summary>The latest that can be asked for.</summary>
    public const int Latest = 2200;

    /// <summary>The year a day is in: 31 March ends one, 1 April begins the next.</summary>
    public static FinancialYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>True for a year that can be asked for.</summary>
    public bool IsKnown => Starts is >= Earliest and <= Latest;

    /// <summary>1 April.</summary>
    public DateOnly FirstDay => new(Starts, 4, 1);

    /// <summary>31 March, included.</summary>
    public DateOnly LastDay => new(Starts + 1, 3, 31);

    /// <summary>Its first instant, included.</summary>
    public DateTime FromUtc => Midnight(FirstDay);

    /// <summary>Its end, excluded.</summary>
    public DateTime UntilUtc => Midnight(LastDay.AddDays(1));

    /// <summary>The year before.</summary>
    public FinancialYear Before => new(Starts - 1);

    /// <summary>As people write it: "2026 to 2027".</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Starts} to {Starts + 1}");

    private static DateTime Midnight(DateOnly day) =>
        CouncilTime.ToUtc(day, TimeOnly.MinValue) ?? throw new InvalidOperationException("The clocks of London never skip midnight.");
}
