using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.People;

/// <summary>What the council's own sign-in service says about somebody.</summary>
/// <param name="Issuer">Which service.</param>
/// <param name="Subject">Its lasting name for the person.</param>
/// <param name="Email">The address it gives; null when it gives none.</param>
/// <param name="EmailVerified">True when it says that the address is the person's.</param>
/// <param name="FullName">The name it gives.</param>
public sealed record ProvidedIdentity(string Issuer, string Subject, string? Email, bool EmailVerified, string? FullName);

/// <summary>Lets staff in who signed in with the council's own service. An administrator has invited them first: the service says who somebody is,
/// never what they may do. The first time the work address leads to the account; from then on the service's own name for the person does.</summary>
public sealed class ProviderSignIns(
    AppDbContext db, UserManager<AppUser> users, SignIns signIns, Invitations invitations, Transactions transactions, IOptions<SignInSettings> settings,
    AuditLog audit, CouncilTime time)
{
    private static readonly Refusal Unknown = new(SignIns.RefusedCode,
        "Your council account is right, but nobody has given it work here yet. Ask an administrator to invite your work e-mail address");
    private static readonly Refusal Unverified = new(SignIns.RefusedCode,
        "Your council account does not vouch for an e-mail address, so we cannot tell who you are here. Ask the people who run your council account");
    private static readonly Refusal Ended = new(SignIns.RefusedCode, "Your account here has ended. Ask an administrator");

    /// <summary>Lets somebody in, or says what is missing.</summary>
    public async Task<Outcome<SignedIn>> SignInAsync(ProvidedIdentity who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        var outcome = await transactions.RunAsync(ended => AdmitAsync(who, ended), cancellationToken);
        if (!outcome.Succeeded)
            await audit.RefusedAsync(Actor.Nobody, "Account.SignIn", new AuditSubject("User", Guid.Empty), outcome.Refusals, cancellationToken);
        return outcome;
    }

    private async Task<Outcome<SignedIn>> AdmitAsync(ProvidedIdentity who, CancellationToken cancellationToken)
    {
        var known = await users.FindByLoginAsync(who.Issuer, who.Subject);
        if (known is null)
        {
            if (who.Email is null || (settings.Value.OpenIdConnect.RequireVerifiedEmail && !who.EmailVerified))
                return Outcome.Refused<SignedIn>(Unverified);
            known = await FirstTimeAsync(who, who.Email, cancellationToken);
            if (known is null)
                return Outcome.Refused<SignedIn>(Unknown);
            Accounts.Ensure(await users.AddLoginAsync(known, new UserLoginInfo(who.Issuer, who.Subject, settings.Value.OpenIdConnect.Name)));
            audit.Append(new Actor(known.Id, known.StaffRoles), "Account.LinkProvider", new AuditSubject("User", known.Id));
        }

        if (known.IsDisabled || known.StaffRoles == Roles.None)
            return Outcome.Refused<SignedIn>(known.IsDisabled ? Ended : Unknown);
        return Outcome.Ok(await signIns.LetInAsync(known, cancellationToken, "the council's own service"));
    }

    // An account of that address, or an open invitation to it
    private async Task<AppUser?> FirstTimeAsync(ProvidedIdentity who, string email, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email) is { } user)
            return user.StaffRoles == Roles.None ? null : user;
        var now = time.NowUtc;
        var open = await db.Invitations.Where(i => i.OrganisationId == null && i.ClosedUtc == null && i.ExpiresUtc > now).ToListAsync(cancellationToken);
        var invitation = open.Find(one => string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase));
        if (invitation is null)
            return null;
        var added = Accounts.New(string.IsNullOrWhiteSpace(who.FullName) ? email : who.FullName, invitation.Email, now);
        added.EmailConfirmed = true;
        Accounts.Ensure(await users.CreateAsync(added));
        await invitations.TakeAsync(invitation, added, cancellationToken);
        return added;
    }
}
