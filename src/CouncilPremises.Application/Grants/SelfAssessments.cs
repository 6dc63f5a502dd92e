using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>The yearly self-assessment of the programme: begun, written with gaps, completed by one person, signed or sent back by another.</summary>
public sealed class SelfAssessments(AppDbContext db, CouncilTime time, FundActs acts, ProgrammeCriteria criteria)
{
    private static readonly Refusal SignerOnly = new("Role", "A grant approver or a director signs the self-assessment.");

    /// <summary>Begins the assessment of a year with the criteria in use.</summary>
    public Task<Outcome> StartAsync(FinancialYear year, Actor actor, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        return acts.DoAsync(actor, "SelfAssessment.Start", Subject(id), async ended =>
        {
            if (SelfAssessment.WhyNotBegin(year, time.Today) is { } no)
                return Outcome.Refused<object>(no);
            if (await db.SelfAssessments.AnyAsync(a => a.Year == year.Starts, ended))
                return Outcome.Refused<object>(new Refusal("Year", $"The self-assessment of {year} is begun already", "Year"));
            var assessment = new SelfAssessment(id, year, await criteria.KeptAsync(ended), actor.Id, time.NowUtc);
            if (assessment.Findings.Count == 0)
                return Outcome.Refused<object>(new Refusal("Criteria", "No criterion is in use. Put one into use first", "Year"));
            db.SelfAssessments.Add(assessment);
            return Outcome.Ok<object>(new { year = year.Starts, criteria = assessment.Findings.Count });
        }, cancellationToken);
    }

    /// <summary>Keeps what was entered, with gaps.</summary>
    public Task<Outcome> SaveAsync(FinancialYear year, int version, IReadOnlyList<EnteredFinding> entered, Actor actor, CancellationToken cancellationToken) =>
        WriteAsync("SelfAssessment.Save", year, version, entered, actor, complete: false, cancellationToken);

    /// <summary>Keeps what was entered and completes it, when nothing is missing.</summary>
    public Task<Outcome> CompleteAsync(FinancialYear year, int version, IReadOnlyList<EnteredFinding> entered, Actor actor, CancellationToken cancellationToken) =>
        WriteAsync("SelfAssessment.Complete", year, version, entered, actor, complete: true, cancellationToken);

    /// <summary>Signs it: not who completed it.</summary>
    public Task<Outcome> SignAsync(FinancialYear year, int version, Actor actor, CancellationToken cancellationToken) =>
        JudgeAsync("SelfAssessment.Sign", year, version, actor, assessment =>
        {
            assessment.Sign(actor.Id, time.NowUtc);
            return Outcome.Ok<object>(new { year = year.Starts });
        }, cancellationToken);

    /// <summary>Sends it back for a reason: not who completed it.</summary>
    public Task<Outcome> SendBackAsync(FinancialYear year, int version, string? reason, Actor actor, CancellationToken cancellationToken) =>
        JudgeAsync("SelfAssessment.SendBack", year, version, actor, assessment =>
        {
            if ((reason?.Trim().Length ?? 0) is < CriterionFinding.Fewest or > CriterionFinding.Most)
                return Outcome.Refused<object>(new Refusal("Reason", $"Say what is to be changed, in {CriterionFinding.Fewest} to {CriterionFinding.Most:#,0} characters", "Reason"));
            assessment.SendBack(reason!, actor.Id, time.NowUtc);
            return Outcome.Ok<object>(new { year = year.Starts, reason });
        }, cancellationToken);

    private async Task<Outcome> WriteAsync(
        string action, FinancialYear year, int version, IReadOnlyList<EnteredFinding> entered, Actor actor, bool complete, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entered);
        return await acts.DoAsync(actor, action, Subject(await IdAsync(year, cancellationToken)), async ended =>
        {
            var found = await FindAsync(year, version, ended);
            if (!found.Succeeded)
                return Outcome.Refused<object>(found.Refusals);
            if (found.Value.WhyNotWrite() is { } no)
                return Outcome.Refused<object>(no);
            if ((complete ? found.Value.Missing(entered) : found.Value.Mistakes(entered)) is { Count: > 0 } wrong)
                return Outcome.Refused<object>(wrong);
            if (complete)
                found.Value.Complete(entered, actor.Id, time.NowUtc);
            else
                found.Value.Write(entered, actor.Id, time.NowUtc);
            return Outcome.Ok<object>(new { year = year.Starts, findings = found.Value.Findings.Select(one => new { one.CriterionId, one.Level, one.Evidence, one.Action }) });
        }, cancellationToken);
    }

    private async Task<Outcome> JudgeAsync(string action, FinancialYear year, int version, Actor actor, Func<SelfAssessment, Outcome<object>> act, CancellationToken cancellationToken) =>
        await acts.DoAsync(actor, Permission.DecideGrants, SignerOnly, action, Subject(await IdAsync(year, cancellationToken)), async ended =>
        {
            var found = await FindAsync(year, version, ended);
            if (!found.Succeeded)
                return Outcome.Refused<object>(found.Refusals);
            return found.Value.WhyNotSign(actor.Id) is { } no ? Outcome.Refused<object>(no) : act(found.Value);
        }, cancellationToken);

    private async Task<Outcome<SelfAssessment>> FindAsync(FinancialYear year, int version, CancellationToken cancellationToken)
    {
        if (await db.SelfAssessments.FirstOrDefaultAsync(a => a.Year == year.Starts, cancellationToken) is not { } found)
            return Outcome.NotFound<SelfAssessment>();
        return found.Version == version ? Outcome.Ok(found) : Outcome.Refused<SelfAssessment>(Outcome.Changed().Refusals);
    }

    private Task<Guid> IdAsync(FinancialYear year, CancellationToken cancellationToken) =>
        db.SelfAssessments.Where(a => a.Year == year.Starts).Select(a => a.Id).FirstOrDefaultAsync(cancellationToken);

    private static AuditSubject Subject(Guid id) => new(nameof(SelfAssessment), id);
}
