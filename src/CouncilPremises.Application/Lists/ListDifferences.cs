using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>What an edition that waits would change.</summary>
/// <param name="EditionId">The edition that waits.</param>
/// <param name="List">The list.</param>
/// <param name="Name">What the part holds, in words.</param>
/// <param name="FileName">The file it was read from.</param>
/// <param name="PublishedOn">The day the publisher gives.</param>
/// <param name="ReadUtc">When it was read.</param>
/// <param name="Live">The edition in use; null where there is none.</param>
/// <param name="EntryCount">Entries it has.</param>
/// <param name="Added">Entries the edition in use lacks.</param>
/// <param name="Removed">Entries it lacks.</param>
/// <param name="Changed">Entries with another name or fact.</param>
public sealed record ListDifference(
    Guid EditionId, ListCode List, string Name, string FileName, DateOnly? PublishedOn, DateTime ReadUtc, EditionInUse? Live, int EntryCount,
    EntryChanges Added, EntryChanges Removed, EntryChanges Changed)
{
    /// <summary>True when it has fewer entries than the edition in use: that is asked about a second time.</summary>
    public bool Shrinks => Live is { } live && ListUpkeep.Shrinks(live.EntryCount, EntryCount);

    /// <summary>True when it lost more than a tenth.</summary>
    public bool ShrinksFar => Live is { } live && ListUpkeep.ShrinksFar(live.EntryCount, EntryCount);
}

/// <summary>How many entries, and the first of them.</summary>
public sealed record EntryChanges(int Count, IReadOnlyList<EntryChange> Samples);

/// <summary>One entry that is added, removed or changed.</summary>
/// <param name="Key">What the publisher calls it.</param>
/// <param name="Name">Its main name.</param>
/// <param name="What">What changed, a line each; its other names for one that is added or removed.</param>
public sealed record EntryChange(string Key, string Name, IReadOnlyList<string> What);

/// <summary>Compares an edition that waits with the one in use.</summary>
public sealed class ListDifferences(AppDbContext db)
{
    /// <summary>At most this many entries of each sort are shown.</summary>
    public const int MostSamples = 10;

    private const int MostLines = 6;

    /// <summary>What an edition would change; null when it does not wait, or the actor may not see it.</summary>
    public async Task<ListDifference?> OfAsync(Guid editionId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var waiting = await db.ListVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == editionId && v.IsComplete && v.Number == 0, cancellationToken);
        if (waiting is null || !Editions.MayManage(actor))
            return null;
        var live = await db.ListVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Part == waiting.Part && v.IsLive, cancellationToken);
        var changes = await ChangedKeysAsync(live?.Id, waiting.Id, cancellationToken);
        return new ListDifference(
            waiting.Id, waiting.List, ListFormats.NameOf(waiting.Part), waiting.FileName, waiting.PublishedOn, waiting.ImportedUtc,
            live is null ? null : EditionInUse.Of(live), waiting.EntryCount,
            await SampleAsync(changes.Added, null, waiting.Id, cancellationToken),
            await SampleAsync(changes.Removed, live?.Id, null, cancellationToken),
            await SampleAsync(changes.Changed, live?.Id, waiting.Id, cancellationToken));
    }

    /// <summary>The keys of what differs between two editions of a part.</summary>
    internal async Task<ChangedKeys> ChangedKeysAsync(Guid? fromVersionId, Guid toVersionId, CancellationToken cancellationToken)
    {
        var before = fromVersionId is null ? [] : await HashesAsync(fromVersionId.Value, cancellationToken);
        var after = await HashesAsync(toVersionId, cancellationToken);
        return new ChangedKeys(
            [.. after.Keys.Where(key => !before.ContainsKey(key)).Order(StringComparer.Ordinal)],
            [.. before.Keys.Where(key => !after.ContainsKey(key)).Order(StringComparer.Ordinal)],
            [.. after.Where(entry => before.TryGetValue(entry.Key, out var hash) && hash != entry.Value).Select(entry => entry.Key).Order(StringComparer.Ordinal)]);
    }

    private Task<Dictionary<string, string>> HashesAsync(Guid versionId, CancellationToken cancellationToken) =>
        db.ListEntries.AsNoTracking().Where(e => e.ListVersionId == versionId).Select(e => new { e.Key, e.Hash })
            .ToDictionaryAsync(e => e.Key, e => e.Hash, cancellationToken);

    private async Task<EntryChanges> SampleAsync(IReadOnlyList<string> keys, Guid? beforeId, Guid? afterId, CancellationToken cancellationToken)
    {
        var shown = keys.Take(MostSamples).ToList();
        var before = await EntriesAsync(beforeId, shown, cancellationToken);
        var after = await EntriesAsync(afterId, shown, cancellationToken);
        return new EntryChanges(keys.Count, [.. shown.Select(key => Change(before.GetValueOrDefault(key), after.GetValueOrDefault(key)))]);
    }

    private async Task<Dictionary<string, ListEntry>> EntriesAsync(Guid? versionId, List<string> keys, CancellationToken cancellationToken) =>
        versionId is null || keys.Count == 0 ? []
        : await db.ListEntries.AsNoTracking().Where(e => e.ListVersionId == versionId && keys.Contains(e.Key)).ToDictionaryAsync(e => e.Key, cancellationToken);

    private static EntryChange Change(ListEntry? before, ListEntry? after)
    {
        var shown = (after ?? before)!;
        var lines = before is null || after is null
            ? shown.Names.Skip(1).Select(name => $"Also known as {name.Text}")
            : NamesChanged(before, after).Concat(FactsChanged(before, after));
        var all = lines.ToList();
        return new EntryChange(shown.Key, shown.Names[0].Text, all.Count <= MostLines ? all : [.. all.Take(MostLines), $"and {all.Count - MostLines} more"]);
    }

    private static IEnumerable<string> NamesChanged(ListEntry before, ListEntry after) =>
        after.Names.Except(before.Names).Select(name => $"New name: {name.Text}{(name.IsWeak ? " (weak alias)" : "")}")
            .Concat(before.Names.Except(after.Names).Select(name => $"Name gone: {name.Text}{(name.IsWeak ? " (weak alias)" : "")}"));

    private static IEnumerable<string> FactsChanged(ListEntry before, ListEntry after) =>
        before.Facts.Keys.Union(after.Facts.Keys).Where(fact => before.Facts.GetValueOrDefault(fact) != after.Facts.GetValueOrDefault(fact))
            .Select(fact => $"{fact}: {Cut(before.Facts.GetValueOrDefault(fact))} is now {Cut(after.Facts.GetValueOrDefault(fact))}");

    private static string Cut(string? value) => value is null ? "nothing" : value.Length <= 80 ? value : EntryBuilder.Cut(value, 80) + "…";
}

/// <summary>Keys of entries that differ between two editions.</summary>
internal sealed record ChangedKeys(IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Changed);
