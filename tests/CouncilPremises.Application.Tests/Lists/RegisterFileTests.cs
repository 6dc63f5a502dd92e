using CouncilPremises.Application.Lists;
using CouncilPremises.Screening;
using CsCheck;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Lists;

[Trait("Rule", "XREF")]
public class RegisterFileTests
{
    private const string ProscribedHeader = "name,aliases,from,to,source,checked_by,checked_on";
    private const string DisqualifiedHeader = "name,kind,family_name,other_names,birth_date,number,status,source";

    [Fact]
    public void Proscribed_Row_KeepsAliasesAndDays()
    {
        using var file = ListFiles.Of(ProscribedHeader, "The Ashen Dawn,Ashen Dawn Movement; ADM,2016-03-18,,Home Office,M Thorne,2026-09-01", "Old Order,,2001-01-01,2010-12-31,Home Office,M Thorne,01/09/2026");

        var entries = ProscribedRegisterFile.Read(file).List.ShouldNotBeNull().Entries;

        entries[0].Names.ShouldBe([new ListedName("The Ashen Dawn"), new ListedName("Ashen Dawn Movement"), new ListedName("ADM", null, IsWeak: true)]);
        (entries[0].From, entries[0].To).ShouldBe((new DateOnly(2016, 3, 18), null));
        entries[1].To.ShouldBe(new DateOnly(2010, 12, 31));
        entries[1].Facts[ListFacts.CheckedOn].ShouldBe("2026-09-01");
    }

    [Theory]
    [InlineData(",x,2016-03-18,,s,c,2026-09-01", "Enter the name")]
    [InlineData("A B,,,,s,c,2026-09-01", "“from” is “”")]
    [InlineData("A B,,18.3.2016,,s,c,2026-09-01", "“from” is “18.3.2016”")]
    [InlineData("A B,,2016-03-18,2015-01-01,s,c,2026-09-01", "“to” is before “from”")]
    [InlineData("A B,,2016-03-18,,,c,2026-09-01", "Enter the source")]
    [InlineData("A B,,2016-03-18,,s,,2026-09-01", "Enter who checked")]
    [InlineData("A B,,2016-03-18,,s,c,", "“checked_on” is “”")]
    public void Proscribed_BadRow_IsRefused(string row, string sentence)
    {
        using var file = ListFiles.Of(ProscribedHeader, row);

        var error = ProscribedRegisterFile.Read(file).Errors.ShouldHaveSingleItem();

        (error.Line, error.Sentence).ShouldSatisfyAllConditions(e => e.Line.ShouldBe(2), e => e.Sentence.ShouldContain(sentence));
    }

    [Fact]
    public void Proscribed_SameNameTwice_IsRefused()
    {
        using var file = ListFiles.Of(ProscribedHeader, "Ash-en Dawn,,2016-03-18,,s,c,2026-09-01", "ASH EN DAWN,,2016-03-18,,s,c,2026-09-01");

        ProscribedRegisterFile.Read(file).Errors.ShouldHaveSingleItem().ToString().ShouldBe("Line 3: This organisation repeats line 2.");
    }

    [Fact]
    public void Disqualified_Person_HasBothNamesAndBirthYear()
    {
        using var file = ListFiles.Of(DisqualifiedHeader, "Felicity Arkwright,individual,Arkwright,Felicity Jane,1952-09-27,DQ900013,Disqualified until 2031,Invented");

        var entry = DisqualifiedListFile.Read(file).List!.Entries.ShouldHaveSingleItem();

        entry.Names.ShouldBe([new ListedName("Felicity Arkwright", "Arkwright"), new ListedName("Felicity Jane Arkwright", "Arkwright")]);
        ListFacts.ReadBirthYears(entry.Facts).ShouldBe([1952]);
        entry.Facts[ListFacts.Number].ShouldBe("DQ900013");
    }

    [Theory]
    [InlineData(",individual,,,,,,", "Enter the name")]
    [InlineData("A B,ghost,,,,,,", "individual or organisation")]
    [InlineData("A B,individual,,,1975-13,,,", "birth date “1975-13”")]
    public void Disqualified_BadRow_IsRefused(string row, string sentence)
    {
        using var file = ListFiles.Of(DisqualifiedHeader, row);

        DisqualifiedListFile.Read(file).Errors.ShouldHaveSingleItem().Sentence.ShouldContain(sentence);
    }

    [Fact]
    public void Disqualified_SemicolonsInsteadOfCommas_IsRefused()
    {
        using var file = ListFiles.Of(DisqualifiedHeader.Replace(',', ';'), "A B;individual;;;;;;");

        DisqualifiedListFile.Read(file).Errors[0].Sentence.ShouldContain("1 columns");
    }

    [Theory]
    [InlineData("removed-trustees.csv")]
    [InlineData("disqualified-directors.csv")]
    public void SeededDisqualified_IsRead(string name)
    {
        using var file = ListFiles.Seeded(name);

        DisqualifiedListFile.Read(file).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void SeededProscribed_IsRead()
    {
        using var file = ListFiles.Seeded("proscribed.csv");

        ProscribedRegisterFile.Read(file).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void AnyBytes_NeverThrow() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            using var file = new MemoryStream([.. "name,aliases,from,to,source,checked_by,checked_on\n"u8, .. bytes]);
            var reading = ProscribedRegisterFile.Read(file);
            return reading.List == null == reading.Errors.Count > 0;
        }, iter: 2_000);

    [Fact]
    public void ParsedEntry_ThroughTheDatabaseRow_ComesBackTheSame()
    {
        using var file = ListFiles.Sanctions(ListFiles.Row(born: "dd/mm/1961"), ListFiles.Row(id: "TST0009", family: "SEA WOLF", given: "", type: "Ship"));
        var entries = UkSanctionsListFile.Read(file).List!.Entries;

        var stored = entries.Select(entry => entry.ToListEntry(Guid.CreateVersion7()).ToScreening(Domain.Lists.ListCode.L2)).ToList();

        stored.Select(entry => entry.Kind).ShouldBe([NameKind.Person, NameKind.Vessel]);
        stored[0].BirthYears.ShouldBe([1961]);
        stored[0].Names.ShouldBe(entries[0].Names);
    }
}
