using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>A fund in the list of funds.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Its name among the council's own people.</param>
/// <param name="SchemeTitle">What groups call it.</param>
/// <param name="Budget">All there is to award.</param>
/// <param name="Left">What its awards leave of it; less than nothing once the budget was set below them.</param>
/// <param name="Officer">Who answers for it.</param>
/// <param name="OpenRounds">Rounds that are open now.</param>
/// <param name="ComingRounds">Rounds that open later.</param>
public sealed record FundRow(Guid Id, string Name, string SchemeTitle, Money Budget, Money Left, string Officer, int OpenRounds, int ComingRounds);

/// <summary>Somebody who may answer for a fund.</summary>
public sealed record FundOfficer(Guid Id, string Name);

/// <summary>A round in the list of a fund's rounds.</summary>
public sealed record RoundRow(string Slug, string Title, DateTime OpensUtc, DateTime ClosesUtc, bool IsOpen);

/// <summary>An organisation let in late, as staff read it.</summary>
public sealed record LateRow(string Organisation, DateTime UntilUtc, string Reason, string By, DateTime AtUtc);

/// <summary>An organisation that may be let in.</summary>
public sealed record LateCandidate(Guid Id, string Name, string Address);

/// <summary>One fund as staff see it.</summary>
/// <param name="Fund">The fund with its delivery plan.</param>
/// <param name="Officer">Who answers for it.</param>
/// <param name="Rounds">Its newest rounds, the one that closes last first.</param>
public sealed record FundView(Fund Fund, string Officer, IReadOnlyList<RoundRow> Rounds);

/// <summary>What staff read about funds. The caller has the permission to read grants: a fund belongs to no case.</summary>
public sealed class FundQueries(AppDbContext db, CouncilTime time)
{
    private const int MostListed = 100;
    private const int MostCandidates = 20;

    /// <summary>Funds by name, at most a hundred.</summary>
    public async Task<IReadOnlyList<FundRow>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.NowUtc;
        var rows = await db.Funds.AsNoTracking().OrderBy(f => f.Name).ThenBy(f => f.Id).Take(MostListed).Select(f => new FundRow(
            f.Id, f.Name, f.SchemeTitle, f.Budget, f.Budget, db.Users.Where(u => u.Id == f.ResponsibleOfficerId).Select(u => u.FullName).First(),
            db.GrantRounds.Count(r => r.FundId == f.Id && r.OpensUtc <= now && r.ClosesUtc > now), db.GrantRounds.Count(r => r.FundId == f.Id && r.OpensUtc > now)))
            .ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();
        var taken = (await db.TakenAsync(db.Awards.Where(a => ids.Contains(a.FundId)), cancellationToken)).ToLookup(award => award.FundId, award => award.Amount);
        return [.. rows.Select(row => row with { Left = taken[row.Id].Aggregate(row.Budget, (left, amount) => left - amount) })];
    }

    /// <summary>One fund with its delivery plan and rounds; null when there is none.</summary>
    public async Task<FundView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Funds.AsNoTracking().Include(f => f.Lines.OrderBy(line => line.Number)).FirstOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } fund)
            return null;
        var now = time.NowUtc;
        var rounds = await db.GrantRounds.AsNoTracking().Where(r => r.FundId == id).OrderByDescending(r => r.ClosesUtc).Take(MostListed)
            .Select(r => new RoundRow(r.Slug, r.Title, r.OpensUtc, r.ClosesUtc, r.OpensUtc <= now && r.ClosesUtc > now)).ToListAsync(cancellationToken);
        return new FundView(fund, await db.Users.Where(u => u.Id == fund.ResponsibleOfficerId).Select(u => u.FullName).FirstAsync(cancellationToken), rounds);
    }

    /// <summary>Lines of a fund's plan that an application, drafts included, or an award points at. They stay.</summary>
    public async Task<IReadOnlySet<Guid>> LinesInUseAsync(Guid fundId, CancellationToken cancellationToken) =>
        (await db.GrantApplications.AsNoTracking().Where(g => g.FundId == fundId && g.PlanLineId != null).Select(g => g.PlanLineId!.Value).Distinct().ToListAsync(cancellationToken)).ToHashSet();

    /// <summary>Who may answer for a fund: grant officers and approvers whose accounts are open, by name.</summary>
    public async Task<IReadOnlyList<FundOfficer>> OfficersAsync(CancellationToken cancellationToken)
    {
        var today = time.Today;
        // Roles are kept as text, so which of the few staff work on grants is decided here
        var staff = await db.Users.AsNoTracking()
            .Where(u => u.StaffRoles != Roles.None && !u.IsDisabled && (u.GuestUntil == null || u.GuestUntil >= today)).OrderBy(u => u.FullName)
            .Select(u => new { u.Id, u.FullName, u.StaffRoles }).ToListAsync(cancellationToken);
        return [.. staff.Where(u => u.StaffRoles.Has(Permission.ManageFunds)).Select(u => new FundOfficer(u.Id, u.FullName))];
    }

    /// <summary>Wards that are known: those that venues stand in, by name.</summary>
    public async Task<IReadOnlyList<string>> WardsAsync(CancellationToken cancellationToken) =>
        await db.Venues.AsNoTracking().Where(v => v.Ward != "").Select(v => v.Ward).Distinct().OrderBy(ward => ward).ToListAsync(cancellationToken);

    /// <summary>Whom a round let in late, the latest first.</summary>
    public async Task<IReadOnlyList<LateRow>> LetInAsync(Guid roundId, CancellationToken cancellationToken) =>
        await db.GrantRounds.AsNoTracking().Where(r => r.Id == roundId).SelectMany(r => r.LatePermissions).OrderByDescending(p => p.AtUtc).Take(MostListed)
            .Select(p => new LateRow(db.Organisations.Where(o => o.Id == p.OrganisationId).Select(o => o.Name).First(), p.UntilUtc, p.Reason,
                db.Users.Where(u => u.Id == p.ById).Select(u => u.FullName).First(), p.AtUtc)).ToListAsync(cancellationToken);

    /// <summary>Groups whose name holds some letters, small or capital, at most twenty. Grants go to groups only. RULEBOOK 2.</summary>
    public async Task<IReadOnlyList<LateCandidate>> GroupsAsync(string? letters, CancellationToken cancellationToken)
    {
        if (letters?.Trim() is not { Length: >= 2 and <= 200 } wanted)
            return [];
        var pattern = LikePattern.Holding(wanted);
#pragma warning disable CA1304, CA1311 // translated to SQL upper(), which knows no culture
        return await db.Organisations.AsNoTracking().Where(o => o.Kind == HirerKind.Group && EF.Functions.Like(o.Name.ToUpper(), pattern, "\\"))
            .OrderBy(o => o.Name).Take(MostCandidates).Select(o => new LateCandidate(o.Id, o.Name, o.Address)).ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311
    }
}
