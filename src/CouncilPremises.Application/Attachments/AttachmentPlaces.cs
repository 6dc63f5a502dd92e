using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Attachments;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Attachments;

/// <summary>A case as somebody stands to it: a member of its group, or the council.</summary>
/// <param name="Case">The case.</param>
/// <param name="GroupRoles">Roles in its group; null for somebody who does not belong to it.</param>
internal sealed record CasePlace(Case Case, Roles? GroupRoles)
{
    /// <summary>True when they act for the group, also when they work for the council besides.</summary>
    public bool IsGroup => GroupRoles is not null;
}

/// <summary>Finds cases and says who may change their files.</summary>
internal static class AttachmentPlaces
{
    /// <summary>The case as the actor may see it; null when there is none for them.</summary>
    public static async Task<CasePlace?> PlaceAsync(this AppDbContext db, string reference, Actor actor, CancellationToken cancellationToken)
    {
        var upper = reference.ToUpperInvariant();
        return await PlaceAsync(db, actor, await db.Cases.VisibleTo(actor, db).FirstOrDefaultAsync(c => c.Reference == upper, cancellationToken), cancellationToken);
    }

    /// <summary>The case of a file as the actor may see it; null when there is none for them.</summary>
    public static async Task<CasePlace?> PlaceAsync(this AppDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken) =>
        await PlaceAsync(db, actor, await db.Cases.VisibleTo(actor, db).FirstOrDefaultAsync(c => c.Id == caseId, cancellationToken), cancellationToken);

    /// <summary>Why this person may not add files; null when they may. Groups: the lead contact, while something is asked of the group. The council: who has
    /// stated that they have no interest and did not help to write. RULEBOOK 1, S3, S4.</summary>
    public static async Task<Refusal?> AddLockAsync(this AppDbContext db, CasePlace place, Actor actor, CancellationToken cancellationToken)
    {
        if (place.GroupRoles is { } roles)
        {
            if (!roles.HasFlag(Roles.LeadContact))
                return new Refusal("Role", "Only your group's lead contact sends files. Ask them to.");
            return AttachmentRules.IsOpenToGroup(place.Case.State)
                ? null
                : new Refusal("State", "Files can be sent in a draft, or when the council has asked you for something. If you have something to add, write to the council.");
        }

        if (!actor.HasAny(place.Case.Kind.Officers()))
            return new Refusal("Role", "You may read files but not add or remove any. Ask an officer who works on this case.");
        if (await db.LockAsync(actor, [place.Case.Id], decides: false, cancellationToken) is { } locked)
            return locked;
        return await db.ConflictStatements.AnyAsync(s => s.CaseId == place.Case.Id && s.OfficerId == actor.Id, cancellationToken)
            ? null
            : new Refusal("S3", "Open the case first and state there that you have no interest in it.");
    }

    private static async Task<CasePlace?> PlaceAsync(AppDbContext db, Actor actor, Case? @case, CancellationToken cancellationToken) => @case is null ? null
        : new CasePlace(@case, await db.Memberships.Where(m => m.OrganisationId == @case.OrganisationId && m.UserId == actor.Id)
            .Select(m => (Roles?)m.Roles).FirstOrDefaultAsync(cancellationToken));
}
