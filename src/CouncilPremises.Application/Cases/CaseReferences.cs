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
    public async Task<string> NextAsync(CaseKind kind, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix(kind)}-{time.Today.Year}");
        // Raising first takes the row's lock; the read after it is ours alone.
        if (await db.Counters.Where(c => c.Name == name).ExecuteUpdateAsync(set => set.SetProperty(c => c.Value, c => c.Value + 1), cancellationToken) == 0)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO counters (name, value) VALUES ({name}, 0) ON CONFLICT DO NOTHING", cancellationToken);
            await db.Counters.Where(c => c.Name == name).ExecuteUpdateAsync(set => set.SetProperty(c => c.Value, c => c.Value + 1), cancellationToken);
        }
        var value = await db.Counters.Where(c => c.Name == name).Select(c => c.Value).SingleAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{name}-{value:00000}");
    }

    private static string Prefix(CaseKind kind) => kind switch
    {
        CaseKind.Hire => "HB",
    };
}
