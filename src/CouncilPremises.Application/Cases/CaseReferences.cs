using System.Globalization;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Gives the next reference of the year: HB-2026-00123. Numbers run without regard to who asks, and none is given twice.</summary>
public sealed class CaseReferences(AppDbContext db, CouncilTime time)
{
    /// <summary>The next reference, raised inside the caller's transaction.</summary>
    public async Task<string> NextAsync(CaseKind kind, CancellationToken cancellationToken) => Nth(kind, await NextManyAsync(kind, 1, cancellationToken));

    /// <summary>Waits until nobody else is making a payment file, inside the caller's transaction.</summary>
    internal Task HoldPaymentFilesAsync(CancellationToken cancellationToken) => RaiseAsync(PaymentFiles, 0, cancellationToken);

    /// <summary>The next number of a payment file, GP-2026-00001, raised inside the caller's transaction.</summary>
    internal async Task<string> NextPaymentFileAsync(CancellationToken cancellationToken)
    {
        var number = await RaiseAsync(PaymentFiles, 1, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{PaymentFiles}-{number:00000}");
    }

    private string PaymentFiles => string.Create(CultureInfo.InvariantCulture, $"GP-{time.Today.Year}");

    /// <summary>Sets references aside, one after the other, and gives the number of the first.</summary>
    internal async Task<int> NextManyAsync(CaseKind kind, int count, CancellationToken cancellationToken)
    {
        return await RaiseAsync(NameOf(kind), count, cancellationToken);
    }

    private async Task<int> RaiseAsync(string name, int count, CancellationToken cancellationToken)
    {
        // Raising first takes the row's lock; the read after it is ours alone.
        if (await db.Counters.Where(c => c.Name == name).ExecuteUpdateAsync(set => set.SetProperty(c => c.Value, c => c.Value + count), cancellationToken) == 0)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO counters (name, value) VALUES ({name}, 0) ON CONFLICT DO NOTHING", cancellationToken);
            await db.Counters.Where(c => c.Name == name).ExecuteUpdateAsync(set => set.SetProperty(c => c.Value, c => c.Value + count), cancellationToken);
        }
        return await db.Counters.Where(c => c.Name == name).Select(c => c.Value).SingleAsync(cancellationToken) - count + 1;
    }

    /// <summary>The reference of this number in this year.</summary>
    internal string Nth(CaseKind kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{NameOf(kind)}-{number:00000}");

    private string NameOf(CaseKind kind) => string.Create(CultureInfo.InvariantCulture, $"{Prefix(kind)}-{time.Today.Year}");

    private static string Prefix(CaseKind kind) => kind switch
    {
        CaseKind.Hire => "HB",
        CaseKind.Grant => "GR",
    };
}
