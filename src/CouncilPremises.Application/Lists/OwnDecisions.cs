using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Screening;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>A decision of the council that is on L4, and the hirer it was about.</summary>
internal sealed record OwnDecision(Guid DecisionId, Guid CaseId, string Name)
{
    /// <summary>Its key on the list, which is its hash too: a decision never changes.</summary>
    public string Key => DecisionId.ToString("N");

    /// <summary>As names are tried against it.</summary>
    public ListedEntry ToScreening() => new(nameof(ListCode.L4), Key, NameKind.Unknown, [new ListedName(Name)]);
}

/// <summary>L4: refusals and cancellations by this council on D1, D4–D6 and D9, for 24 months, but not what a review varied or set aside. RULEBOOK 5.</summary>
internal static class OwnDecisionsList
{
    private static readonly Ground?[] Grounds = [Ground.D1, Ground.D4, Ground.D5, Ground.D6, Ground.D9];

    /// <summary>Those on the list at an instant, in order; perhaps one only.</summary>
    public static IQueryable<OwnDecision> OwnDecisions(this AppDbContext db, DateTime nowUtc, Guid? only = null)
    {
        var since = nowUtc.AddMonths(-24);
        return from decision in db.Decisions.AsNoTracking()
               where (decision.Kind == DecisionKind.Refuse || decision.Kind == DecisionKind.RefuseDates || decision.Kind == DecisionKind.Cancel)
                   && (only == null || decision.Id == only) && decision.MadeUtc > since && Grounds.Contains(decision.Ground)
                   && !db.Reviews.Any(r => r.SubjectId == decision.Id && r.Outcome != null && r.Outcome != ReviewOutcome.Uphold)
               join @case in db.Cases on decision.CaseId equals @case.Id
               join organisation in db.Organisations on @case.OrganisationId equals organisation.Id
               orderby decision.Id
               select new OwnDecision(decision.Id, decision.CaseId, organisation.Name);
    }

    /// <summary>Has the names of live cases tried against a decision just made, when it goes on the list. It does not save.</summary>
    public static void TryLiveNamesAgainst(this AppDbContext db, Decision decision, DateTime nowUtc)
    {
        if (Grounds.Contains(decision.Ground))
            db.Rescreenings.Add(new Rescreening(Guid.CreateVersion7(), decision.Id, nowUtc));
    }
}
