using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.People;

/// <summary>An invitation as its reader sees it.</summary>
/// <param name="Email">Whom it was sent to.</param>
/// <param name="OrganisationName">The group; null for the council itself.</param>
/// <param name="Roles">Roles offered.</param>
/// <param name="HasAccount">True when the address has an account to sign in with.</param>
public sealed record OpenInvitation(string Email, string? OrganisationName, Roles Roles, bool HasAccount);

/// <summary>Accepts invitations: to act for a group, or to work for the council.</summary>
public sealed class Invitations(AppDbContext db, UserManager<AppUser> users, SignIns signIns, Transactions transactions, AuditLog audit, CouncilTime time)
{
    private static readonly Refusal OtherAccount = new("OtherAccount", "This invitation was sent to another address. Sign out, then sign in with the account of that address");
    private static readonly Refusal StaffAccount = new("StaffAccount", "Your account is for council work and cannot act for a group");
    private static readonly Refusal GroupAccount = new("GroupAccount", "Your account acts for a group and cannot be used for council work. Ask for an invitation to your work address");
    private static readonly Refusal HasAccount = new("HasAccount", "This address has an account already. Sign in with it to accept");

    /// <summary>What an open invitation says; not found once it is spent, taken back or too old.</summary>
    public async Task<Outcome<OpenInvitation>> FindAsync(string secret, CancellationToken cancellationToken)
    {
        if (await LoadAsync(secret, cancellationToken) is not { } invitation)
            return Outcome.NotFound<OpenInvitation>();
        var name = await db.Organisations.Where(o => o.Id == invitation.OrganisationId).Select(o => o.Name).FirstOrDefaultAsync(cancellationToken);
        var account = await users.FindByEmailAsync(invitation.Email);
        return Outcome.Ok(new OpenInvitation(invitation.Email, name, invitation.Roles, account is { EmailConfirmed: true }));
    }

    /// <summary>Accepts with the account signed in, which must be the one of the address invited.</summary>
    public Task<Outcome> AcceptAsync(string secret, Actor actor, CancellationToken cancellationToken) => transactions.RunAsync(async ended =>
    {
        if (await LoadAsync(secret, ended) is not { } invitation)
            return Outcome.NotFound();
        var user = await users.FindByIdAsync(actor.Id.ToString());
        if (user is null || !string.Equals(user.Email, invitation.Email, StringComparison.OrdinalIgnoreCase))
            return Outcome.Refused(OtherAccount);
        if (invitation.OrganisationId is not null && actor.IsStaff)
            return Outcome.Refused(StaffAccount);
        if (invitation.OrganisationId is null && await db.Memberships.AnyAsync(m => m.UserId == user.Id, ended))
            return Outcome.Refused(GroupAccount);
        await TakeAsync(invitation, user, ended);
        await db.SaveChangesAsync(ended);
        return Outcome.Ok();
    }, cancellationToken);

    /// <summary>Accepts by making an account: the link has proved the mailbox, so the address counts as confirmed. Lets the person in.</summary>
    public Task<Outcome<SignedIn>> AcceptAsNewAsync(string secret, string fullName, string password, CancellationToken cancellationToken) =>
        transactions.RunAsync(async ended =>
        {
            if (await LoadAsync(secret, ended) is not { } invitation)
                return Outcome.NotFound<SignedIn>();
            var mistakes = Accounts.MistakesInPassword(password, invitation.Email, fullName);
            if (!Accounts.IsName(fullName))
                mistakes.Add(Accounts.NameMissing);
            if (mistakes.Count > 0)
                return Outcome.Refused<SignedIn>(mistakes);
            var known = await users.FindByEmailAsync(invitation.Email);
            if (known is { EmailConfirmed: true } or { IsDisabled: true })
                return Outcome.Refused<SignedIn>(HasAccount);
            var user = known ?? Accounts.New(fullName, invitation.Email, time.NowUtc);
            (user.FullName, user.EmailConfirmed) = (fullName, true);
            user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
            Accounts.Ensure(known is null ? await users.CreateAsync(user) : await users.UpdateSecurityStampAsync(user));
            await TakeAsync(invitation, user, ended);
            return await signIns.AdmitAsync(user, ended);
        }, cancellationToken);

    /// <summary>Closes an invitation and gives what it offers. It does not save.</summary>
    internal async Task TakeAsync(Invitation invitation, AppUser user, CancellationToken cancellationToken)
    {
        invitation.Close(time.NowUtc);
        if (invitation.OrganisationId is { } organisationId)
        {
            var organisation = await db.Organisations.Include(o => o.Memberships).SingleAsync(o => o.Id == organisationId, cancellationToken);
            organisation.Join(user.Id, organisation.RolesOf(user.Id) | invitation.Roles, time.NowUtc);
        }
        else
        {
            user.StaffRoles = invitation.Roles;
            if (invitation.GuestUntil is { } until)
                (user.GuestOf, user.GuestFrom, user.GuestUntil) = (invitation.GuestOf, time.Today, until);
            Accounts.Ensure(await users.UpdateSecurityStampAsync(user));
        }

        var subject = invitation.OrganisationId is { } id ? new AuditSubject("Organisation", id) : new AuditSubject("User", user.Id);
        audit.Append(new Actor(user.Id, user.StaffRoles), "Invitation.Accept", subject, new { userId = user.Id, roles = invitation.Roles });
    }

    private async Task<Invitation?> LoadAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = InvitationSecrets.Hash(secret);
        var found = await db.Invitations.FirstOrDefaultAsync(i => i.SecretHash == hash, cancellationToken);
        return found?.IsOpen(time.NowUtc) == true ? found : null;
    }
}
