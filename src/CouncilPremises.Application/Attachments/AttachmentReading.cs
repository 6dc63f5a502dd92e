using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Attachments;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Attachments;

/// <summary>A file as a list shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Purpose">What it is.</param>
/// <param name="FileName">Its cleaned name.</param>
/// <param name="Type">What kind of file it is.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Scan">What is known of viruses.</param>
/// <param name="AddedBy">Who added it.</param>
/// <param name="AddedUtc">When.</param>
/// <param name="IsByGroup">True when the group sent it.</param>
/// <param name="RemovedBy">Who removed it; null while it is there.</param>
/// <param name="RemovedUtc">When it was removed.</param>
/// <param name="Closed">Why this person may not open it; null when they may.</param>
/// <param name="MayRemove">True when this person may remove it.</param>
public sealed record AttachmentRow(
    Guid Id, string Purpose, string FileName, AttachmentType Type, long Size, ScanState Scan, string AddedBy, DateTime AddedUtc,
    bool IsByGroup, string? RemovedBy, DateTime? RemovedUtc, string? Closed, bool MayRemove);

/// <summary>The files of a case as one person may see them.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="IsGroup">True when they belong to the case's group.</param>
/// <param name="Rows">The files, oldest first; the council sees removed ones at the end.</param>
/// <param name="CannotAdd">Why they may not add any; null when they may.</param>
public sealed record AttachmentList(string Reference, bool IsGroup, IReadOnlyList<AttachmentRow> Rows, string? CannotAdd)
{
    /// <summary>Files that are there.</summary>
    public IEnumerable<AttachmentRow> There => Rows.Where(row => row.RemovedUtc is null);
}

/// <summary>A file that was opened. Whoever takes it disposes of the content.</summary>
/// <param name="Content">The file, from its start; read asynchronously.</param>
/// <param name="ContentType">What the browser is told.</param>
/// <param name="SaveAs">A safe name for it.</param>
/// <param name="Size">In bytes.</param>
public sealed record OpenedAttachment(Stream Content, string ContentType, string SaveAs, long Size);

/// <summary>Listing files and opening them, limited to who may see the case. A group sees its own files and none of the council's.</summary>
public sealed class AttachmentReading(AppDbContext db, AuditLog audit, AttachmentStore store)
{
    // Removed files can pile up; the audit has them all
    private const int MostRows = 100;

    /// <summary>The files of a case; null when it is not there for this person.</summary>
    public async Task<AttachmentList?> ListAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(actor);
        return await db.PlaceAsync(reference, actor, cancellationToken) is { } place ? await ListAsync(place, actor, cancellationToken) : null;
    }

    /// <summary>The files of the case that a file belongs to; null when it is not there for this person.</summary>
    public async Task<AttachmentList?> ListOfAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var caseId = await db.Attachments.Where(a => a.Id == id).Select(a => a.CaseId).FirstOrDefaultAsync(cancellationToken);
        return await db.PlaceAsync(caseId, actor, cancellationToken) is { } place ? await ListAsync(place, actor, cancellationToken) : null;
    }

    private async Task<AttachmentList> ListAsync(CasePlace place, Actor actor, CancellationToken cancellationToken)
    {
        var cannotAdd = await db.AddLockAsync(place, actor, cancellationToken);
        var files = await db.Attachments.AsNoTracking()
            .Where(a => a.CaseId == place.Case.Id && (!place.IsGroup || (a.IsByGroup && a.RemovedUtc == null)))
            .OrderBy(a => a.RemovedUtc != null).ThenBy(a => a.AddedUtc).ThenBy(a => a.Id).Take(MostRows)
            .Select(a => new
            {
                File = a,
                AddedBy = db.Users.Where(u => u.Id == a.AddedById).Select(u => u.FullName).FirstOrDefault(),
                RemovedBy = db.Users.Where(u => u.Id == a.RemovedById).Select(u => u.FullName).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return new AttachmentList(place.Case.Reference, place.IsGroup, [.. files.Select(one => new AttachmentRow(
            one.File.Id, one.File.Purpose, one.File.FileName, one.File.Type, one.File.Size, one.File.Scan, one.AddedBy ?? "Somebody", one.File.AddedUtc,
            one.File.IsByGroup, one.File.RemovedUtc is null ? null : one.RemovedBy ?? "Somebody", one.File.RemovedUtc,
            Closed(one.File, place, actor)?.Sentence,
            one.File.RemovedUtc is null && cannotAdd is null && MayRemove(one.File, place)))], cannotAdd?.Sentence);
    }

    /// <summary>Opens a file. Not there for this person: not found. Closed to them: the reason why, which is logged.</summary>
    public async Task<Outcome<OpenedAttachment>> OpenAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var file = await db.Attachments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.RemovedUtc == null, cancellationToken);
        if (file is null || await db.PlaceAsync(file.CaseId, actor, cancellationToken) is not { } place || (place.IsGroup && !file.IsByGroup))
            return Outcome.NotFound<OpenedAttachment>();
        var subject = CaseAttachments.Subject(file.Id, place.Case);
        var closed = place.IsGroup ? null : await db.LockAsync(actor, [place.Case.Id], decides: false, cancellationToken);
        if ((closed ?? Closed(file, place, actor)) is { } refusal)
        {
            await audit.RefusedAsync(actor, "Attachment.Open", subject, [refusal], cancellationToken);
            return Outcome.Refused<OpenedAttachment>(refusal);
        }

        if (await store.OpenAsync(file.StoredName, cancellationToken) is not { } content)
            return Outcome.Refused<OpenedAttachment>(new Refusal("Missing", "The file itself cannot be read. Tell whoever runs this service: it may have to be restored from a backup."));
        // What is sensitive, and what nobody scanned, leaves a trace when the council opens it
        if (!place.IsGroup && (place.Case.Marking == Marking.OfficialSensitive || file.Scan != ScanState.Clean))
        {
            audit.Append(actor, "Attachment.Open", subject, new { scan = file.Scan });
            await db.SaveChangesAsync(cancellationToken);
        }

        return Outcome.Ok(new OpenedAttachment(content, file.Type.ContentType(), AttachmentNames.ForSaving(place.Case.Reference, file.FileName, file.Type), file.Size));
    }

    private static Refusal? Closed(Attachment file, CasePlace place, Actor actor) =>
        AttachmentRules.Closed(file.Scan, file.Virus, isOwn: place.IsGroup && file.IsByGroup, place.IsGroup ? Roles.None : actor.StaffRoles);

    private static bool MayRemove(Attachment file, CasePlace place) =>
        !place.IsGroup || AttachmentRules.MayGroupRemove(place.Case.State, place.Case.StateSinceUtc, file.IsByGroup, file.AddedUtc);
}
