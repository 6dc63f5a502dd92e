using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.People;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Organisations;

/// <summary>How people come to act for a group: the lead contact invites them, or they ask and the lead contact answers.</summary>
public sealed class JoiningRequests(AppDbContext db, Transactions transactions, NoticeWriter notices, AuditLog audit, CouncilTime time)
{
    private const int MostOpen = 50;

    private static readonly Refusal Member = new("Member", "This person belongs to your group already", "Email");
    private static readonly Refusal TooMany = new("TooManyOpen", $"You have {MostOpen} open invitations. Withdraw some first", "Email");
    private static readonly Refusal BadEmail = new("B2", "Enter an e-mail address in the form name@example.org", "Email");
    private static readonly Refusal NotRegistered = new("NotRegistered", "No organisation with this number is registered with us. Check it, or register the organisation", "Number");
    private static readonly Refusal AlreadyIn = new("Member", "You belong to this organisation already", "Number");
    private static readonly Refusal StaffAccount = new("StaffAccount", "Your account is for council work and cannot act for a group", "Number");

    /// <summary>Sends an invitation. An older one to the same address stops working. Lead contact only.</summary>
    public Task<Outcome> InviteAsync(Guid organisationId, string email, Roles roles, Actor actor, CancellationToken cancellationToken) =>
        LeadActsAsync(organisationId, "Membership.Invite", actor, async (organisation, ended) =>
        {
            if (!FieldRules.IsEmail(email))
                return Outcome.Refused(BadEmail);
            if ((roles & Roles.AnyGroupRole) == Roles.None)
                return Outcome.Refused(Organisation.NoRole);
            var normalised = email.ToUpperInvariant();
            if (await db.Memberships.AnyAsync(m => m.OrganisationId == organisationId
                    && db.Users.Any(user => user.Id == m.UserId && user.NormalizedEmail == normalised), ended))
                return Outcome.Refused(Member);
            var open = await db.Invitations.Where(i => i.OrganisationId == organisationId && i.SecretHash != null && i.ClosedUtc == null).ToListAsync(ended);
            if (open.Count(invitation => invitation.IsOpen(time.NowUtc)) >= MostOpen)
                return Outcome.Refused(TooMany);
            foreach (var older in open.Where(invitation => string.Equals(invitation.Email, email, StringComparison.OrdinalIgnoreCase)))
                older.Close(time.NowUtc);
            var secret = InvitationSecrets.New();
            var invitation = new Invitation(Guid.CreateVersion7(), organisationId, email, roles & Roles.AnyGroupRole, InvitationSecrets.Hash(secret),
                actor.Id, time.NowUtc, time.NowUtc.AddDays(InvitationSecrets.DaysOpen));
            db.Invitations.Add(invitation);
            notices.QueueAccount(new AccountMessage(email, email, $"Act for {organisation.Name}",
                [$"The lead contact of {organisation.Name} asks you to act for it as: {invitation.Roles.GroupRolesWords()}.",
                 $"Follow this link within {InvitationSecrets.DaysOpen} days to accept. If you do not know them, ignore this message."],
                $"/invitations/{secret}"));
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Takes an invitation back, or declines a request. Lead contact only.</summary>
    public Task<Outcome> CloseAsync(Guid organisationId, Guid invitationId, Actor actor, CancellationToken cancellationToken) =>
        LeadActsAsync(organisationId, "Membership.CloseInvitation", actor, async (organisation, ended) =>
        {
            if (await FindAsync(organisationId, invitationId, ended) is not { } invitation)
                return Outcome.NotFound();
            invitation.Close(time.NowUtc);
            if (invitation.SecretHash is null)
                await TellAsync(invitation.ByUserId, $"Your request to join {organisation.Name}", "The lead contact has not accepted your request to join.", ended);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Lets somebody in who asked, in the roles the lead contact chooses.</summary>
    public Task<Outcome> AcceptAsync(Guid organisationId, Guid requestId, Roles roles, Actor actor, CancellationToken cancellationToken) =>
        LeadActsAsync(organisationId, "Membership.AcceptRequest", actor, async (organisation, ended) =>
        {
            if (await FindAsync(organisationId, requestId, ended) is not { SecretHash: null } request)
                return Outcome.NotFound();
            if ((roles & Roles.AnyGroupRole) == Roles.None)
                return Outcome.Refused(Organisation.NoRole);
            request.Close(time.NowUtc);
            organisation.Join(request.ByUserId, roles, time.NowUtc);
            await TellAsync(request.ByUserId, $"You now act for {organisation.Name}", $"The lead contact accepted your request. You act as: {roles.GroupRolesWords()}.", ended);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Asks the lead contact of the organisation with this registered number to let the actor in. Asking twice asks once.</summary>
    public Task<Outcome> AskAsync(string number, Actor actor, CancellationToken cancellationToken) => transactions.RunAsync(async ended =>
    {
        if (actor.IsStaff)
            return Outcome.Refused(StaffAccount);
        var plain = OrganisationRegistrations.Number(number);
        var organisation = plain is null ? null : await db.Organisations.Include(o => o.Memberships)
            .FirstOrDefaultAsync(o => o.CharityNumber == plain || o.CompanyNumber == plain, ended);
        if (organisation is null)
            return Outcome.Refused(NotRegistered);
        if (organisation.Memberships.Any(m => m.UserId == actor.Id))
            return Outcome.Refused(AlreadyIn);
        var now = time.NowUtc;
        if (await db.Invitations.AnyAsync(i => i.OrganisationId == organisation.Id && i.SecretHash == null && i.ByUserId == actor.Id && i.ClosedUtc == null && i.ExpiresUtc > now, ended))
            return Outcome.Ok();
        var asker = await db.Users.AsNoTracking().SingleAsync(user => user.Id == actor.Id, ended);
        var request = new Invitation(Guid.CreateVersion7(), organisation.Id, asker.Email!, Roles.None, null, actor.Id, now, now.AddDays(InvitationSecrets.DaysOpen));
        db.Invitations.Add(request);
        foreach (var lead in organisation.Memberships.Where(m => m.Roles.HasFlag(Roles.LeadContact)))
            await TellAsync(lead.UserId, $"{asker.FullName} asks to join {organisation.Name}",
                $"{asker.FullName} ({asker.Email}) asks to act for {organisation.Name}. Accept only if you know them.", ended, $"/organisation/{organisation.Id}/people");
        audit.Append(actor, "Membership.Ask", new AuditSubject("Organisation", organisation.Id));
        await db.SaveChangesAsync(ended);
        return Outcome.Ok();
    }, cancellationToken);

    private async Task<Outcome> LeadActsAsync(
        Guid organisationId, string action, Actor actor, Func<Organisation, CancellationToken, Task<Outcome>> act, CancellationToken cancellationToken)
    {
        var outcome = await transactions.RunAsync(async ended =>
        {
            var found = await db.ForLeadAsync(organisationId, actor, ended);
            if (!found.Succeeded)
                return Outcome.Refused(found.Refusals);
            var done = await act(found.Value, ended);
            if (!done.Succeeded)
                return done;
            audit.Append(actor, action, new AuditSubject("Organisation", organisationId));
            await db.SaveChangesAsync(ended);
            return done;
        }, cancellationToken);
        if (outcome.Refusals.Any(refusal => refusal.Code == OrganisationAccess.NotLeadCode))
            await audit.RefusedAsync(actor, action, new AuditSubject("Organisation", organisationId), outcome.Refusals, cancellationToken);
        return outcome;
    }

    private async Task<Invitation?> FindAsync(Guid organisationId, Guid invitationId, CancellationToken cancellationToken) =>
        await db.Invitations.FirstOrDefaultAsync(i => i.Id == invitationId && i.OrganisationId == organisationId, cancellationToken) is { } found
        && found.IsOpen(time.NowUtc) ? found : null;

    private async Task TellAsync(Guid userId, string subject, string sentence, CancellationToken cancellationToken, string path = "/account")
    {
        var reader = await db.Users.AsNoTracking().SingleAsync(user => user.Id == userId, cancellationToken);
        if (!reader.IsDisabled)
            notices.QueueAccount(new AccountMessage(reader.Email!, reader.FullName, subject, [sentence], path));
    }
}
