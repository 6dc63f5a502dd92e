using System.Globalization;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>
/// The register of proscribed organisations (RULEBOOK 5, L1) as a CSV: name, aliases parted by semicolons, from, to, source,
/// checked_by, checked_on. "to" stays empty while the organisation is proscribed; every entry names who compared it with the
/// official page, and when.
/// </summary>
public static class ProscribedRegisterFile
{
    private const string Name = "The register of proscribed organisations";

    private static readonly string[] Columns = ["name", "aliases", "from", "to", "source", "checked_by", "checked_on"];

    /// <summary>Reads the file whole, or says line by line what is wrong with it. The stream is left open.</summary>
    public static ListFileReading Read(Stream stream)
    {
        using var file = new ListFile(stream);
        file.ExpectHeader(Columns, Name);
        var entries = new Dictionary<string, EntryBuilder>(StringComparer.Ordinal);
        foreach (var row in file.Rows(Columns.Length))
            Add(file, entries, row);
        return file.Finish(publishedOn: null, () => [.. entries.Values.Select(entry => entry.Build())]);
    }

    private static void Add(ListFile file, Dictionary<string, EntryBuilder> entries, ListRow row)
    {
        var key = NameComparer.Normalise(row.Cells[0]);
        Require(file, row, 0, "the name");
        Require(file, row, 4, "the source");
        Require(file, row, 5, "who checked the entry");
        var from = ReadDay(file, row, 2, isNeeded: true);
        var to = ReadDay(file, row, 3, isNeeded: false);
        ReadDay(file, row, 6, isNeeded: true);
        if (to < from)
            file.Note(row.Line, "“to” is before “from”.");
        if (key.Length == 0)
            return;
        if (entries.TryGetValue(key, out var earlier))
        {
            file.Note(row.Line, $"This organisation repeats line {earlier.Line.ToString(CultureInfo.InvariantCulture)}.");
            return;
        }

        entries.Add(key, Build(key, row, from, to));
    }

    private static EntryBuilder Build(string key, ListRow row, DateOnly? from, DateOnly? to) => Entry(key, row.Line, new ProscribedFacts(
        row.Cells[0], row.Cells[1].Split(';'), from, to, row.Cells[4], row.Cells[5], ListDates.Day(row.Cells[6])));

    /// <summary>An entry of the register, read from a file or typed.</summary>
    internal static EntryBuilder Entry(string key, int line, ProscribedFacts facts)
    {
        var entry = new EntryBuilder(key, NameKind.Organisation, line) { From = facts.From, To = facts.To };
        entry.AddName(NameStanding.Primary, facts.Name);
        foreach (var alias in facts.Aliases)
            entry.AddName(NameStanding.Alias, alias);
        entry.AddFact(ListFacts.From, ListDates.Show(facts.From));
        entry.AddFact(ListFacts.To, ListDates.Show(facts.To));
        entry.AddFact(ListFacts.Source, facts.Source);
        entry.AddFact(ListFacts.CheckedBy, facts.CheckedBy);
        entry.AddFact(ListFacts.CheckedOn, ListDates.Show(facts.CheckedOn));
        return entry;
    }

    private static void Require(ListFile file, ListRow row, int column, string what)
    {
        if (string.IsNullOrWhiteSpace(row.Cells[column]))
            file.Note(row.Line, $"Enter {what} (column “{Columns[column]}”).");
    }

    private static DateOnly? ReadDay(ListFile file, ListRow row, int column, bool isNeeded)
    {
        var text = row.Cells[column].Trim();
        var day = ListDates.Day(text);
        if (day == null && (isNeeded || text.Length > 0))
            file.Note(row.Line, $"“{Columns[column]}” is “{ListFile.Short(text)}”; it should be a date such as 2026-03-31.");
        return day;
    }
}

/// <summary>What the register says about one organisation.</summary>
internal sealed record ProscribedFacts(
    string Name, IReadOnlyList<string> Aliases, DateOnly? From, DateOnly? To, string Source, string CheckedBy, DateOnly? CheckedOn);
