using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>A fund to choose from.</summary>
public sealed record ProgrammeFund(Guid Id, string Name);

/// <summary>The programme of a year, of one fund or of all.</summary>
/// <param name="Year">The financial year.</param>
/// <param name="Fund">The fund; null for all.</param>
/// <param name="Funds">Funds to choose from, by name.</param>
/// <param name="Report">The sums.</param>
public sealed record ProgrammeView(FinancialYear Year, ProgrammeFund? Fund, IReadOnlyList<ProgrammeFund> Funds, Programme Report);

/// <summary>A fund's delivery plan against a year.</summary>
/// <param name="Year">The financial year.</param>
/// <param name="Fund">The fund.</param>
/// <param name="Lines">Each line and what serves it.</param>
public sealed record CoverageView(FinancialYear Year, ProgrammeFund Fund, IReadOnlyList<LineCoverage> Lines);

/// <summary>The programme report for the oversight group: sums of the cases that the reader may see. It reads applications sent and awards
/// approved in the year, and nothing of other years; of applications without an award no answers. RULEBOOK 4.</summary>
public sealed class ProgrammeQueries(AppDbContext db, FundQueries funds)
{
    private const int MostFunds = 100;

    /// <summary>The report; null when there is no such fund or year.</summary>
    public async Task<ProgrammeView?> ReadAsync(FinancialYear year, Guid? fundId, Actor actor, CancellationToken cancellationToken)
    {
        if (!year.IsKnown)
            return null;
        var known = await db.Funds.AsNoTracking().OrderBy(f => f.Name).ThenBy(f => f.Id).Take(MostFunds).Select(f => new ProgrammeFund(f.Id, f.Name)).ToListAsync(cancellationToken);
        var fund = fundId is { } wanted ? known.Find(one => one.Id == wanted) : null;
        if (fundId is not null && fund is null)
            return null;
        return new ProgrammeView(year, fund, known, Programme.Of(await ProjectsAsync(year, fundId, actor, cancellationToken)));
    }

    /// <summary>A fund's delivery plan against a year; null when there is no such fund or year.</summary>
    public async Task<CoverageView?> CoverageAsync(FinancialYear year, Guid fundId, Actor actor, CancellationToken cancellationToken)
    {
        if (!year.IsKnown || await db.Funds.AsNoTracking().Include(f => f.Lines).FirstOrDefaultAsync(f => f.Id == fundId, cancellationToken) is not { } fund)
            return null;
        var projects = await ProjectsAsync(year, fundId, actor, cancellationToken);
        return new CoverageView(year, new ProgrammeFund(fund.Id, fund.Name), PlanCoverage.Of(fund.Lines, projects, await funds.WardsAsync(cancellationToken)));
    }

    private async Task<IReadOnlyList<ProgrammeProject>> ProjectsAsync(FinancialYear year, Guid? fundId, Actor actor, CancellationToken cancellationToken)
    {
        var (from, until) = (year.FromUtc, year.UntilUtc);
        var visible = db.Cases.VisibleTo(actor, db);
        var awards = db.Awards.Where(a => a.ApprovedUtc >= from && a.ApprovedUtc < until && (fundId == null || a.FundId == fundId) && visible.Any(c => c.Id == a.CaseId));
        var sent = await (from g in db.GrantApplications.AsNoTracking()
                          join c in visible on g.CaseId equals c.Id
                          where c.SubmittedUtc >= @from && c.SubmittedUtc < until && (fundId == null || g.FundId == fundId)
                          select new { g.CaseId, g.Objective, g.PlanLineId, g.Wards, g.Asked, c.State }).ToListAsync(cancellationToken);
        var given = await (from a in awards
                           join g in db.GrantApplications.AsNoTracking() on a.CaseId equals g.CaseId
                           select new { g.CaseId, g.Objective, g.PlanLineId, g.Wards, g.Answers }).ToListAsync(cancellationToken);
        var taken = (await db.TakenAsync(awards, cancellationToken)).ToDictionary(one => one.CaseId, one => one.Amount);
        var paid = (await db.Instalments.AsNoTracking().Where(i => (i.State == PaymentState.Released || i.State == PaymentState.Sent) && awards.Any(a => a.CaseId == i.CaseId))
            .Select(i => new { i.CaseId, i.Amount }).ToListAsync(cancellationToken)).ToLookup(i => i.CaseId, i => i.Amount);
        var reports = (await db.GrantReports.AsNoTracking().Where(r => r.State == ReportState.Accepted && awards.Any(a => a.CaseId == r.CaseId))
            .Select(r => new { r.CaseId, r.Number, r.Content }).ToListAsync(cancellationToken)).ToLookup(r => r.CaseId);

        var asked = sent.ToDictionary(one => one.CaseId);
        return
        [
            .. given.Where(one => taken.ContainsKey(one.CaseId)).Select(one => new ProgrammeProject(
                one.Objective, one.PlanLineId, one.Wards, asked.TryGetValue(one.CaseId, out var here) ? here.Asked : null, taken[one.CaseId],
                paid[one.CaseId].Aggregate(Money.Zero, (sum, amount) => sum + amount), IsWaiting: false,
                OutcomeCounts.Of(one.Answers.Outcomes.Items, reports[one.CaseId].Select(report => (report.Number, report.Content))),
                ProgrammeProject.PeopleOf(reports[one.CaseId].Select(report => report.Content)))),
            .. sent.Where(one => !taken.ContainsKey(one.CaseId)).Select(one => new ProgrammeProject(
                one.Objective, one.PlanLineId, one.Wards, one.Asked, null, Money.Zero, one.State.IsUndecided(), OutcomeCounts.None, 0)),
        ];
    }
}
