using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CouncilPremises.Domain;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CouncilPremises.Web.Binding;

/// <summary>Chooses our binders for days, times, money, numbers and text.</summary>
public sealed class TypedTextBinderProvider : IModelBinderProvider
{
    /// <inheritdoc />
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.Metadata.UnderlyingOrModelType;
        // Bodies, headers and services are not typed text
        if (context.BindingInfo.BindingSource is { IsGreedy: true })
            return null;
        if (type == typeof(DateOnly))
            return new DayBinder();
        if (type == typeof(TimeOnly))
            return new BoxBinder<TimeOnly>(Boxes.Time);
        if (type == typeof(Money))
            return new BoxBinder<Money>(Boxes.Sum);
        if (type == typeof(int))
            return new BoxBinder<int>(Boxes.WholeNumber);
        if (type == typeof(decimal))
            return new BoxBinder<decimal>(Boxes.Number);
        if (type == typeof(string))
            return new PlainTextBinder(keepSpaces: IsPassword(context.Metadata));
        return null;
    }

    private static bool IsPassword(ModelMetadata metadata) =>
        metadata is DefaultModelMetadata known &&
        known.Attributes.Attributes.OfType<DataTypeAttribute>().Any(attribute => attribute.DataType == DataType.Password);
}

/// <summary>A box left empty: nothing is bound and nothing is wrong. Without saying so, a page whose own property it is would never be valid.</summary>
internal static class EmptyBox
{
    internal static Task Leave(ModelBindingContext context)
    {
        context.ModelState.MarkFieldValid(context.ModelName);
        return Task.CompletedTask;
    }
}

/// <summary>A day from three boxes (Day, Month, Year) or, in addresses, from 2026-03-24.</summary>
public sealed class DayBinder : IModelBinder
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <inheritdoc />
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var whole = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (whole != ValueProviderResult.None)
        {
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, whole);
            if (string.IsNullOrWhiteSpace(whole.FirstValue))
                return EmptyBox.Leave(bindingContext);
            if (DateOnly.TryParseExact(whole.FirstValue, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                bindingContext.Result = ModelBindingResult.Success(day);
            else
                Refuse(bindingContext, "must be a real date, like 2026-03-24");
            return Task.CompletedTask;
        }

        BindBoxes(bindingContext);
        return Task.CompletedTask;
    }

    private static void BindBoxes(ModelBindingContext context)
    {
        var (day, month, year) = (Typed(context, "Day"), Typed(context, "Month"), Typed(context, "Year"));
        var missing = new[] { (day, "day"), (month, "month"), (year, "year") }
            .Where(box => box.Item1.Length == 0).Select(box => box.Item2).ToList();
        if (missing.Count == 3)
            return;
        if (missing.Count > 0)
            Refuse(context, $"must include a {string.Join(" and a ", missing)}");
        else if (ReadMonth(month) is { } m && ReadNumber(day) is { } d && ReadYear(year) is { } y
                 && d >= 1 && d <= DateTime.DaysInMonth(y, m))
            context.Result = ModelBindingResult.Success(new DateOnly(y, m, d));
        else
            Refuse(context, "must be a real date, like 24 3 2026");
    }

    private static string Typed(ModelBindingContext context, string box)
    {
        var name = $"{context.ModelName}.{box}";
        var value = context.ValueProvider.GetValue(name);
        if (value == ValueProviderResult.None)
            return "";
        context.ModelState.SetModelValue(name, value);
        context.ModelState.MarkFieldValid(name);
        return (value.FirstValue ?? "").Trim();
    }

    private static int? ReadNumber(string text) =>
        text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? ReadMonth(string text)
    {
        if (ReadNumber(text) is { } number)
            return number is >= 1 and <= 12 ? number : null;
        for (var month = 1; month <= 12; month++)
        {
            var name = English.DateTimeFormat.GetMonthName(month);
            if (text.Length >= 3 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase))
                return month;
        }

        return null;
    }

    // "26" means 2026: nobody hires a hall in the first century
    private static int? ReadYear(string text) => ReadNumber(text) switch
    {
        { } year when text.Length == 2 => 2000 + year,
        { } year when text.Length == 4 && year >= 1000 => year,
        _ => null
    };

    private static void Refuse(ModelBindingContext context, string what)
    {
        context.ModelState.TryAddModelError(context.ModelName, $"{context.ModelMetadata.GetDisplayName()} {what}");
        context.Result = ModelBindingResult.Failed();
    }
}

/// <summary>Reads what stands in one box.</summary>
/// <param name="text">What was typed.</param>
/// <param name="value">What it says.</param>
/// <returns>Null when it could be read, or else what the value must be, after the name of the question.</returns>
public delegate string? BoxReader<T>(string text, out T value);

/// <summary>A value from one box; a box left empty binds nothing.</summary>
public sealed class BoxBinder<T>(BoxReader<T> read) : IModelBinder
{
    /// <inheritdoc />
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        if (string.IsNullOrWhiteSpace(value.FirstValue))
            return EmptyBox.Leave(bindingContext);
        if (read(value.FirstValue, out var found) is not { } wrong)
        {
            bindingContext.Result = ModelBindingResult.Success(found);
            return Task.CompletedTask;
        }

        bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, $"{bindingContext.ModelMetadata.GetDisplayName()} {wrong}");
        bindingContext.Result = ModelBindingResult.Failed();
        return Task.CompletedTask;
    }
}

/// <summary>What may stand in one box.</summary>
internal static class Boxes
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>A time of day.</summary>
    internal static string? Time(string text, out TimeOnly time) =>
        TimeText.TryRead(text, out time) ? null
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour is >= 1 and <= 12
            ? $"must say morning or evening, like {hour}am or {hour}pm"
            : "must be a time, like 7pm, 7.30pm or 19:00";

    /// <summary>A sum in pounds, such as £24.50 or 1,200, as whole pence.</summary>
    internal static string? Sum(string text, out Money sum) =>
        Money.TryParse(text, out sum) && sum >= Money.Zero ? null : "must be a sum in pounds, like 24 or 24.50";

    /// <summary>A whole number, with or without commas between the thousands.</summary>
    internal static string? WholeNumber(string text, out int number) =>
        int.TryParse(text, Whole, CultureInfo.InvariantCulture, out number) && Money.HasCommasInPlace(text) ? null : "must be a whole number, like 40";

    /// <summary>A number with or without decimals, and with or without commas between the thousands.</summary>
    internal static string? Number(string text, out decimal number) =>
        decimal.TryParse(text, Whole | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && Money.HasCommasInPlace(text) ? null : "must be a number, like 40 or 2.5";
}

/// <summary>
/// Text without the spaces around it, its line ends as one character each, so that a limit counts what people see.
/// Passwords are left as typed.
/// </summary>
public sealed class PlainTextBinder(bool keepSpaces) : IModelBinder
{
    /// <inheritdoc />
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var text = value.FirstValue ?? "";
        if (!keepSpaces)
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        var empty = text.Length == 0 && bindingContext.ModelMetadata.ConvertEmptyStringToNull;
        bindingContext.Result = ModelBindingResult.Success(empty ? null : text);
        return Task.CompletedTask;
    }
}
