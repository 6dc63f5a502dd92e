using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Open cases that wait for what only somebody's role does: a review, advice to record, a safeguarding policy to look at, bank details to verify.
/// Whoever owns no cases finds their work by it.</summary>
public sealed class RoleWork(AppDbContext db, CouncilTime time)
{
    private static readonly CaseState[] Undecided = [CaseState.Checking, CaseState.Referred, CaseState.InfoRequested];

    /// <summary>Ids of those among these cases; none for officers, whose cases have an owner.</summary>
    public async Task<IReadOnlyList<Guid>> OfAsync(IQueryable<Case> open, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var ids = new List<Guid>();
        if (actor.HasAny(Roles.Reviewer))
            ids.AddRange(await open.Where(c => db.Reviews.Any(r => r.CaseId == c.Id && r.DecidedUtc == null)).Select(c => c.Id).ToListAsync(cancellationToken));
        if (actor.HasAny(Roles.PreventLead | Roles.SafeguardingOfficer))
        {
            var kinds = ConsultationRules.RecordedBy(actor.StaffRoles & (Roles.PreventLead | Roles.SafeguardingOfficer)).ToList();
            ids.AddRange(await open.Where(c => db.Consultations.Any(x => x.CaseId == c.Id && x.AnsweredUtc == null && kinds.Contains(x.Kind))).Select(c => c.Id).ToListAsync(cancellationToken));
        }
        if (actor.HasAny(Roles.SafeguardingOfficer))
            ids.AddRange(await WithoutPolicyAsync(open, cancellationToken));
        if (actor.HasAny(Roles.FinanceOfficer))
            ids.AddRange(await open.Where(c => db.Awards.Any(a => a.CaseId == c.Id && (a.State == AwardState.Agreed || a.State == AwardState.Active || a.State == AwardState.Suspended))
                && (db.BankDetails.Any(b => b.OrganisationId == c.OrganisationId && b.SupersededUtc == null && b.VerifiedUtc == null)
                    || db.Instalments.Any(i => i.CaseId == c.Id && i.State == PaymentState.Released))).Select(c => c.Id).ToListAsync(cancellationToken));
        return ids;
    }

    // What people are in the group's care stands among the answers, which the database cannot look into
    private async Task<IEnumerable<Guid>> WithoutPolicyAsync(IQueryable<Case> open, CancellationToken cancellationToken)
    {
        var today = time.Today;
        var unsettled = await (
            from c in open
            join h in db.HireApplications on c.Id equals h.CaseId
            where Undecided.Contains(c.State)
                && !db.CheckRecords.Any(r => r.OrganisationId == c.OrganisationId && r.Code == CheckCode.SAF && r.Outcome == CheckOutcome.Clear && r.ValidUntil >= today)
            select new { c.Id, h.Answers }).ToListAsync(cancellationToken);
        var grants = await (
            from c in open
            join g in db.GrantApplications on c.Id equals g.CaseId
            where Undecided.Contains(c.State)
                && !db.CheckRecords.Any(r => r.OrganisationId == c.OrganisationId && r.Code == CheckCode.SAF && r.Outcome == CheckOutcome.Clear && r.ValidUntil >= today)
            select new { c.Id, g.Answers }).ToListAsync(cancellationToken);
        return [.. unsettled.Where(one => Eligible.NeedsSafeguarding(one.Answers)).Select(one => one.Id),
            .. grants.Where(one => one.Answers.Safeguarding.Under18s == true).Select(one => one.Id)];
    }
}
