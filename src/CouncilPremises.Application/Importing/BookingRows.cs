using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Importing;

/// <summary>A hirer that bookings may name.</summary>
internal sealed record ImportHirer(Guid Id, HirerKind Kind, string Name, string? CharityNumber, string? CompanyNumber, bool HasMembers);

/// <summary>A room that bookings may name.</summary>
internal sealed record ImportRoom(Guid Id, string Venue, string Name, IReadOnlyDictionary<string, int> Capacities, int BufferBefore, int BufferAfter);

/// <summary>A booking as its rows tell it.</summary>
internal sealed record ImportedBooking(
    string Number, ImportHirer Hirer, ImportRoom Room, HireAnswers Answers, IReadOnlyList<OccurrenceSlot> Slots, IReadOnlyList<TableRow> Rows);

/// <summary>Reads rows of dates into bookings. Every mistake goes to the cells, with its row and column.</summary>
internal sealed class BookingRows(IReadOnlyList<ImportHirer> hirers, IReadOnlyList<ImportRoom> rooms, DateTime nowUtc, ImportCells cells)
{
    private static readonly string[] SharedColumns = ["Organisation", "Venue", "Room", "Start", "End", "Title"];
    private static readonly string[] OnceColumns = ["People", "Contact name", "Contact e-mail", "Contact phone"];

    private readonly ILookup<string, ImportHirer> byName = hirers
        .SelectMany(hirer => new[] { hirer.Name, hirer.CharityNumber, hirer.CompanyNumber }.OfType<string>().Distinct(), (hirer, name) => (hirer, name))
        .ToLookup(pair => pair.name, pair => pair.hirer, StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, ImportRoom> byRoom = rooms.ToLookup(room => Key(room.Venue, room.Name), StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> venues = rooms.Select(room => room.Venue).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public List<ImportedBooking> Read(IReadOnlyList<TableRow> rows) =>
    [
        .. rows.GroupBy(row => row["Booking"].Length > 0 ? row["Booking"] : $"row {row.Line}")
            .Select(dates => Read([.. dates.OrderBy(row => row.Line)])).OfType<ImportedBooking>(),
    ];

    private ImportedBooking? Read(List<TableRow> rows)
    {
        var first = rows[0];
        foreach (var (row, column) in rows.Skip(1).SelectMany(_ => SharedColumns, (row, column) => (row, column)).Where(cell => cell.row[cell.column] != first[cell.column]))
            cells.No(row, column, $"this differs from row {first.Line}, which has the same booking number. Give one of them another number");
        cells.SameOrBlank(first, rows.Skip(1), OnceColumns, "booking");
        if (rows.Count > Recurrence.MostDates)
            cells.No(first, "Booking", $"a booking has at most {Recurrence.MostDates} dates. Divide it");
        var (hirer, room) = (Hirer(first), Room(first));
        var (start, end) = (cells.Time(first, "Start"), cells.Time(first, "End"));
        var title = cells.Text(first, "Title");
        var people = cells.Number(first, "People", 1, Math.Max(1, room?.Capacities.Values.DefaultIfEmpty(1).Max() ?? int.MaxValue));
        if (first["Contact e-mail"].Length > 0 && !FieldRules.IsEmail(first["Contact e-mail"]))
            cells.No(first, "Contact e-mail", "write an e-mail address like name@example.org");
        if (first["Contact phone"].Length > 0 && !FieldRules.IsUkPhone(first["Contact phone"]))
            cells.No(first, "Contact phone", "write a UK telephone number like 01632 960123");
        var days = rows.ConvertAll(row => (Row: row, Day: cells.Day(row, "Date")));
        foreach (var same in days.Where(day => day.Day is not null).GroupBy(day => day.Day).Where(same => same.Count() > 1))
            cells.No(same.Last().Row, "Date", "this date is in the same booking twice");
        if (hirer is null || room is null || start is null || end is null)
            return null;
        var slots = days.Where(day => day.Day is not null).Select(day => Slot(day.Row, day.Day!.Value, start.Value, end.Value)).OfType<OccurrenceSlot>().ToList();
        if (slots.Count != rows.Count)
            return null;
        // Row and slot go together, so that a clash names its row
        var inOrder = slots.Zip(rows).OrderBy(pair => pair.First.StartUtc).ToList();
        return new ImportedBooking(first["Booking"], hirer, room, Answers(first, room, inOrder.ConvertAll(pair => pair.First), title, people),
            inOrder.ConvertAll(pair => pair.First), inOrder.ConvertAll(pair => pair.Second));
    }

    private OccurrenceSlot? Slot(TableRow row, DateOnly day, TimeOnly start, TimeOnly end)
    {
        var slot = CouncilTime.SlotOn(day, start, end);
        if (!slot.Succeeded)
            cells.No(row, slot.Refusals[0].Field is "Start" or "End" ? slot.Refusals[0].Field! : "Date", slot.Refusals[0].Sentence);
        else if (slot.Value.StartUtc <= nowUtc)
            cells.No(row, "Date", "this date is over or has begun. Only dates to come are imported: take this row out");
        else
            return new OccurrenceSlot(day, start, end, slot.Value.StartUtc, slot.Value.EndUtc);
        return null;
    }

    private ImportHirer? Hirer(TableRow row)
    {
        var name = cells.Text(row, "Organisation");
        var found = name.Length == 0 ? [] : byName[name].ToList();
        if (name.Length > 0 && found.Count == 0)
            cells.No(row, "Organisation", $"{name} is not here. Import organisations first, or correct the name");
        if (found.Count > 1)
            cells.No(row, "Organisation", $"several hirers are called {name}. Write the charity or company number");
        return found.Count == 1 ? found[0] : null;
    }

    private ImportRoom? Room(TableRow row)
    {
        var (venue, name) = (cells.Text(row, "Venue"), cells.Text(row, "Room"));
        var found = byRoom[Key(venue, name)].ToList();
        if (venue.Length > 0 && !venues.Contains(venue))
            cells.No(row, "Venue", $"{venue} is not here, or has no rooms. Import venues first, or correct the name");
        else if (venue.Length > 0 && name.Length > 0 && found.Count == 0)
            cells.No(row, "Room", $"{venue} has no room called {name}. Import venues first, or correct the name");
        if (found.Count > 1)
            cells.No(row, "Room", $"{venue} has several rooms called {name}. Rename one of them first");
        return found.Count == 1 ? found[0] : null;
    }

    private static HireAnswers Answers(TableRow row, ImportRoom room, List<OccurrenceSlot> slots, string title, int? people) => new()
    {
        When = new WhenAnswers
        {
            SpaceId = room.Id,
            FirstDay = slots[0].Day,
            Start = slots[0].Starts,
            End = slots[0].Ends,
            Recurrence = new Recurrence { Repeats = slots.Count == 1 ? Repeats.Once : Repeats.ChosenDates, Chosen = [.. slots.Skip(1).Select(slot => slot.Day)] },
        },
        Event = new EventAnswers { Title = title },
        Attendance = new AttendanceAnswers { People = people },
        Contact = new ContactAnswers { Name = Given(row["Contact name"]), Email = Given(row["Contact e-mail"]), Phone = Given(row["Contact phone"]) },
    };

    private static string? Given(string text) => text.Length == 0 ? null : text;

    private static string Key(string venue, string room) => $"{venue}\n{room}";
}
