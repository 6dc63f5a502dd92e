using System.Globalization;
using System.Text.RegularExpressions;

namespace CouncilPremises.Domain;

/// <summary>An amount in whole pence.</summary>
/// <param name="Pence">Pence; may be negative.</param>
public readonly partial record struct Money(long Pence) : IComparable<Money>
{
    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>Adds.</summary>
    public static Money operator +(Money a, Money b) => new(checked(a.Pence + b.Pence));

    /// <summary>Subtracts.</summary>
    public static Money operator -(Money a, Money b) => new(checked(a.Pence - b.Pence));

    /// <summary>Multiplies by a whole number.</summary>
    public static Money operator *(Money a, long times) => new(checked(a.Pence * times));

    /// <summary>Less.</summary>
    public static bool operator <(Money a, Money b) => a.Pence < b.Pence;

    /// <summary>More.</summary>
    public static bool operator >(Money a, Money b) => a.Pence > b.Pence;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Money a, Money b) => a.Pence <= b.Pence;

    /// <summary>More or equal.</summary>
    public static bool operator >=(Money a, Money b) => a.Pence >= b.Pence;

    /// <summary>Whole pounds.</summary>
    public static Money Pounds(long pounds) => new(checked(pounds * 100));

    /// <inheritdoc />
    public int CompareTo(Money other) => Pence.CompareTo(other.Pence);

    /// <summary>As people write it: "£24.50", "£5,000,000" without needless pence.</summary>
    public override string ToString()
    {
        var sign = Pence < 0 ? "-" : "";
        var pounds = Math.Abs(Pence / 100m);
        return sign + "£" + pounds.ToString(Pence % 100 == 0 ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>True when every comma stands before three digits, as between thousands: "12,50" may mean £12.50, and is not read as £1,250.</summary>
    public static bool HasCommasInPlace(string? text) => text is null || !text.Contains(',', StringComparison.Ordinal) || Thousands().IsMatch(text);

    [GeneratedRegex(@"\A[^0-9,]*[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])[^,]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Thousands();

    /// <summary>Reads "£1,234.50", "1234.5" or "1 234", and millions as insurers write them, "£5m" or "5 million": at most two decimals.</summary>
    public static bool TryParse(string? text, out Money money)
    {
        var plain = (text ?? "").Trim().TrimStart('£').Replace(" ", "", StringComparison.Ordinal);
        if (!HasCommasInPlace(plain))
        {
            money = Zero;
            return false;
        }
        plain = plain.Replace(",", "", StringComparison.Ordinal);
        var millions = plain.EndsWith("million", StringComparison.OrdinalIgnoreCase) ? "million".Length : plain.EndsWith('m') || plain.EndsWith('M') ? 1 : 0;
        var read = decimal.TryParse(plain[..^millions], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pounds)
            && Math.Abs(pounds) < 1_000_000_000_000m && Math.Abs(pounds *= millions > 0 ? 1_000_000m : 1m) < 1_000_000_000_000m && decimal.Round(pounds, 2) == pounds;
        money = read ? new Money((long)(pounds * 100)) : Zero;
        return read;
    }
}
