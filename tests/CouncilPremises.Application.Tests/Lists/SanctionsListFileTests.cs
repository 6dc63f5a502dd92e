using System.Text;
using CouncilPremises.Application.Lists;
using CouncilPremises.Screening;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Lists;

[Trait("Rule", "XREF")]
public class SanctionsListFileTests
{
    [Fact]
    public void UkSanctionsList_RowsOfOneId_BecomeOneEntry()
    {
        using var file = ListFiles.Sanctions(
            ListFiles.Row(nameType: "Alias", strength: "Good quality a.k.a", family: "VARENKOFF", born: "dd/mm/1961"),
            ListFiles.Row(id: "TST0002", family: "BRIGHT KILNS", given: "", type: "Entity"),
            ListFiles.Row(born: "17/05/1961", script: "Леонид ВАРЕНКОВ"),
            ListFiles.Row(nameType: "Alias", strength: "Low quality a.k.a", family: "LENYA", given: ""),
            ListFiles.Row(id: "TST0003", family: "SEA WOLF", given: "", type: "Ship"));

        var list = UkSanctionsListFile.Read(file).List.ShouldNotBeNull();

        list.PublishedOn.ShouldBe(new DateOnly(2025, 4, 14));
        list.RowCount.ShouldBe(5);
        list.Entries.Select(entry => (entry.Key, entry.Kind)).ShouldBe([("TST0001", NameKind.Person), ("TST0002", NameKind.Organisation), ("TST0003", NameKind.Vessel)]);
        list.Entries[0].Names.ShouldBe(
        [
            new ListedName("Leonid VARENKOV", "VARENKOV"),
            new ListedName("Leonid VARENKOFF", "VARENKOFF"),
            new ListedName("Леонид ВАРЕНКОВ"),
            new ListedName("LENYA", null, IsWeak: true),
        ]);
        list.Entries[0].Facts[ListFacts.BirthYears].ShouldBe("1961");
        list.Entries[0].Facts[ListFacts.BirthDates].ShouldBe("17/05/1961; 1961");
        list.Hash.Length.ShouldBe(64);
    }

    [Fact]
    public void UkSanctionsList_OneWordAlias_IsWeakThoughItsQualityIsGood()
    {
        using var file = ListFiles.Sanctions(ListFiles.Row(), ListFiles.Row(nameType: "Alias", strength: "Good quality a.k.a", family: "CARLOS", given: ""));

        UkSanctionsListFile.Read(file).List!.Entries[0].Names[1].IsWeak.ShouldBeTrue();
    }

