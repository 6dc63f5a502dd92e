using System.Globalization;
using CouncilPremises.Application.Cases;

namespace CouncilPremises.Web.Pages.Work;

/// <summary>Rows ticked in the queue, as a form carries them: reference and version, "HB-2026-00012.7".</summary>
internal static class Chosen
{
    /// <summary>A row's value.</summary>
    public static string Value(QueueRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Reference}.{row.Version}");

    /// <summary>What a form says; what is no such value is left out.</summary>
    public static IReadOnlyList<ChosenCase> Of(IEnumerable<string?> values) =>
        [.. values.Select(value => value?.Split('.')).Where(parts => parts is { Length: 2 } && parts[0].Length <= 20)
            .Select(parts => int.TryParse(parts![1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? new ChosenCase(parts[0], version) : null)
            .OfType<ChosenCase>().DistinctBy(one => one.Reference)];
}
