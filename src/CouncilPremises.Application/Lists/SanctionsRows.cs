using System.Globalization;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>Where a sanctions file keeps what we read, as column numbers from 0.</summary>
/// <remarks>Key gives the entry's Unique ID, which both layouts carry; More gives facts that do not stand in a column of their own.</remarks>
internal sealed record SanctionsColumns(
    Func<IReadOnlyList<string>, string> Key,
    int FamilyName,
    int[] GivenNames,
    int OtherScript,
    int Type,
    int BirthDate,
    int Regime,
    (string Fact, int[] Columns)[] Facts,
    Func<IReadOnlyList<string>, IEnumerable<(string Fact, string Value)>> More);

/// <summary>Gathers the rows of a sanctions file by entry. Rows of one entry need not stand together.</summary>
internal sealed class SanctionsRows(ListFile file, SanctionsColumns at)
{
    private readonly Dictionary<string, EntryBuilder> _entries = new(StringComparer.Ordinal);

    internal static DateOnly? ReadDateLine(ListFile file, string label, string name)
    {
        var row = file.Next();
        var text = row == null ? "" : string.Join(' ', row.Cells).Trim();
        if (row != null && text.StartsWith(label, StringComparison.OrdinalIgnoreCase) && ListDates.Day(text[label.Length..].Trim(' ', ':')) is { } day)
            return day;

        file.Note(row?.Line ?? 1, row == null
            ? $"The file is empty. {name} begins with “{label}” and a date."
            : $"{name} begins with “{label}” and a date; this file begins with “{ListFile.Short(text)}”.");
        file.GiveUp();
        return null;
    }

    internal static NameStanding? AliasStanding(ListFile file, ListRow row, string column, string strength)
    {
        if (strength.Length == 0 || strength.StartsWith("Good quality", StringComparison.OrdinalIgnoreCase))
            return NameStanding.Alias;
        if (strength.StartsWith("Low quality", StringComparison.OrdinalIgnoreCase))
            return NameStanding.LowQuality;
        file.Note(row.Line, $"“{column}” is “{ListFile.Short(strength)}”; it should be empty, Good quality or Low quality.");
        return null;
    }

    internal void Add(ListRow row, NameStanding? standing)
    {
        if (standing == null || EntryOf(row) is not { } entry)
            return;
        AddNames(entry, row, standing.Value);
        AddBirthDate(entry, row);
        foreach (var (fact, columns) in at.Facts)
            entry.AddFact(fact, string.Join(", ", columns.Select(column => row.Cells[column].Trim()).Where(cell => cell.Length > 0)).TrimEnd('.', ' '));
        entry.AddFact(ListFacts.Regime, SanctionsRegimes.Short(row.Cells[at.Regime]));
        foreach (var (fact, value) in at.More(row.Cells))
            entry.AddFact(fact, value);
    }

    internal IReadOnlyList<ParsedEntry> Build() => [.. _entries.Values.Select(entry => entry.Build())];

    private EntryBuilder? EntryOf(ListRow row)
    {
        var key = at.Key(row.Cells).Trim();
        if (key.Length == 0)
        {
            file.Note(row.Line, "The row has no identifier, so it cannot be told to which entry it belongs.");
            return null;
        }

        if (KindOf(row) is not { } kind)
            return null;
        if (!_entries.TryGetValue(key, out var entry))
            _entries.Add(key, entry = new EntryBuilder(key, kind, row.Line));
        if (entry.Kind == kind)
            return entry;

        file.Note(row.Line, $"Entry {ListFile.Short(key)} is another type here than in line {entry.Line.ToString(CultureInfo.InvariantCulture)}.");
        return null;
    }

    private NameKind? KindOf(ListRow row)
    {
        switch (row.Cells[at.Type].Trim().ToUpperInvariant())
        {
            case "INDIVIDUAL":
                return NameKind.Person;
            case "ENTITY":
                return NameKind.Organisation;
            case "SHIP":
                return NameKind.Vessel;
            default:
                file.Note(row.Line, $"The type is “{ListFile.Short(row.Cells[at.Type])}”; it should be Individual, Entity or Ship.");
                return null;
        }
    }

    private void AddNames(EntryBuilder entry, ListRow row, NameStanding standing)
    {
        var family = row.Cells[at.FamilyName].Trim();
        var given = string.Join(' ', at.GivenNames.Select(column => row.Cells[column].Trim()).Where(cell => cell.Length > 0));
        var name = $"{given} {family}".Trim();
        if (name.Length == 0)
        {
            file.Note(row.Line, "The row has no name.");
            return;
        }

        entry.AddName(standing, name, entry.Kind == NameKind.Person && given.Length > 0 ? family : null);
        entry.AddName(standing == NameStanding.LowQuality ? NameStanding.LowQuality : NameStanding.Alias, row.Cells[at.OtherScript]);
    }

    private void AddBirthDate(EntryBuilder entry, ListRow row)
    {
        var date = row.Cells[at.BirthDate].Trim();
        if (date.Length == 0)
            return;
        if (ListDates.Year(date) is not { } year)
        {
            file.Note(row.Line, $"The date of birth “{ListFile.Short(date)}” cannot be read; it should look like 02/05/1975 or dd/mm/1975.");
            return;
        }

        entry.AddFact(ListFacts.BirthYears, year.ToString(CultureInfo.InvariantCulture));
        entry.AddFact(ListFacts.BirthDates, ListDates.Known(date));
    }
}
