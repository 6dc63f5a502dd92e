using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Grants;

/// <summary>Scores as an assessor leaves them.</summary>
/// <param name="Scores">One for each criterion that was filled in.</param>
/// <param name="Give">True to hand them in; false to keep them for later.</param>
public sealed record SaveScores(IReadOnlyList<CriterionScore> Scores, bool Give);

/// <summary>The cross-community finding as an officer enters it. G5.</summary>
public sealed record FindCommunity(CommunityFinding? Finding, string? Reason, string? EqualityNote, int SeenVersion);

/// <summary>Two people score an application, blind until their own scores are in; gaps of two or more are settled by a third, or jointly where there is
/// none. Due diligence comes first. RULEBOOK 4.</summary>
public sealed class Assessments(AppDbContext db, CouncilTime time, CaseDesk desk, Eligible eligible)
{
    /// <summary>Keeps scores, and hands them in when asked to.</summary>
    public Task<Outcome> SaveAsync(string reference, SaveScores input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, input.Give ? "Assessment.Give" : "Assessment.Save", null, file => Task.FromResult(Save(file, input, actor)), cancellationToken);

    private ActResult Save(GrantFile file, SaveScores input, Actor actor)
    {
        if (WhyNotScore(file, actor) is { } refusal)
            return ActResult.No(refusal);
        var own = Own(file, actor);
        if (own is null)
        {
            if (AssessmentRules.WhyNotStart(file.CountingAssessments, file.SubmissionNumber, actor.Id) is { } taken)
                return ActResult.No(taken);
            own = new Assessment(Guid.CreateVersion7(), file.Case.Id, file.SubmissionNumber, actor.Id, time.NowUtc);
            db.Assessments.Add(own);
            file.Add(own);
        }
        if (own.State != AssessmentState.Open)
            return ActResult.No(Refusal.ChangedCode, "You have given these scores already. They do not change any more.");
        var scores = input.Scores.Select(score => score with { Justification = score.Justification?.Trim() }).OrderBy(score => score.Criterion).ToValueList();
        if (scores.Select(score => Markings.Forbidden(score.Justification)).OfType<string>().FirstOrDefault() is { } marking)
            return ActResult.No("Marking", marking, nameof(input.Scores));
        own.Save(scores);
        if (!input.Give)
            return ActResult.Done();
        if (AssessmentRules.Missing(scores) is { Count: > 0 } missing)
            return ActResult.No(missing);
        var step = AssessmentWorkflow.Table.Try(own.State, AssessmentAction.Give, file.RolesOf(actor), new AssessmentFacts
        {
            ActorHasNoInterest = true,
            IsOwn = true,
            ScoresComplete = true,
        });
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        own.Take(step.Value, time.NowUtc);
        return ActResult.Done(new { own.SubmissionNumber });
    }

    /// <summary>The actor's own scores of what was sent last; null before any.</summary>
    public static Assessment? Own(GrantFile file, Actor actor) =>
        file.Assessments.LastOrDefault(one => one.AssessorId == actor.Id && one.SubmissionNumber == file.SubmissionNumber && one.State != AssessmentState.Outdated);

