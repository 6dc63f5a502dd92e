using System.Diagnostics;
using Shouldly;
using Xunit;

namespace CouncilPremises.Screening.Tests;

[Trait("Rule", "XREF")]
public class ScreeningIndexTests
{
    private static readonly ScreeningIndex Index = ScreeningIndex.Build(
    [
        new("L2", "A", NameKind.Person, [new("Josephine Anne HARBOTTLE", "HARBOTTLE"), new("Joss HARBOTTLE", "HARBOTTLE"), new("JOSSY", null, IsWeak: true)], [1961]),
        new("L2", "B", NameKind.Person, [new("Mohammed BILAL", "BILAL")], [1975]),
        new("L1", "C", NameKind.Organisation, [new("Palestinian Islamic Jihad (PIJ)"), new("PIJ", null, IsWeak: true)]),
        new("L1", "D", NameKind.Organisation, [new("The Ashen Dawn")]),
        new("L2", "E", NameKind.Vessel, [new("SEA WOLF")]),
        new("L3", "F", NameKind.Unknown, [new("Wainthropp Trading")]),
    ]);

    [Theory]
    [InlineData("Josefine Harbotle", NameKind.Person, "A", MatchBand.Possible)]
    [InlineData("J. Harbottle", NameKind.Person, "A", MatchBand.Strong)]
    [InlineData("Jossy", NameKind.Person, "A", MatchBand.WeakAlias)]
    [InlineData("Muhammad Bilal", NameKind.Person, "B", MatchBand.Strong)]
    [InlineData("Palestinian Islamic Jihad", NameKind.Organisation, "C", MatchBand.Strong)]
    [InlineData("Ashen Dawn Ltd", NameKind.Organisation, "D", MatchBand.Strong)]
    [InlineData("Ashen Dawn", NameKind.Unknown, "D", MatchBand.Strong)]
    [InlineData("Wainthrop Trading", NameKind.Organisation, "F", MatchBand.Strong)]
    public void Find_LikeName_IsFound(string name, NameKind kind, string key, MatchBand band)
    {
        var match = Index.Find(new ScreeningName(name, kind)).ShouldHaveSingleItem();

        (match.Entry.Key, match.Band).ShouldBe((key, band));
        match.Evidence.ShouldNotBeEmpty();
        match.Evidence.ShouldAllBe(evidence => evidence.Sentence.EndsWith('.'));
    }

    [Theory]
    [InlineData("Jossie", NameKind.Person)] // like a weak alias, not equal to it
    [InlineData("Mohammed Bilal Khan", NameKind.Person)] // only common names agree
    [InlineData("Sea Wolf", NameKind.Organisation)] // a ship is not a body
    [InlineData("Ashen Down Choir", NameKind.Organisation)]
    [InlineData("Josephine Harbottle", NameKind.Organisation)] // a person is not a body
    [InlineData("", NameKind.Person)]
    [InlineData("???", NameKind.Unknown)]
    public void Find_OtherName_IsNotFound(string name, NameKind kind) =>
        Index.Find(new ScreeningName(name, kind)).ShouldBeEmpty();

    [Fact]
    public void Find_Limit_IsASetting()
    {
        var name = new ScreeningName("Josephine Harbotle", NameKind.Person);

        Index.Find(name).ShouldNotBeEmpty();
        Index.Find(name, new ScreeningOptions(Limit: 0.999)).ShouldBeEmpty();
    }

    [Fact]
    public void Find_BirthYear_OrdersMatchesAndIsNamed()
    {
        var same = Index.Find(new ScreeningName("Muhammad Bilal", NameKind.Person, BirthYear: 1975)).ShouldHaveSingleItem();
        var other = Index.Find(new ScreeningName("Muhammad Bilal", NameKind.Person, BirthYear: 1999)).ShouldHaveSingleItem();

        same.Score.ShouldBeGreaterThan(other.Score);
        same.Evidence.ShouldContain(evidence => evidence.Kind == EvidenceKind.BirthYearAgrees);
        other.Evidence.ShouldContain(evidence => evidence.Sentence == "The year of birth 1999 differs from 1975 on the list.");
    }

