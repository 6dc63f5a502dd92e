using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Time;
using CouncilPremises.Screening;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>A list as the page and the command show it.</summary>
/// <param name="List">The list.</param>
/// <param name="Name">What it holds, in words.</param>
/// <param name="Edition">The edition in use; null where there is none.</param>
/// <param name="EntryCount">Entries tried today.</param>
/// <param name="AgeInDays">Days since the edition was imported or last changed.</param>
/// <param name="Warning">What somebody should do; null when all is well.</param>
public sealed record ListInUse(ListCode List, string Name, EditionInUse? Edition, int EntryCount, int? AgeInDays, string? Warning);

/// <summary>An edition in use.</summary>
public sealed record EditionInUse(int Number, string FileName, string Hash, DateOnly? PublishedOn, DateTime ImportedUtc, int EntryCount);

/// <summary>A possible match of a name tried outside a case.</summary>
public sealed record NameFound(ListCode List, string Key, string EntryName, string MatchedName, double Score, string Band, IReadOnlyList<string> Why);

/// <summary>Reads about the lists.</summary>
public sealed class ListQueries(AppDbContext db, CouncilTime time, ScreeningLists lists)
{
    /// <summary>At most this many possible matches are shown.</summary>
    public const int MostFound = 50;

    /// <summary>Every list with its edition in use, age and warning.</summary>
    public async Task<IReadOnlyList<ListInUse>> AllAsync(CancellationToken cancellationToken)
    {
        var snapshot = await lists.CurrentAsync(db, time, cancellationToken);
        var tried = snapshot.Entries.Keys.CountBy(key => key[..2]).ToDictionary();
        var editions = await db.ListVersions.AsNoTracking().Where(v => v.IsLive).ToListAsync(cancellationToken);
        return [.. Enum.GetValues<ListCode>().Select(list =>
            Row(list, editions.FirstOrDefault(v => v.List == list), tried.GetValueOrDefault(list.ToString())))];
    }

    /// <summary>Tries one name against the lists in use, outside any case. Nothing is recorded.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isPerson">True for a person, false for a body, null when nobody knows.</param>
    /// <param name="list">The list to look at; null for all.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public async Task<IReadOnlyList<NameFound>> FindAsync(string name, bool? isPerson, ListCode? list, CancellationToken cancellationToken)
    {
        var kind = isPerson switch { true => NameKind.Person, false => NameKind.Organisation, null => NameKind.Unknown };
        var snapshot = await lists.CurrentAsync(db, time, cancellationToken);
        return [.. snapshot.Index.Find(new ScreeningName(name, kind), new ScreeningOptions(MostMatches: int.MaxValue))
            .Select(m => new NameFound(Enum.Parse<ListCode>(m.Entry.List), m.Entry.Key, m.Entry.Names[0].Text, m.ListedName.Text, m.Score, m.Band.ToString(), [.. m.Evidence.Select(e => e.Sentence)]))
            .Where(found => list is null || found.List == list).Take(MostFound)];
    }

    /// <summary>The list's own facts about the entry a hit points to; none for the council's own decisions.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FactsOfAsync(Hit hit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return await db.ListEntries.AsNoTracking().Where(e => e.ListVersionId == hit.ListVersionId && e.Key == hit.EntryKey)
            .Select(e => e.Facts).FirstOrDefaultAsync(cancellationToken) ?? new Dictionary<string, string>();
    }

    private ListInUse Row(ListCode list, ListVersion? version, int tried)
    {
        var edition = version is null ? null : new EditionInUse(version.Number, version.FileName, version.Hash, version.PublishedOn, version.ImportedUtc, version.EntryCount);
        int? age = version is null ? null : time.Today.DayNumber - CouncilTime.DayOf(version.ImportedUtc).DayNumber;
        return new ListInUse(list, NameOf(list), edition, tried, age, Warning(list, version));
    }

    private string? Warning(ListCode list, ListVersion? version) => list switch
    {
        ListCode.L1 or ListCode.L2 or ListCode.L3 when version is null => "No edition has been imported: no name is tried against this list.",
        ListCode.L2 or ListCode.L3 when ListUpkeep.IsStale(list, CouncilTime.DayOf(version!.ImportedUtc), time.Today) =>
            $"Imported more than {ListUpkeep.StaleAfterDays} days ago. Import the publisher's newest file.",
        _ => null,
    };

    /// <summary>What a list holds, in words.</summary>
    public static string NameOf(ListCode list) => list switch
    {
        ListCode.L1 => "Proscribed organisations",
        ListCode.L2 => "UK Sanctions List",
        ListCode.L3 => "Removed trustees and disqualified directors",
        ListCode.L4 => "This council's own decisions of the last 24 months",
        ListCode.L5 => "Notices from partners",
    };
}
