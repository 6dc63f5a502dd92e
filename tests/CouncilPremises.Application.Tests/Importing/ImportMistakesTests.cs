using System.Text;
using ClosedXML.Excel;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Importing;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Importing;

/// <summary>Every kind of mistake in a file to import: each is named with its row, its column and the way on, and nothing of the file is kept.</summary>
public abstract class ImportMistakesTests(TestDatabase database)
{
    private const string BookingHeadings = "Booking,Organisation,Venue,Room,Date,Start,End,Title,People,Contact name,Contact e-mail,Contact phone";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bookings_MistakesInCells_EachNamesRowColumnAndWayOn()
    {
        await BuildAsync("Cell Hall", "Cell Club");
        await AddHirerAsync("Twin Club");
        await AddHirerAsync("Twin Club");
        var weekly = Enumerable.Range(0, 53).Select(week => Row("W", day: new DateOnly(2026, 2, 2).AddDays(7 * week).ToString("yyyy-MM-dd")));
        await ShouldNameAsync(ImportKind.Bookings, "b.csv", [BookingHeadings, .. weekly,
            Row("", organisation: ""),
            Row("", organisation: "Twin Club"),
            Row("", venue: "Nowhere House"),
            Row("", room: "Attic"),
            Row("", day: "next Tuesday"),
            Row("", start: "10:20"),
            Row("", end: "noon"),
            Row("", start: "12:00", end: "11:00"),
            Row("", day: "2025-12-01"),
            Row("", title: ""),
            Row("", people: "121"),
            Row("", email: "jo at home"),
            Row("", phone: "12345"),
            Row("", day: "31/02/2026"),
            Row("", day: "2026-03-29", start: "01:15", end: "03:00"),
            Row("P", day: "2026-03-02", people: "10", email: "jo@cell.example"),
            Row("P", day: "2026-03-09", people: "20", email: "sam@cell.example", title: "Another"),
            Row("P", day: "2026-03-09", people: "10")],
            "Row 2, Booking: a booking has at most 52 dates. Divide it",
            "Row 55, Organisation: this is needed",
            "Row 56, Organisation: several hirers are called Twin Club. Write the charity or company number",
            "Row 57, Venue: Nowhere House is not here, or has no rooms. Import venues first, or correct the name",
            "Row 58, Room: Cell Hall has no room called Attic. Import venues first, or correct the name",
            "Row 59, Date: “next Tuesday” is not a day. Write it like 2026-03-24 or 24/03/2026",
            "Row 60, Start: times go in quarter-hours, such as 19:00 or 19:15",
            "Row 61, End: “noon” is not a time. Write it like 19:00",
            "Row 62, End: The end must be after the start.",
            "Row 63, Date: this date is over or has begun. Only dates to come are imported: take this row out",
            "Row 64, Title: this is needed",
            "Row 65, People: “121” is not a whole number from 1 to 120",
            "Row 66, Contact e-mail: write an e-mail address like name@example.org",
            "Row 67, Contact phone: write a UK telephone number like 01632 960123",
            "Row 68, Date: “31/02/2026” is not a day.",
            "Row 69, Start: There is no such time",
            "Row 71, Title: this differs from row 70, which has the same booking number. Give one of them another number",
            "Row 71, People: this differs from row 70, the first of the booking. Write it on that row, and leave this one blank",
            "Row 71, Contact e-mail: this differs from row 70, the first of the booking. Write it on that row, and leave this one blank",
            "Row 72, Date: this date is in the same booking twice");
        (await CountAsync("Cell Club")).ShouldBe(0);
    }

