using CouncilPremises.Domain.Grants;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

[Trait("Rule", "Assessment")]
public class AssessmentTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Case = Id(1), Ann = Id(11), Ben = Id(12), Cy = Id(13);
    private static readonly string Why = new('w', AssessmentRules.FewestCharacters);

    [Theory]
    [InlineData(0, 20, 0)]
    [InlineData(4, 2000, 0)]
    [InlineData(5, 20, 1)]
    [InlineData(-1, 20, 1)]
    [InlineData(null, 20, 1)]
    [InlineData(2, 19, 1)]
    [InlineData(2, 2001, 1)]
    [InlineData(null, 0, 2)]
    public void Missing_ScoreAndJustification_AtTheirEdges(int? score, int length, int problems) =>
        AssessmentRules.Missing([.. Scores(2).Skip(1), new CriterionScore(Criterion.Need, score, new string('w', length))]).Count.ShouldBe(problems);

    [Fact]
    public void Missing_NothingEntered_NamesAllSixTwice()
    {
        var missing = AssessmentRules.Missing([]);
        missing.Count.ShouldBe(12);
        missing[0].Field.ShouldBe("Scores[Need].Score");
        missing[11].Sentence.ShouldContain("value for money");
    }

    [Fact]
    public void MaySee_Blind_UntilOwnIsGiven()
    {
        var ann = Given(Ann, 2);
        var ben = new Assessment(Id(22), Case, 1, Ben, Now);
        AssessmentRules.MaySee(ann, [ann, ben], Ben).ShouldBeFalse("Ben still scores");
        AssessmentRules.MaySee(ann, [ann], Cy).ShouldBeFalse("Cy may be the next to score");
        AssessmentRules.MaySee(ben, [ann, ben], Ann).ShouldBeFalse("an open one is its author's alone");
        AssessmentRules.MaySee(ben, [ann, ben], Ben).ShouldBeTrue();

        Give(ben, 3);
        AssessmentRules.MaySee(ann, [ann, ben], Ben).ShouldBeTrue();
        AssessmentRules.MaySee(ben, [ann, ben], Ann).ShouldBeTrue();
        AssessmentRules.MaySee(ben, [ann, ben], Cy).ShouldBeTrue("two are in");
    }

    [Fact]
    public void Pair_AfterANewSubmission_IsGoneUntilBothRenew()
    {
        var (ann, ben) = (Given(Ann, 2), Given(Ben, 2));
        AssessmentRules.IsAssessed([ann, ben], [], 1).ShouldBeTrue();
        AssessmentRules.IsAssessed([ann, ben], [], 2).ShouldBeFalse();
        ann.Take(AssessmentWorkflow.Table.Try(ann.State, AssessmentAction.Outdate, People.Roles.System, new AssessmentFacts { NewerSubmission = true }).Value, Now);
        ann.State.ShouldBe(AssessmentState.Outdated);
        AssessmentRules.WhyNotStart([ann, ben], 2, Ann).ShouldBeNull();
        AssessmentRules.IsAssessed([ann, ben, Given(Ann, 2, submission: 2)], [], 2).ShouldBeFalse();
        AssessmentRules.IsAssessed([ann, ben, Given(Ann, 2, submission: 2), Given(Ben, 2, submission: 2)], [], 2).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => ann.Save([]));
    }

    [Fact]
    public void Pair_OnePersonTwice_IsNoPair() => AssessmentRules.Pair([Given(Ann, 2), Given(Ann, 3)], [], 1).ShouldBeNull();

    [Theory]
    [InlineData(2, 3, false)]
    [InlineData(1, 3, true)]
    [InlineData(4, 0, true)]
    public void Gaps_OfTwoOrMore_NeedModeration(int one, int other, bool isGap)
    {
        var pair = AssessmentRules.Pair([Given(Ann, 2, need: one), Given(Ben, 2, need: other)], [], 1).ShouldNotBeNull();
        pair.Gaps.Contains(Criterion.Need).ShouldBe(isGap);
        pair.Gaps.Count.ShouldBe(isGap ? 1 : 0);
        pair.IsComplete.ShouldBe(!isGap);
        pair.TotalHalves.ShouldBe(20 + one + other);
    }

    [Fact]
    public void Moderate_ByAThird_ReplacesBothScores()
    {
        Assessment[] both = [Given(Ann, 2, need: 0), Given(Ben, 2, need: 3)];
        var open = AssessmentRules.Pair(both, [], 1)!;
        AssessmentRules.WhyNotModerate(open, Criterion.Need, Cy, thirdPersonExists: true).ShouldBeNull();
        AssessmentRules.WhyNotModerate(open, Criterion.Need, Ann, thirdPersonExists: true).ShouldNotBeNull();
        AssessmentRules.WhyNotModerate(open, Criterion.Reach, Cy, thirdPersonExists: true).ShouldNotBeNull();

        var moderation = new Moderation(Id(31), Case, 1, new(Criterion.Need, 2, Why), isJoint: false, Cy, Now);
        var settled = AssessmentRules.Pair(both, [moderation], 1)!;
        settled.IsComplete.ShouldBeTrue();
        settled.Halves(Criterion.Need).ShouldBe(4);
        AssessmentRules.Pair(both, [new Moderation(Id(32), Case, 2, new(Criterion.Need, 2, Why), false, Cy, Now)], 1)!.IsComplete.ShouldBeFalse("it is of another submission");
    }

    [Fact]
    public void Moderate_Jointly_CountsOnceTheOtherAgreesWithAReason()
    {
        Assessment[] both = [Given(Ann, 2, need: 0), Given(Ben, 2, need: 3)];
        var pair = AssessmentRules.Pair(both, [], 1)!;
        AssessmentRules.WhyNotModerate(pair, Criterion.Need, Ann, thirdPersonExists: false).ShouldBeNull();
        var joint = new Moderation(Id(31), Case, 1, new(Criterion.Need, 1, Why), AssessmentRules.IsJoint(pair, Ann), Ann, Now);

        AssessmentRules.Pair(both, [joint], 1)!.IsComplete.ShouldBeFalse();
        AssessmentRules.WhyNotAgree(pair, joint, Ann, Why).ShouldNotBeNull();
        AssessmentRules.WhyNotAgree(pair, joint, Cy, Why).ShouldNotBeNull();
        AssessmentRules.WhyNotAgree(pair, joint, Ben, "too short").ShouldNotBeNull();
        AssessmentRules.WhyNotAgree(pair, joint, Ben, Why).ShouldBeNull();
        joint.Agree(Why, Ben, Now);
        AssessmentRules.Pair(both, [joint], 1)!.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void WhyNotStart_OwnOrTwoOthers_IsRefused()
    {
        AssessmentRules.WhyNotStart([Given(Ann, 2)], 1, Ann).ShouldNotBeNull();
        AssessmentRules.WhyNotStart([Given(Ann, 2)], 1, Ben).ShouldBeNull();
        AssessmentRules.WhyNotStart([Given(Ann, 2), Given(Ben, 2)], 1, Cy).ShouldNotBeNull();
    }

    [Fact]
    public void Ranking_TiesAndTheLine_AreStableAndMarked()
    {
        var ranking = Ranking.Of([Asks("GR-4", 100, 30), Asks("GR-3", 100, 30), Asks("GR-1", 100, 40), Asks("GR-9", 100, null), Asks("GR-2", 50, 20)], Money.Pounds(250));
        ranking.Rows.Select(row => $"{row.Application.Reference} {row.Rank} {(row.IsWithin ? "in" : "out")}{(row.IsTiedAtTheLine ? " tied" : "")}")
            .ShouldBe(["GR-1 1 in", "GR-3 2 in tied", "GR-4 2 out tied", "GR-2 4 out", "GR-9  out"]);
        ranking.Left.ShouldBe(Money.Pounds(50), "a smaller one below the line is not pulled up");
    }

    [Theory]
    [InlineData(200_00, 2)]
    [InlineData(199_99, 1)]
    [InlineData(0, 0)]
    public void Ranking_WhatIf_FollowsTheMoneyToThePenny(long pence, int within) =>
        Ranking.Of([Asks("GR-1", 100, 40), Asks("GR-2", 100, 30), Asks("GR-3", 100, 20)], new Money(pence)).Rows.Count(row => row.IsWithin).ShouldBe(within);

    [Fact]
    public void Ranking_TwoThousand_IsTheSameHoweverItComes()
    {
        RankedApplication[] round = [.. Enumerable.Range(0, 2000).Select(at => Asks($"GR-{at:00000}", 1 + (at % 7), at % 49))];
        Ranking.Of(round.OrderByDescending(one => one.Reference, StringComparer.Ordinal), Money.Pounds(900)).Rows.ShouldBe(Ranking.Of(round, Money.Pounds(900)).Rows);
    }

    [Fact]
    public void Ranking_AwardedBelowTheLine_ComesOffFirst()
    {
        var ranking = Ranking.Of([Asks("GR-1", 100, 40), Asks("GR-2", 100, 30), Asks("GR-3", 150, 20) with { IsAwarded = true }], Money.Pounds(300));
        ranking.Rows.Select(row => row.IsWithin).ShouldBe([true, false, true], "the second would cost more than the award below leaves");
        ranking.Left.ShouldBe(Money.Pounds(50));
    }

    private static RankedApplication Asks(string reference, long pounds, int? halves) => new(Case, reference, Money.Pounds(pounds), halves);

    private static Guid Id(int number) => new($"0197a000-0000-7000-8000-{number:000000000000}");

    private static ValueList<CriterionScore> Scores(int each, int? need = null) =>
        [.. AssessmentRules.Criteria.Select(criterion => new CriterionScore(criterion, criterion == Criterion.Need ? need ?? each : each, Why))];

    private static Assessment Given(Guid by, int each, int? need = null, int submission = 1) => Give(new Assessment(Guid.CreateVersion7(), Case, submission, by, Now), each, need);

    private static Assessment Give(Assessment assessment, int each, int? need = null)
    {
        assessment.Save(Scores(each, need));
        assessment.Take(AssessmentWorkflow.Table.Try(assessment.State, AssessmentAction.Give, People.Roles.GrantOfficer,
            new AssessmentFacts { ActorHasNoInterest = true, IsOwn = true, ScoresComplete = AssessmentRules.Missing(assessment.Scores).Count == 0 }).Value, Now);
        return assessment;
    }
}
