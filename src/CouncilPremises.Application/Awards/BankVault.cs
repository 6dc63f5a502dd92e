using System.Security.Cryptography;
using System.Text;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Grants;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Awards;

/// <summary>A secret of the product's own, encrypted with the keys that protect cookies.</summary>
public sealed class SealedKey
{
    private SealedKey() { }

    /// <summary>A new one.</summary>
    public SealedKey(string name, string content) => (Name, Content) = (name, content);

    /// <summary>What it is for.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The secret, encrypted.</summary>
    public string Content { get; private set; } = "";
}

/// <summary>A sort code and an account number, opened for the payment file.</summary>
public sealed record AccountNumbers(string SortCode, string AccountNumber)
{
    /// <summary>What a log would show: nothing.</summary>
    public override string ToString() => nameof(AccountNumbers);
}

/// <summary>Encrypts bank accounts, and makes the keyed hash by which the same account is found again. The one place that opens them. RULEBOOK 4 G12, 9.</summary>
public sealed class BankVault(AppDbContext db, IDataProtectionProvider protection)
{
    private const string KeyName = "Bank account hash";
    private const int KeyBytes = 32;

    private IDataProtector Protector => protection.CreateProtector("CouncilPremises bank details");

    /// <summary>Has the keys made or read before a transaction begins: making one inside would wait for the transaction that waits for it.</summary>
    public void Wake() => Protector.Protect("");

    /// <summary>Encrypts an account; what was keyed has no mistakes.</summary>
    public async Task<SealedAccount> SealAsync(BankFacts facts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (sortCode, number) = facts.Numbers;
        var key = await KeyAsync(cancellationToken);
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{sortCode}{number}")));
        return new SealedAccount(Protector.Protect($"{sortCode}{number}"), hash);
    }

    /// <summary>Opens an account; null when it was erased, or the keys it was encrypted with are lost: then nothing is paid.</summary>
    public AccountNumbers? Open(BankDetails bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        if (bank.SealedNumbers is null)
            return null;
        try
        {
            var plain = Protector.Unprotect(bank.SealedNumbers);
            return plain.Length == BankFacts.SortCodeDigits + BankFacts.AccountNumberDigits
                ? new AccountNumbers(plain[..BankFacts.SortCodeDigits], plain[BankFacts.SortCodeDigits..])
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // Made once, in the save of the first account; of two at the same moment one is told to try again
    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken)
    {
        var kept = await db.SealedKeys.FirstOrDefaultAsync(k => k.Name == KeyName, cancellationToken);
        if (kept is null)
        {
            kept = new SealedKey(KeyName, Protector.Protect(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes))));
            db.SealedKeys.Add(kept);
        }
        return Convert.FromHexString(Protector.Unprotect(kept.Content));
    }
}
