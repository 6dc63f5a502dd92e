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

    /// <summary>Sets references aside, one after the other, and gives the number of the first.</summary>
    internal async Task<int> NextManyAsync(CaseKind kind, int count, CancellationToken cancellationToken)
    {
        var name = NameOf(kind);
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
