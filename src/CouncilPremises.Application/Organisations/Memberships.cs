using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Organisations;

/// <summary>What the lead contact does with the people of a group: change roles, hand over, let go. RULEBOOK 1.</summary>
public sealed class Memberships(AppDbContext db, Transactions transactions, NoticeWriter notices, AuditLog audit, CouncilTime time)
{
    /// <summary>Gives a member other roles.</summary>
    public Task<Outcome> ChangeRolesAsync(Guid organisationId, Guid userId, Roles roles, Actor actor, CancellationToken cancellationToken) =>
        ActAsync(organisationId, userId, "Membership.ChangeRoles", actor,
            organisation => organisation.ChangeRoles(userId, roles, time.NowUtc), cancellationToken);

    /// <summary>Makes another member the lead contact in the actor's place.</summary>
    public Task<Outcome> HandOverAsync(Guid organisationId, Guid userId, Actor actor, CancellationToken cancellationToken) =>
        ActAsync(organisationId, userId, "Membership.HandOver", actor,
            organisation => organisation.HandOver(actor.Id, userId, time.NowUtc), cancellationToken);

    /// <summary>Ends a membership: the lead contact anybody's, everybody their own.</summary>
    public Task<Outcome> RemoveAsync(Guid organisationId, Guid userId, Actor actor, CancellationToken cancellationToken) =>
        ActAsync(organisationId, userId, "Membership.Remove", actor,
            organisation => organisation.Remove(userId, time.NowUtc), cancellationToken);

    private async Task<Outcome> ActAsync(
        Guid organisationId, Guid userId, string action, Actor actor, Func<Organisation, Outcome> act, CancellationToken cancellationToken)
    {
        var outcome = await transactions.RunAsync(async ended =>
        {
            var leaving = action == "Membership.Remove" && userId == actor.Id;
            var found = leaving ? await db.ForMemberAsync(organisationId, actor, ended) : await db.ForLeadAsync(organisationId, actor, ended);
            if (!found.Succeeded)
                return Outcome.Refused(found.Refusals);
            var organisation = found.Value;
            var before = organisation.RolesOf(userId);
            var done = act(organisation);
            if (!done.Succeeded)
                return done;
            var after = organisation.RolesOf(userId);
            await TellAsync(organisation, userId, after, actor, ended);
            audit.Append(actor, action, new AuditSubject("Organisation", organisationId), new { userId, before, after });
            await db.SaveChangesAsync(ended);
            return done;
        }, cancellationToken);
        if (!outcome.Succeeded && !outcome.IsConflict && !outcome.IsNotFound)
            await audit.RefusedAsync(actor, action, new AuditSubject("Organisation", organisationId), outcome.Refusals, cancellationToken);
        return outcome;
    }

    private async Task TellAsync(Organisation organisation, Guid userId, Roles after, Actor actor, CancellationToken cancellationToken)
    {
        if (userId == actor.Id)
            return;
        var user = await db.Users.AsNoTracking().SingleAsync(one => one.Id == userId, cancellationToken);
        var (subject, sentence) = after == Roles.None
            ? ($"You no longer act for {organisation.Name}", $"The lead contact of {organisation.Name} has ended your membership.")
            : ($"Your roles in {organisation.Name}", $"You now act for {organisation.Name} as: {after.GroupRolesWords()}.");
        notices.QueueAccount(new AccountMessage(user.Email!, user.FullName, subject, [sentence], "/account"));
    }
}
