using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Awards;

/// <summary>Another group that gave the same bank account, with its grant cases.</summary>
public sealed record SameAccount(string Group, IReadOnlyList<string> References);

/// <summary>Finds the same bank account in other groups' grants by its keyed hash. It says what is the same, and accuses nobody. RULEBOOK 4, 5.</summary>
public sealed class AwardOverlaps(AppDbContext db)
{
    private const int Most = 20;

    /// <summary>Other groups whose account, now or before, is this case's.</summary>
    public async Task<IReadOnlyList<SameAccount>> OfAsync(GrantFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Bank is not { AccountHash.Length: > 0 } bank)
            return [];
        var (hash, own) = (bank.AccountHash, bank.OrganisationId);
        var groups = await db.BankDetails.AsNoTracking().Where(b => b.AccountHash == hash && b.OrganisationId != own)
            .Select(b => b.OrganisationId).Distinct().Take(Most)
            .Select(id => new
            {
                Name = db.Organisations.Where(o => o.Id == id).Select(o => o.Name).First(),
                References = db.Cases.Where(c => c.OrganisationId == id && db.Awards.Any(a => a.CaseId == c.Id)).OrderBy(c => c.Reference).Select(c => c.Reference).ToList(),
            }).ToListAsync(cancellationToken);
        return [.. groups.Select(group => new SameAccount(group.Name, group.References))];
    }
}