    /// <summary>Why somebody may not score now; null when they may. Due diligence is settled first.</summary>
    public static Refusal? WhyNotScore(GrantFile file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.HasAny(CaseKind.Grant.Officers()))
            return new Refusal("Role", "A grant officer or grant approver assesses applications.");
        if (file.CannotDecide(actor) is { } locked)
            return locked;
        if (file.Case.State is not (CaseState.Checking or CaseState.ReadyForDecision))
            return new Refusal("State", file.Case.State == CaseState.Referred
                ? "A possible list match or a Refer is open. Settle it first: an application is scored after its checks."
                : "Scores are given while an application is being checked.");
        return file.FactsFor(actor).ChecksSettled ? null : new Refusal("Checks", "Settle the checks first: an application is scored after its due diligence.");
    }

    /// <summary>Settles a gap.</summary>
    public Task<Outcome> ModerateAsync(string reference, ModerationFacts input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Assessment.Moderate", null, async file =>
        {
            if (WhyNotScore(file, actor) is { } refusal)
                return ActResult.No(refusal);
            if (file.Assessed is not { } pair)
                return ActResult.No("Moderation", "Two people score an application before a gap is settled.");
            if (AssessmentRules.WhyNotModerate(pair, input.Criterion, actor.Id, await ThirdPersonExistsAsync(file, pair, cancellationToken)) is { } no)
                return ActResult.No(no);
            if (AssessmentRules.Missing(input) is { Count: > 0 } missing)
                return ActResult.No(missing);
            if (file.Moderations.Any(one => one.Criterion == input.Criterion && one.SubmissionNumber == file.SubmissionNumber))
                return ActResult.No(Refusal.ChangedCode, "A colleague has proposed a score for this already.");
            var moderation = new Moderation(Guid.CreateVersion7(), file.Case.Id, file.SubmissionNumber, input, AssessmentRules.IsJoint(pair, actor.Id), actor.Id, time.NowUtc);
            db.Moderations.Add(moderation);
            file.Add(moderation);
            return ActResult.Done(new { input.Criterion, input.Score, moderation.IsJoint });
        }, cancellationToken);

    /// <summary>The other assessor agrees to a joint score, with a reason of their own.</summary>
    public Task<Outcome> AgreeAsync(string reference, Guid moderationId, string? reason, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Assessment.AgreeModeration", null, file =>
        {
            if (WhyNotScore(file, actor) is { } refusal)
                return Task.FromResult(ActResult.No(refusal));
            var moderation = file.Moderations.FirstOrDefault(one => one.Id == moderationId);
            if (moderation is null || file.Assessed is not { } pair)
                return Task.FromResult(ActResult.No(Refusal.NotFoundCode, "This score is not part of the case."));
            if (AssessmentRules.WhyNotAgree(pair, moderation, actor.Id, reason) is { } no)
                return Task.FromResult(ActResult.No(no with { Field = no.Field is null ? null : "Reason" }));
            moderation.Agree(reason!, actor.Id, time.NowUtc);
            return Task.FromResult(ActResult.Done(new { moderation.Criterion }));
        }, cancellationToken);

    /// <summary>True when somebody who scored nothing could settle a gap.</summary>
    public async Task<bool> ThirdPersonExistsAsync(GrantFile file, AssessedPair pair, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(pair);
        return (await eligible.ColleaguesAsync(CaseKind.Grant, cancellationToken)).Any(one => one.AwayUntil is null
            && (one.Roles & CaseKind.Grant.Officers()) != Roles.None && one.Id != pair.First.AssessorId && one.Id != pair.Second.AssessorId
            && file.CannotTake(one.Id) is null);
    }

    /// <summary>Records the finding about the cross-community test. G5.</summary>
    public Task<Outcome> FindAsync(string reference, FindCommunity input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Grant.FindCommunity", input.SeenVersion, file =>
        {
            if (file.CannotWork(actor) is { } refusal)
                return Task.FromResult(ActResult.No(refusal));
            if (CommunityTest.Mistakes(input.Finding, input.Reason, input.EqualityNote) is { Count: > 0 } mistakes)
                return Task.FromResult(ActResult.No(mistakes));
            if (Markings.Forbidden($"{input.Reason}\n{input.EqualityNote}") is { } marking)
                return Task.FromResult(ActResult.No("Marking", marking, nameof(input.Reason)));
            file.Grant.Find(new CommunityTest(input.Finding!.Value, input.Reason!.Trim(), input.EqualityNote?.Trim() ?? "", file.SubmissionNumber, actor.Id, time.NowUtc));
            return Task.FromResult(ActResult.Done(new { input.Finding }));
        }, cancellationToken);
}
