using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Lists;

namespace CouncilPremises.Application.Seeding;

/// <summary>The first edition of every screening list of the demonstration council.</summary>
internal static class DemoLists
{
    private sealed record SeedList(ListCode List, int Number, string FileName, Func<Stream, ListFileReading> Read);

    private static readonly SeedList[] Files =
    [
        new(ListCode.L1, 1, "proscribed.csv", ProscribedRegisterFile.Read),
        new(ListCode.L2, 1, "uk-sanctions-list.csv", UkSanctionsListFile.Read),
        new(ListCode.L3, 1, "removed-trustees.csv", DisqualifiedListFile.Read),
        new(ListCode.L3, 2, "disqualified-directors.csv", DisqualifiedListFile.Read),
    ];

    /// <summary>Adds them to the save under way. An entry whose time has run out is not entered.</summary>
    public static void Enter(AppDbContext db, SeedFolder folder, Guid importedById, DateTime nowUtc, DateOnly today)
    {
        foreach (var file in Files)
        {
            var list = Read(folder, file);
            var source = new ListSource(file.FileName, list.Hash, list.PublishedOn, list.Entries.Count);
            var version = new ListVersion(Guid.CreateVersion7(), file.List, file.Number, source, importedById, nowUtc);
            version.Live(true);
            db.ListVersions.Add(version);
            db.ListEntries.AddRange(list.Entries.Where(entry => entry.To is null || entry.To >= today).Select(entry => entry.ToListEntry(version.Id)));
        }
    }

    private static ParsedList Read(SeedFolder folder, SeedList file)
    {
        using var stream = folder.List(file.FileName);
        var reading = file.Read(stream);
        return reading.List ?? throw new SeedException($"The seeded list {file.FileName} cannot be read. {string.Join(" ", reading.Errors)}");
    }
}
