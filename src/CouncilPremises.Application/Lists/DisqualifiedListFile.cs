using System.Globalization;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>
/// Removed trustees and disqualified directors (RULEBOOK 5, L3) as a plain CSV: name, kind, family_name, other_names, birth_date,
/// number, status, source. A birth date may be a year or a month only. Other names of a person are the given names in full;
/// those of a body are parted by semicolons.
/// </summary>
public static class DisqualifiedListFile
{
    private const string Name = "A list of removed trustees or disqualified directors";

    private static readonly string[] Columns = ["name", "kind", "family_name", "other_names", "birth_date", "number", "status", "source"];

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
        var (name, birthDate, number) = (row.Cells[0].Trim(), row.Cells[4].Trim(), row.Cells[5].Trim());
        if (name.Length == 0)
            file.Note(row.Line, "Enter the name.");
        if (birthDate.Length > 0 && ListDates.Year(birthDate) == null)
            file.Note(row.Line, $"The birth date “{ListFile.Short(birthDate)}” cannot be read; it should look like 1975-05-02, 1975-05 or 1975.");
        if (KindOf(file, row) is not { } kind || name.Length == 0)
            return;

        // One charity may have lost several trustees: the number alone does not tell them apart
        var key = string.Join(' ', new[] { number, NameComparer.Normalise(name), birthDate }.Where(part => part.Length > 0));
        if (entries.TryGetValue(key, out var earlier))
        {
            file.Note(row.Line, $"This entry repeats line {earlier.Line.ToString(CultureInfo.InvariantCulture)}.");
            return;
        }

        entries.Add(key, Build(key, kind, row));
    }

    private static EntryBuilder Build(string key, NameKind kind, ListRow row)
    {
        var entry = new EntryBuilder(key, kind, row.Line);
        var (family, others, birthDate) = (row.Cells[2].Trim(), row.Cells[3].Trim(), row.Cells[4].Trim());
        entry.AddName(NameStanding.Primary, row.Cells[0], kind == NameKind.Person ? family : null);
        if (kind == NameKind.Person && family.Length > 0 && others.Length > 0)
            entry.AddName(NameStanding.Variation, $"{others} {family}", family);
        else
            foreach (var other in others.Split(';'))
                entry.AddName(NameStanding.Alias, other);

        if (ListDates.Year(birthDate) is { } year)
            entry.AddFact(ListFacts.BirthYears, year.ToString(CultureInfo.InvariantCulture));
        entry.AddFact(ListFacts.BirthDates, birthDate);
        entry.AddFact(ListFacts.Number, row.Cells[5]);
        entry.AddFact(ListFacts.Status, row.Cells[6]);
        entry.AddFact(ListFacts.Source, row.Cells[7]);
        return entry;
    }

    private static NameKind? KindOf(ListFile file, ListRow row)
    {
        switch (row.Cells[1].Trim().ToUpperInvariant())
        {
            case "INDIVIDUAL" or "PERSON":
                return NameKind.Person;
            case "ORGANISATION" or "ENTITY" or "BODY" or "COMPANY":
                return NameKind.Organisation;
            default:
                file.Note(row.Line, $"The kind is “{ListFile.Short(row.Cells[1])}”; it should be individual or organisation.");
                return null;
        }
    }
}
