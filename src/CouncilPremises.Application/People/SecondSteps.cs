using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.People;

/// <summary>A passkey as its owner sees it.</summary>
public sealed record PasskeyRow(string Id, string Name, DateTime AddedUtc);

/// <summary>What somebody has besides a password.</summary>
public sealed record OwnSteps(bool HasApp, IReadOnlyList<PasskeyRow> Passkeys, int CodesLeft);

/// <summary>A second step just set up: the session goes on under a new stamp, and perhaps there are codes to write down.</summary>
public sealed record StepAdded(SignedIn Session, IReadOnlyList<string> Codes);

/// <summary>The second step of sign-in: an authenticator app, a passkey, recovery codes.</summary>
public sealed class SecondSteps(
    AppDbContext db, UserManager<AppUser> users, IUserStore<AppUser> store, SignIns signIns, AccountMessages messages, Transactions transactions,
    IOptions<SignInSettings> settings, AuditLog audit)
{
    /// <summary>Recovery codes made at a time.</summary>
    public const int CodesMade = 10;

    /// <summary>Most passkeys of one account.</summary>
    public const int MostPasskeys = 10;

    private const string LastCodeProvider = "CouncilPremises";
    private const string LastCodeName = "LastCode";

    private static readonly Refusal SessionOver = new("Session", "Your sign-in took too long. Start again");
    private static readonly Refusal WrongCode = new(SignIns.RefusedCode,
        $"That code is not right. Enter the newest code of your app. After {SignIns.MostTries} wrong tries you have to wait {SignIns.MinutesClosed} minutes", "Code");
    private static readonly Refusal WrongRecovery = new(SignIns.RefusedCode, "That recovery code is not right, or it has been used. Try another", "Code");
    private static readonly Refusal CodeDoesNotFit = new("Code", "That code does not fit this key. Check that you added this key, and that your phone's clock is right", "Code");
    private static readonly Refusal NotForGroups = new("Staff", "An authenticator app is for council staff. Add a passkey instead");
    private static readonly Refusal LastStep = new("LastStep", "Staff need a second step to sign in. Set up another one before you remove this one");
    private static readonly Refusal TooMany = new("TooMany", $"You have {MostPasskeys} passkeys already. Remove one that you do not use");
    private static readonly Refusal NoPasskey = new(SignIns.RefusedCode, "That passkey is not known here, or its account has ended. Sign in another way");

    /// <summary>What somebody has.</summary>
    public async Task<OwnSteps> FindAsync(Guid userId)
    {
        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException("The account does not exist.");
        var passkeys = (await users.GetPasskeysAsync(user)).OrderBy(passkey => passkey.CreatedAt)
            .Select(passkey => new PasskeyRow(Convert.ToHexStringLower(passkey.CredentialId), passkey.Name ?? "Passkey", passkey.CreatedAt.UtcDateTime));
        return new OwnSteps(user.TwoFactorEnabled, [.. passkeys], await users.CountRecoveryCodesAsync(user));
    }

    /// <summary>A new key for an app, in base 32. Nothing is kept until a code shows that the app has it.</summary>
    public string NewKey() => users.GenerateNewAuthenticatorKey();

    /// <summary>Lets in somebody half-way through with the code of their app. A code works once.</summary>
    public Task<Outcome<SignedIn>> GiveCodeAsync(Guid userId, string stamp, string code, CancellationToken cancellationToken) =>
        GiveAsync(userId, stamp, WrongCode, "an app's code", async user =>
        {
            var digits = Digits(code);
            if (!user.TwoFactorEnabled || digits == await users.GetAuthenticationTokenAsync(user, LastCodeProvider, LastCodeName)
                || !await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, digits))
                return false;
            Accounts.Ensure(await users.SetAuthenticationTokenAsync(user, LastCodeProvider, LastCodeName, digits));
            return true;
        }, cancellationToken);

    /// <summary>Lets in somebody half-way through with a recovery code, which is used up.</summary>
    public Task<Outcome<SignedIn>> GiveRecoveryCodeAsync(Guid userId, string stamp, string code, CancellationToken cancellationToken) =>
        GiveAsync(userId, stamp, WrongRecovery, "a recovery code", async user =>
        {
            if (!(await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded)
                return false;
            messages.RecoveryCodeUsed(user, await users.CountRecoveryCodesAsync(user));
            return true;
        }, cancellationToken);

    /// <summary>Lets in the owner of a passkey that the browser has just proved. It is both steps in one.</summary>
    public Task<Outcome<SignedIn>> GivePasskeyAsync(Guid userId, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        transactions.RunAsync(async ended =>
        {
            var user = await users.FindByIdAsync(userId.ToString());
            if (user is null or { IsDisabled: true } or { EmailConfirmed: false } || signIns.IsClosed(user))
                return Outcome.Refused<SignedIn>(NoPasskey);
            if (user.StaffRoles != Roles.None && settings.Value.UsesProvider)
                return await signIns.AdmitAsync(user, ended);
            Accounts.Ensure(await users.AddOrUpdatePasskeyAsync(user, passkey)); // its counter of uses
            return Outcome.Ok(await signIns.LetInAsync(user, ended, "a passkey"));
        }, cancellationToken);

    /// <summary>Keeps a key once its app has shown a right code. Ends other sessions, opens this one, and gives codes to write down.</summary>
    public Task<Outcome<StepAdded>> AddAppAsync(Guid userId, string stamp, string key, string code, CancellationToken cancellationToken) =>
        AddAsync(userId, stamp, "Account.AddApp", async (user, ended) =>
        {
            if (user.StaffRoles == Roles.None)
                return Outcome.Refused(NotForGroups);
            await ((IUserAuthenticatorKeyStore<AppUser>)store).SetAuthenticatorKeyAsync(user, key, ended);
            if (!await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Digits(code)))
                return Outcome.Refused(CodeDoesNotFit);
            user.TwoFactorEnabled = true;
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Keeps a passkey that the browser has just made. Ends other sessions and opens this one; staff get codes to write down.</summary>
    public Task<Outcome<StepAdded>> AddPasskeyAsync(Guid userId, string stamp, UserPasskeyInfo passkey, string? name, CancellationToken cancellationToken) =>
        AddAsync(userId, stamp, "Account.AddPasskey", async (user, _) =>
        {
            ArgumentNullException.ThrowIfNull(passkey);
            var own = await users.GetPasskeysAsync(user);
            if (own.Count >= MostPasskeys)
                return Outcome.Refused(TooMany);
            passkey.Name = string.IsNullOrWhiteSpace(name) ? $"Passkey {own.Count + 1}" : name.Trim()[..Math.Min(name.Trim().Length, 100)];
            Accounts.Ensure(await users.AddOrUpdatePasskeyAsync(user, passkey));
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Forgets the actor's app.</summary>
    public Task<Outcome<SignedIn>> RemoveAppAsync(Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, "Account.RemoveApp", async (user, ended) =>
        {
            if ((await users.GetPasskeysAsync(user)).Count == 0 && IsNeededBy(user))
                return Outcome.Refused(LastStep);
            await ForgetAppAsync(user, ended);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Forgets one of the actor's passkeys.</summary>
    public Task<Outcome<SignedIn>> RemovePasskeyAsync(string id, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, "Account.RemovePasskey", async (user, _) =>
        {
            var own = await users.GetPasskeysAsync(user);
            if (own.FirstOrDefault(one => Convert.ToHexStringLower(one.CredentialId) == id) is not { } passkey)
                return Outcome.NotFound();
            if (own.Count == 1 && !user.TwoFactorEnabled && IsNeededBy(user))
                return Outcome.Refused(LastStep);
            Accounts.Ensure(await users.RemovePasskeyAsync(user, passkey.CredentialId));
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>New recovery codes in place of the actor's old ones.</summary>
    public Task<Outcome<IReadOnlyList<string>>> NewCodesAsync(Actor actor, CancellationToken cancellationToken) =>
        transactions.RunAsync(async ended =>
        {
            var user = await OwnAsync(actor);
            if (user.StaffRoles == Roles.None)
                return Outcome.Refused<IReadOnlyList<string>>(NotForGroups);
            var codes = await MakeCodesAsync(user);
            audit.Append(actor, "Account.NewCodes", new AuditSubject("User", user.Id));
            await db.SaveChangesAsync(ended);
            return Outcome.Ok(codes);
        }, cancellationToken);

    /// <summary>Forgets every second step of an account, as an administrator does when one is lost. It does not save.</summary>
    internal async Task ForgetAllAsync(AppUser user, CancellationToken cancellationToken)
    {
        await ForgetAppAsync(user, cancellationToken);
        foreach (var passkey in await users.GetPasskeysAsync(user))
            Accounts.Ensure(await users.RemovePasskeyAsync(user, passkey.CredentialId));
        await users.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "RecoveryCodes");
        Accounts.Ensure(await users.UpdateSecurityStampAsync(user));
    }

    private async Task ForgetAppAsync(AppUser user, CancellationToken cancellationToken)
    {
        user.TwoFactorEnabled = false;
        cancellationToken.ThrowIfCancellationRequested();
        await users.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "AuthenticatorKey");
    }

    private bool IsNeededBy(AppUser user) => user.StaffRoles != Roles.None && settings.Value is { StaffNeedSecondStep: true, UsesProvider: false };

    private async Task<IReadOnlyList<string>> MakeCodesAsync(AppUser user) => [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, CodesMade) ?? []];

    private async Task<AppUser> OwnAsync(Actor actor) =>
        await users.FindByIdAsync(actor.Id.ToString()) ?? throw new InvalidOperationException("The account of the actor does not exist.");

    private async Task<Outcome<SignedIn>> GiveAsync(
        Guid userId, string stamp, Refusal wrong, string with, Func<AppUser, Task<bool>> isRight, CancellationToken cancellationToken)
    {
        Guid? refusedTo = null;
        var outcome = await transactions.RunAsync(async ended =>
        {
            var user = await users.FindByIdAsync(userId.ToString());
            if (user is null or { IsDisabled: true } || user.SecurityStamp != stamp)
                return Outcome.Refused<SignedIn>(SessionOver);
            refusedTo = user.Id;
            return !signIns.IsClosed(user) && await isRight(user) ? Outcome.Ok(await signIns.LetInAsync(user, ended, with)) : Outcome.Refused<SignedIn>(wrong);
        }, cancellationToken);
        if (!outcome.Succeeded && refusedTo is { } id)
            await RefuseAsync(id, wrong, cancellationToken);
        return outcome;
    }

    private async Task RefuseAsync(Guid userId, Refusal wrong, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(userId.ToString()) is { } user && !signIns.IsClosed(user))
        {
            signIns.Count(user);
            await db.SaveChangesAsync(cancellationToken);
        }

        await audit.RefusedAsync(Actor.Nobody, "Account.SignIn", new AuditSubject("User", userId), [wrong], cancellationToken);
    }

    private Task<Outcome<StepAdded>> AddAsync(
        Guid userId, string stamp, string action, Func<AppUser, CancellationToken, Task<Outcome>> add, CancellationToken cancellationToken) =>
        transactions.RunAsync(async ended =>
        {
            var user = await users.FindByIdAsync(userId.ToString());
            if (user is null or { IsDisabled: true } || user.SecurityStamp != stamp)
                return Outcome.Refused<StepAdded>(SessionOver);
            var added = await add(user, ended);
            if (!added.Succeeded)
                return Outcome.Refused<StepAdded>(added.Refusals);
            var codes = user.StaffRoles != Roles.None && await users.CountRecoveryCodesAsync(user) == 0 ? await MakeCodesAsync(user) : [];
            Accounts.Ensure(await users.UpdateSecurityStampAsync(user));
            messages.StepsChanged(user);
            audit.Append(new Actor(user.Id, user.StaffRoles), action, new AuditSubject("User", user.Id));
            return Outcome.Ok(new StepAdded(await signIns.LetInAsync(user, ended, "a step just set up"), codes));
        }, cancellationToken);

    private Task<Outcome<SignedIn>> ChangeAsync(Actor actor, string action, Func<AppUser, CancellationToken, Task<Outcome>> change, CancellationToken cancellationToken) =>
        transactions.RunAsync(async ended =>
        {
            var user = await OwnAsync(actor);
            var changed = await change(user, ended);
            if (!changed.Succeeded)
                return Outcome.Refused<SignedIn>(changed.Refusals);
            Accounts.Ensure(await users.UpdateSecurityStampAsync(user));
            messages.StepsChanged(user);
            audit.Append(actor, action, new AuditSubject("User", user.Id));
            await db.SaveChangesAsync(ended);
            return Outcome.Ok(new SignedIn(user.Id, user.FullName, user.StaffRoles, user.SecurityStamp ?? ""));
        }, cancellationToken);

    private static string Digits(string code) => new([.. (code ?? "").Where(char.IsAsciiDigit)]);
}
