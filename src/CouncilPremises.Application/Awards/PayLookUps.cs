using System.Data.Common;
using System.Text.Json;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CouncilPremises.Application.Awards;

/// <summary>Whether what a payment rests on can be read: the lists, and the account it goes to. A look-up that fails blocks. RULEBOOK 6 *Pay*.</summary>
public sealed class PayLookUps(AppDbContext db, CouncilTime time, BankVault vault, ScreeningLists lists, ILogger<PayLookUps> log)
{
    /// <summary>Has the keys that open accounts read before a transaction begins.</summary>
    public void Wake() => vault.Wake();

    /// <summary>True when the lists can be read and the account can be opened; without an account only the lists count.</summary>
    public async Task<bool> WorkAsync(GrantFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Bank is { } bank && vault.Open(bank) is null)
            return false;
        try
        {
            await lists.CurrentAsync(db, time, cancellationToken);
            return true;
        }
        catch (Exception failed) when (failed is InvalidOperationException or DbException or JsonException or FormatException or IOException or ArgumentException)
        {
            log.LogError("The lists could not be read for a payment: {Problem}", failed.GetType().Name);
            return false;
        }
    }

    /// <summary>Keeps the bank details as they are until the act is over: whoever changes them meanwhile waits. False when they were changed already.</summary>
    public async Task<bool> HoldBankAsync(BankDetails? bank, CancellationToken cancellationToken) =>
        bank is not null && await db.BankDetails.Where(b => b.Id == bank.Id && b.SupersededUtc == null && b.Version == bank.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Version, b => b.Version), cancellationToken) == 1;
}
