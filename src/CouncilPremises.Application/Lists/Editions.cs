using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CouncilPremises.Application.Lists;

/// <summary>An edition about to be written.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Entries">Its entries, for the edition of this id.</param>
/// <param name="Detail">What the audit keeps erasably.</param>
internal sealed record NewEdition(ListSource Source, Func<Guid, IEnumerable<ListEntry>> Entries, object Detail);

/// <summary>
/// The one way a list changes: a new edition is written whole and goes live as the old one ends, in one transaction, or nothing happens.
/// Old editions stay, because checks and decisions cite them.
/// </summary>
public sealed class Editions(AppDbContext db, CouncilTime time, AuditLog audit, Transactions transactions)
{
    private const int BatchSize = 500;

    /// <summary>Whether this actor may change lists: an administrator, or the operator of the installation.</summary>
    internal static bool MayManage(Actor actor) => actor == Actor.System || actor.StaffRoles.Has(Permission.ManageLists);

    /// <summary>The edition in use, or null where the list has none.</summary>
    internal Task<ListVersion?> LiveAsync(ListCode list, CancellationToken cancellationToken) =>
        db.ListVersions.AsNoTracking().FirstOrDefaultAsync(v => v.List == list && v.IsLive, cancellationToken);

    /// <summary>The entries of an edition.</summary>
    internal Task<List<ListEntry>> EntriesAsync(Guid versionId, CancellationToken cancellationToken) =>
        db.ListEntries.AsNoTracking().Where(e => e.ListVersionId == versionId).OrderBy(e => e.Key).ToListAsync(cancellationToken);

    /// <summary>Writes a new edition of a list and puts it in use.</summary>
    /// <param name="list">The list.</param>
    /// <param name="action">Name of the act in the audit.</param>
    /// <param name="make">Makes the edition from the one in use, or refuses. Called inside the transaction, perhaps more than once.</param>
    /// <param name="actor">Who.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellationToken">Ends early; nothing is changed then.</param>
    internal async Task<Outcome<LiveList>> PublishAsync(
        ListCode list, string action, Func<ListVersion?, Task<Outcome<NewEdition>>> make, Actor actor, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (!MayManage(actor))
            return await RefuseAsync(list, action, [new Refusal("Role", "An administrator keeps the screening lists.")], actor, cancellationToken);
        Outcome<LiveList> outcome;
        try
        {
            outcome = await transactions.RunAsync(async cancel =>
            {
                db.ChangeTracker.Clear();
                var edition = await make(await LiveAsync(list, cancel));
                return edition.Succeeded
                    ? Outcome.Ok(await WriteAsync(list, action, edition.Value, actor, progress, cancel))
                    : Outcome.Refused<LiveList>(edition.Refusals);
            }, cancellationToken);
        }
        catch (DbUpdateException rival) when (rival.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Two people took the same edition number at the same moment.
            outcome = Outcome.Refused<LiveList>(Outcome.Changed().Refusals);
        }
        return outcome.Succeeded ? outcome : await RefuseAsync(list, action, outcome.Refusals, actor, cancellationToken);
    }

    /// <summary>Changes a register that is kept by hand: a new edition that copies the rest.</summary>
    /// <param name="list">The list.</param>
    /// <param name="action">Name of the act in the audit.</param>
    /// <param name="seenEdition">The edition the page showed; 0 when there was none. Another in use now is a conflict.</param>
    /// <param name="change">Changes the entries, or says why not.</param>
    /// <param name="detail">What the audit keeps erasably.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends early.</param>
    internal Task<Outcome<LiveList>> ChangeAsync(
        ListCode list, string action, int seenEdition, Func<List<ListEntry>, Refusal?> change, object detail, Actor actor, CancellationToken cancellationToken) =>
        PublishAsync(list, action, async live =>
        {
            if ((live?.Number ?? 0) != seenEdition)
                return Outcome.Refused<NewEdition>(Outcome.Changed().Refusals);
            var entries = live is null ? [] : await EntriesAsync(live.Id, cancellationToken);
            if (change(entries) is { } refusal)
                return Outcome.Refused<NewEdition>(refusal);
            var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', entries.Select(entry => entry.Hash).Order(StringComparer.Ordinal))));
            var source = new ListSource("Changed by hand", Convert.ToHexStringLower(digest), null, entries.Count);
            return Outcome.Ok(new NewEdition(source, id => entries.Select(entry => entry.CopyTo(id)), detail));
        }, actor, null, cancellationToken);

    /// <summary>Logs a refusal and hands it back.</summary>
    internal async Task<Outcome<LiveList>> RefuseAsync(
        ListCode list, string action, IReadOnlyList<Refusal> refusals, Actor actor, CancellationToken cancellationToken)
    {
        await audit.RefusedAsync(actor, action, new AuditSubject("List", Guid.Empty, To: list.ToString()), refusals, cancellationToken);
        return Outcome.Refused<LiveList>(refusals);
    }

    private async Task<LiveList> WriteAsync(
        ListCode list, string action, NewEdition edition, Actor actor, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var number = 1 + await db.ListVersions.Where(v => v.List == list).MaxAsync(v => (int?)v.Number, cancellationToken) ?? 1;
        var version = new ListVersion(Guid.CreateVersion7(), list, number, edition.Source, actor.Id, time.NowUtc);
        db.ListVersions.Add(version);
        var written = 0;
        foreach (var batch in edition.Entries(version.Id).Chunk(BatchSize))
        {
            db.ListEntries.AddRange(batch);
            await db.SaveChangesAsync(cancellationToken);
            foreach (var entry in batch)
                db.Entry(entry).State = EntityState.Detached;
            written += batch.Length;
            progress?.Report(string.Create(CultureInfo.InvariantCulture, $"Wrote {written:N0} of {edition.Source.EntryCount:N0} entries"));
        }

        var old = await db.ListVersions.Where(v => v.List == list && v.IsLive).ToListAsync(cancellationToken);
        foreach (var one in old)
            one.Live(false);
        version.Live(true);
        var from = old.Count == 0 ? null : Show(old[0]);
        audit.Append(actor, action, new AuditSubject("List", version.Id, From: from, To: Show(version)), edition.Detail);
        await db.SaveChangesAsync(cancellationToken);
        return new LiveList(version.Id, list, number, version.PublishedOn, version.ImportedUtc, version.EntryCount);
    }

    private static string Show(ListVersion version) => string.Create(CultureInfo.InvariantCulture, $"{version.List} edition {version.Number}");
}
