using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>Something decided that the group does not know yet.</summary>
/// <param name="Reference">The case.</param>
/// <param name="Group">Who applied.</param>
/// <param name="Title">For what.</param>
/// <param name="State">What was decided.</param>
/// <param name="Awarded">What was awarded; null when declined.</param>
/// <param name="DecidedUtc">When.</param>
/// <param name="HasStated">True when the person has stated their interest in it: nobody acts before (S3).</param>
public sealed record OutcomeRow(string Reference, string Group, string Title, CaseState State, Money? Awarded, DateTime? DecidedUtc, bool HasStated);

/// <summary>The outcomes of a round.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Round">The round.</param>
/// <param name="Waiting">Decided and not published, at most as many as can be published at once.</param>
/// <param name="Published">How many are published.</param>
/// <param name="Undecided">How many are not decided.</param>
public sealed record RoundOutcomes(Fund Fund, GrantRound Round, IReadOnlyList<OutcomeRow> Waiting, int Published, int Undecided);

/// <summary>What of a round is decided, and what of that the groups know.</summary>
public sealed class OutcomeQueries(AppDbContext db)
{
    private static readonly CaseState[] Decided = [CaseState.Approved, CaseState.ApprovedWithConditions, CaseState.Refused];

    /// <summary>The outcomes; null when there is no such round of this fund.</summary>
    public async Task<RoundOutcomes?> ReadAsync(Guid fundId, string slug, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await db.GrantRounds.AsNoTracking().FirstOrDefaultAsync(r => r.Slug == slug && r.FundId == fundId, cancellationToken) is not { } round)
            return null;
        var fund = await db.Funds.AsNoTracking().FirstAsync(f => f.Id == fundId, cancellationToken);
        var all = from g in db.GrantApplications.AsNoTracking()
                  join c in db.Cases.VisibleTo(actor, db) on g.CaseId equals c.Id
                  where g.RoundId == round.Id
                  select new { g, c };
        var waiting = await (from one in all
                             join o in db.Organisations on one.c.OrganisationId equals o.Id
                             where one.g.OutcomePublishedUtc == null && Decided.Contains(one.c.State)
                             orderby one.c.Reference
                             select new OutcomeRow(
                                 one.c.Reference, o.Name, one.g.Title, one.c.State,
                                 db.Awards.Where(a => a.CaseId == one.c.Id).Select(a => (Money?)a.Amount).FirstOrDefault(), one.c.StateSinceUtc,
                                 db.ConflictStatements.Any(s => s.CaseId == one.c.Id && s.OfficerId == actor.Id)))
            .Take(GrantOutcomes.Most).ToListAsync(cancellationToken);
        var published = await all.CountAsync(one => one.g.OutcomePublishedUtc != null, cancellationToken);
        var undecided = await all.CountAsync(one => one.g.OutcomePublishedUtc == null && !Decided.Contains(one.c.State) && CaseQueue.Open.Contains(one.c.State), cancellationToken);
        return new RoundOutcomes(fund, round, waiting, published, undecided);
    }
}
