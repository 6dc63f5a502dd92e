using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Domain.Grants;

/// <summary>What an application is scored on, 0–4 each. RULEBOOK 4.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Criterion>))]
public enum Criterion
{
    /// <summary>Is it needed here, and does the evidence show it?</summary>
    [Display(Name = "Need")]
    Need,

    /// <summary>Does it serve the objectives it names?</summary>
    [Display(Name = "Objective")]
    Objective,

    /// <summary>Are its outcomes clear, and can they be measured?</summary>
    [Display(Name = "Outcomes")]
    Outcomes,

    /// <summary>Can this group do it, in this time?</summary>
    [Display(Name = "Deliverability")]
    Deliverability,

    /// <summary>Whom does it reach, beyond one community?</summary>
    [Display(Name = "Reach")]
    Reach,

    /// <summary>Is it worth the money?</summary>
    [Display(Name = "Value for money")]
    Value,
}

/// <summary>A score and why.</summary>
/// <param name="Criterion">What is scored.</param>
/// <param name="Score">0 to 4; null while not given.</param>
/// <param name="Justification">Why, in 20 to 2,000 characters.</param>
public sealed record CriterionScore(Criterion Criterion, int? Score, string? Justification)
{
    /// <summary>Highest score, included; the lowest is 0.</summary>
    public const int Highest = 4;
}

/// <summary>Where one person's assessment stands. Stored as text.</summary>
public enum AssessmentState
{
    /// <summary>Being written; nobody else sees it.</summary>
    Open,

    /// <summary>Given, never changed again.</summary>
    Given,

    /// <summary>The group has sent a newer version since: kept, and to be renewed.</summary>
    Outdated,
}

/// <summary>What can happen to an assessment.</summary>
public enum AssessmentAction
{
    /// <summary>The assessor hands it in.</summary>
    Give,

    /// <summary>A newer submission takes what it was about away.</summary>
    Outdate,
}

/// <summary>One person's scores of one submission. A newer submission outdates it; the person then makes another. RULEBOOK 4.</summary>
public sealed class Assessment
{
    private Assessment() { }

    /// <summary>A new one, without scores.</summary>
    public Assessment(Guid id, Guid caseId, int submissionNumber, Guid assessorId, DateTime nowUtc) =>
        (Id, CaseId, SubmissionNumber, AssessorId, StartedUtc) = (id, caseId, submissionNumber, assessorId, nowUtc);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The submission that is scored.</summary>
    public int SubmissionNumber { get; private set; }

    /// <summary>Who scores.</summary>
    public Guid AssessorId { get; private set; }

    /// <summary>Where it stands. Only a workflow row changes it.</summary>
    public AssessmentState State { get; private set; }

    /// <summary>The scores; while open some may be missing.</summary>
    public ValueList<CriterionScore> Scores { get; private set; } = [];

    /// <summary>The numbers alone, for ranking a round: <see cref="ScoreMarks"/>.</summary>
    public string Marks { get; private set; } = "";

    /// <summary>When started.</summary>
    public DateTime StartedUtc { get; private set; }

    /// <summary>When given; null before.</summary>
    public DateTime? GivenUtc { get; private set; }

    /// <summary>When a newer submission outdated it; null unless it did.</summary>
    public DateTime? OutdatedUtc { get; private set; }

    /// <summary>Rises by one with every change, against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>True when given and of the submission that stands.</summary>
    public bool IsCurrent(int submissionNumber) => State == AssessmentState.Given && SubmissionNumber == submissionNumber;

    /// <summary>The score of a criterion; null while there is none.</summary>
    public int? ScoreOf(Criterion criterion) => Scores.FirstOrDefault(score => score.Criterion == criterion)?.Score;

    /// <summary>Keeps what was entered so far, with gaps.</summary>
    public void Save(ValueList<CriterionScore> scores)
    {
        if (State != AssessmentState.Open)
            throw new InvalidOperationException($"Scores that are {State} do not change.");
        (Scores, Marks, Version) = (scores, ScoreMarks.Of(scores), Version + 1);
    }

    /// <summary>Takes the step a workflow row allowed.</summary>
    public void Take(Step<AssessmentState, AssessmentAction> step, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.From != State)
            throw new InvalidOperationException($"A step from {step.From} cannot be taken in {State}.");
        (State, Version) = (step.To, Version + 1);
        if (step.Action == AssessmentAction.Give)
            GivenUtc = nowUtc;
        else
            OutdatedUtc = nowUtc;
    }
}

/// <summary>A score two assessors could not agree on, settled for one criterion: by a third person, or, where there is none, by both together
/// with a reason each. RULEBOOK 4.</summary>
public sealed class Moderation
{
    private Moderation() { }

    /// <summary>A new one. With <paramref name="isJoint"/> it counts only once the other assessor has agreed.</summary>
    public Moderation(Guid id, Guid caseId, int submissionNumber, ModerationFacts facts, bool isJoint, Guid byId, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Id, CaseId, SubmissionNumber, IsJoint, ById, MadeUtc) = (id, caseId, submissionNumber, isJoint, byId, nowUtc);
        (Criterion, Score, Reason) = (facts.Criterion, facts.Score!.Value, facts.Reason!.Trim());
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The submission that was scored.</summary>
    public int SubmissionNumber { get; private set; }

    /// <summary>What was scored.</summary>
    public Criterion Criterion { get; private set; }

    /// <summary>The score that counts instead of both, 0 to 4.</summary>
    public int Score { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>True when both assessors settle it together because there is no third person.</summary>
    public bool IsJoint { get; private set; }

    /// <summary>Who moderated, or proposed the joint score.</summary>
    public Guid ById { get; private set; }

    /// <summary>When.</summary>
    public DateTime MadeUtc { get; private set; }

    /// <summary>The other assessor, who agreed to a joint score; null before, and for a third person's score.</summary>
    public Guid? AgreedById { get; private set; }

    /// <summary>Their reason.</summary>
    public string? AgreedReason { get; private set; }

    /// <summary>When they agreed.</summary>
    public DateTime? AgreedUtc { get; private set; }

    /// <summary>True when the score counts.</summary>
    public bool IsSettled => !IsJoint || AgreedById is not null;

    /// <summary>The other assessor agrees to a joint score, with their own reason.</summary>
    public void Agree(string reason, Guid byId, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (!IsJoint || IsSettled || byId == ById)
            throw new InvalidOperationException("A joint score is agreed once, by the other assessor.");
        (AgreedReason, AgreedById, AgreedUtc) = (reason.Trim(), byId, nowUtc);
    }
}

/// <summary>What is entered to moderate a criterion.</summary>
/// <param name="Criterion">What was scored.</param>
/// <param name="Score">The score that counts.</param>
/// <param name="Reason">Why, in 20 to 2,000 characters.</param>
public sealed record ModerationFacts(Criterion Criterion, int? Score, string? Reason);
