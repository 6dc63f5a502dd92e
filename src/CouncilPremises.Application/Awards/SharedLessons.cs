using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Awards;

/// <summary>What a group learned and lets others read.</summary>
public sealed record Lesson(string Project, string Group, string Fund, DateOnly Until, string Text);

/// <summary>A page of lessons, newest first.</summary>
public sealed record LessonsPage(IReadOnlyList<Lesson> Lessons, int Page, int Pages);

/// <summary>What funded groups learned: from accepted reports whose groups agreed, for groups that hold a grant and for grant staff. RULEBOOK 4 G7.</summary>
public sealed class SharedLessons(AppDbContext db)
{
    private const int PageSize = 20;

    /// <summary>A page; null for somebody who belongs to no funded group and works on no grants.</summary>
    public async Task<LessonsPage?> ReadAsync(int page, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var mayRead = actor.StaffRoles.Has(Permission.ReadGrants) || await db.Memberships.AnyAsync(m => m.UserId == actor.Id
            && db.Cases.Any(c => c.OrganisationId == m.OrganisationId && db.Awards.Any(a => a.CaseId == c.Id && a.AcceptedUtc != null)), cancellationToken);
        if (!mayRead)
            return null;
        var shared = db.GrantReports.AsNoTracking().Where(r => r.SharesLessons && r.State == ReportState.Accepted);
        var pages = Math.Max(1, (await shared.CountAsync(cancellationToken) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = await (
            from report in shared
            join @case in db.Cases on report.CaseId equals @case.Id
            join grant in db.GrantApplications on report.CaseId equals grant.CaseId
            orderby report.ReadUtc descending, report.Id
            select new
            {
                grant.Title,
                report.Until,
                report.Content,
                Group = db.Organisations.Where(o => o.Id == @case.OrganisationId).Select(o => o.Name).First(),
                Fund = db.Funds.Where(f => f.Id == grant.FundId).Select(f => f.SchemeTitle).First(),
            }).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new LessonsPage([.. rows.Select(row => new Lesson(row.Title, row.Group, row.Fund, row.Until, row.Content.Lessons ?? ""))], page, pages);
    }
}
