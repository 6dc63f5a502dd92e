using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Organisations;

/// <summary>Who may change an organisation: its lead contact. Its other members see it; for everybody else it is not there. RULEBOOK 1.</summary>
internal static class OrganisationAccess
{
    /// <summary>The code for a member whose role does not include the act.</summary>
    public const string NotLeadCode = "NotLead";

    private static readonly Refusal NotLead = new(NotLeadCode, "Only the lead contact can do this. Ask them, or ask them to hand over to you");

    /// <summary>The organisation with its people and office-holders, for its lead contact.</summary>
    public static async Task<Outcome<Organisation>> ForLeadAsync(this AppDbContext db, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await db.ForMemberAsync(id, actor, cancellationToken);
        return found.Succeeded && !found.Value.RolesOf(actor.Id).HasFlag(Roles.LeadContact) ? Outcome.Refused<Organisation>(NotLead) : found;
    }

    /// <summary>The organisation with its people and office-holders, for any of its members.</summary>
    public static async Task<Outcome<Organisation>> ForMemberAsync(this AppDbContext db, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.Include(o => o.Memberships).Include(o => o.OfficeHolders).AsSplitQuery()
            .FirstOrDefaultAsync(o => o.Id == id && o.Memberships.Any(m => m.UserId == actor.Id), cancellationToken);
        return organisation is null ? Outcome.NotFound<Organisation>() : Outcome.Ok(organisation);
    }
}