    [Fact]
    public void UkSanctionsList_ByteOrderMark_IsRead()
    {
        using var file = new MemoryStream([0xEF, 0xBB, 0xBF, .. ((MemoryStream)ListFiles.Sanctions(ListFiles.Row())).ToArray()]);

        UkSanctionsListFile.Read(file).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void UkSanctionsList_LineBreaksInCells_KeepLineNumbersRight()
    {
        using var file = ListFiles.Sanctions(ListFiles.Row(family: "\"VAREN\r\nKOV\""), ListFiles.Row(id: ""));

        UkSanctionsListFile.Read(file).Errors.ShouldHaveSingleItem().Line.ShouldBe(5);
    }

    [Theory]
    [InlineData("dd/mm/1975", 1975)]
    [InlineData("00/00/1975", 1975)]
    [InlineData("02/05/1975", 1975)]
    [InlineData("05/1975", 1975)]
    [InlineData("1975", 1975)]
    public void UkSanctionsList_PartialBirthDate_GivesTheYear(string born, int year)
    {
        using var file = ListFiles.Sanctions(ListFiles.Row(born: born));

        ListFacts.ReadBirthYears(UkSanctionsListFile.Read(file).List!.Entries[0].Facts).ShouldBe([year]);
    }

    public static TheoryData<string, string, int, string> DamagedFiles => new()
    {
        { "empty", "", 1, "The file is empty" },
        { "no date line", ListFiles.SanctionsHeader + "\n", 1, "begins with “Report Date:”" },
        { "impossible date", "Report Date: 31-Feb-2025\n" + ListFiles.SanctionsHeader + "\n", 1, "begins with “Report Date:”" },
        { "no heading", "Report Date: 14-Apr-2025\n", 1, "no column headings" },
        { "no rows", Start + "\n", 1, "no entries" },
        { "renamed column", Start.Replace("Name 6", "Surname", StringComparison.Ordinal) + "\n" + ListFiles.Row(), 2, "Column 5 should be “Name 6” but is “Surname”" },
        { "swapped columns", Start.Replace("Name 1,Name 2", "Name 2,Name 1", StringComparison.Ordinal) + "\n" + ListFiles.Row(), 2, "Column 6 should be “Name 1” but is “Name 2”" },
        { "cut row", Start + "\n" + ListFiles.Row() + "\n" + ListFiles.Row()[..40], 4, "cells where the heading has 58" },
        { "open quotation mark", Start + "\n" + ListFiles.Row() + "\n\"" + ListFiles.Row(), 4, "quotation marks" },
        { "no identifier", Start + "\n" + ListFiles.Row(id: " "), 3, "no identifier" },
        { "no name", Start + "\n" + ListFiles.Row(family: "", given: ""), 3, "no name" },
        { "unknown type", Start + "\n" + ListFiles.Row(type: "Aircraft"), 3, "Individual, Entity or Ship" },
        { "changed type", Start + "\n" + ListFiles.Row() + "\n" + ListFiles.Row(type: "Entity"), 4, "another type here than in line 3" },
        { "unknown name type", Start + "\n" + ListFiles.Row(nameType: "Nickname"), 3, "Name type" },
        { "unknown strength", Start + "\n" + ListFiles.Row(nameType: "Alias", strength: "Rumour"), 3, "Alias strength" },
        { "impossible birth date", Start + "\n" + ListFiles.Row(born: "45/13/1975"), 3, "date of birth “45/13/1975”" },
        { "NUL", Start + "\n" + ListFiles.Row(given: "Leo\0nid"), 3, "NUL" },
        { "control character", Start + "\n" + ListFiles.Row(given: "Leo\u0007nid"), 3, "control character" },
        { "huge cell", Start + "\n" + ListFiles.Row(given: new string('a', 40_000)), 3, "40,000 characters" },
        { "huge row", Start + "\n\"" + new string('a', 3_000_000), 3, "longer than any row can be" },
        { "garbled letters", Start + "\n" + ListFiles.Row(given: "ZoÃ«"), 3, "garbled letters" },
        { "a web page", "<!DOCTYPE html><html><body>Not found</body></html>", 1, "begins with “Report Date:”" },
    };

    private const string Start = "Report Date: 14-Apr-2025\n" + ListFiles.SanctionsHeader;

    [Theory]
    [MemberData(nameof(DamagedFiles))]
    public void UkSanctionsList_DamagedFile_IsRefusedWithTheLine(string what, string text, int line, string sentence)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var reading = UkSanctionsListFile.Read(file);

        reading.List.ShouldBeNull(what);
        reading.Errors[0].Sentence.ShouldContain(sentence);
        reading.Errors[0].Line.ShouldBe(line);
    }

    [Fact]
    public void UkSanctionsList_AnotherEncoding_IsRefused()
    {
        using var file = new MemoryStream(Encoding.Latin1.GetBytes(Start + "\n" + ListFiles.Row(given: "Zoë")));

        UkSanctionsListFile.Read(file).Errors.ShouldHaveSingleItem().Sentence.ShouldContain("UTF-8");
    }

    [Fact]
    public void UkSanctionsList_ManyErrors_AreToldUpToTwenty()
    {
        using var file = ListFiles.Sanctions([.. Enumerable.Repeat(ListFiles.Row(id: ""), 50)]);

        var errors = UkSanctionsListFile.Read(file).Errors;

        errors.Count.ShouldBe(ListFileReading.MostErrors);
        errors.Select(error => error.Line).ShouldBe(Enumerable.Range(3, ListFileReading.MostErrors));
    }

    [Fact]
    public void UkSanctionsList_SameFile_HasTheSameHashes()
    {
        using var first = ListFiles.Sanctions(ListFiles.Row());
        using var second = ListFiles.Sanctions(ListFiles.Row());
        using var changed = ListFiles.Sanctions(ListFiles.Row(born: "1975"));
        var (a, b, c) = (UkSanctionsListFile.Read(first).List!, UkSanctionsListFile.Read(second).List!, UkSanctionsListFile.Read(changed).List!);

        (b.Hash, b.Entries[0].Hash()).ShouldBe((a.Hash, a.Entries[0].Hash()));
        c.Hash.ShouldNotBe(a.Hash);
        c.Entries[0].Hash().ShouldNotBe(a.Entries[0].Hash());
    }

