using System.Text.Json;
using System.Text.Json.Serialization;
using CouncilPremises.Domain;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CouncilPremises.Application.Database;

/// <summary>Instants are UTC, cut to microseconds because PostgreSQL keeps no more, and read back as UTC.</summary>
internal sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(
    value => new DateTime(value.Ticks - (value.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

/// <summary>An instant that a library keeps with an offset, stored like every other.</summary>
internal sealed class OffsetAsUtc() : ValueConverter<DateTimeOffset, DateTime>(
    value => new DateTime(value.UtcTicks - (value.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc),
    value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));

/// <summary>Money is whole pence in a column.</summary>
internal sealed class PenceConverter() : ValueConverter<Money, long>(money => money.Pence, pence => new Money(pence));

/// <summary>Columns that hold a small document as JSON text.</summary>
internal static class JsonColumns
{
    /// <summary>One way of writing JSON everywhere: enums by name, so that spelling is part of the schema.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Stores the member as JSON text and compares it by what it writes.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
        where T : class
    {
        property.HasConversion(
            new ValueConverter<T, string>(
                value => JsonSerializer.Serialize(value, Options),
                text => JsonSerializer.Deserialize<T>(text, Options)!),
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, Options) == JsonSerializer.Serialize(b, Options),
                value => JsonSerializer.Serialize(value, Options).GetHashCode(StringComparison.Ordinal),
                value => value));
        return property;
    }
}
