using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A score as it is entered.</summary>
public sealed class ScoreInput
{
    /// <summary>0 to 4.</summary>
    public int? Score { get; set; }

    /// <summary>Why.</summary>
    public string? Justification { get; set; }
}

/// <summary>One person's scores of what the group sent last, blind until they are given. RULEBOOK 4.</summary>
[RequirePermission(Permission.WorkGrants)]
public sealed class ScoreModel(CaseViews views, Assessments assessments) : GrantCasePage(views)
{
    /// <summary>Scores by the criterion's name.</summary>
    [BindProperty]
    public Dictionary<string, ScoreInput> Scores { get; set; } = [];

    /// <summary>True for the button that hands them in; the other one keeps them.</summary>
    [BindProperty]
    public bool Give { get; set; }

    /// <summary>The person's own scores of what was sent last; null before any.</summary>
    public Assessment? Own => Assessments.Own(GrantCase, Me);

    /// <summary>Why the person cannot score it now; null when they can. Said before anything is typed.</summary>
    public string? WhyNot => (Assessments.WhyNotScore(GrantCase, Me)
        ?? (Own is null ? AssessmentRules.WhyNotStart(GrantCase.Assessments, GrantCase.SubmissionNumber, Me.Id) : null))?.Sentence;

    /// <summary>The person's scores of an earlier version, to start from; null when there are none.</summary>
    public Assessment? Earlier => GrantCase.Assessments.LastOrDefault(one => one.AssessorId == Me.Id && one.State == AssessmentState.Outdated);

    /// <inheritdoc />
    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var criterion in AssessmentRules.Criteria)
            Scores.TryAdd(criterion.ToString(), HttpMethods.IsGet(Request.Method) && Own?.Scores.FirstOrDefault(one => one.Criterion == criterion) is { } kept
                ? new ScoreInput { Score = kept.Score, Justification = kept.Justification }
                : new ScoreInput());
        return Task.CompletedTask;
    }

    /// <summary>Keeps the scores, or hands them in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        var scores = AssessmentRules.Criteria.Select(one => new CriterionScore(one, Scores.GetValueOrDefault(one.ToString())?.Score, Scores.GetValueOrDefault(one.ToString())?.Justification)).ToList();
        return await AnswerAsync(await assessments.SaveAsync(Reference, new SaveScores(scores, Give), Me, cancellationToken),
            Give ? "Your scores are given. They do not change any more, and you can read your colleague's once they are in." : "Your scores are saved. Nobody else sees them before you give them.", cancellationToken);
    }
}
