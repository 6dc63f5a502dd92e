using System.Globalization;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Importing;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Importing;

/// <summary>What a council had before: venues, organisations and bookings, whole or not at all.</summary>
public abstract class ImportsTests(TestDatabase database)
{
    private const string BookingHeadings = "Booking,Organisation,Venue,Room,Date,Start,End,Title,People,Contact name,Contact e-mail,Contact phone";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Venues_GoodCsv_AddsVenuesAndTheirTrees()
    {
        var file = ImportFiles.Csv(ImportFiles.Headings(ImportKind.Venues),
            "Quay House,1 Quay,Harbour,\"By the water, with a view.\",Step-free; lift,Yes,Mon-Fri 08:00-22:00; Sat 9:00-23:00,Hall,,A hall.,theatre: 120; tables: 80,projector,,24.50,30,15",
            "Quay House,,,,,,,Hall A,Hall,Its half.,60,,,12,,",
            "Mill,2 Mill Lane,Mill,A mill.,,No,Sun 10:00-00:00,Studio,,A studio.,12,,,8,0,0");
        var outcome = await RunAsync(ImportKind.Venues, file, "venues.csv");
        outcome.Succeeded.ShouldBeTrue(Sentences(outcome));
        var venue = await database.With<AppDbContext, Domain.Premises.Venue>(db => db.Venues.Include(v => v.OpeningHours).SingleAsync(v => v.Name == "Quay House", Cancellation));
        venue.CoversHirers.ShouldBeTrue();
        venue.OpeningHours.Count.ShouldBe(6);
        var rooms = await database.With<AppDbContext, List<Domain.Premises.Space>>(db => db.Spaces.Where(s => s.VenueId == venue.Id).OrderBy(s => s.Name).ToListAsync(Cancellation));
        rooms[1].ParentId.ShouldBe(rooms[0].Id);
        rooms[0].Capacities["tables"].ShouldBe(80);
        (rooms[1].PencePerHour, rooms[1].BufferBeforeMinutes).ShouldBe((1200, 30));
    }

    [Fact]
    public async Task Venues_EveryKindOfMistake_IsNamedWithRowAndColumnAndNothingIsKept()
    {
        await A.Hall().Named("Here Already").AddAsync(database);
        var file = ImportFiles.Csv(ImportFiles.Headings(ImportKind.Venues),
            "Here Already,1 Quay,W,D,,,Mon 08:00-22:00,Hall,,A hall.,10,,,5,,",
            "Bad Hours,1 Quay,W,D,,,Someday 8-22,Hall,,A hall.,10,,,5,,",
            "Bad Room,1 Quay,W,D,,Perhaps,Mon 08:00-22:00,Hall,,A hall.,many,,,dear,7,",
            "Bad Part,1 Quay,W,D,,,Mon 08:00-22:00,Hall,Cellar,A hall.,10,,,5,,",
            "Fine,1 Quay,W,D,,,Mon 08:00-22:00,Hall,,A hall.,10,,,5,,");
        var outcome = await RunAsync(ImportKind.Venues, file, "venues.csv");
        var said = Sentences(outcome);
        said.ShouldContain("Row 2, Venue: Here Already is here already");
        said.ShouldContain("Row 3, Opening hours: “Someday 8-22” cannot be read");
        said.ShouldContain("Row 4, Covers hirers: write Yes or No");
        said.ShouldContain("Row 4, Capacity: “many” cannot be read");
        said.ShouldContain("Row 4, Price an hour: write the price in pounds");
        said.ShouldContain("Row 4, Minutes before:");
        said.ShouldContain("Row 5, Part of: there is no room called Cellar");
        (await database.With<AppDbContext, bool>(db => db.Venues.AnyAsync(v => v.Name == "Fine" || v.Name == "Bad Part", Cancellation))).ShouldBeFalse();
    }

    [Fact]
    public async Task Organisations_WorkbookGoodAndBad_AddsAllOrNothing()
    {
        object?[] headings = [.. ImportTables.ColumnsOf(ImportKind.Organisations).Select(column => (object?)column.Heading)];
        object?[] choir = ["Quay Choir", "Charity", 1234567, null, "1 Quay", "The Choir; QC", "Jo Brown", "Chair", "Sam Green", "Treasurer"];
        var good = ImportFiles.Workbook([headings, choir, ["Pat Reed", "Person", null, null, "2 Quay", null, null, null, null, null]]);
        var outcome = await RunAsync(ImportKind.Organisations, good, "organisations.xlsx");
        outcome.Succeeded.ShouldBeTrue(Sentences(outcome));
        var added = await database.With<AppDbContext, Organisation>(db => db.Organisations.Include(o => o.OfficeHolders).SingleAsync(o => o.Name == "Quay Choir", Cancellation));
        (added.CharityNumber, added.OtherNames.Count, added.OfficeHolders.Count).ShouldBe(("1234567", 2, 2));

        var bad = ImportFiles.Workbook([headings, choir, ["No Kind", "Firm", null, null, "3 Quay", null, null, null, null, null],
            ["One Head", "Group", null, null, "4 Quay", null, "Jo Brown", "Chair", null, null]]);
        var said = Sentences(await RunAsync(ImportKind.Organisations, bad, "organisations.xlsx"));
        said.ShouldContain("Row 2, Name: Quay Choir is here already");
        said.ShouldContain("Row 3, Type: write one of Charity");
        said.ShouldContain("Row 4, Office-holder 1: Enter two different office-holders");
        (await database.With<AppDbContext, bool>(db => db.Organisations.AnyAsync(o => o.Name == "One Head", Cancellation))).ShouldBeFalse();
    }

