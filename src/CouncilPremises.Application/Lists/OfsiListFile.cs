using System.Text.RegularExpressions;

namespace CouncilPremises.Application.Lists;

/// <summary>
/// The closed consolidated list of the Office of Financial Sanctions Implementation, for old files: first line "Last Updated",
/// then 36 columns. What later became columns stands tagged in Other Information, the Unique ID among it: entries are known by that,
/// so that the change to today's layout adds and removes nobody.
/// </summary>
public static partial class OfsiListFile
{
    private const string Name = "The OFSI consolidated list";

    private static readonly string[] Columns =
    [
        "Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Title", "Name Non-Latin Script", "Non-Latin Script Type",
        "Non-Latin Script Language", "DOB", "Town of Birth", "Country of Birth", "Nationality", "Passport Number", "Passport Details",
        "National Identification Number", "National Identification Details", "Position", "Address 1", "Address 2", "Address 3",
        "Address 4", "Address 5", "Address 6", "Post/Zip Code", "Country", "Other Information", "Group Type", "Alias Type",
        "Alias Quality", "Regime", "Listed On", "UK Sanctions List Date Designated", "Last Updated", "Group ID",
    ];

    private const int OtherInformation = 27;
    private const int GroupId = 35;

    private static readonly Dictionary<string, string> FactOfTag = new(StringComparer.Ordinal)
    {
        ["UN Ref"] = ListFacts.UnReference,
        ["UK Statement of Reasons"] = ListFacts.Reasons,
        ["Gender"] = ListFacts.Gender,
        ["Business Reg No"] = ListFacts.Number,
        ["IMO number"] = ListFacts.Number,
    };

    private static readonly SanctionsColumns At = new(
        Key: KeyOf, FamilyName: 0, GivenNames: [1, 2, 3, 4, 5], OtherScript: 7, Type: 28, BirthDate: 10, Regime: 31, Facts:
        [
            (ListFacts.Title, [6]), (ListFacts.Listed, [33]), (ListFacts.Nationality, [13]),
            (ListFacts.Position, [18]), (ListFacts.BirthTown, [11]), (ListFacts.BirthCountry, [12]),
            (ListFacts.Address, [19, 20, 21, 22, 23, 24, 25, 26]),
        ],
        More: Tagged);

    /// <summary>Reads the file whole, or says line by line what is wrong with it. The stream is left open.</summary>
    public static ListFileReading Read(Stream stream)
    {
        using var file = new ListFile(stream);
        var publishedOn = SanctionsRows.ReadDateLine(file, "Last Updated", Name);
        if (!file.IsHopeless)
            file.ExpectHeader(Columns, Name);

        var rows = new SanctionsRows(file, At);
        foreach (var row in file.Rows(Columns.Length))
            rows.Add(row, Standing(file, row));
        return file.Finish(publishedOn, rows.Build);
    }

    private static NameStanding? Standing(ListFile file, ListRow row)
    {
        var (type, quality) = (row.Cells[29].Trim(), row.Cells[30].Trim());
        switch (type.ToUpperInvariant())
        {
            case "PRIMARY NAME":
                return NameStanding.Primary;
            case "PRIMARY NAME VARIATION":
                return NameStanding.Variation;
            case "AKA" or "FKA":
                return SanctionsRows.AliasStanding(file, row, "Alias Quality", quality);
            default:
                file.Note(row.Line, $"“Alias Type” is “{ListFile.Short(type)}”; it should be Primary name, Primary name variation, AKA or FKA.");
                return null;
        }
    }

    // A row whose Unique ID cannot be read is known by its Group ID under letters that no regime uses.
    private static string KeyOf(IReadOnlyList<string> cells)
    {
        var id = UniqueId().Match(cells[OtherInformation]);
        return id.Success ? id.Groups[1].Value : string.IsNullOrWhiteSpace(cells[GroupId]) ? "" : $"ZZZ{cells[GroupId].Trim()}";
    }

    private static IEnumerable<(string Fact, string Value)> Tagged(IReadOnlyList<string> cells)
    {
        var parts = Tag().Split(cells[OtherInformation]);
        for (var i = 1; i + 1 < parts.Length; i += 2)
            if (FactOfTag.TryGetValue(parts[i], out var fact))
                yield return (fact, parts[i + 1].Trim().TrimEnd('.', ' '));
    }

    [GeneratedRegex(@"\(UK Sanctions List Ref\):\s*([A-Z]{2,4}\d{4})")]
    private static partial Regex UniqueId();

    [GeneratedRegex(@"\((UK Sanctions List Ref|UN Ref|UK Statement of Reasons|Gender|Phone number|Fax|Email address|Website|Type of entity|Parent company|Subsidiaries|Business Reg No|IMO number|Flag of ship|Previous flags|Type of ship|Tonnage of ship|Length of ship|Year built|Current owners|Previous owners|Hull identification number)\):")]
    private static partial Regex Tag();
}
