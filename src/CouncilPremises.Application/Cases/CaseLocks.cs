using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Who is locked out of cases, for acts that do not read a whole case file.</summary>
public static class CaseLocks
{
    /// <summary>Why somebody with an interest may not act. S3.</summary>
    public static Refusal Refusal { get; } = new("S3", "You declared an interest in this case, so a colleague must do this.");

    /// <summary>True when the actor declared an interest in the case, or belongs to its hirer; false for what belongs to no case.</summary>
    public static async Task<bool> IsLockedOutAsync(this AppDbContext db, Actor actor, Guid? caseId, CancellationToken cancellationToken) =>
        caseId is { } id && await db.IsLockedOutAsync(actor, [id], cancellationToken);

    /// <summary>True when that is so for any of these cases.</summary>
    public static async Task<bool> IsLockedOutAsync(this AppDbContext db, Actor actor, IReadOnlyList<Guid> caseIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return await db.ConflictStatements.AnyAsync(s => caseIds.Contains(s.CaseId) && s.OfficerId == actor.Id && s.HasInterest, cancellationToken)
            || await db.Cases.AnyAsync(c => caseIds.Contains(c.Id) && db.Memberships.Any(m => m.OrganisationId == c.OrganisationId && m.UserId == actor.Id), cancellationToken);
    }
}
