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
            return new GrantFile(parts, new GrantFileParts(grant, round, fund, Money.Zero, [], [], null, MoneyParts.None()));
        var award = await db.Awards.FirstOrDefaultAsync(a => a.CaseId == id, cancellationToken);
        return new GrantFile(parts, new GrantFileParts(
            grant, round, fund, fund.Budget - await db.AwardedAsync(fund.Id, id, cancellationToken),
            await db.Assessments.Where(a => a.CaseId == id).OrderBy(a => a.StartedUtc).ToListAsync(cancellationToken),
            await db.Moderations.Where(m => m.CaseId == id).OrderBy(m => m.MadeUtc).ToListAsync(cancellationToken),
            award, award is null ? MoneyParts.None() : await ReadMoneyAsync(id, parts.Organisation.Id, cancellationToken)));
    }

    private async Task<MoneyParts> ReadMoneyAsync(Guid id, Guid organisationId, CancellationToken cancellationToken) => new(
        await db.Instalments.Where(i => i.CaseId == id).OrderBy(i => i.Number).ToListAsync(cancellationToken),
        await db.GrantReports.Where(r => r.CaseId == id).OrderBy(r => r.Number).ToListAsync(cancellationToken),
        await db.BankDetails.Where(b => b.OrganisationId == organisationId && b.SupersededUtc == null).OrderByDescending(b => b.KeyedUtc).FirstOrDefaultAsync(cancellationToken),
        await db.Recoveries.Where(r => r.CaseId == id).OrderBy(r => r.DecidedUtc).ToListAsync(cancellationToken),
        await db.AwardVariations.Where(v => v.CaseId == id).OrderBy(v => v.MadeUtc).ToListAsync(cancellationToken));
}

/// <summary>What a fund has given away.</summary>
public static class FundSums
{
    /// <summary>What the awards of a fund come to, but for one case's own.</summary>
    public static async Task<Money> AwardedAsync(this AppDbContext db, Guid fundId, Guid exceptCaseId, CancellationToken cancellationToken) =>
        (await db.AwardedByCaseAsync(fundId, cancellationToken)).Where(one => one.Key != exceptCaseId).Aggregate(Money.Zero, (sum, one) => sum + one.Value);

    /// <summary>What a fund has for one case, read while its row is held until the act ends: whoever waits reads what the other awarded, and the budget as
    /// it is then. Two cannot have the last of a fund.</summary>
    public static async Task<Money> HoldAndReadLeftAsync(this AppDbContext db, Guid fundId, Guid caseId, CancellationToken cancellationToken)
    {
        await db.HoldFundAsync(fundId, cancellationToken);
        return await db.Funds.AsNoTracking().Where(f => f.Id == fundId).Select(f => f.Budget).SingleAsync(cancellationToken) - await db.AwardedAsync(fundId, caseId, cancellationToken);
    }

    /// <summary>Holds a fund's row until the act ends: others who award from it or change it wait.</summary>
    public static Task HoldFundAsync(this AppDbContext db, Guid fundId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Funds.Where(f => f.Id == fundId).ExecuteUpdateAsync(set => set.SetProperty(f => f.CreatedUtc, f => f.CreatedUtc), cancellationToken);
    }

    /// <summary>What each award of a fund takes from it, by case.</summary>
    public static async Task<Dictionary<Guid, Money>> AwardedByCaseAsync(this AppDbContext db, Guid fundId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return (await db.TakenAsync(db.Awards.Where(a => a.FundId == fundId), cancellationToken)).ToDictionary(one => one.CaseId, one => one.Amount);
    }

    /// <summary>What each of some awards takes from its fund. An offer counts from the approval on, so that two cannot have the same
    /// pound; one that lapsed or was declined does not count, and a terminated one only as far as it was paid.</summary>
    internal static async Task<IReadOnlyList<TakenAward>> TakenAsync(this AppDbContext db, IQueryable<Award> of, CancellationToken cancellationToken)
    {
        var awards = await of.AsNoTracking().Where(a => a.State != AwardState.Lapsed && a.State != AwardState.Declined)
            .Select(a => new { a.CaseId, a.FundId, a.State, a.Amount }).ToListAsync(cancellationToken);
        var ended = awards.Where(a => a.State == AwardState.Terminated).Select(a => a.CaseId).ToList();
        var paid = (ended.Count == 0 ? [] : await db.Instalments.AsNoTracking().Where(i => ended.Contains(i.CaseId)).ToListAsync(cancellationToken)).ToLookup(i => i.CaseId);
        return [.. awards.Select(a => new TakenAward(a.CaseId, a.FundId, a.State == AwardState.Terminated ? PaymentPlan.Paid(paid[a.CaseId]) : a.Amount))];
    }
}

/// <summary>What an award takes from its fund.</summary>
internal sealed record TakenAward(Guid CaseId, Guid FundId, Money Amount);
