using System.Text;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Lists;

/// <summary>Each test imports into a list of its own making, so that editions follow one another as the test says.</summary>
public abstract class ListImportsTests(TestDatabase database)
{
    private const string L3Header = "name,kind,family_name,other_names,birth_date,number,status,source";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "XREF")]
    public async Task Import_SecondEdition_TakesOverAndTheOldOneStaysToBeCited()
    {
        (await ImportAsync(ListCode.L2, ListFiles.Sanctions(ListFiles.Row("SWP0001", "VARENKOV")))).Value.EntryCount.ShouldBe(1);
        (await FindAsync("Leonid Varenkov")).ShouldNotBeEmpty();

        var second = await ImportAsync(ListCode.L2, ListFiles.Sanctions(ListFiles.Row("SWP0002", "THORNECROFT"), ListFiles.Row("SWP0003", "WRENFIELD")));

        second.Succeeded.ShouldBeTrue();
        (await FindAsync("Leonid Thornecroft")).ShouldNotBeEmpty("screening takes up the new edition without a restart");
        (await FindAsync("Leonid Varenkov")).ShouldBeEmpty();
        await database.With<AppDbContext>(async db =>
        {
            var editions = await db.ListVersions.Where(v => v.Part == ListPart.UkSanctions && v.Number > 0).OrderBy(v => v.Number).ToListAsync(Token);
            var (before, now) = (editions[^2], editions[^1]);
            editions.Count(v => v.IsLive).ShouldBe(1);
            now.IsLive.ShouldBeTrue();
            now.Number.ShouldBe(before.Number + 1);
            now.PublishedOn.ShouldBe(new DateOnly(2025, 4, 14));
            (await db.ListEntries.CountAsync(e => e.ListVersionId == before.Id, Token)).ShouldBe(1);
            var audit = await db.AuditEntries.Where(a => a.Action == ListImports.Action && a.SubjectId == now.Id).SingleAsync(Token);
            audit.From.ShouldBe($"L2 UkSanctions edition {before.Number}");
            audit.To.ShouldBe($"L2 UkSanctions edition {now.Number}");
        });
    }

    [Fact]
    public async Task Import_MalformedFile_NamesTheLinesAndChangesNothing()
    {
        await ImportAsync(ListCode.L3, L3("Orla Pennington", "Giles Farthing"));
        var before = await LiveAsync(ListCode.L3);

        var outcome = await ImportAsync(ListCode.L3, ListFiles.Of(L3Header, "Ann Ode,individual,,,,1,,x", "Ben Ode,alien,,,not a date,2,,x", "short,row"));

        outcome.Succeeded.ShouldBeFalse();
        outcome.Refusals.ShouldAllBe(refusal => refusal.Code == ListImports.LineCode);
        outcome.Refusals.Select(refusal => refusal.Sentence[..7]).ShouldBe(["Line 3:", "Line 3:", "Line 4:"]);
        (await LiveAsync(ListCode.L3)).ShouldBe(before);
        (await FindAsync("Ann Ode")).ShouldBeEmpty();
        await database.With<AppDbContext>(async db =>
            (await db.AuditEntries.OrderByDescending(a => a.Id).FirstAsync(Token)).WasRefused.ShouldBeTrue());
    }

    [Fact]
    public async Task Import_SameFileAgain_IsRefusedWithTheDay()
    {
        (await ImportAsync(ListCode.L1, L1("Cinder Hand of Fallow"))).Succeeded.ShouldBeTrue();

        var outcome = await ImportAsync(ListCode.L1, L1("Cinder Hand of Fallow"));

        outcome.Refusals.ShouldHaveSingleItem().Sentence.ShouldContain($"in use already: it was imported on {database.Time.Today:d MMMM yyyy}");
    }

    [Fact]
    public async Task Import_ListWithFewerEntries_AsksTwice()
    {
        var names = Enumerable.Range(0, 10).Select(i => $"Person {(char)('A' + i)}ldous").ToArray();
        (await ImportAsync(ListCode.L3, L3(names), confirm: true)).Succeeded.ShouldBeTrue();

        var shorter = await ImportAsync(ListCode.L3, L3(names[..9]), confirm: false);
        shorter.Refusals.ShouldHaveSingleItem().Code.ShouldBe(ListImports.ShrinkCode);
        shorter.Refusals[0].Sentence.ShouldContain("9 entries; the edition in use has 10");
        (await LiveAsync(ListCode.L3))!.EntryCount.ShouldBe(10);
        (await ImportAsync(ListCode.L3, L3(names[..3]), confirm: true)).Value.EntryCount.ShouldBe(3);
    }

    [Fact]
    public async Task Read_NewFile_WaitsShowsTheDifferenceAndGoesIntoUseOnce()
    {
        var admin = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        await ImportAsync(ListCode.L1, L1("Ashen Gate League", "Brindle Order", "Cobalt Front"));
        var before = await LiveAsync(ListCode.L1);

        var waiting = await ReadAsync(ListCode.L1, ListFiles.Of("name,aliases,from,to,source,checked_by,checked_on",
            "Ashen Gate League,,2020-01-01,,Order,M Thorne,2026-01-05", "Brindle Order,Brindle Hand,2020-01-01,,Order,M Thorne,2026-01-05",
            "Dusk Assembly,,2020-01-01,,Order,M Thorne,2026-01-05", "Ember Assembly,,2020-01-01,,Order,M Thorne,2026-01-05"), admin);

        (await LiveAsync(ListCode.L1)).ShouldBe(before, "nothing is in use before a person says so");
        (await FindAsync("Dusk Assembly")).ShouldBeEmpty();
        var difference = (await DifferenceAsync(waiting.Value, admin)).ShouldNotBeNull();
        (difference.Added.Count, difference.Removed.Count, difference.Changed.Count, difference.Shrinks).ShouldBe((2, 1, 1, false));
        difference.Added.Samples.Select(sample => sample.Name).ShouldBe(["Dusk Assembly", "Ember Assembly"]);
        difference.Removed.Samples.ShouldHaveSingleItem().Name.ShouldBe("Cobalt Front");
        difference.Changed.Samples.ShouldHaveSingleItem().What.ShouldContain("New name: Brindle Hand");

        (await UseAsync(waiting.Value, Guid.CreateVersion7(), admin)).IsConflict.ShouldBeTrue("another edition was in use when the page was shown");
        (await UseAsync(waiting.Value, difference.Live!.Id, admin)).Succeeded.ShouldBeTrue();
        (await FindAsync("Dusk Assembly")).ShouldNotBeEmpty();
        (await UseAsync(waiting.Value, difference.Live.Id, admin)).IsConflict.ShouldBeTrue("it does not wait any more");
    }

    [Fact]
    public async Task Read_SecondFileOrThrownAway_LeavesNothingBehind()
    {
        var admin = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        var first = await ReadAsync(ListCode.L1, L1("Fallow Front One"), admin);
        var second = await ReadAsync(ListCode.L1, L1("Fallow Front Two"), admin);
        (await DifferenceAsync(first.Value, admin)).ShouldBeNull("the newer file took its place");

        (await With(imports => imports.DiscardAsync(second.Value, admin, Token))).Succeeded.ShouldBeTrue();

        (await DifferenceAsync(second.Value, admin)).ShouldBeNull();
        await database.With<AppDbContext>(async db => (await db.ListEntries.CountAsync(e => e.ListVersionId == first.Value || e.ListVersionId == second.Value, Token)).ShouldBe(0));
    }

    [Fact]
    public async Task Import_UnitedNationsBesideTheUkList_KeepsBothInUse()
    {
        await ImportAsync(ListCode.L2, ListFiles.Sanctions(ListFiles.Row("SWP0009", "OAKENSHADE")));
        (await ImportAsync(ListCode.L2, UnitedNationsFileTests.File(UnitedNationsFileTests.Individual("QDi.901", "MARLO", "VENTRESK")))).Succeeded.ShouldBeTrue();

        (await FindAsync("Leonid Oakenshade")).ShouldNotBeEmpty();
        (await FindAsync("Marlo Ventresk")).ShouldHaveSingleItem().Key.ShouldBe("UN QDi.901");
    }

    [Fact]
    public async Task Import_TwoFilesOfOneList_MakeOneEdition()
    {
        var outcome = await With(imports => imports.ImportAsync(
            new ImportList(ListCode.L3, [new("removed.csv", L3("Maud Trellis")), new("disqualified.csv", L3("Ivo Quern"))], ConfirmShrink: true), Actor.System, null, Token));

        outcome.Value.EntryCount.ShouldBe(2);
        (await LiveAsync(ListCode.L3))!.FileName.ShouldBe("removed.csv, disqualified.csv");
        (await FindAsync("Maud Trellis")).ShouldNotBeEmpty();
        (await FindAsync("Ivo Quern")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Import_OneOfTwoFilesMalformed_NamesTheFile()
    {
        var outcome = await With(imports => imports.ImportAsync(
            new ImportList(ListCode.L3, [new("good.csv", L3("Maud Trellis")), new("C:\\lists\\bad.csv", ListFiles.Of("nonsense"))]), Actor.System, null, Token));

        outcome.Refusals[0].Sentence.ShouldStartWith("bad.csv, Line 1:");
    }

    [Theory]
    [InlineData(Roles.FacilitiesApprover)]
    [InlineData(Roles.InformationOfficer)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.None)]
    public async Task Import_NotAnAdministrator_IsRefusedAndLogged(Roles roles)
    {
        var actor = await A.Person().Staff(roles).AddAsync(database);
        var outcome = await With(imports => imports.ImportAsync(new ImportList(ListCode.L1, [new("x.csv", L1("Nobody's Order"))]), actor, null, Token));

        outcome.Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        await database.With<AppDbContext>(async db =>
            (await db.AuditEntries.SingleAsync(a => a.ActorId == actor.Id, Token)).WasRefused.ShouldBeTrue());
    }

    [Theory]
    [InlineData(ListCode.L4)]
    [InlineData(ListCode.L5)]
    public async Task Import_ListWithoutAFile_IsRefused(ListCode list) =>
        (await ImportAsync(list, L1("X"))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("List");

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 a workbook, not a CSV")]
    [InlineData("Last Updated,14/04/2025\r\nnot,the,columns")]
    [InlineData("Report Date: 14-Apr-2025\r\n\"never closed")]
    [InlineData("Report Date: 99-Foo-2025\r\n")]
    public async Task Import_HostileFile_IsRefusedWithALine(string content)
    {
        var outcome = await ImportAsync(ListCode.L2, new MemoryStream(Encoding.UTF8.GetBytes(content)));

        outcome.Refusals.ShouldNotBeEmpty();
        outcome.Refusals.ShouldAllBe(refusal => refusal.Code == ListImports.LineCode && refusal.Sentence.StartsWith("Line "));
    }

    [Fact]
    public async Task Import_NamesOfThousandCharactersAndHalfCharacters_AreKept()
    {
        var name = string.Concat(Enumerable.Repeat("𝔸longname ", 60));
        (await ImportAsync(ListCode.L1, L1("One " + name, "Two " + name))).Value.EntryCount.ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "XREF")]
    public async Task Screening_EntryWhoseLastDayHasPassed_IsNotTried()
    {
        var today = database.Time.Today;
        await ImportAsync(ListCode.L1, ListFiles.Of("name,aliases,from,to,source,checked_by,checked_on",
            $"Lapsed Lantern Order,,2010-01-01,{today.AddDays(-1):yyyy-MM-dd},Order,M Thorne,2026-01-05",
            $"Standing Lantern Order,,2010-01-01,{today:yyyy-MM-dd},Order,M Thorne,2026-01-05"));

        (await FindAsync("Lapsed Lantern Order")).Select(found => found.EntryName).ShouldNotContain("Lapsed Lantern Order");
        (await FindAsync("Standing Lantern Order")).Select(found => found.EntryName).ShouldContain("Standing Lantern Order");
        database.Clock.Advance(TimeSpan.FromDays(1));
        (await FindAsync("Standing Lantern Order")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_RealSanctionsList_IsTakenAndScreened()
    {
        using var copy = new MemoryStream();
        await using (var real = ListFiles.Real("uk-sanctions/uksl-format-converted-2025-04-14.csv.gz"))
            await real.CopyToAsync(copy, Token);
        copy.Position = 0;
        var told = new List<string>();
        var outcome = await With(imports => imports.ImportAsync(
            new ImportList(ListCode.L2, [new("uksl.csv", copy)], ConfirmShrink: true), Actor.System, new Progress(told), Token));

        outcome.Value.EntryCount.ShouldBe(4688);
        told[^1].ShouldBe("Wrote 4,688 of 4,688 entries");
        var found = await database.With<ListQueries, IReadOnlyList<NameFound>>(queries => queries.FindAsync("Vladimir Putin", true, ListCode.L2, Token));
        found[0].EntryName.ShouldContain("PUTIN", Case.Insensitive);
        found[0].Why.ShouldNotBeEmpty();
    }

    private Task<Outcome<Guid>> ReadAsync(ListCode list, Stream content, Actor actor) =>
        database.With<ListImports, Outcome<Guid>>(imports => imports.ReadAsync(new ImportList(list, [new("file.csv", content)]), actor, null, Token));

    private Task<Outcome<LiveList>> UseAsync(Guid editionId, Guid? seen, Actor actor) =>
        database.With<ListImports, Outcome<LiveList>>(imports => imports.UseAsync(new UseEdition(editionId, seen, false), actor, Token));

    private Task<ListDifference?> DifferenceAsync(Guid editionId, Actor actor) =>
        database.With<ListDifferences, ListDifference?>(differences => differences.OfAsync(editionId, actor, Token));

    private static Stream L1(params string[] names) => ListFiles.Of(
        ["name,aliases,from,to,source,checked_by,checked_on", .. names.Select(name => $"{name},,2020-01-01,,Order,M Thorne,2026-01-05")]);

    private static Stream L3(params string[] names) => ListFiles.Of([L3Header, .. names.Select(name => $"{name},individual,,,1960,,,Test")]);

    private Task<Outcome<LiveList>> ImportAsync(ListCode list, Stream content, bool confirm = true) =>
        With(imports => imports.ImportAsync(new ImportList(list, [new("file.csv", content)], confirm), Actor.System, null, Token));

    private Task<TResult> With<TResult>(Func<ListImports, Task<TResult>> work) => database.With(work);

    private Task<IReadOnlyList<NameFound>> FindAsync(string name) =>
        database.With<ListQueries, IReadOnlyList<NameFound>>(queries => queries.FindAsync(name, null, null, Token));

    private Task<EditionInUse?> LiveAsync(ListCode list) =>
        database.With<ListQueries, EditionInUse?>(async queries => (await queries.AllAsync(Token)).First(row => row.List == list).Edition);

    private sealed class Progress(List<string> told) : IProgress<string>
    {
        public void Report(string value) => told.Add(value);
    }
}

public class SqliteListImportsTests(SqliteDatabase database) : ListImportsTests(database), IClassFixture<SqliteDatabase>;

public class PostgresListImportsTests(PostgresDatabase database) : ListImportsTests(database), IClassFixture<PostgresDatabase>;
