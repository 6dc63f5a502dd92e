using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Cases;

/// <summary>What blocks an award besides what blocks every approval: scores, the cross-community finding, the recommendation, the money.
/// Nothing said here lets anybody guess a score they may not read yet.</summary>
public static class GrantBlockers
{
    /// <summary>For this actor, in the order in which the work is done.</summary>
    public static IEnumerable<Blocker> Of(GrantFile file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(actor);
        return [.. Scores(file, actor), .. Community(file, actor), .. Recommended(file, actor), .. Money(file, actor)];
    }

    /// <summary>What a case has in common with others and nobody has looked at: somebody says why it means nothing before it is recommended.</summary>
    public static IEnumerable<Blocker> Of(CaseFile file, IReadOnlyList<OverlapRow> overlaps, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        var may = file.CannotWork(actor) is null;
        return overlaps.Where(one => one.Dismissal is null).Select(one => new Blocker(one.Found.Sentence, may ? "Look at the overlap" : null, $"overlaps/{one.Reference}/{one.Found.Kind}"));
    }

    private static IEnumerable<Blocker> Scores(GrantFile file, Actor actor)
    {
        var number = file.SubmissionNumber;
        if (file.Assessed is not { } pair)
        {
            var given = file.Assessments.Count(one => one.IsCurrent(number));
            var outdated = file.Assessments.Any(one => one.State == AssessmentState.Outdated)
                ? " Scores of an earlier version are kept and must be renewed."
                : "";
            var own = Assessments.Own(file, actor);
            var may = Assessments.WhyNotScore(file, actor) is null
                && (own is { State: AssessmentState.Open } || AssessmentRules.WhyNotStart(file.Assessments, number, actor.Id) is null);
            yield return new Blocker($"Two people have to score it: {given} of {AssessmentRules.Assessors} is in.{outdated}", may ? own is null ? "Score it" : "Go on scoring" : null, "score");
            yield break;
        }
        foreach (var gap in pair.OpenGaps)
        {
            var proposed = file.Moderations.FirstOrDefault(one => one.Criterion == gap && one.SubmissionNumber == number);
            yield return new Blocker(
                proposed is null ? $"A gap for {AssessmentRules.Name(gap)} is open." : $"A joint score for {AssessmentRules.Name(gap)} waits until the other assessor agrees.",
                Assessments.WhyNotScore(file, actor) is null ? proposed is null ? "Settle the gap" : "Look at it" : null, $"moderate?criterion={gap}");
        }
    }

    private static IEnumerable<Blocker> Community(GrantFile file, Actor actor)
    {
        if (file.CommunityTest is not null)
            yield break;
        yield return new Blocker(
            file.Grant.CommunityTest is { } earlier
                ? $"The finding of the cross-community test is about version {earlier.SubmissionNumber}; the group has sent version {file.SubmissionNumber} since."
                : "The cross-community test has no finding yet.",
            file.CannotWork(actor) is null ? "Record the finding" : null, "community");
    }

    private static IEnumerable<Blocker> Recommended(GrantFile file, Actor actor)
    {
        if (file.FactsFor(actor).RecommendedByAnother)
            yield break;
        if (file.Recommendation is not null)
            yield return new Blocker("You recommended, so a colleague decides (S1).", null, null);
        else
            yield return new Blocker("Nobody has recommended a decision yet. The decider is somebody other than the recommender (S1).",
                file.Workflow.Try(file.Case.State, CaseAction.Recommend, file.RolesOf(actor), file.FactsFor(actor)).Succeeded ? "Recommend" : null, "recommend");
    }

    private static IEnumerable<Blocker> Money(GrantFile file, Actor actor)
    {
        if (file.Grant.Asked > file.FundLeft)
            yield return new Blocker($"They ask for {file.Grant.Asked} and the fund has {file.FundLeft} left. Award less, or free money in the fund first.", null, null);
        if (file.FirstApproval is { } first && first.ById == actor.Id)
            yield return new Blocker("You gave the first approval. The amount is above what one approver may decide alone, so another approver gives the second.", null, null);
    }
}
