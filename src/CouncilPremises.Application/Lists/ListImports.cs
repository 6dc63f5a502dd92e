using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>A list to be replaced by one file, or by several that make it up together, such as removed trustees and disqualified directors.</summary>
/// <param name="List">L1, L2 or L3; which part of it, the file itself tells.</param>
/// <param name="Files">The files.</param>
/// <param name="ConfirmShrink">Said after the question why the list is shorter; only asked where a file goes into use at once.</param>
public sealed record ImportList(ListCode List, IReadOnlyList<ListUpload> Files, bool ConfirmShrink = false);

/// <summary>A file as somebody handed it over; its stream can be read twice and is left open.</summary>
public sealed record ListUpload(string FileName, Stream Content);

/// <summary>Puts an edition in use that somebody has looked at.</summary>
/// <param name="EditionId">The edition that waits.</param>
/// <param name="SeenLiveId">The edition in use when the difference was shown; null when there was none. Another one now is a conflict.</param>
/// <param name="ConfirmShrink">Said to the second question, for a list that got shorter.</param>
public sealed record UseEdition(Guid EditionId, Guid? SeenLiveId, bool ConfirmShrink);

/// <summary>Taking list files: whole or not at all. What is wrong is told line by line, and the edition in use stays in use. What was read
/// waits until a person has seen what it changes. RULEBOOK 5 XREF.</summary>
public sealed class ListImports(AppDbContext db, CouncilTime time, Editions editions)
{
    /// <summary>The act of putting an edition in use, in the audit.</summary>
    public const string Action = "List.Import";

    /// <summary>The act of reading a file, in the audit.</summary>
    public const string ReadAction = "List.Read";

    /// <summary>The act of throwing away what was read, in the audit.</summary>
    public const string DiscardAction = "List.Discard";

    /// <summary>The code of the refusal that asks whether a shorter list is meant.</summary>
    public const string ShrinkCode = "Shrink";

    /// <summary>The code of a refusal about one line of a file.</summary>
    public const string LineCode = "Line";

    private const int BatchSize = 1000;

    /// <summary>Reads files and keeps them as an edition that waits; one that waited before goes. Entries are written in batches, so that
    /// others can save meanwhile.</summary>
    /// <returns>The id of the edition.</returns>
    public async Task<Outcome<Guid>> ReadAsync(ImportList input, Actor actor, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        var refusals = !Editions.MayManage(actor) ? [Editions.NotAllowed] : WrongRequest(input) is { } wrong ? [wrong] : Array.Empty<Refusal>();
        var part = refusals.Length > 0 ? ListUpkeep.PartsOf(input.List) is [var first, ..] ? first : default : ListFormats.PartOf(input.List, input.Files[0].Content);
        if (refusals.Length > 0)
            return Outcome.Refused<Guid>((await editions.RefuseAsync(part, ReadAction, refusals, actor, cancellationToken)).Refusals);

        var parsed = Parse(input, part, progress);
        if (!parsed.Succeeded)
            return Outcome.Refused<Guid>((await editions.RefuseAsync(part, ReadAction, parsed.Refusals, actor, cancellationToken)).Refusals);
        var entries = parsed.Value.SelectMany(list => list.Entries).DistinctBy(entry => entry.Key).ToList();
        var source = new ListSource(
            EntryBuilder.Cut(string.Join(", ", input.Files.Select(file => ShortName(file.FileName))), 260), HashOf(parsed.Value), parsed.Value.Max(list => list.PublishedOn), entries.Count);
        var version = new ListVersion(Guid.CreateVersion7(), part, source, actor.Id, time.NowUtc);
        var begun = await editions.RunAsync(part, ReadAction, cancel => BeginAsync(version, cancel), actor, cancellationToken);
        if (!begun.Succeeded)
            return begun;
        await WriteAsync(version.Id, entries, progress, cancellationToken);
        return await editions.RunAsync(part, ReadAction, cancel => CompleteAsync(version.Id, actor, cancel), actor, cancellationToken);
    }

