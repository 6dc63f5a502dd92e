using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.People;

/// <summary>Somebody registers for themselves or their group.</summary>
public sealed record Register(string FullName, string Email, string Password);

/// <summary>What people do with their own account: register, confirm the address, choose another password.</summary>
public sealed class Accounts(
    AppDbContext db, UserManager<AppUser> users, AccountMessages messages, SignIns signIns, Transactions transactions, AuditLog audit, CouncilTime time)
{
    /// <summary>The code for a link that does not work, or not any more.</summary>
    public const string LinkCode = "Link";

    internal static readonly Refusal NameMissing = new("B2", "Enter your full name, in 200 characters or fewer", "FullName");
    private static readonly Refusal SpentLink = new(LinkCode, "This link does not work any more. Ask for a new one");

    /// <summary>Makes an account that works once its address is confirmed. Says the same whether or not the address has one already.</summary>
    public async Task<Outcome> RegisterAsync(Register register, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(register);
        var mistakes = Mistakes(register);
        if (mistakes.Count > 0)
            return Outcome.Refused(mistakes);
        return await transactions.RunAsync(async token =>
        {
            var known = await users.FindByEmailAsync(register.Email);
            if (known is { EmailConfirmed: true } or { IsDisabled: true })
            {
                users.PasswordHasher.HashPassword(known, register.Password); // as long as the other way takes
                if (!known.IsDisabled)
                    messages.AlreadyRegistered(known);
            }
            else
            {
                var user = known ?? New(register.FullName, register.Email, time.NowUtc);
                user.FullName = register.FullName;
                // Whoever confirms has to know the password of the newest registration, so nobody can lie in wait with an older one
                user.PasswordHash = users.PasswordHasher.HashPassword(user, register.Password);
                Ensure(known is null ? await users.CreateAsync(user) : await users.UpdateSecurityStampAsync(user));
                await messages.ConfirmAsync(user);
                audit.Append(new Actor(user.Id, Roles.None), "Account.Register", new AuditSubject("User", user.Id));
            }

            await db.SaveChangesAsync(token);
            return Outcome.Ok();
        }, cancellationToken);
    }

    /// <summary>Confirms an address: the link proves the mailbox, the password proves who registered. Lets the person in.</summary>
    public async Task<Outcome<SignedIn>> ConfirmEmailAsync(Guid userId, string token, string password, CancellationToken cancellationToken)
    {
        var user = await users.FindByIdAsync(userId.ToString());
        if (user is null || user.IsDisabled || !await users.VerifyUserTokenAsync(
                user, users.Options.Tokens.EmailConfirmationTokenProvider, UserManager<AppUser>.ConfirmEmailTokenPurpose, AccountMessages.Decode(token)))
            return Outcome.Refused<SignedIn>(SpentLink);
        if (!user.EmailConfirmed)
        {
            if (user.AccessFailedCount >= SignIns.MostTries || !await users.CheckPasswordAsync(user, password))
            {
                user.AccessFailedCount++;
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Refused<SignedIn>(new Refusal(SignIns.RefusedCode,
                    "That is not the password you chose when you registered. If you have forgotten it, register again with the same address", "Password"));
            }

            user.EmailConfirmed = true;
            audit.Append(new Actor(user.Id, user.StaffRoles), "Account.ConfirmEmail", new AuditSubject("User", user.Id));
            return await signIns.AdmitAsync(user, cancellationToken);
        }

        return await signIns.SignInAsync(user.Email!, password, cancellationToken);
    }

    /// <summary>Sends the link for a new password, if the address has an account. Says the same if it has none.</summary>
    public async Task ForgetPasswordAsync(string email, CancellationToken cancellationToken)
    {
        if (!FieldRules.IsEmail(email) || await users.FindByEmailAsync(email) is not { IsDisabled: false } user)
            return;
        await messages.ResetAsync(user);
        audit.Append(Actor.Nobody, "Account.ForgetPassword", new AuditSubject("User", user.Id));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Gives an account a new password by the link sent to its mailbox, which also confirms the address. Ends its sessions and opens one.</summary>
    public Task<Outcome<SignedIn>> ResetPasswordAsync(Guid userId, string token, string password, CancellationToken cancellationToken) =>
        transactions.RunAsync(async ended =>
        {
            if (await users.FindByIdAsync(userId.ToString()) is not { IsDisabled: false } user)
                return Outcome.Refused<SignedIn>(SpentLink);
            var reset = await users.ResetPasswordAsync(user, AccountMessages.Decode(token), password);
            if (!reset.Succeeded)
                return Outcome.Refused<SignedIn>([.. reset.Errors.Select(AsRefusal)]);
            user.EmailConfirmed = true;
            messages.PasswordChanged(user);
            audit.Append(new Actor(user.Id, user.StaffRoles), "Account.ResetPassword", new AuditSubject("User", user.Id));
            return await signIns.AdmitAsync(user, ended);
        }, cancellationToken);

    /// <summary>Gives the actor's own account a new password. Ends their other sessions.</summary>
    public Task<Outcome<SignedIn>> ChangePasswordAsync(string current, string chosen, Actor actor, CancellationToken cancellationToken) =>
        transactions.RunAsync(async ended =>
        {
            var user = await users.FindByIdAsync(actor.Id.ToString()) ?? throw new InvalidOperationException("The account of the actor does not exist.");
            var change = await users.ChangePasswordAsync(user, current, chosen);
            if (!change.Succeeded)
                return Outcome.Refused<SignedIn>([.. change.Errors.Select(AsRefusal)]);
            messages.PasswordChanged(user);
            audit.Append(actor, "Account.ChangePassword", new AuditSubject("User", user.Id));
            return Outcome.Ok(await signIns.LetInAsync(user, ended));
        }, cancellationToken);

    /// <summary>The name on the actor's own account.</summary>
    public Task<string> NameAsync(Actor actor, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.Id == actor.Id).Select(user => user.FullName).SingleAsync(cancellationToken);

    /// <summary>Changes the name on the actor's own account: what they sign with from now on. What was signed before keeps the name it was signed with.</summary>
    public async Task<Outcome> RenameAsync(string fullName, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!IsName(fullName))
            return Outcome.Refused(NameMissing);
        var user = await users.FindByIdAsync(actor.Id.ToString()) ?? throw new InvalidOperationException("The account of the actor does not exist.");
        var (from, to) = (user.FullName, fullName.Trim());
        if (from == to)
            return Outcome.Ok();
        user.FullName = to;
        audit.Append(actor, "Account.Rename", new AuditSubject("User", user.Id), new { from, to });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok();
    }

    /// <summary>An account without a password, not yet saved.</summary>
    internal static AppUser New(string fullName, string email, DateTime nowUtc) => new()
    {
        Id = Guid.CreateVersion7(),
        FullName = fullName,
        UserName = email,
        Email = email,
        LockoutEnabled = true,
        SecurityStamp = Guid.CreateVersion7().ToString("N"),
        CreatedUtc = nowUtc,
    };

    internal static void Ensure(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException($"Identity refused: {string.Join(", ", result.Errors.Select(error => error.Code))}.");
    }

    internal static bool IsName(string? fullName) => !string.IsNullOrWhiteSpace(fullName) && fullName.Length <= 200;

    internal static List<Refusal> MistakesInPassword(string password, string? email, string? name) =>
        PasswordRules.Why(password, email, name) is { } reason ? [new Refusal("Password", reason, "Password")] : [];

    private static List<Refusal> Mistakes(Register register)
    {
        var mistakes = MistakesInPassword(register.Password, register.Email, register.FullName);
        if (!FieldRules.IsEmail(register.Email))
            mistakes.Add(new Refusal("B2", "Enter an e-mail address in the form name@example.org", "Email"));
        if (!IsName(register.FullName))
            mistakes.Add(NameMissing);
        return mistakes;
    }

    private static Refusal AsRefusal(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.InvalidToken) => SpentLink,
        nameof(IdentityErrorDescriber.PasswordMismatch) => new Refusal(error.Code, "Your current password is not right", "Current"),
        _ => new Refusal(error.Code, error.Description, "Password"),
    };
}
