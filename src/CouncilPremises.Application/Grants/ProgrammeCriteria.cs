using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>The criteria of the self-assessment, which whoever manages funds edits: they are about the grants programme, and administrators know
/// nothing of cases. Those that come with the product stand until the first act that needs them kept.</summary>
public sealed class ProgrammeCriteria(AppDbContext db, FundActs acts)
{
    private const int MostCriteria = 40;

    /// <summary>All of them in their order, those out of use last.</summary>
    public async Task<IReadOnlyList<ProgrammeCriterion>> ListAsync(CancellationToken cancellationToken)
    {
        var kept = await db.ProgrammeCriteria.AsNoTracking().ToListAsync(cancellationToken);
        return [.. (kept.Count > 0 ? kept : StartingCriteria.All()).OrderByDescending(one => one.IsInUse).ThenBy(one => one.Place).ThenBy(one => one.Title, StringComparer.Ordinal)];
    }

    /// <summary>Adds one.</summary>
    public Task<Outcome> AddAsync(CriterionFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var id = Guid.CreateVersion7();
        return acts.DoAsync(actor, "Criterion.Add", Subject(id), async ended =>
        {
            if (facts.Mistakes() is { Count: > 0 } mistakes)
                return Outcome.Refused<object>(mistakes);
            if ((await KeptAsync(ended)).Count >= MostCriteria)
                return Outcome.Refused<object>(new Refusal("Criterion", $"There are {MostCriteria} criteria already. Change one instead", nameof(facts.Title)));
            db.ProgrammeCriteria.Add(new ProgrammeCriterion(id, facts));
            return Outcome.Ok<object>(facts);
        }, cancellationToken);
    }

    /// <summary>Changes one, when nobody else did since it was read. Assessments begun before keep it as it was.</summary>
    public Task<Outcome> ChangeAsync(Guid criterionId, int version, CriterionFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return acts.DoAsync(actor, "Criterion.Change", Subject(criterionId), async ended =>
        {
            if ((await KeptAsync(ended)).FirstOrDefault(one => one.Id == criterionId) is not { } criterion)
                return Outcome.NotFound<object>();
            if (criterion.Version != version)
                return Outcome.Refused<object>(Outcome.Changed().Refusals);
            if (facts.Mistakes() is { Count: > 0 } mistakes)
                return Outcome.Refused<object>(mistakes);
            criterion.Describe(facts);
            return Outcome.Ok<object>(facts);
        }, cancellationToken);
    }

    /// <summary>All of them as the database tracks them, after putting in those that come with the product where there are none. It never saves.</summary>
    internal async Task<IReadOnlyList<ProgrammeCriterion>> KeptAsync(CancellationToken cancellationToken)
    {
        var kept = await db.ProgrammeCriteria.ToListAsync(cancellationToken);
        if (kept.Count > 0)
            return kept;
        var starting = StartingCriteria.All();
        db.ProgrammeCriteria.AddRange(starting);
        return starting;
    }

    private static AuditSubject Subject(Guid id) => new(nameof(ProgrammeCriterion), id);
}
