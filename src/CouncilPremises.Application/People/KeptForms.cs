using System.Text.Json;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.People;

/// <summary>Keeps what people typed when their session had ended, so that nobody types a page twice. Encrypted, short-lived, and for its author only.</summary>
public sealed class KeptForms(AppDbContext db, IDataProtectionProvider protection, CouncilTime time)
{
    /// <summary>Hours a form is kept.</summary>
    public const int HoursKept = 2;

    /// <summary>Most characters of a form that is kept: the longest page with room to spare.</summary>
    public const int MostCharacters = 200_000;

    private const int MostForms = 5;

    private IDataProtector Protector(Guid userId) => protection.CreateProtector("CouncilPremises kept forms", userId.ToString("N"));

    /// <summary>Keeps a form for somebody and gives its id; null when it is too long. What others left too long ago goes in the same save.</summary>
    public async Task<Guid?> KeepAsync(Guid userId, TypedForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Fields.Sum(field => field.Name.Length + field.Value.Length) > MostCharacters)
            return null;
        var now = time.NowUtc;
        await db.KeptForms.Where(kept => kept.ExpiresUtc <= now).ExecuteDeleteAsync(cancellationToken);
        var older = await db.KeptForms.Where(kept => kept.UserId == userId).OrderByDescending(kept => kept.ExpiresUtc).Skip(MostForms - 1).ToListAsync(cancellationToken);
        db.KeptForms.RemoveRange(older);
        var content = Protector(userId).Protect(JsonSerializer.Serialize(form, JsonColumns.Options));
        var kept = new KeptForm(Guid.CreateVersion7(), userId, content, now.AddHours(HoursKept));
        db.KeptForms.Add(kept);
        await db.SaveChangesAsync(cancellationToken);
        return kept.Id;
    }

    /// <summary>Keeps the last of the forms somebody sends to an address, until it is sent for good.</summary>
    public async Task KeepLastAsync(Guid userId, TypedForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        foreach (var (id, older) in await MineAsync(userId, cancellationToken))
            if (older.Address == form.Address)
                await db.KeptForms.Where(kept => kept.Id == id).ExecuteDeleteAsync(cancellationToken);
        await KeepAsync(userId, form, cancellationToken);
    }

    /// <summary>The last form somebody sent to an address and that did not go through; null when there is none, or it is too old.</summary>
    public async Task<TypedForm?> LastAsync(Guid userId, string address, CancellationToken cancellationToken) =>
        (await MineAsync(userId, cancellationToken)).Select(one => one.Form).FirstOrDefault(form => form.Address == address);

    /// <summary>Forgets a form once it is sent.</summary>
    public Task ForgetAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return db.KeptForms.Where(kept => kept.Id == id && kept.UserId == actor.Id).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<(Guid Id, TypedForm Form)>> MineAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = time.NowUtc;
        var mine = await db.KeptForms.AsNoTracking().Where(kept => kept.UserId == userId && kept.ExpiresUtc > now)
            .OrderByDescending(kept => kept.ExpiresUtc).Select(kept => new { kept.Id, kept.Content }).Take(MostForms).ToListAsync(cancellationToken);
        return [.. mine.Select(one => (one.Id, JsonSerializer.Deserialize<TypedForm>(Protector(userId).Unprotect(one.Content), JsonColumns.Options)!))];
    }

    /// <summary>A form the actor left; null when there is none, or it is somebody else's, or too old.</summary>
    public async Task<TypedForm?> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = time.NowUtc;
        var content = await db.KeptForms.AsNoTracking().Where(kept => kept.Id == id && kept.UserId == actor.Id && kept.ExpiresUtc > now)
            .Select(kept => kept.Content).FirstOrDefaultAsync(cancellationToken);
        return content is null ? null : JsonSerializer.Deserialize<TypedForm>(Protector(actor.Id).Unprotect(content), JsonColumns.Options);
    }
}
