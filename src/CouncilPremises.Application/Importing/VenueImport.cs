using CouncilPremises.Application.Database;
using CouncilPremises.Application.Policies;
using CouncilPremises.Application.Premises;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Importing;

/// <summary>Adds venues and rooms through the same acts as an administrator's pages, inside the import's transaction.</summary>
public sealed class VenueImport(AppDbContext db, VenueKeeping venues, SpaceKeeping spaces, PolicySource policies, CouncilTime time)
{
    private static readonly string[] OnceColumns = ["Address", "Ward", "Description", "Access features", "Covers hirers", "Opening hours"];

    internal async Task<Outcome<ImportReport>> RunAsync(IReadOnlyList<TableRow> rows, Actor actor, CancellationToken cancellationToken)
    {
        var cells = new ImportCells();
        var buffer = (await policies.InForceAsync(time.Today, cancellationToken)).BufferMinutes;
        var there = (await db.Venues.Select(venue => venue.Name).ToListAsync(cancellationToken)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var added = 0;
        foreach (var venue in rows.GroupBy(row => row["Venue"], StringComparer.OrdinalIgnoreCase))
        {
            var first = venue.First();
            if (cells.Text(first, "Venue").Length == 0)
                continue;
            if (there.Contains(venue.Key))
                cells.No(first, "Venue", $"{venue.Key} is here already. Add rooms to it on its page, or take its rows out");
            else if (await AddAsync(venue.Key, [.. venue], cells, buffer, actor, cancellationToken))
                added++;
        }

        return cells.Mistakes.Count > 0
            ? Outcome.Refused<ImportReport>(cells.Mistakes)
            : Outcome.Ok(new ImportReport(rows.Count, [$"{added} venues with {rows.Count} rooms"]));
    }

    private async Task<bool> AddAsync(string name, List<TableRow> rows, ImportCells cells, int buffer, Actor actor, CancellationToken cancellationToken)
    {
        var first = rows[0];
        var facts = new VenueFacts(name, first["Address"], first["Ward"], first["Description"], ImportCells.Parts(first, "Access features"),
            cells.YesNo(first, "Covers hirers"), IsOpenForHire: true, cells.Hours(first, "Opening hours"));
        var before = cells.Mistakes.Count;
        cells.SameOrBlank(first, rows.Skip(1), OnceColumns, "venue");
        var rooms = rows.ConvertAll(row => (Row: row, Facts: Room(row, cells, buffer)));
        foreach (var mistake in PremisesRules.Mistakes(facts))
            cells.No(first, Heading(mistake.Field), mistake.Sentence);
        Names(rows, cells);
        if (cells.Mistakes.Count > before)
            return false;
        var venue = await venues.AddAsync(facts, actor, cancellationToken);
        foreach (var refusal in venue.Refusals)
            cells.No(first, "Venue", refusal.Sentence);
        if (!venue.Succeeded)
            return false;
        var slugs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (row, room) in rooms)
            await AddRoomAsync(venue.Value, row, room, slugs, cells, actor, cancellationToken);
        return true;
    }

    private async Task AddRoomAsync(
        string venue, TableRow row, SpaceFacts room, Dictionary<string, string> slugs, ImportCells cells, Actor actor, CancellationToken cancellationToken)
    {
        var added = await spaces.AddAsync(venue, slugs.GetValueOrDefault(row["Part of"]), room, actor, cancellationToken);
        foreach (var refusal in added.Refusals)
            cells.No(row, "Room", refusal.Sentence);
        if (added.Succeeded)
            slugs[room.Name] = added.Value;
    }

    // A room is named once, and what it is part of stands before it
    private static void Names(List<TableRow> rows, ImportCells cells)
    {
        var earlier = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            if (row["Part of"].Length > 0 && !earlier.Contains(row["Part of"]))
                cells.No(row, "Part of", $"there is no room called {row["Part of"]} on an earlier row of this venue. Put its row above this one, or correct the name");
            if (row["Room"].Length > 0 && !earlier.Add(row["Room"]))
                cells.No(row, "Room", $"{row["Room"]} is on an earlier row of this venue already. Take one of the two out, or give it another name");
        }
    }

    private static SpaceFacts Room(TableRow row, ImportCells cells, int buffer)
    {
        var price = Money.TryParse(row["Price an hour"], out var money);
        if (!price)
            cells.No(row, "Price an hour", "write the price in pounds, like 24.50");
        var facts = new SpaceFacts(cells.Text(row, "Room"), cells.Text(row, "Room description", 2000), cells.Capacities(row, "Capacity"), ImportCells.Parts(row, "Equipment"),
            ImportCells.Parts(row, "Room access features"), money.Pence, cells.Number(row, "Minutes before", 0, Stay.MostBufferMinutes) ?? buffer,
            cells.Number(row, "Minutes after", 0, Stay.MostBufferMinutes) ?? buffer, IsOpenForHire: true);
        // What could not be read was told already
        foreach (var mistake in PremisesRules.Mistakes(facts).Where(mistake => mistake.Field switch
        {
            "Capacities" => facts.Capacities.Count > 0,
            "Name" or "Description" => row[Heading(mistake.Field, isRoom: true)].Length > 0,
            _ => true,
        }))
            cells.No(row, Heading(mistake.Field, isRoom: true), mistake.Sentence);
        return facts;
    }

    private static string Heading(string? field, bool isRoom = false) => field switch
    {
        "Name" => isRoom ? "Room" : "Venue",
        "Description" => isRoom ? "Room description" : "Description",
        "AccessFeatures" => isRoom ? "Room access features" : "Access features",
        "Capacities" => "Capacity",
        "PricePerHour" => "Price an hour",
        "BufferBeforeMinutes" => "Minutes before",
        "BufferAfterMinutes" => "Minutes after",
        "Address" or "Ward" or "Equipment" => field,
        _ => "Opening hours",
    };
}
