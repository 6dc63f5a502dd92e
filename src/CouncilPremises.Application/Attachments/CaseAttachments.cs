using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Attachments;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Attachments;

/// <summary>A file to add.</summary>
/// <param name="Purpose">What it is, in its sender's words.</param>
/// <param name="FileName">Its name, as the browser sends it.</param>
/// <param name="Content">The file, which can be read from any place in it.</param>
public sealed record AddAttachment(string? Purpose, string? FileName, Stream Content);

/// <summary>Adding files to a case and removing them.</summary>
public sealed class CaseAttachments(AppDbContext db, CouncilTime time, AuditLog audit, Transactions transactions, AttachmentStore store, ClamdScanner scanner)
{
    private const int MostTries = 5;

    /// <summary>Adds a file and gives its id. The same file sent twice for the same purpose is there once.</summary>
    public async Task<Outcome<Guid>> AddAsync(string reference, AddAttachment input, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        if (await db.PlaceAsync(reference, actor, cancellationToken) is not { } place)
            return Outcome.NotFound<Guid>();
        // Before the file is looked at, so that nobody has one read who may not send any
        if (await db.AddLockAsync(place, actor, cancellationToken) is { } locked)
            return await RefusedAsync(place.Case, actor, "Attachment.Add", [locked], cancellationToken);
        var sound = AttachmentRules.Check(input.Purpose, input.FileName, input.Content);
        if (!sound.Succeeded)
            return await RefusedAsync(place.Case, actor, "Attachment.Add", sound.Refusals, cancellationToken);
        var kept = await store.WriteAsync(input.Content, cancellationToken);
        var isKept = false;
        try
        {
            var outcome = await SaveAsync(reference, sound.Value, kept, actor, cancellationToken);
            if (!outcome.Succeeded)
                return await RefusedAsync(place.Case, actor, "Attachment.Add", outcome.Refusals, cancellationToken);
            isKept = outcome.Value.StoredName == kept.StoredName;
            if (isKept)
                store.Settle(kept.StoredName);
            return Outcome.Ok(outcome.Value.Id);
        }
        finally
        {
            if (!isKept)
                await DiscardAsync(kept.StoredName);
        }
    }

    /// <summary>Removes a file. The group takes back what it sent since it was asked; officers say why.</summary>
    public async Task<Outcome> RemoveAsync(Guid id, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        Case? refusedOn = null;
        var outcome = await transactions.RunAsync(async cancel =>
        {
            var file = await db.Attachments.FirstOrDefaultAsync(a => a.Id == id && a.RemovedUtc == null, cancel);
            if (file is null || await db.PlaceAsync(file.CaseId, actor, cancel) is not { } place || (place.IsGroup && !file.IsByGroup))
                return Outcome.NotFound();
            refusedOn = place.Case;
            var why = reason?.Trim() ?? "";
            if (await RemoveLockAsync(file, place, why, actor, cancel) is { } refusal)
                return Outcome.Refused(refusal);
            file.Remove(actor.Id, time.NowUtc);
            place.Case.Touch(time.NowUtc);
            audit.Append(actor, "Attachment.Remove", Subject(file.Id, place.Case), new { type = file.Type, reason = place.IsGroup ? null : why });
            await db.SaveChangesAsync(cancel);
            return Outcome.Ok();
        }, cancellationToken);
        if (!outcome.Succeeded && refusedOn is not null)
            await audit.RefusedAsync(actor, "Attachment.Remove", Subject(id, refusedOn), outcome.Refusals, cancellationToken);
        return outcome;
    }

    private async Task<Refusal?> RemoveLockAsync(Attachment file, CasePlace place, string why, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.AddLockAsync(place, actor, cancellationToken) is { } locked)
            return locked;
        if (place.IsGroup)
            return AttachmentRules.MayGroupRemove(place.Case.State, place.Case.StateSinceUtc, file.IsByGroup, file.AddedUtc)
                ? null
                : new Refusal("Sent", "This file is part of what you sent before, so it stays. If it was a mistake, ask the council to remove it.");
        if (why.Length is < AttachmentRules.ShortestReason or > AttachmentRules.LongestReason)
            return new Refusal("Length", $"Say why the file is removed, in {AttachmentRules.ShortestReason} to {AttachmentRules.LongestReason} characters.", "Reason");
        return Markings.Forbidden(why) is { } marking ? new Refusal("Marking", marking, "Reason") : null;
    }

    // Files of one case come in one after the other: who was not first tries again and sees the others' files
    private async Task<Outcome<Attachment>> SaveAsync(string reference, SoundFile sound, KeptFile kept, Actor actor, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var outcome = await transactions.RunAsync(cancel => InsertAsync(reference, sound, kept, actor, cancel), cancellationToken);
            if (!outcome.IsConflict || tries == MostTries)
                return outcome;
        }
    }

    private async Task<Outcome<Attachment>> InsertAsync(string reference, SoundFile sound, KeptFile kept, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.PlaceAsync(reference, actor, cancellationToken) is not { } place)
            return Outcome.NotFound<Attachment>();
        if (await db.AddLockAsync(place, actor, cancellationToken) is { } locked)
            return Outcome.Refused<Attachment>(locked);
        var there = await db.Attachments.AsNoTracking().Where(a => a.CaseId == place.Case.Id && a.RemovedUtc == null).ToListAsync(cancellationToken);
        if (there.Find(a => a.Sha256 == kept.Sha256 && a.Purpose == sound.Purpose && a.IsByGroup == place.IsGroup) is { } same)
            return Outcome.Ok(same);
        if (AttachmentRules.Fits(there.Count, there.Sum(a => a.Size), kept.Size) is { } full)
            return Outcome.Refused<Attachment>(full);
        var file = new Attachment(Guid.CreateVersion7(), place.Case.Id, sound, kept, actor.Id, place.IsGroup, time.NowUtc);
        if (!scanner.IsConfigured)
            file.Take(ScanWorkflow.Table.Try(file.Scan, ScanAction.GiveUp, Roles.System, new ScanFacts()).Value, null, time.NowUtc);
        db.Attachments.Add(file);
        place.Case.Touch(time.NowUtc);
        audit.Append(actor, "Attachment.Add", Subject(file.Id, place.Case), new { type = file.Type, size = file.Size, sha256 = file.Sha256 });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok(file);
    }

    // A save whose answer was lost may have been made all the same: only a file that no record names goes
    private async Task DiscardAsync(string storedName)
    {
        if (!await db.Attachments.AnyAsync(a => a.StoredName == storedName, CancellationToken.None))
            store.Erase(storedName);
    }

    private async Task<Outcome<Guid>> RefusedAsync(Case @case, Actor actor, string action, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        await audit.RefusedAsync(actor, action, Subject(@case.Id, @case) with { Kind = "Case" }, refusals, cancellationToken);
        return Outcome.Refused<Guid>(refusals);
    }

    internal static AuditSubject Subject(Guid id, Case @case, ScanState? from = null, ScanState? to = null) =>
        new("Attachment", id, @case.Id, from?.ToString(), to?.ToString(), @case.PolicyVersion);
}
