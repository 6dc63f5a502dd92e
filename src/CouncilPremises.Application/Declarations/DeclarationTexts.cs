using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Declarations;

/// <summary>A new text of the declaration, or the approval of the first.</summary>
public sealed record AddDeclaration(string? Template, DateOnly? EffectiveFrom, string? ApprovedBy, DateOnly? ApprovedOn);

/// <summary>An edition as administrators see it.</summary>
public sealed record EditionRow(int Version, string Template, DateOnly EffectiveFrom, string ApprovedBy, DateOnly ApprovedOn, string AddedBy, bool IsCurrent);

/// <summary>The texts of the declaration: which one groups sign on a day, and adding the next. RULEBOOK 5.</summary>
public sealed class DeclarationTexts(AppDbContext db, Transactions transactions, AuditLog audit, CouncilTime time)
{
    private const int LongestText = 10_000;
    private static readonly Refusal NotAllowed = new("Permission", "Only an administrator can do this");

    /// <summary>The text to sign today.</summary>
    public async Task<DeclarationText> CurrentAsync(CancellationToken cancellationToken)
    {
        var today = time.Today;
        var edition = await db.DeclarationEditions.AsNoTracking().Where(e => e.EffectiveFrom <= today).OrderByDescending(e => e.Version).FirstOrDefaultAsync(cancellationToken);
        return edition?.Text ?? DeclarationText.V1;
    }

    /// <summary>True when the council's lawyers have approved the text in use.</summary>
    public async Task<bool> IsApprovedAsync(CancellationToken cancellationToken)
    {
        var today = time.Today;
        return await db.DeclarationEditions.AnyAsync(e => e.EffectiveFrom <= today, cancellationToken);
    }

    /// <summary>Every edition, newest first.</summary>
    public async Task<IReadOnlyList<EditionRow>> ListAsync(CancellationToken cancellationToken)
    {
        var current = (await CurrentAsync(cancellationToken)).Version;
        var editions = await db.DeclarationEditions.AsNoTracking().OrderByDescending(e => e.Version).Take(50).ToListAsync(cancellationToken);
        var people = editions.Select(e => e.AddedById).ToList();
        var names = await db.Users.AsNoTracking().Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancellationToken);
        return editions.ConvertAll(e => new EditionRow(e.Version, e.Template, e.EffectiveFrom, e.ApprovedBy, e.ApprovedOn, names.GetValueOrDefault(e.AddedById, ""), e.Version == current));
    }

    /// <summary>Adds the next edition with its approval and its day. The first one entered may be the rulebook's own text, as it is.</summary>
    public async Task<Outcome> AddAsync(AddDeclaration add, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(add);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.StaffRoles.Has(Permission.ManageSettings))
        {
            await audit.RefusedAsync(actor, "Declaration.Publish", new AuditSubject("Declaration", Guid.Empty), [NotAllowed], cancellationToken);
            return Outcome.Refused(NotAllowed);
        }

        return await transactions.RunAsync(async ended =>
        {
            var newest = await db.DeclarationEditions.AsNoTracking().OrderByDescending(e => e.Version).FirstOrDefaultAsync(ended);
            var template = (add.Template ?? "").Trim().ReplaceLineEndings("\n");
            var mistakes = Mistakes(add, template, newest);
            if (mistakes.Count > 0)
                return Outcome.Refused(mistakes);
            // The rulebook's own text is version 1 whether or not somebody entered it
            var version = newest is null ? template == DeclarationText.V1.Template ? 1 : 2 : newest.Version + 1;
            db.DeclarationEditions.Add(new DeclarationEdition(version, template, add.EffectiveFrom!.Value, new LegalApproval(add.ApprovedBy!.Trim(), add.ApprovedOn!.Value), actor.Id, time.NowUtc));
            audit.Append(actor, "Declaration.Publish", new AuditSubject("Declaration", Guid.Empty),
                new { version, hash = DeclarationText.HashOf(template), add.EffectiveFrom, add.ApprovedBy, add.ApprovedOn });
            await db.SaveChangesAsync(ended);
            return Outcome.Ok();
        }, cancellationToken);
    }

    private List<Refusal> Mistakes(AddDeclaration add, string template, DeclarationEdition? newest)
    {
        var mistakes = new List<Refusal>();
        if (template.Length is < 200 or > LongestText)
            mistakes.Add(new Refusal("DEC", $"Enter the whole text, in 200 to {LongestText:N0} characters", "Template"));
        else if (!template.Contains("[group]", StringComparison.Ordinal))
            mistakes.Add(new Refusal("DEC", "The text must contain [group], where the group's name is put in", "Template"));
        else if (template == newest?.Template)
            mistakes.Add(new Refusal("DEC", "This is the newest text already", "Template"));
        if (add.EffectiveFrom is not { } day || day < time.Today || day < newest?.EffectiveFrom)
            mistakes.Add(new Refusal("DEC", "Enter the day from which groups sign it: today or later, and not before the newest text begins", "EffectiveFrom"));
        if (add.ApprovedBy?.Trim() is not { Length: > 0 and <= 200 })
            mistakes.Add(new Refusal("DEC", "Enter who approved it for the council's lawyers: name and office", "ApprovedBy"));
        if (add.ApprovedOn is not { } on || on > time.Today)
            mistakes.Add(new Refusal("DEC", "Enter the day of the approval: today or earlier", "ApprovedOn"));
        return mistakes;
    }
}

/// <summary>Which text groups sign.</summary>
internal static class DeclarationVersions
{
    /// <summary>Version of the text in use on a day; 1 while none is entered.</summary>
    public static async Task<int> NewestDeclarationAsync(this AppDbContext db, DateOnly on, CancellationToken cancellationToken) =>
        Math.Max(DeclarationText.V1.Version, await db.DeclarationEditions.Where(e => e.EffectiveFrom <= on).MaxAsync(e => (int?)e.Version, cancellationToken) ?? 0);
}
