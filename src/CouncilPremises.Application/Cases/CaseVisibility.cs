using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Cases;

/// <summary>What an actor may see. Not visible means not found. RULEBOOK 1.</summary>
public static class CaseVisibility
{
    /// <summary>Groups: cases of organisations they belong to, drafts included. Hire staff and auditors: every case that was sent.
    /// Administrators: none.</summary>
    public static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, Actor actor, AppDbContext db)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor == Actor.System)
            return cases;
        var readsAll = actor.StaffRoles.Has(Permission.ReadCases);
        // What officers type for a hirer is theirs to finish, too
        var types = actor.StaffRoles.Has(Permission.WorkCases);
        return cases.Where(c =>
            (readsAll && c.SubmittedUtc != null)
            || (types && c.IsTyped)
            || db.Memberships.Any(m => m.UserId == actor.Id && m.OrganisationId == c.OrganisationId));
    }

    /// <summary>Groups: their own organisations. Hire staff and auditors: all. Administrators: none.</summary>
    public static IQueryable<Organisation> VisibleTo(this IQueryable<Organisation> organisations, Actor actor, AppDbContext db)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor == Actor.System || actor.StaffRoles.Has(Permission.ReadCases))
            return organisations;
        return organisations.Where(o => db.Memberships.Any(m => m.UserId == actor.Id && m.OrganisationId == o.Id));
    }
}