    [Fact]
    public async Task Files_GoodOfTheOtherKind_AreImportedToo()
    {
        var venues = ImportFiles.Workbook([[.. ImportFiles.Headings(ImportKind.Venues).Split(',')],
            ["Sheet House", "1 Quay", "Harbour", "By the water.", "Step-free", true, "Mon-Fri 08:00-22:00", "Hall", null, "A hall.", "theatre: 120", null, null, 24.5, 30, 15],
            ["Sheet House", null, null, null, null, null, null, "Studio", "Hall", "Its half.", 60, null, null, 12, null, null]]);
        var added = await RunAsync(ImportKind.Venues, venues, "venues.xlsx");
        added.Succeeded.ShouldBeTrue(Sentences(added));
        (await database.With<AppDbContext, List<long>>(db => db.Spaces.Where(s => db.Venues.Any(v => v.Id == s.VenueId && v.Name == "Sheet House" && v.CoversHirers)).OrderBy(s => s.Name).Select(s => s.PencePerHour).ToListAsync(Cancellation)))
            .ShouldBe([2450, 1200]);

        // Spreadsheet programs of other countries put semicolons between
        var hirers = ImportFiles.Csv(ImportFiles.Headings(ImportKind.Organisations).Replace(',', ';'), "Plain Choir;Charity;7654321;;\"1 Quay; Fernley\";;Jo Brown;Chair;Sam Green;Treasurer", "Parks Team;Council department;;;Town Hall;;;;;");
        var listed = await RunAsync(ImportKind.Organisations, hirers, "organisations.csv");
        listed.Succeeded.ShouldBeTrue(Sentences(listed));
        (await database.With<AppDbContext, List<HirerKind>>(db => db.Organisations.Where(o => o.Name == "Plain Choir" || o.Name == "Parks Team").OrderBy(o => o.Name).Select(o => o.Kind).ToListAsync(Cancellation)))
            .ShouldBe([HirerKind.InternalBody, HirerKind.Group]);
    }

    [Fact]
    public async Task Bookings_Good_AreConfirmedMarkedAndTheirHirersInvited()
    {
        var hall = await A.Hall().Named("Claim Hall").AddAsync(database);
        await AddUnclaimedAsync("Claim Club");
        var file = ImportFiles.Workbook([[.. BookingHeadings.Split(',')],
            ["B-1", "Claim Club", "Claim Hall", "Main Hall", new DateTime(2026, 3, 3), new TimeSpan(19, 0, 0), new TimeSpan(21, 0, 0), "Rehearsal", 40, "Jo Brown", "jo@claim.example", null],
            ["B-1", "Claim Club", "Claim Hall", "Main Hall", new DateTime(2026, 3, 10), new TimeSpan(19, 0, 0), new TimeSpan(21, 0, 0), "Rehearsal", 40, "Jo Brown", "jo@claim.example", null],
            [null, "claim club", "claim hall", "main hall a", "17/03/2026", "9:00", "12:00", "Committee", null, "Jo Brown", "JO@claim.example", null]]);
        var outcome = await RunAsync(ImportKind.Bookings, file, "bookings.xlsx");
        outcome.Succeeded.ShouldBeTrue(Sentences(outcome));
        outcome.Value.Lines.ShouldBe(["2 bookings with 3 dates", "1 invitations to look after them"]);

        await database.With<AppDbContext>(async db =>
        {
            var cases = await db.Cases.Where(c => db.Organisations.Any(o => o.Id == c.OrganisationId && o.Name == "Claim Club")).ToListAsync(Cancellation);
            cases.ShouldAllBe(c => c.State == CaseState.Confirmed && c.SubmittedUtc != null);
            var series = (await db.HireApplications.Include(h => h.Occurrences).Where(h => h.ImportedAs == "B-1").ToListAsync(Cancellation)).ShouldHaveSingleItem();
            series.Occurrences.ShouldAllBe(date => date.State == OccurrenceState.Confirmed);
            series.Answers.Days().Count.ShouldBe(2);
            (await db.Claims.CountAsync(claim => claim.SpaceId == hall.PartB.Id, Cancellation)).ShouldBe(16);
            (await db.AuditEntries.CountAsync(entry => entry.Action == "Hire.Import" && entry.CaseId == series.CaseId, Cancellation)).ShouldBe(1);
            var letter = await db.OutboxMessages.SingleAsync(message => message.To.ToUpper() == "JO@CLAIM.EXAMPLE", Cancellation);
            letter.Text.ShouldContain("3 dates of Claim Club");
            (await db.CheckRecords.AnyAsync(record => record.CaseId == series.CaseId, Cancellation)).ShouldBeFalse();
        });
    }