    /// <summary>Puts an edition that waits in use.</summary>
    public Task<Outcome<LiveList>> UseAsync(UseEdition input, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        return WithWaitingAsync(input.EditionId, Action, async (version, cancel) =>
        {
            var live = await editions.LiveAsync(version.Part, cancel);
            if (live?.Id != input.SeenLiveId)
                return Outcome.Refused<LiveList>(Outcome.Changed().Refusals);
            if (live is not null && !input.ConfirmShrink && ListUpkeep.Shrinks(live.EntryCount, version.EntryCount))
                return Outcome.Refused<LiveList>(new Refusal(ShrinkCode, string.Create(CultureInfo.InvariantCulture,
                    $"This file has {version.EntryCount:N0} entries; the edition in use has {live.EntryCount:N0}. If it is meant to be shorter, say so and try again."), nameof(input.ConfirmShrink)));
            return Outcome.Ok(await editions.UseAsync(version, Action, new { version.List, version.Part, version.FileName, version.Hash, version.EntryCount, input.ConfirmShrink }, actor, cancel));
        }, actor, cancellationToken);
    }

    /// <summary>Throws away an edition that waits.</summary>
    public Task<Outcome<LiveList>> DiscardAsync(Guid editionId, Actor actor, CancellationToken cancellationToken) =>
        WithWaitingAsync(editionId, DiscardAction, async (version, cancel) =>
        {
            await RemoveAsync([version.Id], cancel);
            await editions.NoteAsync(DiscardAction, version, actor, cancel);
            return Outcome.Ok(new LiveList(version.Id, version.List, version.Part, 0, version.PublishedOn, version.ImportedUtc, 0));
        }, actor, cancellationToken);

    /// <summary>Reads files and puts them in use at once: the operator's command, which was told to, and the demonstration.</summary>
    public async Task<Outcome<LiveList>> ImportAsync(ImportList input, Actor actor, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var read = await ReadAsync(input, actor, progress, cancellationToken);
        if (!read.Succeeded)
            return Outcome.Refused<LiveList>(read.Refusals);
        var part = await db.ListVersions.Where(v => v.Id == read.Value).Select(v => v.Part).SingleAsync(cancellationToken);
        var used = await UseAsync(new UseEdition(read.Value, (await editions.LiveAsync(part, cancellationToken))?.Id, input.ConfirmShrink), actor, cancellationToken);
        if (!used.Succeeded)
            await DiscardAsync(read.Value, actor, cancellationToken);
        return used;
    }

    private async Task<Outcome<LiveList>> WithWaitingAsync(
        Guid editionId, string action, Func<ListVersion, CancellationToken, Task<Outcome<LiveList>>> act, Actor actor, CancellationToken cancellationToken)
    {
        var part = await db.ListVersions.Where(v => v.Id == editionId).Select(v => (ListPart?)v.Part).SingleOrDefaultAsync(cancellationToken);
        if (!Editions.MayManage(actor))
            return await editions.RefuseAsync(part ?? default, action, [Editions.NotAllowed], actor, cancellationToken);
        if (part is null)
            return Outcome.Refused<LiveList>(new Refusal(Refusal.NotFoundCode, "This file is not waiting any more."));
        return await editions.RunAsync(part.Value, action, async cancel =>
            await db.ListVersions.SingleOrDefaultAsync(v => v.Id == editionId && v.IsComplete && v.Number == 0, cancel) is { } version
                ? await act(version, cancel)
                : Outcome.Refused<LiveList>(new Refusal(Refusal.ChangedCode, "A colleague has put this file in use or thrown it away.")),
            actor, cancellationToken);
    }

