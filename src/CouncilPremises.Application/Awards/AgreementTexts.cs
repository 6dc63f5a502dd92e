using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Awards;

/// <summary>A new text of the grant agreement.</summary>
public sealed record AddAgreement(string? Template, DateOnly? EffectiveFrom, string? ApprovedBy, DateOnly? ApprovedOn);

/// <summary>The texts of the grant agreement: which one groups accept on a day, and adding the next. An accepted text is kept by version and hash. RULEBOOK 6.</summary>
public sealed class AgreementTexts(AppDbContext db, Transactions transactions, AuditLog audit, CouncilTime time)
{
    /// <summary>Longest text, included.</summary>
    public const int LongestText = 20_000;

    private const int ShortestText = 200;

    /// <summary>The text to accept today.</summary>
    public async Task<AgreementText> CurrentAsync(CancellationToken cancellationToken)
    {
        var today = time.Today;
        var edition = await db.AgreementEditions.AsNoTracking().Where(e => e.EffectiveFrom <= today).OrderByDescending(e => e.Version).FirstOrDefaultAsync(cancellationToken);
        return edition?.Text ?? AgreementText.V1;
    }

    /// <summary>The text of a version, as it was accepted; null when there is none.</summary>
    public async Task<AgreementText?> NumberedAsync(int version, CancellationToken cancellationToken) =>
        version == AgreementText.V1.Version ? AgreementText.V1
        : (await db.AgreementEditions.AsNoTracking().FirstOrDefaultAsync(e => e.Version == version, cancellationToken))?.Text;

    /// <summary>Every edition, newest first.</summary>
    public async Task<IReadOnlyList<AgreementEdition>> ListAsync(CancellationToken cancellationToken) =>
        await db.AgreementEditions.AsNoTracking().OrderByDescending(e => e.Version).Take(50).ToListAsync(cancellationToken);

    /// <summary>Adds the next edition with its approval and its day.</summary>
    public async Task<Outcome> AddAsync(AddAgreement add, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(add);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.StaffRoles.Has(Permission.ManageSettings))
        {
            var no = new Refusal("Permission", "Only an administrator can do this");
            await audit.RefusedAsync(actor, "Agreement.Publish", new AuditSubject("Agreement", Guid.Empty), [no], cancellationToken);
            return Outcome.Refused(no);
        }
        return await transactions.RunAsync(async ended =>
        {
            var newest = await db.AgreementEditions.AsNoTracking().OrderByDescending(e => e.Version).FirstOrDefaultAsync(ended);
            var template = (add.Template ?? "").Trim().ReplaceLineEndings("\n");
            if (Mistakes(add, template, newest) is { Count: > 0 } mistakes)
                return Outcome.Refused(mistakes);
            var version = (newest?.Version ?? AgreementText.V1.Version) + 1;
            db.AgreementEditions.Add(new AgreementEdition(version, template, add.EffectiveFrom!.Value, new LegalApproval(add.ApprovedBy!.Trim(), add.ApprovedOn!.Value), actor.Id, time.NowUtc));
            audit.Append(actor, "Agreement.Publish", new AuditSubject("Agreement", Guid.Empty), new { version, hash = DeclarationText.HashOf(template), add.EffectiveFrom, add.ApprovedBy, add.ApprovedOn });
            await db.SaveChangesAsync(ended);
            return Outcome.Ok();
        }, cancellationToken);
    }

    private List<Refusal> Mistakes(AddAgreement add, string template, AgreementEdition? newest)
    {
        var mistakes = new List<Refusal>();
        var missing = AgreementText.Named.Where(name => !template.Contains(name, StringComparison.Ordinal)).ToList();
        if (template.Length is < ShortestText or > LongestText)
            mistakes.Add(new Refusal("Agreement", $"Enter the whole text, in {ShortestText} to {LongestText:N0} characters", nameof(add.Template)));
        else if (missing.Count > 0)
            mistakes.Add(new Refusal("Agreement", $"The text must contain {string.Join(", ", missing)}", nameof(add.Template)));
        else if (template == newest?.Template)
            mistakes.Add(new Refusal("Agreement", "This is the newest text already", nameof(add.Template)));
        if (add.EffectiveFrom is not { } day || day < time.Today || day < newest?.EffectiveFrom)
            mistakes.Add(new Refusal("Agreement", "Enter the day from which groups accept it: today or later, and not before the newest text begins", nameof(add.EffectiveFrom)));
        if (add.ApprovedBy?.Trim() is not { Length: > 0 and <= 200 })
            mistakes.Add(new Refusal("Agreement", "Enter who approved it for the council's lawyers: name and office", nameof(add.ApprovedBy)));
        if (add.ApprovedOn is not { } on || on > time.Today)
            mistakes.Add(new Refusal("Agreement", "Enter the day of the approval: today or earlier", nameof(add.ApprovedOn)));
        return mistakes;
    }
}
