using CouncilPremises.Domain.Cases;

namespace CouncilPremises.Domain.Grants;

/// <summary>What two independent assessments of a submission come to. Pure. RULEBOOK 4.</summary>
/// <param name="First">The one given first.</param>
/// <param name="Second">The other, by another person.</param>
/// <param name="Moderations">Settled moderations of the same submission.</param>
public sealed record AssessedPair(Assessment First, Assessment Second, IReadOnlyList<Moderation> Moderations)
{
    /// <summary>Criteria on which the two are two or more apart, in order. RULEBOOK 4.</summary>
    public IReadOnlyList<Criterion> Gaps =>
        [.. AssessmentRules.Criteria.Where(one => Math.Abs(First.ScoreOf(one)!.Value - Second.ScoreOf(one)!.Value) >= AssessmentRules.Gap)];

    /// <summary>Gaps that nobody has settled.</summary>
    public IReadOnlyList<Criterion> OpenGaps => [.. Gaps.Where(gap => Moderations.All(one => one.Criterion != gap))];

    /// <summary>True when every gap is settled.</summary>
    public bool IsComplete => OpenGaps.Count == 0;

    /// <summary>The criterion's score in halves, 0 to 8: the mean of both, or the moderated score where there was a gap.</summary>
    public int Halves(Criterion criterion) =>
        Gaps.Contains(criterion) && Moderations.FirstOrDefault(one => one.Criterion == criterion) is { } moderated
            ? moderated.Score * 2
            : First.ScoreOf(criterion)!.Value + Second.ScoreOf(criterion)!.Value;

    /// <summary>The whole score in halves, 0 to 48, so that it is exact.</summary>
    public int TotalHalves => AssessmentRules.Criteria.Sum(Halves);
}

/// <summary>Who may see and moderate what, and what is missing. Pure. RULEBOOK 4.</summary>
public static class AssessmentRules
{
    /// <summary>Difference from which a third person has to look, included.</summary>
    public const int Gap = 2;

    /// <summary>People who assess an application.</summary>
    public const int Assessors = 2;

    /// <summary>Fewest characters of a justification or reason, included.</summary>
    public const int FewestCharacters = 20;

    /// <summary>Most characters, included.</summary>
    public const int MostCharacters = 2000;

    /// <summary>The six criteria in order.</summary>
    public static IReadOnlyList<Criterion> Criteria { get; } = Enum.GetValues<Criterion>();

    /// <summary>What is missing from scores; empty when they may be given. Fields are "Scores[Need].Score" and "Scores[Need].Justification".</summary>
    public static IReadOnlyList<Refusal> Missing(IReadOnlyList<CriterionScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return [.. Criteria.SelectMany(criterion =>
        {
            var given = scores.FirstOrDefault(score => score.Criterion == criterion);
            return Problems(Name(criterion), given?.Score, given?.Justification, $"Scores[{criterion}].Score", $"Scores[{criterion}].Justification");
        })];
    }

