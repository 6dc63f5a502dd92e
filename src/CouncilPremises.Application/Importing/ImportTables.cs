using CouncilPremises.Application.Spreadsheets;

namespace CouncilPremises.Application.Importing;

/// <summary>What a council brings along when it starts.</summary>
public enum ImportKind
{
    /// <summary>Venues and their rooms.</summary>
    Venues,

    /// <summary>Groups and other hirers.</summary>
    Organisations,

    /// <summary>Bookings agreed before this service was used.</summary>
    Bookings,
}

/// <summary>A column of a table to fill in.</summary>
public sealed record ImportColumn(string Heading, bool IsNeeded, string Help, string Example);

/// <summary>The tables: one place for reading, for templates and for help.</summary>
public static class ImportTables
{
    /// <summary>The columns of a table.</summary>
    public static IReadOnlyList<ImportColumn> ColumnsOf(ImportKind kind) => kind switch
    {
        ImportKind.Venues => Venues,
        ImportKind.Organisations => Organisations,
        ImportKind.Bookings => Bookings,
    };

    /// <summary>What a row of a table is, in words.</summary>
    public static string RowWords(ImportKind kind) => kind switch
    {
        ImportKind.Venues => "One row a room. What is said of the venue stands on its first row; further rows may leave it blank.",
        ImportKind.Organisations => "One row a hirer: a group, a council department or a private person.",
        ImportKind.Bookings => "One row a date. Rows with the same booking number are the dates of one booking, at most 52.",
    };

    /// <summary>An empty workbook to fill in, with a second sheet that explains the columns.</summary>
    public static async Task WriteWorkbookAsync(ImportKind kind, Stream stream, CancellationToken cancellationToken)
    {
        using var workbook = new WorkbookWriter("OFFICIAL");
        var columns = ColumnsOf(kind);
        await workbook.AddAsync(Empty(kind), cancellationToken);
        await workbook.AddAsync(new Sheet<ImportColumn>("How to fill it in",
        [
            new("Column", 24, column => CellValue.Of(column.Heading)),
            new("Needed", 10, column => CellValue.Of(column.IsNeeded)),
            new("What to enter", 70, column => CellValue.Of(column.Help)),
            new("Example", 40, column => CellValue.Of(column.Example)),
        ], columns.ToAsyncEnumerable()), cancellationToken);
        await workbook.SaveAsync(stream, cancellationToken);
    }

    /// <summary>The headings as CSV.</summary>
    public static Task WriteCsvAsync(ImportKind kind, TextWriter writer, CancellationToken cancellationToken) =>
        CsvSheetWriter.WriteAsync(Empty(kind), writer, cancellationToken);

    private static Sheet<ImportColumn> Empty(ImportKind kind) => new(kind.ToString(),
        [.. ColumnsOf(kind).Select(column => new Column<ImportColumn>(column.Heading, 22, _ => default))], AsyncEnumerable.Empty<ImportColumn>());

    private static IReadOnlyList<ImportColumn> Venues { get; } =
    [
        new("Venue", true, "Name of the building", "Saltmarsh Road Community Centre"),
        new("Address", false, "Postal address", "1 Saltmarsh Road, Fallowmere FM1 2AB"),
        new("Ward", false, "Electoral ward", "Saltmarsh"),
        new("Description", false, "A sentence or two for the public", "A modern centre beside the park."),
        new("Access features", false, "What the building offers, with ; between", "Step-free entrance; accessible toilet"),
        new("Covers hirers", false, "Yes when the venue's own insurance covers hirers", "No"),
        new("Opening hours", false, "Days and times, with ; between", "Mon-Fri 08:00-22:00; Sat 09:00-23:00"),
        new("Room", true, "Name of the room", "Main Hall"),
        new("Part of", false, "The room it is part of, named on an earlier row", "Main Hall"),
        new("Room description", true, "A sentence or two for the public", "A sprung floor and a small stage."),
        new("Capacity", true, "People each layout holds, with ; between", "theatre: 120; tables: 80"),
        new("Equipment", false, "What is in the room, with ; between", "projector; piano"),
        new("Room access features", false, "What the room offers, with ; between", "hearing loop"),
        new("Price an hour", true, "In pounds", "24.50"),
        new("Minutes before", false, "Minutes kept free before a booking: 0, 15, 30 and so on. Blank: the council's setting", "30"),
        new("Minutes after", false, "The same after a booking", "30"),
    ];

    private static IReadOnlyList<ImportColumn> Organisations { get; } =
    [
        new("Name", true, "Legal name, or a private person's full name", "Saltmarsh Community Association"),
        new("Type", true, "Charity, Company, Group, Faith group, Political, Public body, Council department or Person", "Charity"),
        new("Charity number", false, "6 or 7 digits, or SC and 6 digits", "1234567"),
        new("Company number", false, "8 characters", "01234567"),
        new("Address", true, "Postal address", "12 High Street, Fallowmere FM1 1AA"),
        new("Other names", false, "Other names it is known by, with ; between", "The Saltmarsh"),
        new("Office-holder 1", false, "Name of somebody who runs it; two are needed of groups", "Jo Brown"),
        new("Office 1", false, "Their office", "Chair"),
        new("Office-holder 2", false, "Name of a second one", "Sam Green"),
        new("Office 2", false, "Their office", "Treasurer"),
    ];

    private static IReadOnlyList<ImportColumn> Bookings { get; } =
    [
        new("Booking", false, "Number in the old system. Rows with the same number are one booking", "B-1042"),
        new("Organisation", true, "Name, charity number or company number of a hirer that is here already", "Saltmarsh Community Association"),
        new("Venue", true, "Name of the building", "Saltmarsh Road Community Centre"),
        new("Room", true, "Name of the room", "Main Hall"),
        new("Date", true, "Day, such as 2026-03-24 or 24/03/2026", "2026-03-24"),
        new("Start", true, "Time with set-up, in quarter-hours", "19:00"),
        new("End", true, "Time with clearing away; 00:00 is midnight", "21:30"),
        new("Title", true, "Title of the event", "Weekly rehearsal"),
        new("People", false, "About how many come", "40"),
        new("Contact name", false, "Whom to write to", "Jo Brown"),
        new("Contact e-mail", false, "Where the invitation to look after the booking goes", "jo@example.org"),
        new("Contact phone", false, "UK telephone number", "01632 960123"),
    ];
}
