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
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CouncilPremises.Application.Lists;

/// <summary>An edition about to be written.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Entries">Its entries, for the edition of this id.</param>
/// <param name="Detail">What the audit keeps erasably.</param>
internal sealed record NewEdition(ListSource Source, Func<Guid, IEnumerable<ListEntry>> Entries, object Detail);

/// <summary>
/// The one way a list changes: an edition that is written whole takes the place of the one in use, and the names of live cases become due to be
/// tried against what changed, in one transaction. Old editions stay, because checks and decisions cite them.
/// </summary>
public sealed class Editions(AppDbContext db, CouncilTime time, AuditLog audit, Transactions transactions)
{
    /// <summary>Said to everybody else.</summary>
    internal static readonly Refusal NotAllowed = new("Role", "An administrator keeps the screening lists.");

    /// <summary>Whether this actor may change lists: an administrator, or the operator of the installation.</summary>
    internal static bool MayManage(Actor actor) => actor == Actor.System || actor.StaffRoles.Has(Permission.ManageLists);

    /// <summary>The edition in use, or null where the list has none.</summary>
    internal Task<ListVersion?> LiveAsync(ListPart part, CancellationToken cancellationToken) =>
        db.ListVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Part == part && v.IsLive, cancellationToken);

    /// <summary>The entries of an edition.</summary>
    internal Task<List<ListEntry>> EntriesAsync(Guid versionId, CancellationToken cancellationToken) =>
        db.ListEntries.AsNoTracking().Where(e => e.ListVersionId == versionId).OrderBy(e => e.Key).ToListAsync(cancellationToken);

    /// <summary>Writes a new edition of a register that is kept in the product and puts it in use.</summary>
    /// <param name="part">The register.</param>
    /// <param name="action">Name of the act in the audit.</param>
    /// <param name="make">Makes the edition from the one in use, or refuses. Called inside the transaction, perhaps more than once.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends early; nothing is changed then.</param>
    internal async Task<Outcome<LiveList>> PublishAsync(
        ListPart part, string action, Func<ListVersion?, Task<Outcome<NewEdition>>> make, Actor actor, CancellationToken cancellationToken)
    {
        if (!MayManage(actor))
            return await RefuseAsync(part, action, [NotAllowed], actor, cancellationToken);
        return await RunAsync(part, action, async cancel =>
        {
            var edition = await make(await LiveAsync(part, cancel));
            if (!edition.Succeeded)
                return Outcome.Refused<LiveList>(edition.Refusals);
            var version = new ListVersion(Guid.CreateVersion7(), part, edition.Value.Source, actor.Id, time.NowUtc);
            db.ListVersions.Add(version);
            db.ListEntries.AddRange(edition.Value.Entries(version.Id));
            return Outcome.Ok(await UseAsync(version, action, edition.Value.Detail, actor, cancel));
        }, actor, cancellationToken);
    }

    /// <summary>Runs an act on the editions of a part, whole or not at all. What a rule refuses is logged; two people who take the same number
    /// at the same moment become a conflict.</summary>
    internal async Task<Outcome<T>> RunAsync<T>(
        ListPart part, string action, Func<CancellationToken, Task<Outcome<T>>> act, Actor actor, CancellationToken cancellationToken)
    {
        Outcome<T> outcome;
        try
        {
            outcome = await transactions.RunAsync(cancel =>
            {
                db.ChangeTracker.Clear();
                return act(cancel);
            }, cancellationToken);
        }
        catch (DbUpdateException rival) when (IsTaken(rival.InnerException))
        {
            outcome = Outcome.Refused<T>(Outcome.Changed().Refusals);
        }
        if (!outcome.Succeeded)
            await RefuseAsync(part, action, outcome.Refusals, actor, cancellationToken);
        return outcome;
    }

    /// <summary>Puts a complete edition in use in the transaction under way: the old one ends, the audit says so, and the names of live cases
    /// become due to be tried against what changed.</summary>
    internal async Task<LiveList> UseAsync(ListVersion version, string action, object detail, Actor actor, CancellationToken cancellationToken)
    {
        var number = 1 + await db.ListVersions.Where(v => v.Part == version.Part).MaxAsync(v => (int?)v.Number, cancellationToken) ?? 1;
        var old = await db.ListVersions.FirstOrDefaultAsync(v => v.Part == version.Part && v.IsLive, cancellationToken);
        var from = old is null ? null : Show(old);
        old?.EndUse();
        version.Use(number, actor.Id, time.NowUtc);
        db.Rescreenings.Add(new Rescreening(Guid.CreateVersion7(), version.Part, old?.Id, version.Id, time.NowUtc));
        audit.Append(actor, action, new AuditSubject("List", version.Id, From: from, To: Show(version)), detail);
        await db.SaveChangesAsync(cancellationToken);
        return new LiveList(version.Id, version.List, version.Part, number, version.PublishedOn, version.ImportedUtc, version.EntryCount);
    }

    /// <summary>Saves with an audit entry about an edition that is not in use.</summary>
    internal Task NoteAsync(string action, ListVersion version, Actor actor, CancellationToken cancellationToken)
    {
        audit.Append(actor, action, new AuditSubject("List", version.Id, To: version.Part.ToString()), new { version.FileName, version.Hash, version.EntryCount });
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Changes a register that is kept by hand: a new edition that copies the rest.</summary>
    /// <param name="part">The register.</param>
    /// <param name="action">Name of the act in the audit.</param>
    /// <param name="seenEdition">The edition the page showed; 0 when there was none. Another in use now is a conflict.</param>
    /// <param name="change">Changes the entries, or says why not.</param>
    /// <param name="detail">What the audit keeps erasably.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends early.</param>
    internal Task<Outcome<LiveList>> ChangeAsync(
        ListPart part, string action, int seenEdition, Func<List<ListEntry>, Refusal?> change, object detail, Actor actor, CancellationToken cancellationToken) =>
        PublishAsync(part, action, async live =>
        {
            if ((live?.Number ?? 0) != seenEdition)
                return Outcome.Refused<NewEdition>(Outcome.Changed().Refusals);
            var entries = live is null ? [] : await EntriesAsync(live.Id, cancellationToken);
            if (change(entries) is { } refusal)
                return Outcome.Refused<NewEdition>(refusal);
            var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', entries.Select(entry => entry.Hash).Order(StringComparer.Ordinal))));
            var source = new ListSource("Changed by hand", Convert.ToHexStringLower(digest), null, entries.Count);
            return Outcome.Ok(new NewEdition(source, id => entries.Select(entry => entry.CopyTo(id)), detail));
        }, actor, cancellationToken);

    /// <summary>Logs a refusal and hands it back.</summary>
    internal async Task<Outcome<LiveList>> RefuseAsync(
        ListPart part, string action, IReadOnlyList<Refusal> refusals, Actor actor, CancellationToken cancellationToken)
    {
        await audit.RefusedAsync(actor, action, new AuditSubject("List", Guid.Empty, To: part.ToString()), refusals, cancellationToken);
        return Outcome.Refused<LiveList>(refusals);
    }

    private static bool IsTaken(Exception? cause) =>
        cause is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqliteException { SqliteExtendedErrorCode: 2067 };

    // A list of several parts says which one
    private static string Show(ListVersion version) => string.Create(CultureInfo.InvariantCulture,
        $"{version.List}{(ListUpkeep.PartsOf(version.List).Count > 1 ? $" {version.Part}" : "")} edition {version.Number}");
}
