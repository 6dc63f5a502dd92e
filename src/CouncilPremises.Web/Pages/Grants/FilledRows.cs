using CouncilPremises.Domain;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>Rows of a form of which empty ones are left out of the answers: what is refused of an answer is said beside the row it stands in.</summary>
public static class FilledRows
{
    /// <summary>The places of rows that have something in them.</summary>
    public static IReadOnlyList<int> Places<T>(IReadOnlyList<T> rows, Func<T, bool> isEmpty) => [.. Enumerable.Range(0, rows.Count).Where(place => !isEmpty(rows[place]))];

    /// <summary>Refusals with the fields of their rows: "Outcomes.Items[0].Due" becomes "Outcomes.Items[2].Due" when the first two rows are empty.</summary>
    /// <param name="refusals">What was refused.</param>
    /// <param name="list">The field of the list.</param>
    /// <param name="places">The places of the rows that have something in them.</param>
    /// <param name="before">How many answers of the list stand on earlier pages.</param>
    public static IReadOnlyList<Refusal> OnThisPage(IReadOnlyList<Refusal> refusals, string list, IReadOnlyList<int> places, int before = 0)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        return [.. refusals.Select(refusal => Place(refusal.Field, list) - before is { } place && place >= 0 && place < places.Count
            ? refusal with { Field = $"{list}[{places[place]}]{refusal.Field![(refusal.Field!.IndexOf(']', StringComparison.Ordinal) + 1)..]}" }
            : refusal)];
    }

    /// <summary>The place that a field names in a list; null for another field.</summary>
    public static int? Place(string? field, string list) =>
        field?.StartsWith(list + "[", StringComparison.Ordinal) == true && int.TryParse(field[(list.Length + 1)..field.IndexOf(']', StringComparison.Ordinal)], out var place) ? place : null;
}
