using CouncilPremises.Domain.Grants;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

[Trait("Rule", "G2")]
public class FundTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private static readonly DeliveryPlanLineFacts Line = new(null, "Young people", Objective.O4, "Community safety", "200 take part", ["Mere North"]);

    private static FundFacts Facts => new("Prevent 2026", "Mere together", "Increase community resilience.", "Home Office, Prevent", Money.Pounds(50_000), Money.Pounds(500), Money.Pounds(5_000), 10,
        new Guid("0197a000-0000-7000-8000-000000000001"), [Line]);

    [Fact]
    public void Mistakes_OrdinaryFund_HasNone() => Facts.Mistakes().ShouldBeEmpty();

    [Fact]
    public void Mistakes_NothingEntered_NamesEveryField() =>
        new FundFacts("", " ", "", "", null, null, null, null, null, []).Mistakes().Select(mistake => mistake.Field)
            .ShouldBe(["Name", "SchemeTitle", "Purpose", "FundingSource", "Budget", "LowestAward", "HighestAward", "MatchSharePercent", "ResponsibleOfficerId", "Lines"]);

    [Theory]
    [InlineData(500_00, 500_00, 500_00, null)]
    [InlineData(500_00, 499_99, 50_000_00, "HighestAward")]
    [InlineData(500_00, 50_000_01, 50_000_00, "HighestAward")]
    [InlineData(0, 5_000_00, 50_000_00, "LowestAward")]
    [InlineData(500_00, 5_000_00, 0, "Budget")]
    public void Mistakes_LimitsAndBudget_AreComparedToThePenny(long lowest, long highest, long budget, string? field) =>
        (Facts with { LowestAward = new Money(lowest), HighestAward = new Money(highest), Budget = new Money(budget) }).Mistakes().Select(mistake => mistake.Field).SingleOrDefault().ShouldBe(field);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void Mistakes_MatchShare_IsZeroToNinety(int percent, bool isRight) => ((Facts with { MatchSharePercent = percent }).Mistakes().Count == 0).ShouldBe(isRight);

    [Fact]
    public void Mistakes_ALineWithGaps_NamesTheLine()
    {
        var mistakes = (Facts with { Lines = [Line, Line with { Title = "", Objective = null }] }).Mistakes();
        mistakes.Select(mistake => mistake.Field).ShouldBe(["Lines[1].Title", "Lines[1].Objective"]);
        mistakes[0].Sentence.ShouldContain("line 2");
    }

    [Fact]
    public void Describe_ALineKept_KeepsItsId_AndOthersComeAndGo()
    {
        var fund = new Fund(Guid.CreateVersion7(), Facts with { Lines = [Line, Line with { Title = "Schools" }] }, Now);
        var schools = fund.Lines[1];
        fund.Describe(Facts with { Lines = [Line with { Id = schools.Id, Title = "All schools" }, Line with { Title = "Libraries" }] });

        fund.Version.ShouldBe(2);
        fund.Lines.Select(line => (line.Number, line.Title)).ShouldBe([(1, "All schools"), (2, "Libraries")]);
        fund.Lines[0].Id.ShouldBe(schools.Id);
    }

    [Fact]
    public void WhyNotRemove_ALineThatSomethingPointsAt_NamesItWhereItIsPutBack()
    {
        var fund = new Fund(Guid.CreateVersion7(), Facts with { Lines = [Line, Line with { Title = "Schools" }, Line with { Title = "Libraries" }] }, Now);
        var (people, schools, libraries) = (fund.Lines[0], fund.Lines[1], fund.Lines[2]);
        var kept = Facts with { Lines = [Line with { Id = people.Id }] };

        fund.WhyNotRemove(kept, new HashSet<Guid>()).ShouldBeEmpty("nothing points at either");
        fund.WhyNotRemove(kept, new HashSet<Guid> { people.Id }).ShouldBeEmpty("the line stays");
        fund.WhyNotRemove(kept, new HashSet<Guid> { Guid.CreateVersion7() }).ShouldBeEmpty("a line of another fund");
        var no = fund.WhyNotRemove(kept, new HashSet<Guid> { libraries.Id, people.Id, schools.Id });
        no.Select(one => one.Field).ShouldBe(["Lines[1].Title", "Lines[2].Title"]);
        no[0].Sentence.ShouldBe("“Schools” has to stay in the plan: an application or award points at it. Change its words if the plan has moved on");
        no[1].Sentence.ShouldContain("“Libraries”");
    }
}
