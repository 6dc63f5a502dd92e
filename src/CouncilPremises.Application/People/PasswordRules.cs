using System.Text;
using Microsoft.AspNetCore.Identity;

namespace CouncilPremises.Application.People;

/// <summary>What a password must be: twelve characters or more, and not one that people try first. Nothing about capitals or digits.</summary>
public sealed class PasswordRules : IPasswordValidator<AppUser>
{
    /// <summary>Fewest characters.</summary>
    public const int ShortestPassword = 12;

    /// <summary>Most characters: longer ones only cost time.</summary>
    public const int LongestPassword = 200;

    private const string DeniedCode = "PasswordDenied";
    private const int FewestDifferent = 5;
    private static readonly Lazy<HashSet<string>> Denied = new(Read);

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        var reason = Why(password ?? "", user.Email, user.FullName);
        return Task.FromResult(reason is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = DeniedCode, Description = reason }));
    }

    /// <summary>Why a password is refused; null when it is not.</summary>
    public static string? Why(string password, string? email, string? name)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length < ShortestPassword)
            return $"Your password must have {ShortestPassword} characters or more";
        if (password.Length > LongestPassword)
            return $"Your password must have {LongestPassword} characters or fewer";
        var plain = Plain(password);
        if (plain.Distinct().Count() < FewestDifferent || IsDenied(plain))
            return "Choose a password that is harder to guess. Three words that do not belong together work well";
        return IsOwn(plain, email, name) ? "Your password must not be your name or your e-mail address" : null;
    }

    // "Council2026!" and "c0unc1l-2026" are the same idea as "council"
    private static bool IsDenied(string plain)
    {
        var letters = plain.Trim("0123456789".ToCharArray());
        return Denied.Value.Contains(plain) || Denied.Value.Contains(letters) || IsRepeated(letters);
    }

    private static bool IsRepeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && string.Concat(Enumerable.Repeat(text[..length], text.Length / length)) == text
                && (length < FewestDifferent || Denied.Value.Contains(text[..length])))
                return true;
        }

        return text.Length == 0;
    }

    private static bool IsOwn(string plain, string? email, string? name)
    {
        var own = new[] { email, email?.Split('@')[0], name }.OfType<string>().Select(Plain).Where(text => text.Length > 3);
        return own.Any(text => plain.Trim("0123456789".ToCharArray()) == text.Trim("0123456789".ToCharArray()));
    }

    /// <summary>Letters and digits in lower case, with the usual disguises taken off letters: "P@ssw0rd" is "password".</summary>
    private static string Plain(string password)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < password.Length; i++)
        {
            var letter = char.ToLowerInvariant(password[i]);
            if (letter is '@' or '$')
                plain.Append(letter == '@' ? 'a' : 's');
            else if (char.IsLetter(letter))
                plain.Append(letter);
            else if (char.IsDigit(letter))
                plain.Append(IsInsideAWord(password, i) ? Undisguised(letter) : letter);
        }

        return plain.ToString();
    }

    private static bool IsInsideAWord(string password, int at) => at + 1 < password.Length && char.IsLetter(password[at + 1]);

    private static char Undisguised(char digit) => digit switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', _ => digit };

    private static HashSet<string> Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("denied-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(Plain)];
    }
}

/// <summary>Identity's own mistakes in the words of this service.</summary>
public sealed class AccountSentences : IdentityErrorDescriber
{
    /// <inheritdoc />
    public override IdentityError ConcurrencyFailure() =>
        new() { Code = nameof(ConcurrencyFailure), Description = "Somebody else changed this account at the same moment. Try again." };

    /// <inheritdoc />
    public override IdentityError InvalidToken() =>
        new() { Code = nameof(InvalidToken), Description = "This link does not work any more. Ask for a new one." };
}
