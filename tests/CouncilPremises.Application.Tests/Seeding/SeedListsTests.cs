using System.Text;
using CouncilPremises.Application.Seeding;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Seeding;

public sealed class SeedListsTests
{
    private static readonly SeedFolder Folder = new();

    [Fact]
    public void SanctionsList_AsWritten_HasTheOfficialColumnsAndFortyEntries()
    {
        var rows = Rows("uk-sanctions-list.csv", linesBeforeHeader: 1);

        rows[0].Count.ShouldBe(58);
        rows.Select(row => row["Unique ID"]).Distinct().Count().ShouldBe(40);
        rows.Select(row => row["Designation Type"]).Distinct().ShouldBe(["Individual", "Entity", "Ship"], ignoreOrder: true);
    }

    [Fact]
    public void SanctionsList_AsWritten_HasWeakAliasesPartialDatesAndOtherScripts()
    {
        var rows = Rows("uk-sanctions-list.csv", linesBeforeHeader: 1);

        rows.ShouldContain(row => row["Alias strength"] == "Low quality a.k.a");
        rows.ShouldContain(row => row["D.O.B"].StartsWith("dd/mm/", StringComparison.Ordinal));
        rows.Select(row => row["Non-latin script type"]).Where(script => script.Length > 0).Distinct().Count().ShouldBeGreaterThanOrEqualTo(4);
        rows.ShouldContain(row => row["UK Statement of Reasons"].Contains('\n'));
    }

    [Theory]
    [InlineData("VARENKOFF", "Leonid")]
    [InlineData("GRINKO", "Viktor")]
    [InlineData("AL-HADDADI", "Youssef")]
    [InlineData("THORNYCROFT", "Silas")]
    public void SanctionsList_PlantedEntry_IsThere(string family, string given) =>
        Rows("uk-sanctions-list.csv", 1).ShouldContain(row => row["Name 6"] == family && row["Name 1"] == given);

    [Fact]
    public void SanctionsList_EveryEntry_SaysThatItIsInvented() =>
        Rows("uk-sanctions-list.csv", 1).ShouldAllBe(row => row["Other Information"].StartsWith("Invented entry", StringComparison.Ordinal));

    [Theory]
    [InlineData("proscribed.csv", "name,aliases,from,to,source,checked_by,checked_on")]
    [InlineData("removed-trustees.csv", "name,kind,family_name,other_names,birth_date,number,status,source")]
    [InlineData("disqualified-directors.csv", "name,kind,family_name,other_names,birth_date,number,status,source")]
    public void PlainList_AsWritten_HasItsColumnsAndIsInvented(string file, string header)
    {
        var rows = Rows(file);

        string.Join(',', rows[0].Keys).ShouldBe(header);
        rows.ShouldAllBe(row => row["name"].Length > 0 && row["source"].StartsWith("Invented", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("removed-trustees.csv", "Tobias Wrenfeld", "Tobias Wrenfield")]
    [InlineData("disqualified-directors.csv", "Felicity Arkwright", "Felicity Arkwright")]
    public void PlainList_PlantedEntry_ResemblesAnOfficeHolder(string file, string entry, string officeHolder)
    {
        Rows(file).ShouldContain(row => row["name"] == entry);
        Folder.Organisations().Organisations.SelectMany(o => o.OfficeHolders).ShouldContain(holder => holder.Name == officeHolder);
    }

    [Theory]
    [InlineData("The Ashen Dawn", "The Ashen Down Choir")]
    [InlineData("Harrowfield Vanguard", "Harrowfield Vanguard Cadets CIC")]
    public void Proscribed_PlantedEntry_ResemblesAnOrganisation(string entry, string organisation)
    {
        Rows("proscribed.csv").ShouldContain(row => row["name"] == entry);
        Folder.Organisations().Organisations.ShouldContain(o => o.Name == organisation);
    }

    private static List<Dictionary<string, string>> Rows(string file, int linesBeforeHeader = 0)
    {
        using var reader = new StreamReader(Folder.List(file));
        for (var line = 0; line < linesBeforeHeader; line++)
            reader.ReadLine().ShouldNotBeNull().ShouldStartWith("Report Date: ");
        var rows = Csv(reader.ReadToEnd());
        rows.ShouldAllBe(row => row.Count == rows[0].Count);
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    /// <summary>A small reader of its own, so that these files are not judged by the importer they are for.</summary>
    private static List<List<string>> Csv(string text)
    {
        List<List<string>> rows = [[]];
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted && c == '"' && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[++at]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && (c is ',' or '\n'))
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                    rows.Add([]);
            }
            else if (quoted || c != '\r')
                cell.Append(c);
        }

        quoted.ShouldBeFalse();
        rows[^1].ShouldBeEmpty("a file ends with a line break");
        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
