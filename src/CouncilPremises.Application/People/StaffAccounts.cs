using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.People;

/// <summary>Somebody at the council, as administrators see them.</summary>
public sealed record StaffRow(Guid Id, string FullName, string Email, string? JobTitle, Roles Roles, bool IsDisabled, bool HasSecondStep);

/// <summary>An invitation to work here that has not been answered.</summary>
public sealed record StaffInvitationRow(Guid Id, string Email, Roles Roles, DateTime ExpiresUtc);

/// <summary>Everybody at the council, and who is still to answer.</summary>
public sealed record StaffList(IReadOnlyList<StaffRow> People, IReadOnlyList<StaffInvitationRow> Invited);

/// <summary>What administrators do with the accounts of staff: invite, change roles, end and reopen. RULEBOOK 1.</summary>
public sealed class StaffAccounts(
    AppDbContext db, UserManager<AppUser> users, SecondSteps steps, AccountMessages messages, NoticeWriter notices, Transactions transactions, AuditLog audit,
    CouncilTime time)
{
    private static readonly Refusal NotAllowed = new("Permission", "Only an administrator can do this");
    private static readonly Refusal BadEmail = new("B2", "Enter an e-mail address in the form name@example.org", "Email");
    private static readonly Refusal Known = new("KnownAccount", "This address has an account already. Change its roles instead, or invite another address", "Email");
    private static readonly Refusal NoRole = new("NoRole", "Choose at least one role", "Roles");
    private static readonly Refusal OwnSteps = new("OwnSteps", "Another administrator does this for you. You can change your own steps under “Your account”");
    private static readonly Refusal LastAdministrator = new("LastAdministrator",
        "There would be no administrator left. Make somebody else an administrator first", "Roles");

    /// <summary>The roles an administrator may give: everything of RULEBOOK 1 but the group's own and the system's.</summary>
    public static IReadOnlyList<Roles> AllRoles { get; } =
    [
        .. Enum.GetValues<Roles>().Where(role => role is not (Roles.None or Roles.System) && (role & Roles.AnyGroupRole) == Roles.None
            && int.PopCount((int)role) == 1),
    ];

    /// <summary>Everybody with an account at the council, by name.</summary>
    public async Task<StaffList> ListAsync(CancellationToken cancellationToken)
    {
        var people = await Staff().AsNoTracking().OrderBy(user => user.FullName)
            .Select(user => new StaffRow(user.Id, user.FullName, user.Email ?? "", user.JobTitle, user.StaffRoles, user.IsDisabled,
                user.TwoFactorEnabled || db.UserPasskeys.Any(passkey => passkey.UserId == user.Id))).ToListAsync(cancellationToken);
        var now = time.NowUtc;
        var invited = await db.Invitations.AsNoTracking().Where(i => i.OrganisationId == null && i.ClosedUtc == null && i.ExpiresUtc > now)
            .OrderBy(i => i.Email).Select(i => new StaffInvitationRow(i.Id, i.Email, i.Roles, i.ExpiresUtc)).ToListAsync(cancellationToken);
        return new StaffList(people, invited);
    }

    /// <summary>One of them.</summary>
    public async Task<Outcome<StaffRow>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await Staff().AsNoTracking().Where(user => user.Id == id)
            .Select(user => new StaffRow(user.Id, user.FullName, user.Email ?? "", user.JobTitle, user.StaffRoles, user.IsDisabled,
                user.TwoFactorEnabled || db.UserPasskeys.Any(passkey => passkey.UserId == user.Id))).FirstOrDefaultAsync(cancellationToken);
        return found is null ? Outcome.NotFound<StaffRow>() : Outcome.Ok(found);
    }

    /// <summary>Sends an invitation. An older one to the same address stops working.</summary>
    public Task<Outcome> InviteAsync(string email, Roles roles, Actor actor, CancellationToken cancellationToken) =>
        ActAsync("Staff.Invite", Guid.Empty, actor, async ended =>
        {
            if (!FieldRules.IsEmail(email))
                return Outcome.Refused(BadEmail);
            if (Given(roles) == Roles.None)
                return Outcome.Refused(NoRole);
            if (await users.FindByEmailAsync(email) is not null)
                return Outcome.Refused(Known);
            foreach (var older in await db.Invitations.Where(i => i.OrganisationId == null && i.ClosedUtc == null).ToListAsync(ended))
            {
                if (string.Equals(older.Email, email, StringComparison.OrdinalIgnoreCase))
                    older.Close(time.NowUtc);
            }

            var secret = InvitationSecrets.New();
            var invitation = new Invitation(Guid.CreateVersion7(), null, email, Given(roles), InvitationSecrets.Hash(secret),
                actor.Id, time.NowUtc, time.NowUtc.AddDays(InvitationSecrets.DaysOpen));
            db.Invitations.Add(invitation);
            notices.QueueAccount(new AccountMessage(email, email, "Your account at the council's room hire",
                [$"You are invited to work with room hire applications. Follow this link within {InvitationSecrets.DaysOpen} days and choose a password."],
                $"/invitations/{secret}"));
            audit.Append(actor, "Staff.Invite", new AuditSubject("Invitation", invitation.Id), new { email, roles = invitation.Roles });
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Takes an invitation back.</summary>
    public Task<Outcome> CloseInvitationAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        ActAsync("Staff.CloseInvitation", id, actor, async ended =>
        {
            if (await db.Invitations.FirstOrDefaultAsync(i => i.Id == id && i.OrganisationId == null, ended) is not { } invitation || !invitation.IsOpen(time.NowUtc))
                return Outcome.NotFound();
            invitation.Close(time.NowUtc);
            audit.Append(actor, "Staff.CloseInvitation", new AuditSubject("Invitation", id));
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Gives other roles and another job title. Ends the person's sessions when the roles differ.</summary>
    public Task<Outcome> ChangeAsync(Guid id, string? jobTitle, Roles roles, Actor actor, CancellationToken cancellationToken) =>
        OnPersonAsync("Staff.Change", id, actor, async (user, ended) =>
        {
            if (Given(roles) == Roles.None)
                return Outcome.Refused(NoRole);
            if (user.StaffRoles.HasFlag(Roles.Administrator) && !roles.HasFlag(Roles.Administrator) && await IsLastAsync(user, ended))
                return Outcome.Refused(LastAdministrator);
            var before = user.StaffRoles;
            (user.StaffRoles, user.JobTitle) = (Given(roles), string.IsNullOrWhiteSpace(jobTitle) ? null : jobTitle.Trim());
            if (before != user.StaffRoles)
                Accounts.Ensure(await users.UpdateSecurityStampAsync(user));
            audit.Append(actor, "Staff.Change", new AuditSubject("User", id), new { before, after = user.StaffRoles, user.JobTitle });
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Ends an account at once; it stays for the record.</summary>
    public Task<Outcome> DisableAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        OnPersonAsync("Staff.Disable", id, actor, async (user, ended) =>
        {
            if (user.StaffRoles.HasFlag(Roles.Administrator) && await IsLastAsync(user, ended))
                return Outcome.Refused(LastAdministrator);
            user.IsDisabled = true;
            Accounts.Ensure(await users.UpdateSecurityStampAsync(user));
            audit.Append(actor, "Staff.Disable", new AuditSubject("User", id));
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Reopens an account that was ended.</summary>
    public Task<Outcome> EnableAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        OnPersonAsync("Staff.Enable", id, actor, (user, _) =>
        {
            user.IsDisabled = false;
            audit.Append(actor, "Staff.Enable", new AuditSubject("User", id));
            return Task.FromResult(Outcome.Ok());
        }, cancellationToken);

    /// <summary>Removes a lost second step: app, passkeys and recovery codes. Ends the person's sessions; they set up a new one at the next sign-in.</summary>
    public Task<Outcome> ResetStepsAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        OnPersonAsync("Staff.ResetSteps", id, actor, async (user, ended) =>
        {
            if (id == actor.Id)
                return Outcome.Refused(OwnSteps);
            await steps.ForgetAllAsync(user, ended);
            messages.StepsReset(user);
            audit.Append(actor, "Staff.ResetSteps", new AuditSubject("User", id));
            return Outcome.Ok();
        }, cancellationToken);

    private static Roles Given(Roles roles) => AllRoles.Where(role => roles.HasFlag(role)).Aggregate(Roles.None, (all, role) => all | role);

    private IQueryable<AppUser> Staff() => db.Users.Where(user => user.StaffRoles != Roles.None);

    // The rows of all staff are locked before they are counted, so that two administrators cannot remove each other at once
    private async Task<bool> IsLastAsync(AppUser user, CancellationToken cancellationToken)
    {
        await Staff().ExecuteUpdateAsync(set => set.SetProperty(one => one.CreatedUtc, one => one.CreatedUtc), cancellationToken);
        var others = await Staff().AsNoTracking().Where(one => one.Id != user.Id && !one.IsDisabled).Select(one => one.StaffRoles).ToListAsync(cancellationToken);
        return !others.Exists(roles => roles.HasFlag(Roles.Administrator));
    }

    private Task<Outcome> OnPersonAsync(string action, Guid id, Actor actor, Func<AppUser, CancellationToken, Task<Outcome>> act, CancellationToken cancellationToken) =>
        ActAsync(action, id, actor, async ended =>
            await Staff().FirstOrDefaultAsync(user => user.Id == id, ended) is { } user ? await act(user, ended) : Outcome.NotFound(), cancellationToken);

    private async Task<Outcome> ActAsync(string action, Guid id, Actor actor, Func<CancellationToken, Task<Outcome>> act, CancellationToken cancellationToken)
    {
        var outcome = !actor.StaffRoles.Has(Permission.ManageUsers)
            ? Outcome.Refused(NotAllowed)
            : await transactions.RunAsync(async ended =>
            {
                var done = await act(ended);
                if (done.Succeeded)
                    await db.SaveChangesAsync(ended);
                return done;
            }, cancellationToken);
        if (outcome.Refusals.Any(refusal => refusal == NotAllowed || refusal == LastAdministrator || refusal == OwnSteps))
            await audit.RefusedAsync(actor, action, new AuditSubject("User", id), outcome.Refusals, cancellationToken);
        return outcome;
    }
}
