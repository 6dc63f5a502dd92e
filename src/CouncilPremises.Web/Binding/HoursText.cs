using CouncilPremises.Domain.Premises;

namespace CouncilPremises.Web.Binding;

/// <summary>Opening hours of a day as people type and read them: "8am to 10:30pm", "9am to 1pm and 2pm to 6pm", "closed".</summary>
public static class HoursText
{
    private static readonly string[] Between = [" to ", "-", "–", " until "];
    private static readonly string[] Joining = [" and ", ",", ";"];

    /// <summary>The stretches of the day, none when closed; null when the words cannot be read.</summary>
    public static IReadOnlyList<DaySpan>? Read(string? text)
    {
        var plain = (text ?? "").Trim();
        if (plain.Length == 0 || plain.Equals("closed", StringComparison.OrdinalIgnoreCase))
            return [];
        var spans = new List<DaySpan>();
        foreach (var stretch in plain.Split(Joining, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = stretch.Split(Between, StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || !TimeText.TryRead(ends[0], out var opens) || !TimeText.TryRead(ends[1], out var closes))
                return null;
            spans.Add(new DaySpan(opens, closes));
        }

        return spans;
    }

    /// <summary>The words for stretches of a day.</summary>
    public static string Show(IEnumerable<DaySpan> spans) =>
        string.Join(" and ", spans.Select(span => $"{TimeText.Show(span.Starts)} to {TimeText.Show(span.Ends)}")) is { Length: > 0 } words ? words : "closed";
}

/// <summary>Lists that people type one a line.</summary>
public static class LinesText
{
    /// <summary>The lines, each once, without empty ones.</summary>
    public static IReadOnlyList<string> Read(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
