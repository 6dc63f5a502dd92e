using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Attachments;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CouncilPremises.Application.Attachments;

/// <summary>Has waiting files scanned, erases what was removed or is infected, and clears up after a crash. A file is leased before it is worked on, so
/// that two workers do not take it at once.</summary>
public sealed class AttachmentUpkeep(AppDbContext db, CouncilTime time, AuditLog audit, AttachmentStore store, ClamdScanner scanner, ILogger<AttachmentUpkeep> log)
{
    private const int AtOnce = 20;

    /// <summary>How long a worker has for one file: longer than the scanner may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(65);

    /// <summary>How long an upload may take before what it left is swept.</summary>
    public static readonly TimeSpan LongestUpload = TimeSpan.FromHours(6);

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)];

    /// <summary>Works on every file that is due now and says how many there were.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        while (true)
        {
            var now = time.NowUtc;
            var due = await db.Attachments.Where(a => a.LookUtc <= now).OrderBy(a => a.LookUtc).ThenBy(a => a.Id)
                .Select(a => a.Id).Take(AtOnce).ToListAsync(cancellationToken);
            foreach (var id in due)
                done += await WorkAsync(id, cancellationToken) ? 1 : 0;
            if (due.Count < AtOnce)
                return done;
        }
    }

    /// <summary>Clears up: files a dead process left take their name or go, and files that came before there was a scanner are scanned. To be called now and then.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var name in store.Unnamed(time.NowUtc - LongestUpload).ToList())
            if (await db.Attachments.AnyAsync(a => a.StoredName == name, cancellationToken))
                store.Settle(name);
            else
                store.Erase(name);
        if (!scanner.IsConfigured)
            return;
        while (true)
        {
            db.ChangeTracker.Clear();
            var left = await db.Attachments.Where(a => a.Scan == ScanState.NotScanned && a.ScanTries == 0 && a.RemovedUtc == null)
                .OrderBy(a => a.Id).Take(AtOnce).ToListAsync(cancellationToken);
            foreach (var file in left)
                Take(file, ScanAction.ScanLater, null);
            if (left.Count == 0 || !await MarkAsync(cancellationToken))
                return;
        }
    }

    private async Task<bool> WorkAsync(Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = time.NowUtc;
        var file = await db.Attachments.FirstOrDefaultAsync(a => a.Id == id && a.LookUtc <= now, cancellationToken);
        file?.Lease(now + Lease);
        if (file is null || !await MarkAsync(cancellationToken))
            return false;
        if (!file.MustGo)
            await ScanAsync(file, cancellationToken);
        if (file.MustGo)
        {
            store.Erase(file.StoredName);
            file.Erased();
        }

        // It was scanned, or is gone: that is noted even while the product is being stopped
        return await MarkAsync(CancellationToken.None);
    }

    private async Task ScanAsync(Attachment file, CancellationToken cancellationToken)
    {
        if (!scanner.IsConfigured)
        {
            Take(file, ScanAction.GiveUp, null);
            return;
        }

        await using var content = await store.OpenAsync(file.StoredName, cancellationToken);
        var answer = content is null ? new ScanAnswer(ScanVerdict.NoAnswer, "The file cannot be read.") : await scanner.ScanAsync(content, cancellationToken);
        file.Asked(time.NowUtc + Pauses[Math.Min(file.ScanTries, Pauses.Length - 1)]);
        switch (answer.Verdict)
        {
            case ScanVerdict.Clean:
                Take(file, ScanAction.FindClean, null);
                break;
            case ScanVerdict.Infected:
                log.LogWarning("A virus was found in the attachment {Attachment}: {Virus}", file.Id, answer.Words);
                Take(file, ScanAction.FindVirus, answer.Words);
                break;
            case ScanVerdict.Refused:
                log.LogWarning("The attachment {Attachment} cannot be scanned: {Problem}", file.Id, answer.Words);
                Take(file, ScanAction.GiveUp, null);
                break;
            case ScanVerdict.NoAnswer:
                log.LogWarning("The attachment {Attachment} was not scanned at try {Try}: {Problem}", file.Id, file.ScanTries, answer.Words);
                break;
        }
    }

    private void Take(Attachment file, ScanAction action, string? virus)
    {
        var facts = new ScanFacts { HasScanner = scanner.IsConfigured, WasTried = file.ScanTries > 0 };
        var step = ScanWorkflow.Table.Try(file.Scan, action, Roles.System, facts).Value;
        file.Take(step, virus, time.NowUtc);
        audit.Append(Actor.System, "Attachment.Scan", new("Attachment", file.Id, file.CaseId, step.From.ToString(), step.To.ToString()), virus is null ? null : new { virus });
    }

    private async Task<bool> MarkAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Taken by another worker, or removed meanwhile: the next look sees what became of it
            return false;
        }
    }
}