    [Fact]
    public async Task Bookings_Clashes_NameBothRowsOrTheWayOn()
    {
        var hall = await BuildAsync("Clash House", "Clash Users");
        await A.Hire().For(hall.Hall).On("2026-03-04", "10:00-12:00").SubmittedAsync(database);
        string Line(string day, string start, string end, string room = "Main Hall") => $",Clash Users,Clash House,{room},{day},{start},{end},Meeting,5,,,";
        var lines = new[] { BookingHeadings, Line("2026-03-03", "10:00", "11:00"), Line("2026-03-03", "11:00", "12:00", "Main Hall A"), Line("2026-03-03", "06:00", "07:00"), Line("2026-03-04", "11:00", "13:00") };

        var said = await ShouldNameAsync(ImportKind.Bookings, "b.csv", lines,
            "Row 3, Start: this is too close to row 2. Take one of them out, or leave the room's gap between them",
            "Row 4, Start: Main Hall is open from",
            "Row 5, Start: Main Hall is taken");

        said.ShouldContain(sentence => sentence.StartsWith("Row 4", StringComparison.Ordinal) && sentence.Contains("Choose a time within those hours"));
        (await CountAsync("Clash Users")).ShouldBe(0);
        await database.With<AppDbContext, int>(db => db.Spaces.Where(s => s.Id == hall.Hall.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.IsOpenForHire, false), Cancellation));
        await ShouldNameAsync(ImportKind.Bookings, "b.csv", lines[..2], "Row 2, Room: Main Hall does not take bookings at the moment. Choose another room.");
    }

    [Fact]
    public async Task Organisations_Mistakes_EachNamesRowColumnAndWayOn()
    {
        await AddHirerAsync("Here Before");
        await ShouldNameAsync(ImportKind.Organisations, "o.csv", [ImportFiles.Headings(ImportKind.Organisations),
            "Here Before,Group,,,1 Quay,,Jo Brown,Chair,Sam Green,Treasurer",
            "New Band,Group,,,1 Quay,,Jo Brown,Chair,Sam Green,Treasurer",
            "new band,Group,,,1 Quay,,Jo Brown,Chair,Sam Green,Treasurer",
            "Sea Scouts,Charity,12,,1 Quay,,Jo Brown,Chair,Sam Green,Treasurer",
            "Quay Trading,Company,,,1 Quay,,Jo Brown,Director,Sam Green,Director",
            "Odd Kind,Firm,,,1 Quay,,,,,",
            ",Person,,,1 Quay,,,,,",
            "Pat Reed,Person,,,,,,,,",
            "Half Held,Group,,,1 Quay,,Jo Brown,,Sam Green,Treasurer",
            "Same Twice,Group,,,1 Quay,,Jo Brown,Chair,Jo Brown,Treasurer"],
            "Row 2, Name: Here Before is here already, or on an earlier row. Take this row out",
            "Row 4, Name: new band is here already, or on an earlier row. Take this row out",
            "Row 5, Charity number: ",
            "Row 6, Company number: ",
            "Row 7, Type: write one of Charity, Company, Group, Faith group, Political, Public body, Council department, Person",
            "Row 8, Name: ",
            "Row 9, Address: ",
            "Row 10, Office-holder 1: ",
            "Row 11, Office-holder 1: ");
        (await database.With<AppDbContext, int>(db => db.Organisations.CountAsync(o => o.Name == "New Band" || o.Name == "Pat Reed", Cancellation))).ShouldBe(0);
    }

    [Fact]
    public async Task Venues_Mistakes_EachNamesRowColumnAndWayOn()
    {
        object?[] Room(string venue, string room, string? address = null, string? part = null, object? capacity = null, object? price = null, string? hours = null, string ward = "Harbour") =>
            [venue, address, address is null ? null : ward, address is null ? null : "By the water.", null, null, hours, room, part, "A room.", capacity ?? 10, null, null, price ?? 5, null, null];
        await ShouldNameAsync(ImportKind.Venues, "v.xlsx", ImportFiles.Workbook([[.. ImportFiles.Headings(ImportKind.Venues).Split(',')],
            Room("Two Addresses", "Hall", "1 Quay", hours: "Mon 08:00-22:00"),
            Room("Two Addresses", "Studio", "2 Quay", ward: "Mill"),
            Room("Twin Rooms", "Hall", "1 Quay", hours: "Mon 08:00-22:00"),
            Room("Twin Rooms", "hall"),
            Room("Wrong Figures", "Hall", "1 Quay", capacity: "theatre 40", price: -3, hours: "Mon 22:00-08:00"),
            Room("Far Part", "Hall", "1 Quay", part: "Hall", hours: "Mon 08:00-22:00"),
            Room("", "Hall")]),
            "Row 3, Address: this differs from row 2, the first of the venue. Write it on that row, and leave this one blank",
            "Row 3, Ward: ",
            "Row 5, Room: hall is on an earlier row of this venue already. Take one of the two out, or give it another name",
            "Row 6, Capacity: “theatre 40” cannot be read. Write it like theatre: 120; tables: 80",
            "Row 6, Price an hour: The price of an hour must be between",
            "Row 6, Opening hours: ",
            "Row 7, Part of: there is no room called Hall on an earlier row of this venue. Put its row above this one, or correct the name",
            "Row 8, Venue: this is needed");
        (await database.With<AppDbContext, int>(db => db.Venues.CountAsync(v => v.Name == "Twin Rooms" || v.Name == "Two Addresses", Cancellation))).ShouldBe(0);
    }

    [Theory]
    [InlineData("b.csv", "", "The file is empty. Start from the template")]
    [InlineData("b.csv", BookingHeadings, "There is no row under the headings. Fill in one at least")]
    [InlineData("b.csv", "Name,Type,Address\r\nQuay Choir,Charity,1 Quay", "The first row has none of the headings that are needed, such as “Organisation”. Put the headings in row 1, or start from the template")]
    [InlineData("b.csv", "Organisation,Venue,Room,Day,Start,End,Title", "There is no column “Day” in the template. Rename it or take it out\nThe column “Date” is missing. Add it, or start from the template")]
    [InlineData("b.csv", "Organisation,Venue,Room,Date,Start,End,Title,title", "The column “Title” is there twice. Take one out")]
    [InlineData("b.csv", BookingHeadings + "\r\n,Club,\"Hall \"A,x,2026-03-03,10:00,11:00,T,,,,", "Row 2: the quotation marks are not in pairs.")]
    [InlineData("b.ods", "anything", "Choose a file that ends in .xlsx or .csv.")]
    [InlineData("b.xlsx", "", "This is not a workbook that can be read. Open it, save it again as an Excel workbook")]
    public async Task File_OfAnotherShape_IsRefusedWithTheWayOn(string name, string text, string sentences)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await ShouldNameAsync(ImportKind.Bookings, name, file, sentences.Split('\n'));
    }

    [Fact]
    public async Task Workbook_OfAnotherShape_IsRefusedWithTheWayOn()
    {
        object?[] headings = [.. BookingHeadings.Split(',')];
        await ShouldNameAsync(ImportKind.Bookings, "b.xlsx", ImportFiles.Workbook([]), "The file is empty. Start from the template");
        // The sheet that explains the columns, or anything else, stands first
        await ShouldNameAsync(ImportKind.Bookings, "b.xlsx", ImportFiles.Workbook([["Column", "Needed", "What to enter"], ["Booking", "No", "Number"]]),
            "The first row of the first sheet has none of the headings that are needed, such as “Organisation”. Move the sheet with the table to the front, its headings in row 1, or start from the template");
        using var whole = new MemoryStream();
        await ImportFiles.Workbook([headings, ["B-1", "Club", "Hall", "Room"]]).CopyToAsync(whole, Cancellation);
        await ShouldNameAsync(ImportKind.Bookings, "b.xlsx", new MemoryStream(whole.ToArray()[..((int)whole.Length / 2)]), "This is not a workbook that can be read.");
        using var workbook = new XLWorkbook(new MemoryStream(whole.ToArray()));
        workbook.Worksheet(1).Cell("E2").FormulaA1 = "TODAY()+7";
        using var computed = new MemoryStream();
        workbook.SaveAs(computed);
        await ShouldNameAsync(ImportKind.Bookings, "b.xlsx", new MemoryStream(computed.ToArray()), "Row 2, cell E2: this is a formula. Paste its value in its place");
    }

    [Fact]
    public async Task Csv_OfAnotherEncodingOrWithLinesInACell_IsReadOrRefusedRightly()
    {
        const string Sentence = "The file is not in UTF-8. In your spreadsheet program, save it as CSV UTF-8";
        var text = $"{BookingHeadings}\r\n,Café Club,Hall,Room,2026-03-03,10:00,11:00,Talk,,,,\r\n";
        await ShouldNameAsync(ImportKind.Bookings, "b.csv", new MemoryStream(Encoding.Latin1.GetBytes(text)), Sentence);
        await ShouldNameAsync(ImportKind.Bookings, "b.csv", new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]), Sentence);
        // A cell of two lines is one row, as the spreadsheet program counts
        await ShouldNameAsync(ImportKind.Bookings, "b.csv", [BookingHeadings, ",Nobody,Hall,Room,2026-03-03,10:00,11:00,\"Two\r\nlines\",,,,", "", ",Nobody,Hall,Room,soon,10:00,11:00,T,,,,"],
            "Row 4, Date: “soon” is not a day.");
    }

    private static string Row(
        string booking, string organisation = "Cell Club", string venue = "Cell Hall", string room = "Main Hall", string day = "2026-03-03", string start = "10:00", string end = "11:00",
        string title = "Meeting", string people = "5", string email = "", string phone = "") => $"{booking},{organisation},{venue},{room},{day},{start},{end},{title},{people},,{email},{phone}";

    private async Task<TestHall> BuildAsync(string hall, string club)
    {
        await AddHirerAsync(club);
        return await A.Hall().Named(hall).AddAsync(database);
    }

    private Task AddHirerAsync(string name) => database.With<AppDbContext>(async db =>
    {
        db.Organisations.Add(new Organisation(Guid.CreateVersion7(), HirerKind.Group, new OrganisationFacts(OrganisationType.UnincorporatedGroup, name, [], null, null, "1 Quay",
            [new("Jo Brown", "Chair"), new("Sam Green", "Treasurer")]), database.Time.NowUtc));
        await db.SaveChangesAsync(Cancellation);
    });

    private Task<int> CountAsync(string club) => database.With<AppDbContext, int>(db =>
        db.Cases.CountAsync(c => db.Organisations.Any(g => g.Id == c.OrganisationId && g.Name == club), Cancellation));

    private Task<List<string>> ShouldNameAsync(ImportKind kind, string name, string[] lines, params string[] sentences) => ShouldNameAsync(kind, name, ImportFiles.Csv(lines), sentences);

    // A trial says the same as the import itself; neither leaves anything
    private async Task<List<string>> ShouldNameAsync(ImportKind kind, string name, Stream file, params string[] sentences)
    {
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole, Cancellation);
        var said = new List<List<string>>();
        foreach (var isTrial in new[] { true, false })
        {
            var outcome = await database.With<Imports, Outcome<ImportReport>>(imports => imports.RunAsync(kind, new MemoryStream(whole.ToArray()), name, isTrial, Actor.System, Cancellation));
            said.Add([.. outcome.Refusals.Select(refusal => refusal.Sentence)]);
        }

        said[0].ShouldBe(said[1]);
        foreach (var sentence in sentences)
            said[0].ShouldContain(one => one.StartsWith(sentence, StringComparison.Ordinal), $"{sentence} is not among:\n{string.Join("\n", said[0])}");
        return said[0];
    }
}

public class SqliteImportMistakesTests(SqliteDatabase database) : ImportMistakesTests(database), IClassFixture<SqliteDatabase>;

public class PostgresImportMistakesTests(PostgresDatabase database) : ImportMistakesTests(database), IClassFixture<PostgresDatabase>;
