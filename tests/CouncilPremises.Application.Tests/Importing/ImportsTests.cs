using System.Globalization;
using System.Text;
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

    [Theory]
    [InlineData("venues.txt", "Venue", "ends in .xlsx or .csv")]
    [InlineData("venues.csv", "", "The file is empty")]
    [InlineData("venues.csv", "Venue,Room,Colour", "There is no column “Colour”")]
    [InlineData("venues.csv", "Venue,Room", "The column “Capacity” is missing")]
    [InlineData("venues.xlsx", "not a workbook", "This is not a workbook that can be read")]
    public async Task File_OfAnotherShape_IsRefusedWithTheWayOn(string name, string text, string sentence)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Sentences(await RunAsync(ImportKind.Venues, file, name)).ShouldContain(sentence);
    }

    [Fact]
    public async Task File_FormulaOrWrongEncoding_IsRefused()
    {
        using var latin = new MemoryStream(Encoding.Latin1.GetBytes(ImportFiles.Headings(ImportKind.Organisations) + "\r\nCafé,Group,,,x,,,,,\r\n"));
        Sentences(await RunAsync(ImportKind.Organisations, latin, "o.csv")).ShouldContain("save it as CSV UTF-8");
        using var workbook = new ClosedXML.Excel.XLWorkbook();
        workbook.AddWorksheet("x").Cell(1, 1).FormulaA1 = "1+1";
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        stream.Position = 0;
        Sentences(await RunAsync(ImportKind.Organisations, stream, "o.xlsx")).ShouldContain("Row 1, cell A1: this is a formula");
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

    [Fact]
    public async Task Bookings_EveryKindOfMistakeAndClash_IsNamedAndNothingIsKept()
    {
        await A.Hall().Named("Clash Hall").AddAsync(database);
        await AddUnclaimedAsync("Clash Club");
        string Line(string booking, string organisation, string room, string day, string start, string end, string title = "Meeting", string people = "5") =>
            $"{booking},{organisation},Clash Hall,{room},{day},{start},{end},{title},{people},,,";
        var mistakes = Sentences(await RunAsync(ImportKind.Bookings, ImportFiles.Csv(BookingHeadings,
            Line("", "Nobody Known", "Main Hall", "2026-03-03", "10:00", "11:00"),
            Line("", "Clash Club", "Attic", "2026-03-03", "10:00", "11:00"),
            Line("", "Clash Club", "Main Hall", "2025-12-01", "10:00", "11:00"),
            Line("", "Clash Club", "Main Hall", "31/02/2026", "10:10", "11:00"),
            Line("", "Clash Club", "Main Hall", "2026-03-29", "01:15", "03:00"),
            Line("", "Clash Club", "Main Hall", "2026-03-03", "12:00", "11:00", "", "500"),
            Line("7", "Clash Club", "Main Hall", "2026-03-04", "10:00", "11:00"),
            Line("7", "Clash Club", "Main Hall", "2026-03-04", "10:00", "11:30")), "b.csv"));
        mistakes.ShouldContain("Row 2, Organisation: Nobody Known is not here");
        mistakes.ShouldContain("Row 3, Room: Clash Hall has no room called Attic");
        mistakes.ShouldContain("Row 4, Date: this date is over");
        mistakes.ShouldContain("Row 5, Date: “31/02/2026” is not a day");
        mistakes.ShouldContain("Row 5, Start: times go in quarter-hours");
        mistakes.ShouldContain("Row 6, Start: There is no such time");
        mistakes.ShouldContain("Row 7, Title: this is needed");
        mistakes.ShouldContain("Row 7, People: “500” is not a whole number from 1 to 120");
        mistakes.ShouldContain("Row 9, End: this differs from row 8");
        mistakes.ShouldContain("Row 9, Date: this date is in the same booking twice");

        var clashes = Sentences(await RunAsync(ImportKind.Bookings, ImportFiles.Csv(BookingHeadings,
            Line("", "Clash Club", "Main Hall", "2026-03-03", "10:00", "11:00"),
            Line("", "Clash Club", "Main Hall A", "2026-03-03", "11:00", "12:00"),
            Line("", "Clash Club", "Main Hall", "2026-03-03", "06:00", "07:00")), "b.csv"));
        clashes.ShouldContain("Row 3: Two of your own dates are too close");
        clashes.ShouldContain("Row 4: Main Hall is open from");
        (await database.With<AppDbContext, bool>(db => db.Cases.AnyAsync(c => db.Organisations.Any(o => o.Id == c.OrganisationId && o.Name == "Clash Club"), Cancellation))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("b.csv", 2000)]
    [InlineData("b.xlsx", 200)] // the rows take the same way; only their reader differs
    public async Task Bookings_ManyRows_AreTriedThenImported(string name, int count)
    {
        var (club, halls) = ($"Big Club {name}", Enumerable.Range(1, 8).Select(number => $"Big Hall {number} {name}").ToList());
        foreach (var hall in halls)
            await A.Hall().Named(hall).AddAsync(database);
        await AddUnclaimedAsync(club);
        var rows = Enumerable.Range(0, count).Select(number => new object?[]
        {
            $"N-{number}", club, halls[number % 8], "Main Hall", new DateTime(2026, 2, 1).AddDays(number / 8), new TimeSpan(10, 0, 0), new TimeSpan(11, 0, 0), $"Event {number}", 20, "Jo", "jo@big.example", null,
        }).ToList();
        Stream File() => name.EndsWith(".xlsx", StringComparison.Ordinal)
            ? ImportFiles.Workbook([[.. BookingHeadings.Split(',')], .. rows])
            : ImportFiles.Csv([BookingHeadings, .. rows.Select(row => string.Join(",", row.Select(cell => cell switch
            {
                DateTime day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
                TimeSpan time => time.ToString("hh\\:mm", CultureInfo.InvariantCulture),
                _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
            })))]);

        var trial = await RunAsync(ImportKind.Bookings, File(), name, isTrial: true);
        trial.Succeeded.ShouldBeTrue(Sentences(trial));
        (await CountAsync(club)).ShouldBe(0);
        var outcome = await RunAsync(ImportKind.Bookings, File(), name);
        outcome.Succeeded.ShouldBeTrue(Sentences(outcome));
        (await CountAsync(club)).ShouldBe(count);
        var again = await RunAsync(ImportKind.Bookings, File(), name);
        again.Refusals.Count.ShouldBe(count);
        again.Refusals[0].Sentence.ShouldStartWith("Row 2: ");
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

public class SqliteImportsTests(SqliteDatabase database) : ImportsTests(database), IClassFixture<SqliteDatabase>;

public class PostgresImportsTests(PostgresDatabase database) : ImportsTests(database), IClassFixture<PostgresDatabase>;
