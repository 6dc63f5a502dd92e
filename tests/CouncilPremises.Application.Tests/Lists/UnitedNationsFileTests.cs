using System.Text;
using CouncilPremises.Application.Lists;
using CouncilPremises.Screening;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Lists;

[Trait("Rule", "XREF")]
public class UnitedNationsFileTests
{
    internal static Stream File(string individuals, string entities = "") => new MemoryStream(Encoding.UTF8.GetBytes(
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST dateGenerated=\"2026-02-27T00:00:09.554Z\">\n<INDIVIDUALS>\n{individuals}\n</INDIVIDUALS>\n<ENTITIES>\n{entities}\n</ENTITIES>\n</CONSOLIDATED_LIST>"));

    internal static string Individual(string reference, string first, string second, string more = "") =>
        $"<INDIVIDUAL><FIRST_NAME>{first}</FIRST_NAME><SECOND_NAME>{second}</SECOND_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER>{more}</INDIVIDUAL>";

    [Fact]
    public void Individual_AliasesAndBirth_AreRead()
    {
        using var file = File(Individual("CDi.001", "MARLO", "VENTRESK",
            "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Marlo Ventresque</ALIAS_NAME></INDIVIDUAL_ALIAS>"
            + "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Old Fox Marlo</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>"
            + "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1970</FROM_YEAR><TO_YEAR>1972</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>"),
            "<ENTITY><FIRST_NAME>FIRST AIR (FA) ; SECOND AIR</FIRST_NAME><REFERENCE_NUMBER>CDe.001</REFERENCE_NUMBER></ENTITY>");

        var list = UnitedNationsFile.Read(file).List.ShouldNotBeNull();

        list.PublishedOn.ShouldBe(new DateOnly(2026, 2, 27));
        list.Entries[0].Names.Select(name => (name.Text, name.IsWeak)).ShouldBe([("MARLO VENTRESK", false), ("Marlo Ventresque", false), ("Old Fox Marlo", true)]);
        list.Entries[0].Facts[ListFacts.BirthYears].ShouldBe("1970; 1971; 1972");
        (list.Entries[1].Key, list.Entries[1].Kind).ShouldBe(("UN CDe.001", NameKind.Organisation));
        list.Entries[1].Names.Count.ShouldBe(2);
    }

    public static TheoryData<string, string, int, string> Damaged => new()
    {
        { "cut short", Text(Individual("CDi.001", "A", "B"))[..260], 4, "cut short" },
        { "other root", "<LIST dateGenerated=\"2026-02-27\"/>", 1, "begins with “CONSOLIDATED_LIST”" },
        { "no date", "<CONSOLIDATED_LIST><INDIVIDUALS/><ENTITIES/></CONSOLIDATED_LIST>", 1, "dateGenerated" },
        { "no entries", Text(""), 1, "no entries" },
        { "no reference", Text(Individual("", "A", "B")), 4, "no reference number" },
        { "no name", Text(Individual("CDi.001", "", "")), 4, "no name" },
        { "repeated", Text(Individual("CDi.001", "A", "B") + "\n" + Individual("CDi.001", "C", "D")), 5, "repeats CDi.001 of line 4" },
        { "renamed element", Text(Individual("CDi.001", "A", "B", "<FIFTH_NAME>X</FIFTH_NAME>")), 4, "“FIFTH_NAME” is new" },
        { "entities first", "<CONSOLIDATED_LIST dateGenerated=\"2026-02-27\"><ENTITIES/><INDIVIDUALS>" + Individual("CDi.001", "A", "B") + "</INDIVIDUALS></CONSOLIDATED_LIST>", 1, "individuals and then entities" },
        { "a document type", "<!DOCTYPE x [<!ENTITY e \"boom\">]><CONSOLIDATED_LIST/>", 1, "cannot be read" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void DamagedFile_IsRefusedWithTheLine(string what, string text, int line, string sentence)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var reading = UnitedNationsFile.Read(file);

        reading.List.ShouldBeNull(what);
        reading.Errors[0].Sentence.ShouldContain(sentence, customMessage: what);
        reading.Errors[0].Line.ShouldBe(line, what);
    }

    [Fact]
    public void RealList_IsReadWhole()
    {
        using var file = ListFiles.Real("un/UN_consolidated-2026-02-27.xml.gz");

        var list = UnitedNationsFile.Read(file).List.ShouldNotBeNull();

        (list.Entries.Count(entry => entry.Kind == NameKind.Person), list.Entries.Count(entry => entry.Kind == NameKind.Organisation)).ShouldBe((730, 273));
        list.PublishedOn.ShouldBe(new DateOnly(2026, 2, 27));
    }

    private static string Text(string individuals)
    {
        using var reader = new StreamReader(File(individuals));
        return reader.ReadToEnd();
    }
}
