using System.Globalization;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Rows that are added and removed by a button of the form, so that no script is needed.</summary>
public static class Rows
{
    /// <summary>The most rows a list takes.</summary>
    public const int Most = 50;

    /// <summary>Does what the button "add" or "remove-3" says; false when it says something else.</summary>
    public static bool Change<T>(List<T> rows, string act)
        where T : new()
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(act);
        if (act == "add")
        {
            if (rows.Count < Most)
                rows.Add(new T());
            return true;
        }

        if (!act.StartsWith("remove-", StringComparison.Ordinal))
            return false;
        if (int.TryParse(act["remove-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < rows.Count)
            rows.RemoveAt(at);
        AtLeastOne(rows);
        return true;
    }

    /// <summary>An empty first row, so that there is something to fill in.</summary>
    public static void AtLeastOne<T>(List<T> rows)
        where T : new()
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
            rows.Add(new T());
    }

    /// <summary>The rows up to the last that has something in it, so that each keeps its place; one at least.</summary>
    public static IEnumerable<T> Filled<T>(IReadOnlyList<T> rows, Func<T, bool> isEmpty)
        where T : new() =>
        rows.Take(Math.Max(1, 1 + Enumerable.Range(0, rows.Count).Where(i => !isEmpty(rows[i])).DefaultIfEmpty(-1).Max())).DefaultIfEmpty(new T());
}
