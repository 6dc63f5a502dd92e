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

/// <summary>How far somebody has come in.</summary>
public enum SignInStep
{
    /// <summary>In.</summary>
    Done,

    /// <summary>The first step is taken; a code, a recovery code or a passkey is still to come.</summary>
    SecondStep,

    /// <summary>The first step is taken; a second one has to be set up before anything else.</summary>
    SetUp,
}

/// <summary>Somebody who has signed in, or has taken the first step.</summary>
/// <param name="UserId">Their id.</param>
/// <param name="FullName">Their name, shown at the top of pages.</param>
/// <param name="StaffRoles">Council roles held.</param>
/// <param name="Stamp">Changes with the password, the roles and when the account is ended: a session with another stamp is over.</param>
/// <param name="Step">How far they have come.</param>
public sealed record SignedIn(Guid UserId, string FullName, Roles StaffRoles, string Stamp, SignInStep Step = SignInStep.Done)
{
    /// <summary>As the one who acts.</summary>
    public Actor Actor => new(UserId, StaffRoles);
}

/// <summary>Lets people in who know their password, and says whether a session still holds.</summary>
public sealed class SignIns(
    AppDbContext db, UserManager<AppUser> users, AccountMessages messages, IOptions<SignInSettings> settings, AuditLog audit, CouncilTime time)
{
    /// <summary>Wrong passwords in a row after which an account is closed for a while.</summary>
    public const int MostTries = 5;

    /// <summary>Minutes it stays closed.</summary>
    public const int MinutesClosed = 15;

    /// <summary>The code of every refusal to let somebody in.</summary>
    public const string RefusedCode = "SignIn";

    /// <summary>The code that tells somebody who knows the password that the address is not confirmed yet.</summary>
    public const string UnconfirmedCode = "EmailUnconfirmed";

    /// <summary>The code that tells staff to use the council's own sign-in service.</summary>
    public const string ProviderCode = "UseProvider";

    // One sentence for a wrong password, an unknown address and a closed account: it tells nobody who has an account here
    private static readonly Refusal No = new(RefusedCode,
        $"Your e-mail address or password is not right. After {MostTries} wrong tries you have to wait {MinutesClosed} minutes");

    private static readonly Refusal Unconfirmed = new(UnconfirmedCode, "Confirm your e-mail address first. We have sent you a new link");

    private static readonly Refusal UseProvider = new(ProviderCode, "Staff sign in with the council's own account. Choose that button instead of a password");

    private static readonly AppUser NobodyInParticular = new();
    private static readonly Lazy<string> HashOfNothing = new(() => new PasswordHasher<AppUser>().HashPassword(NobodyInParticular, Guid.CreateVersion7().ToString()));

    /// <summary>Lets somebody in, or refuses without saying why. Wrong tries are counted and logged.</summary>
    public async Task<Outcome<SignedIn>> SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        var user = password.Length > PasswordRules.LongestPassword ? null : await users.FindByEmailAsync(email);
        if (user is null || user.IsDisabled || IsClosed(user) || user.PasswordHash is null)
        {
            // The same work as for a real account, so that the time taken tells nothing either
            users.PasswordHasher.VerifyHashedPassword(NobodyInParticular, HashOfNothing.Value, password[..Math.Min(password.Length, PasswordRules.LongestPassword)]);
            return await RefuseAsync(user, cancellationToken);
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            Count(user);
            await db.SaveChangesAsync(cancellationToken);
            return await RefuseAsync(user, cancellationToken);
        }

        if (!user.EmailConfirmed)
        {
            await messages.ConfirmAsync(user);
            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Refused<SignedIn>(Unconfirmed);
        }

        return await AdmitAsync(user, cancellationToken);
    }

    /// <summary>Takes the first step of somebody who has just shown a password, a link or an invitation. Lets them in when it is the only one. Saves.</summary>
    internal async Task<Outcome<SignedIn>> AdmitAsync(AppUser user, CancellationToken cancellationToken)
    {
        if (user.StaffRoles != Roles.None && settings.Value.UsesProvider)
            return Outcome.Refused<SignedIn>(UseProvider);
        var step = await StepAfterPasswordAsync(user, cancellationToken);
        if (step == SignInStep.Done)
            return Outcome.Ok(await LetInAsync(user, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok(new SignedIn(user.Id, user.FullName, user.StaffRoles, user.SecurityStamp ?? "", step));
    }

    /// <summary>Opens a session for somebody who has just proved who they are. Saves.</summary>
    internal async Task<SignedIn> LetInAsync(AppUser user, CancellationToken cancellationToken, string? with = null)
    {
        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
        var session = new SignedIn(user.Id, user.FullName, user.StaffRoles, user.SecurityStamp ?? "");
        audit.Append(session.Actor, "Account.SignIn", new AuditSubject("User", user.Id), with is null ? null : new { with });
        await db.SaveChangesAsync(cancellationToken);
        return session;
    }

    // A group's password lets in by itself; its passkeys are an easier way, not a second lock
    private async Task<SignInStep> StepAfterPasswordAsync(AppUser user, CancellationToken cancellationToken)
    {
        if (user.StaffRoles == Roles.None)
            return SignInStep.Done;
        if (user.TwoFactorEnabled || await db.UserPasskeys.AnyAsync(passkey => passkey.UserId == user.Id, cancellationToken))
            return SignInStep.SecondStep;
        return settings.Value.StaffNeedSecondStep ? SignInStep.SetUp : SignInStep.Done;
    }

    /// <summary>The session as it stands now; refused once it has ended.</summary>
    public async Task<Outcome<SignedIn>> FindAsync(Guid userId, string stamp, CancellationToken cancellationToken)
    {
        var found = await db.Users.AsNoTracking().Where(user => user.Id == userId && user.SecurityStamp == stamp && !user.IsDisabled)
            .Select(user => new SignedIn(user.Id, user.FullName, user.StaffRoles, stamp)).FirstOrDefaultAsync(cancellationToken);
        return found is null ? Outcome.NotFound<SignedIn>() : Outcome.Ok(found);
    }

    /// <summary>True while too many wrong tries keep an account closed.</summary>
    internal bool IsClosed(AppUser user) => user.LockoutEnd is { } end && end.UtcDateTime > time.NowUtc;

    /// <summary>Counts a wrong try; after too many the account is closed for a while. It does not save.</summary>
    internal void Count(AppUser user)
    {
        user.AccessFailedCount++;
        if (user.AccessFailedCount >= MostTries)
            (user.AccessFailedCount, user.LockoutEnd) = (0, new DateTimeOffset(time.NowUtc.AddMinutes(MinutesClosed), TimeSpan.Zero));
    }

    private async Task<Outcome<SignedIn>> RefuseAsync(AppUser? user, CancellationToken cancellationToken)
    {
        await audit.RefusedAsync(Actor.Nobody, "Account.SignIn", new AuditSubject("User", user?.Id ?? Guid.Empty), [No], cancellationToken);
        return Outcome.Refused<SignedIn>(No);
    }
}
