using System.Globalization;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>What kind of value a cell holds.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>Text, whatever it looks like.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A moment, on the clock of London.</summary>
    Moment,

    /// <summary>Money, in pounds.</summary>
    Money,

    /// <summary>Yes or no.</summary>
    YesNo,
}

/// <summary>A typed value of a cell. Converts from what records hold; a missing value is a blank cell.</summary>
public readonly record struct CellValue
{
    private CellValue(CellKind kind, string? text = null, decimal number = 0, DateTime moment = default) =>
        (Kind, Text, Number, Moment) = (kind, text, number, moment);

    /// <summary>What kind.</summary>
    public CellKind Kind { get; }

    /// <summary>The text of a text cell.</summary>
    public string? Text { get; }

    /// <summary>The number, the pounds, or 1 for yes.</summary>
    public decimal Number { get; }

    /// <summary>The day or moment on London's clock.</summary>
    public DateTime Moment { get; }

    /// <summary>Text.</summary>
    public static CellValue Of(string? text) => string.IsNullOrEmpty(text) ? default : new(CellKind.Text, text);

    /// <summary>A whole number.</summary>
    public static CellValue Of(int? number) => number is { } given ? new(CellKind.Number, number: given) : default;

    /// <summary>A number.</summary>
    public static CellValue Of(decimal? number) => number is { } given ? new(CellKind.Number, number: given) : default;

    /// <summary>A day.</summary>
    public static CellValue Of(DateOnly? day) => day is { } given ? new(CellKind.Day, moment: given.ToDateTime(TimeOnly.MinValue)) : default;

    /// <summary>An instant, as the clock in London showed it.</summary>
    public static CellValue Of(DateTime? instantUtc) => instantUtc is { } given ? new(CellKind.Moment, moment: CouncilTime.ToLondon(given)) : default;

    /// <summary>Money.</summary>
    public static CellValue Of(Money? money) => money is { } given ? new(CellKind.Money, number: given.Pence / 100m) : default;

    /// <summary>Yes or no.</summary>
    public static CellValue Of(bool? yes) => yes is { } given ? new(CellKind.YesNo, number: given ? 1 : 0) : default;

    /// <summary>A member of an enumeration, by its name: the code of the rulebook or the state as stored.</summary>
    public static CellValue Of<TEnum>(TEnum? member)
        where TEnum : struct, Enum => member is { } given ? Of(given.ToString()) : default;

    /// <summary>One way of writing it, for digests and CSV: ISO days and moments, a point in numbers, yes and no.</summary>
    public string Invariant => Kind switch
    {
        CellKind.Blank => "",
        CellKind.Text => Text!,
        CellKind.Number => Number.ToString(CultureInfo.InvariantCulture),
        CellKind.Money => Number.ToString("0.00", CultureInfo.InvariantCulture),
        CellKind.Day => Moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.Moment => Moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        CellKind.YesNo => Number == 1 ? "Yes" : "No",
    };
}