    [Fact]
    public void RealLists_BothLayouts_GiveTheSameEntries()
    {
        using var today = ListFiles.Real("uk-sanctions/uksl-format-converted-2025-04-14.csv.gz");
        using var closed = ListFiles.Real("uk-sanctions/ofsi-conlist-2025-04-14.csv.gz");

        var uksl = UkSanctionsListFile.Read(today).List.ShouldNotBeNull();
        var ofsi = OfsiListFile.Read(closed).List.ShouldNotBeNull();

        (uksl.RowCount, uksl.Entries.Count, uksl.PublishedOn).ShouldBe((18_798, 4_688, new DateOnly(2025, 4, 14)));
        (ofsi.RowCount, ofsi.Entries.Count, ofsi.PublishedOn).ShouldBe((18_798, 4_688, new DateOnly(2025, 4, 14)));
        NamesOf(uksl).ShouldBe(NamesOf(ofsi), ignoreOrder: true);
        // The same keys, names and facts: going over to today's layout adds, removes and changes nobody
        uksl.Entries.Select(entry => $"{entry.Key} {entry.Hash()}").ShouldBe(ofsi.Entries.Select(entry => $"{entry.Key} {entry.Hash()}"), ignoreOrder: true);
    }

    [Fact]
    public void RealList_RowsInAnotherOrder_GiveTheSameEntries()
    {
        using var real = ListFiles.Real("uk-sanctions/uksl-format-sample.csv");
        using var reader = new StreamReader(real);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        // Only rows that keep to one line can be put in another order by line
        var rows = lines.Skip(2).Where(line => line.Count(c => c == '"') % 2 == 0 && line.Count(c => c == ',') >= 57).ToList();
        using var straight = ListFiles.Of([lines[0], lines[1], .. rows]);
        using var turned = ListFiles.Of([lines[0], lines[1], .. Enumerable.Reverse(rows)]);

        var (a, b) = (UkSanctionsListFile.Read(straight).List.ShouldNotBeNull(), UkSanctionsListFile.Read(turned).List.ShouldNotBeNull());

        b.Entries.Select(entry => entry.Hash()).ShouldBe(a.Entries.Select(entry => entry.Hash()), ignoreOrder: true);
    }

    [Fact]
    public void RealList_Screened_FindsListedNamesAndLeavesEverydayNamesAlone()
    {
        using var file = ListFiles.Real("uk-sanctions/uksl-format-converted-2025-04-14.csv.gz");
        var index = ScreeningIndex.Build(UkSanctionsListFile.Read(file).List!.Entries
            .Select(entry => entry.ToListEntry(Guid.CreateVersion7()).ToScreening(Domain.Lists.ListCode.L2)));
        string[] listed = ["Sergey Chemezov", "Bastrykin, Alexander", "Oleg Deripasca", "Аляксандр Лукашэнка", "Yevgeni Prigozhin"];
        string[] everyday = ["Emma Wright", "Gurpreet Kaur", "Rajesh Patel", "Adebayo Okafor", "Ahmed Mahmood Khan", "Piotr Nowak", "Imran Iqbal", "Siân Davies", "Min-ji Park"];

        index.EntryCount.ShouldBe(4_688);
        listed.ShouldAllBe(name => index.Find(new ScreeningName(name, NameKind.Person, null, null), null).Count > 0);
        everyday.ShouldAllBe(name => index.Find(new ScreeningName(name, NameKind.Person, null, null), null).Count == 0);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.999)]
    public void RealList_HalfDownloaded_IsRefused(double share)
    {
        using var real = ListFiles.Real("uk-sanctions/uksl-format-sample.csv");
        using var whole = new MemoryStream();
        real.CopyTo(whole);
        using var half = new MemoryStream(whole.ToArray()[..(int)(whole.Length * share)]);

        UkSanctionsListFile.Read(half).List.ShouldBeNull();
    }

    [Fact]
    public void OfsiList_UkSanctionsFile_IsRefused()
    {
        using var file = ListFiles.Sanctions(ListFiles.Row());

        OfsiListFile.Read(file).Errors.ShouldHaveSingleItem().Sentence.ShouldContain("begins with “Last Updated”");
    }

    [Fact]
    public void SeededList_IsRead()
    {
        using var file = ListFiles.Seeded("uk-sanctions-list.csv");

        UkSanctionsListFile.Read(file).List.ShouldNotBeNull().Entries.Count.ShouldBe(40);
    }

    private static List<string> NamesOf(ParsedList list) =>
        [.. list.Entries.Select(entry => entry.Kind + ": " + string.Join(" | ", entry.Names.Select(name => $"{name.Text}/{name.FamilyName}/{name.IsWeak}").Order(StringComparer.Ordinal)))];
}
