using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Time;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

/// <summary>The yearly self-assessment: criteria that stay as they were, gaps until it is completed, another person to sign.</summary>
[Trait("Rule", "S1")]
public class SelfAssessmentTests
{
    private const string Said = "Shown by the survey of March and the notes of four meetings.";
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Writer = Guid.CreateVersion7();
    private static readonly Guid Signer = Guid.CreateVersion7();

    [Fact]
    public void StartingCriteria_AreRight_AndKeepTheirIds()
    {
        var all = StartingCriteria.All();
        all.Count.ShouldBe(8);
        all.SelectMany(one => new CriterionFacts(one.Place, one.Title, one.Levels, one.IsInUse).Mistakes()).ShouldBeEmpty();
        all.Select(one => one.Id).ShouldBe(StartingCriteria.All().Select(one => one.Id), "next year is compared by them");
        all.Select(one => one.Id).Distinct().Count().ShouldBe(8);
    }

    [Fact]
    public void Criterion_NothingEntered_NamesEveryField() =>
        new CriterionFacts(null, " ", ["One", "", new string('x', 1001)], true).Mistakes().Select(mistake => mistake.Field)
            .ShouldBe(["Title", "Place", "LooksLike[1]", "LooksLike[2]", "LooksLike[3]", "LooksLike[4]"]);

    [Fact]
    public void Begun_CriteriaChangedLater_KeepsThemAsTheyWere()
    {
        var criteria = StartingCriteria.All();
        var (first, second) = (criteria[0], criteria[1]);
        first.Describe(new CriterionFacts(9, "We know our area", first.Levels, true));
        second.Describe(new CriterionFacts(2, second.Title, second.Levels, false));
        var assessment = new SelfAssessment(Guid.CreateVersion7(), new FinancialYear(2025), criteria, Writer, Now);
        first.Describe(new CriterionFacts(1, "Something else", ["a", "b", "c", "d", "e"], false));

        assessment.Findings.Count.ShouldBe(7, "one is out of use");
        assessment.Findings[^1].Title.ShouldBe("We know our area", "by its place");
        assessment.Findings[^1].Levels[0].ShouldStartWith("We rely on impressions");
    }

    [Fact]
    public void Written_WithGaps_IsKeptAndNamesThemWhenCompleted()
    {
        var assessment = Begun();
        var one = assessment.Findings[0];
        EnteredFinding[] entered = [new(one.CriterionId, 3, " " + Said + " ", ""), new(Guid.CreateVersion7(), 5, "A criterion of another assessment", "None at all, it is not part of it")];
        assessment.Mistakes(entered).ShouldBeEmpty();
        assessment.Write(entered, Writer, Now);
        (assessment.Findings[0].Level, assessment.Findings[0].Evidence, assessment.Findings.Count, assessment.Version).ShouldBe((3, Said, 8, 2));

        assessment.Mistakes([new(one.CriterionId, 6, new string('x', 4001), "")]).Select(no => no.Field).ShouldBe(["Findings[0].Level", "Findings[0].Evidence"]);
        var missing = assessment.Missing(entered);
        missing.Count.ShouldBe(1 + (7 * 3));
        missing[0].ShouldBe(new Refusal("SelfAssessment", "Say what is to be done about “We understand local need”, in 20 to 4,000 characters", "Findings[0].Action"));
        assessment.Missing(Full(assessment)).ShouldBeEmpty();
    }

    [Fact]
    public void Completed_SignedByTheSamePerson_IsRefused_AndByAnotherIsFinal()
    {
        var assessment = Begun();
        assessment.WhyNotSign(Signer)!.Code.ShouldBe("Open");
        assessment.Complete(Full(assessment), Writer, Now);
        assessment.State.ShouldBe(SelfAssessmentState.Completed);
        assessment.WhyNotWrite()!.Code.ShouldBe("Completed");
        assessment.WhyNotSign(Writer)!.Code.ShouldBe("S1");
        Should.Throw<InvalidOperationException>(() => assessment.Sign(Writer, Now));
        Should.Throw<InvalidOperationException>(() => assessment.SendBack(Said, Writer, Now));

        assessment.SendBack(Said, Signer, Now);
        (assessment.State, assessment.SentBack, assessment.WhyNotWrite()).ShouldBe((SelfAssessmentState.Open, Said, null));
        assessment.Complete(Full(assessment), Signer, Now);
        assessment.SentBack.ShouldBeNull();
        assessment.WhyNotSign(Signer)!.Code.ShouldBe("S1", "whoever completed it last does not sign it");
        assessment.Sign(Writer, Now);
        assessment.State.ShouldBe(SelfAssessmentState.SignedOff);
        (assessment.WhyNotWrite()!.Code, assessment.WhyNotSign(Guid.CreateVersion7())!.Code).ShouldBe(("Signed", "Signed"));
        Should.Throw<InvalidOperationException>(() => assessment.Write([], Writer, Now));
    }

    [Theory]
    [InlineData(2027, false)]
    [InlineData(2026, true)]
    [InlineData(2021, true)]
    [InlineData(2020, false)]
    public void Begin_AYear_IsThisOneOrFiveBack(int year, bool may) => (SelfAssessment.WhyNotBegin(new FinancialYear(year), new DateOnly(2026, 4, 1)) is null).ShouldBe(may);

    private static SelfAssessment Begun() => new(Guid.CreateVersion7(), new FinancialYear(2025), StartingCriteria.All(), Writer, Now);

    private static List<EnteredFinding> Full(SelfAssessment assessment) => [.. assessment.Findings.Select(one => new EnteredFinding(one.CriterionId, 4, Said, Said))];
}
