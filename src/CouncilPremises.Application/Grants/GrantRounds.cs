using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>A round in the public list.</summary>
/// <param name="Slug">Its word in addresses.</param>
/// <param name="Title">What it is called.</param>
/// <param name="SchemeTitle">What groups call the fund.</param>
/// <param name="LowestAward">Least that may be asked for.</param>
/// <param name="HighestAward">Most that may be asked for.</param>
/// <param name="OpensUtc">First instant at which groups may write and send.</param>
/// <param name="ClosesUtc">First instant at which they may not any more.</param>
/// <param name="IsOpen">True while it is open.</param>
public sealed record RoundCard(
    string Slug, string Title, string SchemeTitle, Money LowestAward, Money HighestAward, DateTime OpensUtc, DateTime ClosesUtc, bool IsOpen);

/// <summary>One round with its fund. A council may drop the word "Prevent" from the scheme's title; purpose and source stay plain. RULEBOOK 2.</summary>
/// <param name="Round">The round with the organisations let in late: ask it <c>WhyClosed</c>, the one rule of what is open.</param>
/// <param name="Fund">The fund with its delivery plan.</param>
/// <param name="IsOpen">True while it is open to everybody.</param>
public sealed record RoundView(GrantRound Round, Fund Fund, bool IsOpen);

/// <summary>Rounds as everybody may read them, and as applications need them.</summary>
public sealed class GrantRounds(AppDbContext db, CouncilTime time)
{
    private const int MostListed = 50;

    /// <summary>Rounds that are open or open later, those that close first on top.</summary>
    public async Task<IReadOnlyList<RoundCard>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.NowUtc;
        return await db.GrantRounds.AsNoTracking().Where(r => r.ClosesUtc > now)
            .Join(db.Funds, r => r.FundId, f => f.Id, (Round, Fund) => new { Round, Fund })
            .OrderBy(one => one.Round.ClosesUtc).ThenBy(one => one.Round.Id).Take(MostListed)
            .Select(one => new RoundCard(
                one.Round.Slug, one.Round.Title, one.Fund.SchemeTitle, one.Fund.LowestAward, one.Fund.HighestAward, one.Round.OpensUtc, one.Round.ClosesUtc, one.Round.OpensUtc <= now))
            .ToListAsync(cancellationToken);
    }

    /// <summary>True when at least one round is open or opens later.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        var now = time.NowUtc;
        return db.GrantRounds.AnyAsync(r => r.ClosesUtc > now, cancellationToken);
    }

    /// <summary>One round by its word in addresses, open or not; null when there is none.</summary>
    public Task<RoundView?> FindAsync(string slug, CancellationToken cancellationToken) => ViewAsync(db.GrantRounds.Where(r => r.Slug == slug), cancellationToken);

    /// <summary>One round by its id; null when there is none.</summary>
    public Task<RoundView?> FindAsync(Guid id, CancellationToken cancellationToken) => ViewAsync(db.GrantRounds.Where(r => r.Id == id), cancellationToken);

    private async Task<RoundView?> ViewAsync(IQueryable<GrantRound> rounds, CancellationToken cancellationToken)
    {
        if (await rounds.AsNoTracking().Include(r => r.LatePermissions).FirstOrDefaultAsync(cancellationToken) is not { } round)
            return null;
        var fund = await db.Funds.AsNoTracking().Include(f => f.Lines.OrderBy(line => line.Number)).FirstAsync(f => f.Id == round.FundId, cancellationToken);
        return new RoundView(round, fund, round.IsOpen(time.NowUtc));
    }
}
