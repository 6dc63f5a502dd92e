namespace CouncilPremises.Application.Lists;

/// <summary>
/// The UK Sanctions List as the Foreign, Commonwealth and Development Office publishes it in CSV (RULEBOOK 5, L2): first line
/// "Report Date:", then 58 columns. An entry takes one row for each of its names and addresses; rows belong together by Unique ID.
/// </summary>
public static class UkSanctionsListFile
{
    private const string Name = "The UK Sanctions List";

    private static readonly string[] Columns =
    [
        "Last Updated", "Unique ID", "OFSI Group ID", "UN Reference Number", "Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5",
        "Name type", "Alias strength", "Title", "Name non-latin script", "Non-latin script type", "Non-latin script language", "Regime Name",
        "Designation Type", "Designation source", "Sanctions Imposed", "Other Information", "UK Statement of Reasons", "Address Line 1",
        "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5", "Address Line 6", "Address Postal Code", "Address Country",
        "Phone number", "Website", "Email address", "Date Designated", "D.O.B", "Nationality(/ies)", "National Identifier number",
        "National Identifier additional information", "Passport number", "Passport additional information", "Position", "Gender",
        "Town of birth", "Country of birth", "Type of entity", "Subsidiaries", "Parent company", "Business registration number (s)",
        "IMO number", "Current owner/operator (s)", "Previous owner/operator (s)", "Current believed flag of ship", "Previous flags",
        "Type of ship", "Tonnage of ship", "Length of ship", "Year Built", "Hull identification number (HIN)",
    ];

    private static readonly SanctionsColumns At = new(
        Key: cells => cells[1], FamilyName: 4, GivenNames: [5, 6, 7, 8, 9], OtherScript: 13, Type: 17, BirthDate: 34, Regime: 16, Facts:
        [
            (ListFacts.Title, [12]), (ListFacts.Listed, [33]), (ListFacts.Nationality, [35]), (ListFacts.UnReference, [3]),
            (ListFacts.Position, [40]), (ListFacts.Gender, [41]), (ListFacts.BirthTown, [42]), (ListFacts.BirthCountry, [43]),
            (ListFacts.Number, [47]), (ListFacts.Number, [48]), (ListFacts.Address, [22, 23, 24, 25, 26, 27, 28, 29]), (ListFacts.Reasons, [21]),
        ],
        More: _ => []);

    /// <summary>Reads the file whole, or says line by line what is wrong with it. The stream is left open.</summary>
    public static ListFileReading Read(Stream stream)
    {
        using var file = new ListFile(stream);
        var publishedOn = SanctionsRows.ReadDateLine(file, "Report Date:", Name);
        if (!file.IsHopeless)
            file.ExpectHeader(Columns, Name);

        var rows = new SanctionsRows(file, At);
        foreach (var row in file.Rows(Columns.Length))
            rows.Add(row, Standing(file, row));
        return file.Finish(publishedOn, rows.Build);
    }

    private static NameStanding? Standing(ListFile file, ListRow row)
    {
        var (type, strength) = (row.Cells[10].Trim(), row.Cells[11].Trim());
        switch (type.ToUpperInvariant())
        {
            case "PRIMARY NAME":
                return NameStanding.Primary;
            case "PRIMARY NAME VARIATION":
                return NameStanding.Variation;
            case "ALIAS":
                return SanctionsRows.AliasStanding(file, row, "Alias strength", strength);
            default:
                file.Note(row.Line, $"“Name type” is “{ListFile.Short(type)}”; it should be Primary Name, Primary Name Variation or Alias.");
                return null;
        }
    }
}
