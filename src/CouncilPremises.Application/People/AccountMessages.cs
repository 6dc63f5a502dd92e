using System.Buffers.Text;
using System.Text;
using CouncilPremises.Application.Notices;
using Microsoft.AspNetCore.Identity;

namespace CouncilPremises.Application.People;

/// <summary>Writes messages about accounts into the save under way.</summary>
public sealed class AccountMessages(NoticeWriter notices, UserManager<AppUser> users)
{
    /// <summary>Asks somebody who registered to confirm the address.</summary>
    public async Task ConfirmAsync(AppUser user)
    {
        var token = await users.GenerateEmailConfirmationTokenAsync(user);
        notices.QueueAccount(new AccountMessage(user.Email!, user.FullName, "Confirm your e-mail address",
            ["You are almost there. Follow this link within a day and enter the password you chose.",
             "If you did not register, ignore this message: without your answer nothing happens."],
            $"/confirm-email?id={user.Id}&token={Encode(token)}"));
    }

    /// <summary>Tells somebody who registers again that there is an account already.</summary>
    public void AlreadyRegistered(AppUser user) =>
        notices.QueueAccount(new AccountMessage(user.Email!, user.FullName, "You have an account already",
            ["Somebody, probably you, tried to register with this e-mail address. It has an account already: sign in with it.",
             "If you have forgotten your password, choose “I have forgotten my password” on the sign-in page."],
            "/sign-in"));

    /// <summary>Sends the link for a new password.</summary>
    public async Task ResetAsync(AppUser user)
    {
        var token = await users.GeneratePasswordResetTokenAsync(user);
        notices.QueueAccount(new AccountMessage(user.Email!, user.FullName, "Choose a new password",
            ["You, or somebody else, asked for a new password. Follow this link within a day to choose one.",
             "If it was not you, ignore this message: your password stays as it is."],
            $"/reset-password?id={user.Id}&token={Encode(token)}"));
    }

    /// <summary>Tells the owner of an account that its password changed.</summary>
    public void PasswordChanged(AppUser user) =>
        notices.QueueAccount(new AccountMessage(user.Email!, user.FullName, "Your password was changed",
            ["The password of your account was changed just now, and you were signed out everywhere else.",
             "If it was not you, choose a new password at once and tell us."],
            "/forgotten-password"));

    /// <summary>Tells the owner of an account that a way of signing in was added or removed.</summary>
    public void StepsChanged(AppUser user) =>
        notices.QueueAccount(new AccountMessage(user.Email!, user.FullName, "How you sign in was changed",
            ["An authenticator app or a passkey was added to your account or removed from it just now, and you were signed out everywhere else.",
             "If it was not you, choose a new password at once and tell us."],
            "/account/signing-in"));

    /// <summary>Tells the owner of an account that a recovery code was used.</summary>
    public void RecoveryCodeUsed(AppUser user, int left) =>
        notices.QueueAccount(new AccountMessage(user.Email!, user.FullName, "A recovery code was used",
            [$"Somebody signed in to your account with your password and a recovery code. You have {left} codes left.",
             "If it was not you, choose a new password at once and tell us."],
            "/account/signing-in"));

    /// <summary>Tells somebody that an administrator removed their second step.</summary>
    public void StepsReset(AppUser user) =>
        notices.QueueAccount(new AccountMessage(user.Email!, user.FullName, "Your second sign-in step was removed",
            ["An administrator has removed the authenticator app, the passkeys and the recovery codes of your account. The next time you sign in you set up a new one.",
             "If you did not ask for this, tell us at once."],
            "/sign-in"));

    /// <summary>A token as it stands in an address.</summary>
    public static string Encode(string token) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token));

    /// <summary>The token of an address; empty, which no token is, when it is spoilt.</summary>
    public static string Decode(string? text) =>
        text is not null && Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) : "";
}
