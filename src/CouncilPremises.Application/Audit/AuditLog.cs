using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Audit;

/// <summary>The one place that appends to the audit. Acts are appended last before the save that carries them out.</summary>
public sealed class AuditLog(AppDbContext db, CouncilTime time)
{
    /// <summary>Appends an act to the save under way.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What, as listed in docs/actions-and-audit.md.</param>
    /// <param name="subject">To what, and the move made.</param>
    /// <param name="detail">Reasons and values; erasable. An anonymous object or a dictionary.</param>
    public void Append(Actor actor, string action, AuditSubject subject, object? detail = null) =>
        Append(actor, action, subject, detail, wasRefused: false);

    /// <summary>Logs an act that a rule refused, in a save of its own: nothing else may be pending in the context.</summary>
    public async Task RefusedAsync(Actor actor, string action, AuditSubject subject, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        Append(actor, action, subject, new { refused = refusals.Select(refusal => refusal.Code).ToArray() }, wasRefused: true);
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Append(Actor actor, string action, AuditSubject subject, object? detail, bool wasRefused)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var id = Guid.CreateVersion7();
        var kept = detail is null ? null : Keep(id, detail);
        db.AuditEntries.Add(new AuditEntry(id, time.NowUtc, actor.Id, actor.StaffRoles.ToString(), action, subject, kept?.Digest, wasRefused));
        if (kept is not null)
            db.AuditDetails.Add(kept.Detail);
    }

    private static KeptDetail Keep(Guid entryId, object detail)
    {
        var json = JsonSerializer.Serialize(detail, JsonColumns.Options);
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return new(new AuditDetail(entryId, salt, json), Digest(salt, json));
    }

    /// <summary>The digest an entry holds of its detail: SHA-256 of salt and JSON, hexadecimal.</summary>
    public static string Digest(string salt, string json) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + json)));

    private sealed record KeptDetail(AuditDetail Detail, string Digest);
}
