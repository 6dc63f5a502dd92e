using CouncilPremises.Domain.Grants;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

/// <summary>What a group is told about its budget, sentence by sentence.</summary>
[Trait("Rule", "G9")]
public class BudgetRulesTests
{
    private static GrantAnswers Budget(Func<GrantBudget, GrantBudget> change) => AGrant.Answers() with { Budget = change(AGrant.Answers().Budget) };

    /// <summary>What is said when one line, counted from 0, is another.</summary>
    private static string[] SaidOfLine(int index, Func<BudgetLine, BudgetLine> change) =>
        AGrant.Said(GrantSection.Budget, Budget(b => b with { Lines = b.Lines.Select((line, i) => i == index ? change(line) : line).ToValueList() }));

    private static string[] Said(Func<GrantBudget, GrantBudget> change, GrantLimits? limits = null) =>
        AGrant.Said(GrantSection.Budget, Budget(change), AGrant.Context with { Limits = limits ?? AGrant.Context.Limits });

    [Fact]
    public void Budget_BothCapsAtTheEdge_IsRight() => Said(b => b).ShouldBeEmpty();

    [Fact]
    public void Lines_NoneOrTooMany_AreRefused()
    {
        Said(b => b with { Lines = [] }).ShouldBe(["G9 Lines: Add the first line of your budget"]);
        GrantBudget Of(int lines) => new() { Asked = Money.Pounds(1_000), NothingIneligible = true, Lines = Enumerable.Repeat(AGrant.Line(BudgetCategory.Staff, 1, 1_12, 1_00) with { MatchSource = "Others" }, lines).ToValueList() };
        Said(_ => Of(1000)).ShouldBeEmpty();
        Said(_ => Of(1001)).ShouldBe(["G9 Lines: A budget has at most 1,000 lines. Put small ones together"]);
    }

