using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Cases;

/// <summary>What an actor may see. Not visible means not found. RULEBOOK 1.</summary>
public static class CaseVisibility
{
    /// <summary>Groups: cases of organisations they belong to, drafts included. Staff and auditors: every case of the kinds they work on that was sent.
    /// Administrators: none.</summary>
    public static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, Actor actor, AppDbContext db)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor == Actor.System)
            return cases;
        CaseKind[] reads = [.. Enum.GetValues<CaseKind>().Where(kind => actor.HasAny(kind.Readers()))];
        // What officers type for an applicant is theirs to finish, too
        CaseKind[] types = [.. Enum.GetValues<CaseKind>().Where(kind => actor.HasAny(kind.Officers()))];
        return cases.Where(c =>
            (reads.Contains(c.Kind) && c.SubmittedUtc != null)
            || (types.Contains(c.Kind) && c.IsTyped)
            || db.Memberships.Any(m => m.UserId == actor.Id && m.OrganisationId == c.OrganisationId));
    }

    /// <summary>Groups: their own organisations. Staff and auditors: all. Administrators: none.</summary>
    public static IQueryable<Organisation> VisibleTo(this IQueryable<Organisation> organisations, Actor actor, AppDbContext db)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor == Actor.System || actor.StaffRoles.Has(Permission.ReadCases))
            return organisations;
        return organisations.Where(o => db.Memberships.Any(m => m.UserId == actor.Id && m.OrganisationId == o.Id));
    }
}
