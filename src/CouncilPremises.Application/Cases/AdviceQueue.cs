using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Advice that is asked for and has not come. The question itself is read on the case, where reading it is limited to the team.</summary>
public sealed record AdviceRow(Guid Id, string Reference, string Hirer, ConsultationKind Kind, DateTime AskedUtc, DateOnly DueOn, bool Overdue, DateTime? FirstEventUtc);

/// <summary>What is asked of somebody: the Prevent lead, safeguarding officers, and officers for police, legal, equality and licensing. RULEBOOK 6.</summary>
public sealed class AdviceQueue(AppDbContext db, CouncilTime time)
{
    /// <summary>Most rows: more open requests than this means something else is wrong.</summary>
    public const int Most = 200;

    /// <summary>Open requests whose answers this person records, the longest due first.</summary>
    public async Task<IReadOnlyList<AdviceRow>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var kinds = ConsultationRules.RecordedBy(actor.StaffRoles);
        var today = time.Today;
        return await (from asked in db.Consultations.AsNoTracking()
                      where asked.AnsweredUtc == null && kinds.Contains(asked.Kind)
                      join c in db.Cases.VisibleTo(actor, db) on asked.CaseId equals c.Id
                      where CaseQueue.Open.Contains(c.State)
                      orderby asked.DueOn, asked.AskedUtc
                      select new AdviceRow(
                          asked.Id, c.Reference, db.Organisations.Where(o => o.Id == c.OrganisationId).Select(o => o.Name).First(),
                          asked.Kind, asked.AskedUtc, asked.DueOn, asked.DueOn < today, c.FirstEventUtc)).Take(Most).ToListAsync(cancellationToken);
    }
}