    /// <summary>What is missing from a moderation; empty when it may be made.</summary>
    public static IReadOnlyList<Refusal> Missing(ModerationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. Problems(Name(facts.Criterion), facts.Score, facts.Reason, nameof(facts.Score), nameof(facts.Reason))];
    }

    /// <summary>The two assessments of the submission that stands, by different people, in the order given; null until there are two.</summary>
    public static AssessedPair? Pair(IEnumerable<Assessment> assessments, IEnumerable<Moderation> moderations, int submissionNumber)
    {
        var current = assessments.Where(one => one.IsCurrent(submissionNumber)).DistinctBy(one => one.AssessorId).OrderBy(one => (one.GivenUtc, one.Id)).Take(Assessors).ToList();
        return current.Count < Assessors
            ? null
            : new AssessedPair(current[0], current[1], [.. moderations.Where(one => one.SubmissionNumber == submissionNumber && one.IsSettled)]);
    }

    /// <summary>True when two people have scored the submission that stands and every gap is settled: what the case waits for.</summary>
    public static bool IsAssessed(IEnumerable<Assessment> assessments, IEnumerable<Moderation> moderations, int submissionNumber) =>
        Pair(assessments, moderations, submissionNumber) is { IsComplete: true };

    /// <summary>Why somebody may not start scoring; null when they may. A person scores a submission once, and two are enough.</summary>
    public static Refusal? WhyNotStart(IReadOnlyList<Assessment> assessments, int submissionNumber, Guid actorId)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        var here = assessments.Where(one => one.SubmissionNumber == submissionNumber && one.State != AssessmentState.Outdated).ToList();
        return here.Any(one => one.AssessorId == actorId) ? new Refusal("Assessment", "You have scores of your own here already. Open them.")
            : here.Count >= Assessors ? new Refusal("Assessment", "Two colleagues assess this application already.")
            : null;
    }

    /// <summary>Whether somebody may read an assessment: their own always; a colleague's only once their own of the same submission is given,
    /// or, for whoever does not score it, once two are. A score nobody may read yet is not shown to the next assessor either.</summary>
    public static bool MaySee(Assessment assessment, IReadOnlyList<Assessment> all, Guid viewerId)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(all);
        if (assessment.AssessorId == viewerId)
            return true;
        if (assessment.State == AssessmentState.Open)
            return false;
        var given = all.Where(one => one.SubmissionNumber == assessment.SubmissionNumber && one.GivenUtc is not null).ToList();
        var isScoring = all.Any(one => one.AssessorId == viewerId && one.State == AssessmentState.Open);
        return given.Any(one => one.AssessorId == viewerId) || (!isScoring && given.Count >= Assessors);
    }

    /// <summary>Why somebody may not settle a gap; null when they may: a third person, or, where there is none, either assessor jointly.</summary>
    /// <param name="pair">The two assessments.</param>
    /// <param name="criterion">What is to be settled.</param>
    /// <param name="actorId">Who wants to.</param>
    /// <param name="thirdPersonExists">True when somebody who scored nothing could do it.</param>
    public static Refusal? WhyNotModerate(AssessedPair pair, Criterion criterion, Guid actorId, bool thirdPersonExists)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (!pair.OpenGaps.Contains(criterion))
            return new Refusal("Moderation", $"The scores for {Name(criterion)} are settled.");
        return thirdPersonExists && IsAssessor(pair, actorId)
            ? new Refusal("Moderation", "You gave one of the two scores, so a third person settles the gap. Ask a colleague who did not score this application.")
            : null;
    }

    /// <summary>True when a moderation by this person is a joint score, which the other assessor has to agree to.</summary>
    public static bool IsJoint(AssessedPair pair, Guid actorId) => IsAssessor(pair, actorId);

    /// <summary>Why somebody may not agree to a joint score; null when they may: the other of the two assessors, once, with a reason of their own.</summary>
    public static Refusal? WhyNotAgree(AssessedPair pair, Moderation moderation, Guid actorId, string? reason) =>
        WhyNotAgree(pair, moderation, actorId) ?? (Length(reason) is < FewestCharacters or > MostCharacters
            ? new Refusal("Moderation", "Give your own reason in 20 to 2,000 characters.", nameof(reason))
            : null);

    /// <summary>Why somebody may not agree to a joint score whatever their reason; null when they may.</summary>
    public static Refusal? WhyNotAgree(AssessedPair pair, Moderation moderation, Guid actorId)
    {
        ArgumentNullException.ThrowIfNull(pair);
        ArgumentNullException.ThrowIfNull(moderation);
        if (moderation.IsSettled || !pair.OpenGaps.Contains(moderation.Criterion))
            return new Refusal("Moderation", "This score is settled.");
        return moderation.ById == actorId || !IsAssessor(pair, actorId)
            ? new Refusal("Moderation", "A joint score is agreed by the other of the two assessors.")
            : null;
    }

    private static bool IsAssessor(AssessedPair pair, Guid actorId) => pair.First.AssessorId == actorId || pair.Second.AssessorId == actorId;

    private static IEnumerable<Refusal> Problems(string name, int? score, string? text, string scoreField, string textField)
    {
        if (score is not (>= 0 and <= CriterionScore.Highest))
            yield return new Refusal("Scores", $"Choose a score from 0 to {CriterionScore.Highest} for {name}.", scoreField);
        if (Length(text) is < FewestCharacters or > MostCharacters)
            yield return new Refusal("Scores", $"Say why for {name}, in 20 to 2,000 characters.", textField);
        else if (Markings.Forbidden(text) is { } marking)
            yield return new Refusal("Marking", marking, textField);
    }

    /// <summary>A criterion in the middle of a sentence.</summary>
    public static string Name(Criterion criterion) => criterion switch
    {
        Criterion.Need => "need",
        Criterion.Objective => "objective",
        Criterion.Outcomes => "outcomes",
        Criterion.Deliverability => "deliverability",
        Criterion.Reach => "reach",
        Criterion.Value => "value for money",
    };

    private static int Length(string? text) => text?.Trim().Length ?? 0;
}
