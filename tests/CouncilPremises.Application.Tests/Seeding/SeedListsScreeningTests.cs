using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Seeding;
using CouncilPremises.Screening;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Seeding;

/// <summary>The seeded lists through the product's own readers and matcher.</summary>
public sealed class SeedListsScreeningTests
{
    private static readonly SeedFolder Folder = new();

    [Theory]
    [InlineData("proscribed.csv", 8)]
    [InlineData("uk-sanctions-list.csv", 40)]
    [InlineData("removed-trustees.csv", 6)]
    [InlineData("disqualified-directors.csv", 6)]
    public void List_ReadByTheProduct_IsTakenWhole(string file, int entries)
    {
        var reading = Read(file);

        reading.Errors.ShouldBeEmpty();
        reading.List.ShouldNotBeNull().Entries.Count.ShouldBe(entries);
    }

    [Theory]
    [Trait("Rule", "XREF")]
    [InlineData("Dr Leonid Varenkov", NameKind.Person, "uk-sanctions-list.csv")]
    [InlineData("Viktor Hrynko", NameKind.Person, "uk-sanctions-list.csv")]
    [InlineData("Silas Thornecroft", NameKind.Person, "uk-sanctions-list.csv")]
    [InlineData("Tobias Wrenfield", NameKind.Person, "removed-trustees.csv")]
    [InlineData("Felicity Arkwright", NameKind.Person, "disqualified-directors.csv")]
    [InlineData("Harrowfield Vanguard Cadets CIC", NameKind.Organisation, "proscribed.csv")]
    [InlineData("The Ashen Down Choir", NameKind.Organisation, "proscribed.csv")]
    [InlineData("Lewis Okoro", NameKind.Person, "disqualified-directors.csv")]
    public void PlantedName_Screened_IsAHit(string name, NameKind kind, string file) =>
        Hits(name, kind, file).ShouldNotBeEmpty();

    [Theory]
    [Trait("Rule", "XREF")]
    [InlineData("Bright Kiln Pottery Ltd", NameKind.Organisation, "uk-sanctions-list.csv")]
    [InlineData("Joanna Petrakis", NameKind.Person, "uk-sanctions-list.csv")]
    [InlineData("Yusuf Haddad", NameKind.Person, "uk-sanctions-list.csv")]
    [InlineData("Patricia Mulholland", NameKind.Person, "uk-sanctions-list.csv")]
    [InlineData("Fallowmere Food Larder", NameKind.Organisation, "proscribed.csv")]
    public void UnlikeName_Screened_IsNoHit(string name, NameKind kind, string file) =>
        Hits(name, kind, file).ShouldBeEmpty();

    private static IReadOnlyList<NameMatch> Hits(string name, NameKind kind, string file)
    {
        var entries = Read(file).List.ShouldNotBeNull().Entries
            .Select(entry => new ListedEntry(file, entry.Key, entry.Kind, entry.Names, ListFacts.ReadBirthYears(entry.Facts)));
        return ScreeningIndex.Build(entries).Find(new ScreeningName(name, kind));
    }

    private static ListFileReading Read(string file)
    {
        using var stream = Folder.List(file);
        return file switch
        {
            "proscribed.csv" => ProscribedRegisterFile.Read(stream),
            "uk-sanctions-list.csv" => UkSanctionsListFile.Read(stream),
            _ => DisqualifiedListFile.Read(stream),
        };
    }
}