    private async Task<Outcome<Guid>> BeginAsync(ListVersion version, CancellationToken cancellationToken)
    {
        if (await editions.LiveAsync(version.Part, cancellationToken) is { } live && live.Hash == version.Hash)
            return Outcome.Refused<Guid>(new Refusal("Same", $"This file is in use already: it was imported on {Day(CouncilTime.DayOf(live.ImportedUtc))}. Nothing was changed.", nameof(ImportList.Files)));
        var earlier = await db.ListVersions.Where(v => v.Part == version.Part && v.Number == 0).ToListAsync(cancellationToken);
        // Whoever began within the last minutes is still writing; what is older was cut short.
        if (earlier.Any(one => !one.IsComplete && one.ImportedUtc > time.NowUtc.AddMinutes(-10)))
            return Outcome.Refused<Guid>(new Refusal(Refusal.ChangedCode, "A colleague is reading in a file of this list right now. Wait a few minutes and look at what it brings."));
        await RemoveAsync([.. earlier.Select(one => one.Id)], cancellationToken);
        db.ChangeTracker.Clear();
        db.ListVersions.Add(version);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok(version.Id);
    }

    private async Task WriteAsync(Guid versionId, List<ParsedEntry> entries, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var batch in entries.Chunk(BatchSize))
        {
            db.ChangeTracker.Clear();
            db.ListEntries.AddRange(batch.Select(entry => entry.ToListEntry(versionId)));
            await db.SaveChangesAsync(cancellationToken);
            written += batch.Length;
            progress?.Report(string.Create(CultureInfo.InvariantCulture, $"Wrote {written:N0} of {entries.Count:N0} entries"));
        }
        db.ChangeTracker.Clear();
    }

    private async Task<Outcome<Guid>> CompleteAsync(Guid versionId, Actor actor, CancellationToken cancellationToken)
    {
        var version = await db.ListVersions.SingleOrDefaultAsync(v => v.Id == versionId, cancellationToken);
        if (version is null)
            return Outcome.Refused<Guid>(Outcome.Changed().Refusals);
        version.Complete();
        await editions.NoteAsync(ReadAction, version, actor, cancellationToken);
        return Outcome.Ok(versionId);
    }

    private async Task RemoveAsync(List<Guid> versionIds, CancellationToken cancellationToken)
    {
        await db.ListEntries.Where(e => versionIds.Contains(e.ListVersionId)).ExecuteDeleteAsync(cancellationToken);
        await db.ListVersions.Where(v => versionIds.Contains(v.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private static Refusal? WrongRequest(ImportList input) => input switch
    {
        { List: ListCode.L4 } => new("List", "The council's own decisions are read from its cases and cannot be imported.", nameof(input.List)),
        { List: ListCode.L5 } => new("List", "Partner notices are entered by hand, one by one.", nameof(input.List)),
        { Files.Count: 0 } => new("Required", "Choose the file to import.", nameof(input.Files)),
        { Files.Count: > 1 } when input.Files.Any(file => ListFormats.PartOf(input.List, file.Content) != ListPart.RemovedAndDisqualified) =>
            new("OneFile", "This list comes in one file. Choose one.", nameof(input.Files)),
        _ => null,
    };

    private static Outcome<List<ParsedList>> Parse(ImportList input, ListPart part, IProgress<string>? progress)
    {
        var lists = new List<ParsedList>();
        foreach (var file in input.Files)
        {
            progress?.Report($"Reading {ShortName(file.FileName)}");
            var reading = ListFormats.Read(part, file.Content);
            if (reading.List is not { } list)
                return Outcome.Refused<List<ParsedList>>([.. reading.Errors.Select(error => Sentence(input, file, error))]);
            lists.Add(list);
        }
        return Outcome.Ok(lists);
    }

    // Several files are told apart by name; one needs none.
    private static Refusal Sentence(ImportList input, ListUpload file, ListFileError error) =>
        new(LineCode, input.Files.Count == 1 ? error.ToString() : $"{ShortName(file.FileName)}, {error}", nameof(input.Files));

    private static string HashOf(List<ParsedList> lists) => lists.Count == 1
        ? lists[0].Hash
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lists.Select(list => list.Hash).Order(StringComparer.Ordinal)))));

    // Browsers and people may give a path; only its end says anything.
    private static string ShortName(string name) =>
        new([.. name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))]);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
