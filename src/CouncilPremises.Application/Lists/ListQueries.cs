using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Lists;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>Reads about the screening lists.</summary>
public sealed class ListQueries(AppDbContext db)
{
    /// <summary>The list's own facts about the entry a hit points to; none for the council's own decisions.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FactsOfAsync(Hit hit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return await db.ListEntries.AsNoTracking().Where(e => e.ListVersionId == hit.ListVersionId && e.Key == hit.EntryKey)
            .Select(e => e.Facts).FirstOrDefaultAsync(cancellationToken) ?? new Dictionary<string, string>();
    }
}
