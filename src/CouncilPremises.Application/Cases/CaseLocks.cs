using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Who is locked out of cases, for acts that do not read a whole case file.</summary>
public static class CaseLocks
{
    /// <summary>Why an officer may not send or post a letter again: they do not work on cases, are locked out of this one, or have not stated their interest
    /// in it. Null when they may, and for letters that belong to no case. S3, S4.</summary>
    public static async Task<Refusal?> LetterLockAsync(this AppDbContext db, Actor actor, Guid? caseId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.StaffRoles.Has(Permission.WorkCases))
            return new Refusal("Permission", "You may read letters but not send or post them. Ask a facilities officer.");
        if (caseId is not { } of)
            return null;
        if (await db.LockAsync(actor, [of], decides: false, cancellationToken) is { } locked)
            return locked;
        return await db.ConflictStatements.AnyAsync(s => s.CaseId == of && s.OfficerId == actor.Id, cancellationToken)
            ? null
            : new Refusal("S3", "Open the case first and state there that you have no interest in it.");
    }

    /// <summary>Why somebody may not act on any of these cases; null when they may, and for what belongs to no case. S3, S4.</summary>
    /// <param name="db">Where.</param>
    /// <param name="actor">Who declared an interest, belongs to the hirer, or helped to write the application.</param>
    /// <param name="caseIds">The cases.</param>
    /// <param name="decides">True for an act that decides: then whoever typed the hirer's words is locked out too.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public static async Task<Refusal?> LockAsync(this AppDbContext db, Actor actor, IReadOnlyList<Guid> caseIds, bool decides, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await db.ConflictStatements.AnyAsync(s => caseIds.Contains(s.CaseId) && s.OfficerId == actor.Id && s.HasInterest, cancellationToken))
            return new Refusal("S3", "You declared an interest in this case, so a colleague must do this.");
        if (await db.Cases.AnyAsync(c => caseIds.Contains(c.Id) && db.Memberships.Any(m => m.OrganisationId == c.OrganisationId && m.UserId == actor.Id), cancellationToken))
            return new Refusal("S4", "You belong to the hirer of this case, so a colleague must do this.");
        return await db.CaseHelps.AnyAsync(h => caseIds.Contains(h.CaseId) && h.OfficerId == actor.Id && (decides || h.Kind == HelpKind.HelpedWrite), cancellationToken)
            ? new Refusal("S4", "You helped to write or typed this application, so a colleague must do this.")
            : null;
    }
}
