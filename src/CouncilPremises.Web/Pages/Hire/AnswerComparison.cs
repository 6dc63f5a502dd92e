using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>A page that a change goes over.</summary>
public sealed record ChangePart(string Title, string Href, bool IsDone);

/// <summary>One answer in two versions.</summary>
public sealed record ComparedRow(string Key, string? Before, string? After)
{
    /// <summary>True when the two differ.</summary>
    public bool IsChanged => (Before ?? "") != (After ?? "");
}

/// <summary>Two versions of an application's answers side by side.</summary>
/// <param name="Caption">What the table is called.</param>
/// <param name="Before">Heading of the earlier one.</param>
/// <param name="After">Heading of the later one.</param>
/// <param name="Rows">Every answer of either, in the order of the pages.</param>
public sealed record AnswerComparison(string Caption, string Before, string After, IReadOnlyList<ComparedRow> Rows)
{
    /// <summary>Only what differs.</summary>
    public AnswerComparison Changed => this with { Rows = [.. Rows.Where(row => row.IsChanged)] };

    /// <summary>Compares two versions.</summary>
    public static IReadOnlyList<ComparedRow> Of(HireFile file, HireAnswers before, HireAnswers after, IReadOnlyDictionary<Guid, string> rooms)
    {
        var (earlier, later) = (Flat(file, before, rooms), Flat(file, after, rooms));
        var keys = later.Select(row => row.Key).Concat(earlier.Select(row => row.Key)).Distinct().OrderBy(key => key.Page);
        return [.. keys.Select(key => new ComparedRow(key.Key, Value(earlier, key) ?? OnDay(before, key.Key, rooms), Value(later, key) ?? OnDay(after, key.Key, rooms)))];
    }

    private static List<(RowKey Key, string? Value)> Flat(HireFile file, HireAnswers answers, IReadOnlyDictionary<Guid, string> rooms) =>
    [
        .. from page in AnswerSummary.Of(file, answers, rooms)
           from row in page.Rows.GroupBy(row => row.Key).Select(same => new AnswerRow(same.Key, string.Join('\n', same.Select(one => one.Value))))
           select (new RowKey(page.Step.Place, row.Key), row.Value),
    ];

    // A date that stands out in one version is an ordinary one in the other, or not there at all
    private static string? OnDay(HireAnswers answers, string key, IReadOnlyDictionary<Guid, string> rooms)
    {
        if (!key.StartsWith(AnswerSummary.On, StringComparison.Ordinal))
            return null;
        if (!answers.Days().Any(day => AnswerSummary.KeyOf(day) == key) || answers.When is not { Start: { } start, End: { } end, SpaceId: { } room })
            return "No date on this day";
        return string.Join(", ", new[] { PremisesWords.Span(start, end), rooms.GetValueOrDefault(room) }.OfType<string>());
    }

    private static string? Value(List<(RowKey Key, string? Value)> rows, RowKey key) => rows.Find(row => row.Key == key).Value;

    private sealed record RowKey(int Page, string Key);
}
