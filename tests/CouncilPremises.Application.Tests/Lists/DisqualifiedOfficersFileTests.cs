using System.Text;
using CouncilPremises.Application.Lists;
using CouncilPremises.Screening;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Lists;

[Trait("Rule", "XREF"), Trait("Rule", "L3")]
public class DisqualifiedOfficersFileTests
{
    private const string Head = "DISQUALS000120260103\r\n";
    private const string Person = "190000000000019500115ZZ99 9ZZ0072MR<ALBERT<QUILLFEATHER<<1 EXAMPLE ROAD<<LEEDS<<UNITED KINGDOM<BRITISH<<<\r\n";
    private const string Tail = "DISQUALS/00000001/00000001/00000001/00000000/00000003\r\n";
    private const string Exempt = "3900000000000202302012029011410000000000019PERMITTED WORKS LTD\r\n";

    private static string Order => "2900000000000" + "20230115" + "20290114" + "CDDA 1986 S7".PadRight(20) + "UNDERTAKING".PadRight(30) + "20230101"
        + "INV1".PadRight(30) + "AMBER TRADING LTD".PadRight(160) + "0018INSOLVENCY SERVICE\r\n";

    [Fact]
    public void Person_OrdersAndExemptions_BecomeOneEntryUntilTheLastDay()
    {
        var entry = Read(Head + Person + Order + Exempt + Tail).List.ShouldNotBeNull().Entries.ShouldHaveSingleItem();

        (entry.Key, entry.Kind, entry.Names[0]).ShouldBe(("CH 900000000000", NameKind.Person, new ListedName("ALBERT QUILLFEATHER", "QUILLFEATHER")));
        entry.Facts[ListFacts.BirthDates].ShouldBe("1950-01-15");
        entry.Facts[ListFacts.Address].ShouldBe("1 EXAMPLE ROAD, LEEDS, UNITED KINGDOM, ZZ99 9ZZ");
        entry.Facts[ListFacts.Status].ShouldContain("2023-01-15 to 2029-01-14, CDDA 1986 S7, UNDERTAKING, AMBER TRADING LTD");
        entry.Facts[ListFacts.Exemption].ShouldBe("May act for PERMITTED WORKS LTD until 2029-01-14");
        ListFacts.IsInForce(entry.Facts, new DateOnly(2029, 1, 14)).ShouldBeTrue();
        ListFacts.IsInForce(entry.Facts, new DateOnly(2029, 1, 15)).ShouldBeFalse();
    }

    public static TheoryData<string, string, int, string> Damaged => new()
    {
        { "empty", "", 1, "The file is empty" },
        { "another file", "CompanyName, CompanyNumber\r\n", 1, "begins with “DISQUALS”" },
        { "no last line", Head + Person + Order + Exempt, 4, "cut short" },
        { "a record lost", Head + Person + Order + Tail, 4, "counts 1/1/1/0/3" },
        { "cut in a record", Head + Person[..60] + "\r\n" + Tail, 2, "not as long as it says" },
        { "order before person", Head + Order + Tail, 2, "no record came before" },
        { "unknown record", Head + "7" + Person[1..] + Tail, 2, "type 1, 2, 3 or 4" },
        { "text after the end", Head + Person + Order + Exempt + Tail + "more\r\n", 6, "after the last line" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void DamagedFile_IsRefusedWithTheLine(string what, string text, int line, string sentence)
    {
        var reading = Read(text);

        reading.List.ShouldBeNull(what);
        reading.Errors[0].Sentence.ShouldContain(sentence, customMessage: what);
        reading.Errors[0].Line.ShouldBe(line, what);
    }

    [Fact]
    public void SampleFile_IsReadWhole()
    {
        using var file = ListFiles.Real("companies-house/Prod192-synthetic-sample.txt");

        var list = DisqualifiedOfficersFile.Read(file).List.ShouldNotBeNull();

        (list.Entries.Count, list.RowCount, list.PublishedOn).ShouldBe((8, 17, new DateOnly(2026, 1, 3)));
    }

    private static ListFileReading Read(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return DisqualifiedOfficersFile.Read(file);
    }
}
