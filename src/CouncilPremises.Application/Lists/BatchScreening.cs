using System.Globalization;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>What became of a table: how many rows were tried and how many would raise a hit, or why not.</summary>
public sealed record BatchResult(int Rows, int Alerts, string? Problem = null);

/// <summary>Which layout a list file has.</summary>
public enum ListLayout
{
    /// <summary>Told by its first line.</summary>
    Unknown,

    /// <summary>The UK Sanctions List of 58 columns.</summary>
    Uksl,

    /// <summary>The closed OFSI consolidated list of 36 columns.</summary>
    Ofsi,
}

/// <summary>Tries tables of names without a database: pairs against each other, or names against a list file. Limits are the product's own.</summary>
public static class BatchScreening
{
    /// <summary>
    /// Compares the two names of every row (query_name, query_kind, list_name, list_kind) and writes the table with score (0 to 1), alert
    /// (true when the product would raise a hit) and why, in the order it was read.
    /// </summary>
    public static BatchResult Pairs(Stream input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var table = NameTable.Read(input);
        if (table.Lacks("query_name", "query_kind", "list_name", "list_kind") is { } problem)
            return new(0, 0, problem);

        var (name, kind, listed, listedKind) = (table.Find("query_name"), table.Find("query_kind"), table.Find("list_name"), table.Find("list_kind"));
        NameTable.WriteRow(output, [.. table.Columns, "score", "alert", "why"]);
        var alerts = 0;
        foreach (var row in table.Rows)
        {
            var comparison = NameComparer.Compare(new ScreeningName(row[name], KindOf(row[kind])), new ListedName(row[listed]), KindOf(row[listedKind]));
            var isAlert = comparison.Band != MatchBand.None;
            alerts += isAlert ? 1 : 0;
            NameTable.WriteRow(output, [.. row, Number(comparison.Score), isAlert ? "true" : "false", Why(comparison.Evidence)]);
        }

        return new(table.Rows.Count, alerts);
    }

    /// <summary>
    /// Tries every name (column name, and kind where there is one) against a list file and writes the table with hits (how many entries),
    /// best_score, best_entry and why, in the order it was read.
    /// </summary>
    public static BatchResult Names(Stream input, TextWriter output, Stream list, ListLayout layout)
    {
        ArgumentNullException.ThrowIfNull(output);
        var table = NameTable.Read(input);
        if (table.Lacks("name") is { } problem)
            return new(0, 0, problem);
        var reading = ReadList(list, layout);
        if (reading.List is null)
            return new(0, 0, "The list file was not taken. " + string.Join(Environment.NewLine, reading.Errors));

        var index = ScreeningIndex.Build(reading.List.Entries.Select(ToListed));
        var (name, kind) = (table.Find("name"), table.Find("kind"));
        NameTable.WriteRow(output, [.. table.Columns, "hits", "best_score", "best_entry", "why"]);
        var alerts = 0;
        foreach (var row in table.Rows)
        {
            var found = index.Find(new ScreeningName(row[name], kind < 0 ? NameKind.Unknown : KindOf(row[kind])), new ScreeningOptions(MostMatches: int.MaxValue));
            alerts += found.Count > 0 ? 1 : 0;
            NameTable.WriteRow(output, [.. row, .. Found(found)]);
        }

        return new(table.Rows.Count, alerts);
    }

    private static ListFileReading ReadList(Stream list, ListLayout layout)
    {
        using var copy = new MemoryStream();
        NameTable.Unpacked(list).CopyTo(copy);
        copy.Position = 0;
        if (layout == ListLayout.Unknown)
        {
            using var reader = new StreamReader(copy, leaveOpen: true);
            layout = (reader.ReadLine() ?? "").Contains("Report Date", StringComparison.OrdinalIgnoreCase) ? ListLayout.Uksl : ListLayout.Ofsi;
            copy.Position = 0;
        }

        return layout == ListLayout.Uksl ? UkSanctionsListFile.Read(copy) : OfsiListFile.Read(copy);
    }

    private static ListedEntry ToListed(ParsedEntry entry) => new("L2", entry.Key, entry.Kind, entry.Names, ListFacts.ReadBirthYears(entry.Facts));

    private static string[] Found(IReadOnlyList<NameMatch> found) => found.Count == 0
        ? ["0", "0", "", ""]
        : [found.Count.ToString(CultureInfo.InvariantCulture), Number(found[0].Score), $"{found[0].Entry.Key}: {found[0].ListedName.Text}", Why(found[0].Evidence)];

    private static string Why(IReadOnlyList<Evidence> evidence) => string.Join(' ', evidence.Select(one => one.Sentence));

    private static string Number(double score) => score.ToString("0.####", CultureInfo.InvariantCulture);

    private static NameKind KindOf(string kind) => kind.Trim().ToUpperInvariant() switch
    {
        "PERSON" or "INDIVIDUAL" or "PEOPLE" => NameKind.Person,
        "ORG" or "ORGANISATION" or "ORGANIZATION" or "BODY" or "ENTITY" or "COMPANY" => NameKind.Organisation,
        "VESSEL" or "SHIP" => NameKind.Vessel,
        _ => NameKind.Unknown,
    };
}