    /// <summary>The kind of file that has 2,000 rows here; the other kind has them on the other engine, and under --long each has them on both.</summary>
    protected abstract string LargeFile { get; }

    [Theory]
    [InlineData("b.csv")]
    [InlineData("b.xlsx")]
    public async Task Bookings_ManyRows_AreTriedThenImported(string name)
    {
        var count = name == LargeFile || TestDatabase.IsLongRun ? 2000 : 200;
        var (club, halls) = ($"Big Club {name}", Enumerable.Range(1, 8).Select(number => $"Big Hall {number} {name}").ToList());
        foreach (var hall in halls)
            await A.Hall().Named(hall).AddAsync(database);
        await AddUnclaimedAsync(club);
        var rows = Enumerable.Range(0, count).Select(number => new object?[]
        {
            $"N-{number}", club, halls[number % 8], "Main Hall", new DateTime(2026, 2, 1).AddDays(number / 8), new TimeSpan(10, 0, 0), new TimeSpan(11, 0, 0), $"Event {number}", 20, "Jo", "jo@big.example", null,
        }).ToList();
        var file = name.EndsWith(".xlsx", StringComparison.Ordinal)
            ? ImportFiles.Workbook([[.. BookingHeadings.Split(',')], .. rows])
            : ImportFiles.Csv([BookingHeadings, .. rows.Select(row => string.Join(",", row.Select(cell => cell switch
            {
                DateTime day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
                TimeSpan time => time.ToString("hh\\:mm", CultureInfo.InvariantCulture),
                _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
            })))]);
        Stream File()
        {
            file.Position = 0;
            return file;
        }

        var trial = await RunAsync(ImportKind.Bookings, File(), name, isTrial: true);
        trial.Succeeded.ShouldBeTrue(Sentences(trial));
        (await CountAsync(club)).ShouldBe(0);
        var outcome = await RunAsync(ImportKind.Bookings, File(), name);
        outcome.Succeeded.ShouldBeTrue(Sentences(outcome));
        (await CountAsync(club)).ShouldBe(count);
        if (count == 2000 && !TestDatabase.IsLongRun)
            return; // that every row clashes is told of the short file
        var again = await RunAsync(ImportKind.Bookings, File(), name);
        again.Refusals.Count.ShouldBe(count);
        again.Refusals[0].Sentence.ShouldStartWith("Row 2, Start: ");
    }

    [Fact]
    public async Task Import_NotAnAdministrator_IsRefused()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var outcome = await database.With<Imports, Outcome<ImportReport>>(imports => imports.RunAsync(ImportKind.Venues, ImportFiles.Csv("Venue"), "v.csv", false, officer, Cancellation));
        outcome.Refusals.ShouldHaveSingleItem().Code.ShouldBe("Permission");
    }

    private Task<int> CountAsync(string club) => database.With<AppDbContext, int>(db =>
        db.Occurrences.CountAsync(o => o.State == OccurrenceState.Confirmed && db.Cases.Any(c => c.Id == o.CaseId && db.Organisations.Any(g => g.Id == c.OrganisationId && g.Name == club)), Cancellation));

    private Task AddUnclaimedAsync(string name) => database.With<AppDbContext>(async db =>
    {
        db.Organisations.Add(new Organisation(Guid.CreateVersion7(), HirerKind.Group, new OrganisationFacts(OrganisationType.UnincorporatedGroup, name, [], null, null, "1 Quay",
            [new("Jo Brown", "Chair"), new("Sam Green", "Treasurer")]), database.Time.NowUtc));
        await db.SaveChangesAsync(Cancellation);
    });

    private Task<Outcome<ImportReport>> RunAsync(ImportKind kind, Stream file, string name, bool isTrial = false) =>
        database.With<Imports, Outcome<ImportReport>>(imports => imports.RunAsync(kind, file, name, isTrial, Actor.System, Cancellation));

    private static string Sentences(Outcome outcome) => string.Join("\n", outcome.Refusals.Take(30).Select(refusal => refusal.Sentence));
}

public class SqliteImportsTests(SqliteDatabase database) : ImportsTests(database), IClassFixture<SqliteDatabase>
{
    protected override string LargeFile => "b.csv";
}

public class PostgresImportsTests(PostgresDatabase database) : ImportsTests(database), IClassFixture<PostgresDatabase>
{
    protected override string LargeFile => "b.xlsx";
}