    [Fact]
    public void Line_NothingAnswered_NamesItWithoutACategory() =>
        SaidOfLine(2, _ => new()).ShouldBe(
        [
            "G9 Lines[2].Category: Line 3: choose what kind of cost it is",
            "G9 Lines[2].Description: Line 3: enter what the money is for",
            "G9 Lines[2].Quantity: Line 3: enter how many",
            "G9 Lines[2].UnitCost: Line 3: enter what one costs",
            "G9 Lines[2].Requested: Line 3: enter how much of it you ask us to pay, or 0 for nothing",
        ]);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.005")]
    [InlineData("1000000.01")]
    [InlineData("79228162514264337593543950335")]
    public void Quantity_OutsideItsLimits_IsNamed(string quantity) =>
        SaidOfLine(4, line => line with { Quantity = decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture) })
            .ShouldBe(["G9 Lines[4].Quantity: Line 5, Travel: enter a quantity above 0 and up to 1,000,000, with at most two decimals"]);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000_000_01)]
    public void UnitCost_OutsideItsLimits_IsNamed(long pence) =>
        SaidOfLine(0, line => line with { UnitCost = new Money(pence) }).ShouldBe(["G9 Lines[0].UnitCost: Line 1, Staff: enter a cost of one from £0.01 to £10,000,000"]);

    [Fact]
    public void Requested_BelowNothing_IsNamedAndNoSumIsTried() =>
        SaidOfLine(2, line => line with { Requested = new Money(-1) }).ShouldBe(["G9 Lines[2].Requested: Line 3, Overheads: ask for £0 or more"]);

    [Fact]
    public void Requested_OnePennyAboveTheTotal_IsNamed()
    {
        Said(b => b with { Lines = [.. b.Lines.Take(4), AGrant.Travel with { Requested = new Money(200_01) }], Asked = new Money(1_150_01) }, AGrant.Context.Limits with { MatchSharePercent = 0 })
            .ShouldBe(["G9 Lines[4].Requested: Line 5, Travel: you ask for £200.01, and the line comes to £200. Ask for £200 or less, or correct quantity and cost"]);
        Said(b => b with { Lines = [.. b.Lines.Take(4), AGrant.Travel with { Requested = new Money(200_00), MatchSource = null }], Asked = new Money(1_150_00) }, AGrant.Context.Limits with { MatchSharePercent = 0 })
            .ShouldBeEmpty();
    }

    [Fact]
    public void MatchSource_LessThanTheTotalRequested_IsNeeded()
    {
        SaidOfLine(4, line => line with { MatchSource = " " }).ShouldBe(["G9 Lines[4].MatchSource: Line 5, Travel: enter who pays the other £150"]);
        SaidOfLine(4, line => line with { MatchSource = new string('m', 201) }).ShouldBe(["G9 Lines[4].MatchSource: Line 5, Travel: your answer must be 200 characters or fewer"]);
        SaidOfLine(4, line => line with { Description = new string('d', 201) }).ShouldBe(["G9 Lines[4].Description: Line 5, Travel: your answer must be 200 characters or fewer"]);
    }

    [Fact]
    public void SpentFrom_OutsideTheProject_IsAPastCostOrTooLate()
    {
        SaidOfLine(1, line => line with { SpentFrom = new(2026, 3, 31) }).ShouldBe(
            ["G9 Lines[1].SpentFrom: Line 2, Venue: money is spent on it from 31 March 2026, before the project starts on 1 April 2026. A grant never pays for past costs. Enter a day within the project, or take the line out"]);
        SaidOfLine(1, line => line with { SpentFrom = new(2026, 10, 1) }).ShouldBe(
            ["G9 Lines[1].SpentFrom: Line 2, Venue: money is spent on it from 1 October 2026, after the project ends on 30 September 2026. Enter a day within the project, or take the line out"]);
        SaidOfLine(1, line => line with { SpentFrom = new(2026, 4, 1) }).ShouldBeEmpty();
        SaidOfLine(1, line => line with { SpentFrom = new(2026, 9, 30) }).ShouldBeEmpty();
        GrantValidation.Section(GrantSection.Budget, Budget(b => b with { Lines = b.Lines.Select(line => line with { SpentFrom = new(2020, 1, 1) }).ToValueList() }) with { Project = new() }, AGrant.Context)
            .ShouldBeEmpty("while the project has no dates, its page says so");
    }

    [Fact]
    public void Overheads_OnePennyOver_NameTheirLine() =>
        Said(b => b with { Asked = new Money(1_000_01), Lines = [AGrant.Staff, AGrant.Venue, AGrant.Line(BudgetCategory.Overheads, 1, 150_01, 150_01), AGrant.Contingency, AGrant.Travel] })
            .ShouldBe(["G9 Lines[2].Requested: Line 3, Overheads: you ask for £150.01 for overheads in all, more than 15% of the £1,000.01 you request. With the other lines as they are, ask for £150 or less for overheads"]);

    [Fact]
    public void Contingency_OnePennyOverInTwoLines_NamesBoth()
    {
        var sentence = "you ask for £50.01 for contingency in all, more than 5% of the £1,000.01 you request. With the other lines as they are, ask for £50 or less for contingency";
        Said(b => b with { Asked = new Money(1_000_01), Lines = [.. b.Lines, AGrant.Line(BudgetCategory.Contingency, 1, 1, 1), AGrant.Line(BudgetCategory.Contingency, 1, 1, 0) with { MatchSource = "Us" }] })
            .ShouldBe([$"G9 Lines[3].Requested: Line 4, Contingency: {sentence}", $"G9 Lines[5].Requested: Line 6, Contingency: {sentence}"]);
    }

    [Fact]
    public void Asked_AroundTheLimitsOfTheFund_IncludesThem()
    {
        Said(b => b with { Asked = null }).ShouldBe(["G9 Asked: Enter the grant you ask for"]);
        Said(b => b, AGrant.Context.Limits with { LowestAward = Money.Pounds(1_000), HighestAward = Money.Pounds(1_000) }).ShouldBeEmpty();
        Said(b => b, AGrant.Context.Limits with { LowestAward = new Money(1_000_01) }).ShouldBe(["G9 Asked: The smallest grant of this fund is £1,000.01. Ask for that or more"]);
        Said(b => b, AGrant.Context.Limits with { HighestAward = new Money(999_99) }).ShouldBe(["G9 Asked: The largest grant of this fund is £999.99. Ask for that or less"]);
    }

    [Theory]
    [InlineData(999_99, "£999.99")]
    [InlineData(1_000_01, "£1,000.01")]
    public void Asked_OnePennyFromTheLines_IsUnbalanced(long pence, string asked) =>
        Said(b => b with { Asked = new Money(pence) }).ShouldBe([$"G9 Asked: Your lines ask for £1,000 in all, and you ask for a grant of {asked}. Correct the lines or the grant, so that both are the same"]);

    [Fact]
    public void Asked_WhileALineHasAGap_IsNotCompared() =>
        SaidOfLine(1, line => line with { Requested = null }).ShouldBe(["G9 Lines[1].Requested: Line 2, Venue: enter how much of it you ask us to pay, or 0 for nothing"]);

    [Fact]
    public void Match_OnePennyShort_IsRefused()
    {
        GrantBudget Of(long requested) => new() { Asked = new Money(requested), NothingIneligible = true, Lines = [AGrant.Line(BudgetCategory.Staff, 1, 1_000_05, requested) with { MatchSource = "Others" }] };
        Said(_ => Of(900_04)).ShouldBeEmpty("a tenth of £1,000.05 is £100.005, and £100.01 is more");
        Said(_ => Of(900_05)).ShouldBe(["G9 Lines: Others must pay at least 10% of what the project costs: £100.01 of £1,000.05. Your lines leave them £100. Ask us for less, or add lines that others pay"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public void NothingIneligible_Unconfirmed_IsAsked(bool? confirmed) =>
        Said(b => b with { NothingIneligible = confirmed }).ShouldBe(
            ["G9 NothingIneligible: Confirm that no line pays for party politics, worship or proselytising, past costs, fines, loans or alcohol. Take out any line that does"]);

    [Theory]
    [InlineData(IneligibleHeading.PartyPolitics, "party politics")]
    [InlineData(IneligibleHeading.Worship, "worship or proselytising")]
    [InlineData(IneligibleHeading.PastCosts, "past costs")]
    [InlineData(IneligibleHeading.Fines, "fines")]
    [InlineData(IneligibleHeading.Loans, "loans")]
    [InlineData(IneligibleHeading.Alcohol, "alcohol")]
    public void Ineligible_FoundByAnOfficer_NamesTheLine(IneligibleHeading heading, string words) =>
        AGrant.Answers().Budget.Ineligible(4, heading).ShouldBe(new Refusal("G9", $"Line 5, Travel: a grant never pays for {words}. Take the line out, or ask for it elsewhere", "Lines[4].Description"));

    [Fact]
    public void Lines_WordsThatSoundIneligible_AreNotGuessedAt() =>
        SaidOfLine(0, line => line with { Description = "Alcohol awareness worker for the church hall's loan library, fines box emptied" }).ShouldBeEmpty();
}
