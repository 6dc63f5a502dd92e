using CouncilPremises.Domain.Grants;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

public sealed class ScoreMarksTests
{
    [Fact]
    public void Halves_OfAnyTwoScores_AreThoseOfTheAssessedPair()
    {
        // Every pair of scores, with and without the gap settled
        foreach (var (one, other) in from a in Enumerable.Range(0, 5) from b in Enumerable.Range(0, 5) select (a, b))
            foreach (var settled in new int?[] { null, 0, 3 })
            {
                var halves = ScoreMarks.Halves(ScoreMarks.Of(Scores(one)), ScoreMarks.Of(Scores(other)), _ => settled);
                int? expected = Math.Abs(one - other) < AssessmentRules.Gap ? one + other : settled * 2;
                halves.ShouldAllBe(half => half == expected);
                halves.Count.ShouldBe(6);
            }
    }

    [Theory]
    [InlineData("", "333333")]
    [InlineData("------", "333333")]
    public void Halves_WithoutAScore_AreMissing(string first, string second) =>
        ScoreMarks.Halves(first, second, _ => 4).ShouldAllBe(half => half == null);

    [Fact]
    public void Of_ScoresWithGaps_KeepsEachInItsPlace() =>
        ScoreMarks.Of([new(Criterion.Value, 4, "x"), new(Criterion.Need, 0, null), new(Criterion.Reach, 9, null)]).ShouldBe("0----4");

    private static List<CriterionScore> Scores(int score) => [.. AssessmentRules.Criteria.Select(one => new CriterionScore(one, score, "Because it is shown."))];
}
