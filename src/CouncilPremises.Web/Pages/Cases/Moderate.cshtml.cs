using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Settling a gap of two or more: both scores side by side, and the one that counts. RULEBOOK 4.</summary>
[RequirePermission(Permission.WorkGrants)]
public sealed class ModerateModel(CaseViews views, Assessments assessments) : GrantCasePage(views)
{
    /// <summary>The criterion settled; without one, the first that is open.</summary>
    [BindProperty(SupportsGet = true, Name = "criterion")]
    public Criterion? Criterion { get; set; }

    /// <summary>The score that counts.</summary>
    [BindProperty]
    public int? Score { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Both assessments; null while there are not two, or while the person may not read them.</summary>
    public AssessedPair? Pair { get; private set; }

    /// <summary>The gap the page is about; null when none is open.</summary>
    public Criterion? Gap { get; private set; }

    /// <summary>A joint score that waits for the other assessor; null when none does.</summary>
    public Moderation? Proposed { get; private set; }

    /// <summary>Why the person cannot settle it; null when they can.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>True when what the person enters needs the other assessor to agree.</summary>
    public bool IsJoint => Pair is { } pair && AssessmentRules.IsJoint(pair, Me.Id);

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        WhyNot = Assessments.WhyNotScore(GrantCase, Me)?.Sentence;
        if (GrantCase.Assessed is not { } pair || !AssessmentRules.MaySee(pair.First, GrantCase.Assessments, Me.Id) || !AssessmentRules.MaySee(pair.Second, GrantCase.Assessments, Me.Id))
            return;
        Pair = pair;
        Gap = Criterion is { } asked && pair.OpenGaps.Contains(asked) ? asked : pair.OpenGaps.Count > 0 ? pair.OpenGaps[0] : null;
        Proposed = GrantCase.Moderations.FirstOrDefault(one => one.Criterion == Gap && one.SubmissionNumber == GrantCase.SubmissionNumber);
        if (Gap is not { } gap)
            return;
        WhyNot ??= Proposed is { } joint
            ? AssessmentRules.WhyNotAgree(pair, joint, Me.Id)?.Sentence
            : AssessmentRules.WhyNotModerate(pair, gap, Me.Id, await assessments.ThirdPersonExistsAsync(GrantCase, pair, cancellationToken))?.Sentence;
    }

    /// <summary>Settles the gap, or proposes a joint score.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Criterion is null)
            ModelState.AddModelError(nameof(Criterion), "Choose the criterion to settle.");
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        return await AnswerAsync(await assessments.ModerateAsync(Reference, new ModerationFacts(Criterion!.Value, Score, Reason), Me, cancellationToken),
            "Your score is recorded. A joint score counts once the other assessor agrees.", cancellationToken);
    }

    /// <summary>Agrees to a joint score.</summary>
    public async Task<IActionResult> OnPostAgreeAsync(Guid moderationId, CancellationToken cancellationToken) =>
        await AnswerAsync(await assessments.AgreeAsync(Reference, moderationId, Reason, Me, cancellationToken), "You have agreed to the joint score.", cancellationToken);
}
