using System.Security.Cryptography;
using System.Text;
using CouncilPremises.Application.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CouncilPremises.Application.People;

/// <summary>Identity's store of accounts; it keeps the key of an authenticator app encrypted and recovery codes as hashes, so that a copy of the
/// database opens no account.</summary>
public sealed class AppUserStore(AppDbContext db, IDataProtectionProvider protection, IdentityErrorDescriber describer)
    : UserOnlyStore<AppUser, AppDbContext, Guid>(db, describer)
{
    private const int HashRounds = 50_000;
    private const int HashBytes = 32;
    private readonly IDataProtector keys = protection.CreateProtector("authenticator-key");

    /// <inheritdoc />
    public override Task SetAuthenticatorKeyAsync(AppUser user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, keys.Protect(key), cancellationToken);

    /// <summary>The key; null when there is none, or when it cannot be read because the keys that protect it are lost: then no code is right.</summary>
    public override async Task<string?> GetAuthenticatorKeyAsync(AppUser user, CancellationToken cancellationToken)
    {
        var kept = await base.GetAuthenticatorKeyAsync(user, cancellationToken);
        try
        {
            return kept is null ? null : keys.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public override Task ReplaceCodesAsync(AppUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => Hash(user, code)), cancellationToken);

    /// <summary>Uses a code up. Codes are kept as hashes, and the base class puts back what is left, so the left ones are not hashed twice.</summary>
    public override async Task<bool> RedeemCodeAsync(AppUser user, string code, CancellationToken cancellationToken)
    {
        var left = await GetTokenAsync(user, Provider, CodesName, cancellationToken) ?? "";
        var hashes = left.Split(';', StringSplitOptions.RemoveEmptyEntries);
        var wanted = Hash(user, code);
        if (!hashes.Contains(wanted))
            return false;
        await base.ReplaceCodesAsync(user, hashes.Where(hash => hash != wanted), cancellationToken);
        return true;
    }

    // The names under which Identity's own store keeps them
    private const string Provider = "[AspNetUserStore]";
    private const string CodesName = "RecoveryCodes";

    // Typed by hand from paper: capitals, spaces and the dash do not matter
    private static string Hash(AppUser user, string code)
    {
        var plain = new string([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        return Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(plain), user.Id.ToByteArray(), HashRounds, HashAlgorithmName.SHA256, HashBytes));
    }
}