    [Fact]
    public void Find_DateOfBirthAgrees_LetsCommonWordsCountAndGoesFirst()
    {
        var index = ScreeningIndex.Build(
        [
            new("L2", "1", NameKind.Person, [new("Mohammed Akbar Rashid KHAN", "KHAN")]) { Facts = new() { BirthDates = [new(1971, 3, 9)] } },
            new("L2", "2", NameKind.Person, [new("Mohammed KHAN", "KHAN")]),
        ]);

        index.Find(new ScreeningName("Mohammed Khan", NameKind.Person)).ShouldHaveSingleItem().Entry.Key.ShouldBe("2");
        var found = index.Find(new ScreeningName("Mohammed Khan", NameKind.Person) { Facts = new() { BirthDates = [new(1971, 3, 9)] } });
        found.Count.ShouldBe(2);
        found.Single(match => match.Entry.Key == "1").Evidence.ShouldContain(evidence => evidence.Kind == EvidenceKind.BirthDateAgrees);
    }

    [Fact]
    public void Find_RegisteredNumberAgrees_FindsABodyOfAnotherName()
    {
        var index = ScreeningIndex.Build([new("L3", "1", NameKind.Organisation, [new("Wainthropp Trading Ltd")]) { Facts = new() { Numbers = ["00123456"] } }]);

        var match = index.Find(new ScreeningName("Zebra Kites", NameKind.Organisation) { Facts = new() { Numbers = ["123456"] } }).ShouldHaveSingleItem();
        match.Evidence.ShouldContain(evidence => evidence.Kind == EvidenceKind.NumberAgrees);
    }

    [Theory]
    [InlineData("12/03/1975", 1975, 3, 12)]
    [InlineData("dd/mm/1975", 1975, null, null)]
    [InlineData("00/03/1975", 1975, 3, null)]
    [InlineData("1975-03-12", 1975, 3, 12)]
    [InlineData("1975", 1975, null, null)]
    public void BirthDate_AnyWriting_IsRead(string text, int year, int? month, int? day) => BirthDate.Read(text).ShouldBe(new BirthDate(year, month, day));

    [Fact]
    public void Find_Explanation_SaysHowMuchEachWordCounts() =>
        Index.Find(new ScreeningName("Muhammad Bilal", NameKind.Person))[0].Evidence[0].Sentence
            .ShouldBe("“Muhammad” is a spelling of “Mohammed”, a very common name: counts little.");

    [Theory]
    [InlineData("Fahad Albalawi", "Fahad AL BALAWI")]
    [InlineData("Abdul Rahim Kanimov", "Abdurahem KANIMOV")]
    [InlineData("Olge Harbottle", "Oleg HARBOTTLE")]
    [InlineData("Sayyed Tariq Harbottle", "Tariq HARBOTTLE")]
    [InlineData("Zoulhima Shalbosh", "Zoulhima SHALIBECH")]
    [InlineData("Igor Antpov", "Igor Yurievich ANTIPOV")]
    public void Find_NameWrittenByOthers_IsFound(string name, string listed) =>
        ScreeningIndex.Build([new ListedEntry("L2", "1", NameKind.Person, [new ListedName(listed)])])
            .Find(new ScreeningName(name, NameKind.Person)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("Abdul Hakim Harbottle", "Abdul Baseer HARBOTTLE")]
    [InlineData("Igor Kuznetsov", "Igor Yurievich KUZNETSOV")]
    public void Find_NameOfAnother_IsNotFound(string name, string listed) =>
        ScreeningIndex.Build([new ListedEntry("L2", "1", NameKind.Person, [new ListedName(listed)])])
            .Find(new ScreeningName(name, NameKind.Person)).ShouldBeEmpty();

    [Fact]
    public void Find_FiveThousandEntries_TakesFarUnderFiveMilliseconds()
    {
        var entries = Enumerable.Range(0, 5_000).Select(i => new ListedEntry("L2", $"{i}", NameKind.Person, [new($"{Name(i * 7)} {Name(i)}")])).ToList();
        var index = ScreeningIndex.Build(entries);
        var names = entries.Where((_, i) => i % 10 == 0).Select(entry => new ScreeningName(entry.Names[0].Text + "a", NameKind.Person)).ToList();
        names.ForEach(name => index.Find(name));

        // The middle of many runs, so that a busy machine does not decide
        var times = names.Select(name =>
        {
            var started = Stopwatch.GetTimestamp();
            index.Find(name);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }).Order().ToList();

        times[times.Count / 2].ShouldBeLessThan(5);
    }

    private static string Name(int seed)
    {
        string[] starts = ["Bar", "Kel", "Tor", "Min", "Sav", "Dro", "Fen", "Gal", "Hur", "Jop"];
        string[] middles = ["an", "eb", "ist", "olv", "umn", "act", "erd", "ing", "osk", "ulp"];
        string[] ends = ["ovan", "ette", "ingham", "ukra", "ides", "oro", "esku", "iak", "ander", "uly"];
        return starts[seed % 10] + middles[seed / 10 % 10] + ends[seed / 100 % 10];
    }
}
