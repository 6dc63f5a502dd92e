using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

// What a grant case has besides
public sealed partial class CaseFiles
{
    /// <summary>A grant case; null when there is none or the actor may not see it.</summary>
    public async Task<GrantFile?> LoadGrantAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        await LoadAsync(reference, actor, cancellationToken) as GrantFile;

    private async Task<GrantFile> ReadGrantAsync(CaseFileParts parts, CancellationToken cancellationToken)
    {
        var id = parts.Case.Id;
        var grant = await db.GrantApplications.FirstAsync(g => g.CaseId == id, cancellationToken);
        var round = await db.GrantRounds.Include(r => r.LatePermissions).FirstAsync(r => r.Id == grant.RoundId, cancellationToken);
        var fund = await db.Funds.Include(f => f.Lines.OrderBy(line => line.Number)).FirstAsync(f => f.Id == grant.FundId, cancellationToken);
        if (parts.Case.State == CaseState.Draft)
            return new GrantFile(parts, new GrantFileParts(grant, round, fund, Money.Zero, [], [], null));
        return new GrantFile(parts, new GrantFileParts(
            grant, round, fund, fund.Budget - await db.AwardedAsync(fund.Id, id, cancellationToken),
            await db.Assessments.Where(a => a.CaseId == id).OrderBy(a => a.StartedUtc).ToListAsync(cancellationToken),
            await db.Moderations.Where(m => m.CaseId == id).OrderBy(m => m.MadeUtc).ToListAsync(cancellationToken),
            await db.Awards.FirstOrDefaultAsync(a => a.CaseId == id, cancellationToken)));
    }
}

/// <summary>What a fund has given away.</summary>
public static class FundSums
{
    /// <summary>What the awards of a fund come to, but for one case's own. An offer counts from the approval on, so that two cannot have the same
    /// pound; one that lapsed or was declined does not count, and a terminated one only as far as it was paid.</summary>
    public static async Task<Money> AwardedAsync(this AppDbContext db, Guid fundId, Guid exceptCaseId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var amounts = await db.Awards.Where(a => a.FundId == fundId && a.CaseId != exceptCaseId && a.State != AwardState.Lapsed && a.State != AwardState.Declined && a.State != AwardState.Terminated)
            .Select(a => a.Amount).ToListAsync(cancellationToken);
        return amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
    }
}
