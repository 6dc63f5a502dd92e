using System.Numerics;
using System.Text.RegularExpressions;
using CouncilPremises.Domain.Grants;
using CsCheck;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

[Trait("Rule", "G9")]
public partial class GrantBudgetTests
{
    // Quantity in hundredths, pence of one, share requested in per mille
    private static readonly Gen<BudgetLine> Lines =
        Gen.Select(Gen.Enum<BudgetCategory>(), Gen.Long[1, 100_000_000], Gen.Long[1, 1_000_000_000], Gen.Int[0, 1000]).Select((category, hundredths, pence, share) =>
        {
            var line = AGrant.Line(category, hundredths / 100m, pence, 0);
            return line with { Requested = new Money((long)((Int128)line.Total()!.Value.Pence * share / 1000)), MatchSource = "Others" };
        });

    private static GrantBudget Of(params BudgetLine[] lines) => new() { Lines = lines.ToValueList() };

    [Theory]
    [InlineData("1", 1, 1)]
    [InlineData("0.5", 1, 1)] // half a penny goes up
    [InlineData("0.49", 1, 0)]
    [InlineData("2.5", 1, 3)] // and not to the even penny
    [InlineData("1.5", 33_33, 50_00)] // 49.995
    [InlineData("0.01", 50, 1)]
    [InlineData("0.01", 49, 0)]
    [InlineData("37.25", 11_43, 425_77)] // 425.7675
    [InlineData("1000000", 10_000_000_00, 1_000_000_000_000_000)]
    public void Total_QuantityTimesUnitCost_RoundsHalfAwayFromZero(string quantity, long unitPence, long pence) =>
        AGrant.Line(BudgetCategory.Staff, decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture), unitPence, 0).Total().ShouldBe(new Money(pence));

    [Fact]
    public void Total_GapOrSlip_IsNotKnownAndAddsNothing()
    {
        BudgetLine[] slips =
        [
            AGrant.Staff with { Quantity = null }, AGrant.Staff with { UnitCost = null }, AGrant.Staff with { Quantity = 0 }, AGrant.Staff with { Quantity = -1 },
            AGrant.Staff with { Quantity = 1.001m }, AGrant.Staff with { Quantity = decimal.MaxValue }, AGrant.Staff with { UnitCost = new Money(long.MaxValue) },
            AGrant.Staff with { UnitCost = Money.Zero }, AGrant.Staff with { Quantity = 1_000_000.01m }, AGrant.Staff with { UnitCost = new Money(10_000_000_01) },
        ];
        foreach (var slip in slips)
        {
            slip.Total().ShouldBeNull(slip.ToString());
            slip.Match().ShouldBeNull();
        }

        Of([.. slips, AGrant.Travel]).Total().ShouldBe(new Money(200_00));
        Of([.. slips, AGrant.Travel]).Match().ShouldBe(new Money(150_00));
        new GrantBudget().Total().ShouldBe(Money.Zero);
    }

    [Fact]
    public void Totals_OrdinaryBudget_AreThoseOfItsLines()
    {
        var budget = AGrant.Answers().Budget;
        (budget.Total(), budget.Requested(), budget.Match()).ShouldBe((new Money(1_150_00), new Money(1_000_00), new Money(150_00)));
        budget.RequestedIn(BudgetCategory.Travel).ShouldBe(new Money(50_00));
        budget.RequestedIn(BudgetCategory.Publicity).ShouldBe(Money.Zero);
    }

    [Fact]
    public void Shares_SeveralLinesOfACategory_AreAddedInTheRulebooksOrder()
    {
        var shares = Of(AGrant.Travel, AGrant.Staff, AGrant.Venue, AGrant.Staff with { Requested = new Money(150_00) }, AGrant.Staff with { Category = null }).Shares();
        shares.ShouldBe(
        [
            new CategoryShare(BudgetCategory.Staff, new Money(1_000_00), new Money(650_00), 44.8m),
            new CategoryShare(BudgetCategory.Venue, new Money(250_00), new Money(250_00), 17.2m),
            new CategoryShare(BudgetCategory.Travel, new Money(200_00), new Money(50_00), 3.4m),
        ]);
        Of(AGrant.Staff with { Requested = Money.Zero }).Shares().ShouldHaveSingleItem().Percent.ShouldBe(0);
    }

    [Fact]
    public void Totals_AThousandRandomLines_AreExactToThePenny() => Lines.Array[GrantBudget.MostLines].Sample(
        lines =>
        {
            var budget = Of(lines);
            // In pounds by System.Decimal, line by line
            var byDecimal = lines.Sum(line => decimal.Round(line.Quantity!.Value * (line.UnitCost!.Value.Pence / 100m), 2, MidpointRounding.AwayFromZero));
            (budget.Total().Pence / 100m).ShouldBe(byDecimal);
            // And by whole numbers: hundredths of pence, with half a penny added
            var byInteger = lines.Aggregate(BigInteger.Zero, (sum, line) => sum + (((BigInteger)(line.Quantity!.Value * 100) * line.UnitCost!.Value.Pence) + 50) / 100);
            ((BigInteger)budget.Total().Pence).ShouldBe(byInteger);
            (budget.Requested().Pence / 100m).ShouldBe(lines.Sum(line => line.Requested!.Value.Pence / 100m));
        },
        iter: 50);

    [Fact]
    public void Totals_AnyLines_AddUpInEveryWay() => Lines.Array[0, 60].Sample(lines =>
    {
        var budget = Of(lines);
        budget.Total().ShouldBe(budget.Requested() + budget.Match());
        budget.Total().Pence.ShouldBe(lines.Sum(line => line.Total()!.Value.Pence));
        budget.Total().Pence.ShouldBe(budget.Shares().Sum(share => share.Total.Pence));
        budget.Requested().Pence.ShouldBe(Enum.GetValues<BudgetCategory>().Sum(category => budget.RequestedIn(category).Pence));
        Of([.. lines.Reverse()]).Total().ShouldBe(budget.Total());
    });

    [Theory]
    [InlineData(BudgetCategory.Overheads, 15_00, 85_00, true)]
    [InlineData(BudgetCategory.Overheads, 15_01, 85_00, false)]
    [InlineData(BudgetCategory.Overheads, 15_01, 85_05, false)] // 15.0009…%: nothing is rounded
    [InlineData(BudgetCategory.Overheads, 15_01, 85_06, true)]
    [InlineData(BudgetCategory.Contingency, 5_00, 95_00, true)]
    [InlineData(BudgetCategory.Contingency, 5_01, 95_00, false)]
    [InlineData(BudgetCategory.Overheads, 0, 0, true)]
    [InlineData(BudgetCategory.Overheads, 1, 0, false)]
    [InlineData(BudgetCategory.Overheads, 150_000_000_000_000_000, 850_000_000_000_000_000, true)] // a hundred times that is past the end of whole numbers
    [InlineData(BudgetCategory.Overheads, 150_000_000_000_000_001, 850_000_000_000_000_000, false)]
    public void IsWithin_EdgeAndOnePennyOver_IncludesTheEdge(BudgetCategory category, long part, long rest, bool within) =>
        Of(AGrant.Line(category, 1, 1, part), AGrant.Line(BudgetCategory.Staff, 1, 1, rest))
            .IsWithin(category, category == BudgetCategory.Overheads ? 15 : 5).ShouldBe(within);

    [Theory]
    [InlineData(90_00, true)]
    [InlineData(90_01, false)]
    public void IsMatched_EdgeAndOnePennyShort_IncludesTheEdge(long requested, bool matched) =>
        Of(AGrant.Line(BudgetCategory.Staff, 1, 100_00, requested)).IsMatched(10).ShouldBe(matched);

    [Fact]
    public void OverCap_AnySums_NameTheMostThatIsAllowed() =>
        Gen.Select(Gen.Long[1, 10_000_000], Gen.Long[0, 10_000_000], Gen.Int[0, 99]).Sample((part, rest, percent) =>
        {
            var limits = AGrant.Context.Limits with { OverheadsPercent = percent, MatchSharePercent = 0 };
            GrantBudget With(long overheads) => Of(AGrant.Line(BudgetCategory.Overheads, 1, Math.Max(overheads, 1), overheads), AGrant.Line(BudgetCategory.Staff, 1, Math.Max(rest, 1), rest));
            var said = GrantValidation.Section(GrantSection.Budget, AGrant.Answers() with { Budget = With(part) }, AGrant.Context with { Limits = limits })
                .Where(refusal => refusal.Field == "Lines[0].Requested").ToList();
            said.Count.ShouldBe(part * 100 > percent * (part + rest) ? 1 : 0);
            if (said.Count == 0)
                return;
            Money.TryParse(Allowed().Match(said[0].Sentence).Groups[1].Value, out var most).ShouldBeTrue();
            With(most.Pence).IsWithin(BudgetCategory.Overheads, percent).ShouldBeTrue();
            With(most.Pence + 1).IsWithin(BudgetCategory.Overheads, percent).ShouldBeFalse();
        });

    [Fact]
    public void Sums_PastTheEndOfWholePence_AreAnError()
    {
        var budget = Of(AGrant.Staff with { Requested = new Money(long.MaxValue) }, AGrant.Staff with { Requested = new Money(1) });
        Should.Throw<OverflowException>(() => budget.Requested());
    }

    [GeneratedRegex("ask for (£[0-9,.]+) or less")]
    private static partial Regex Allowed();
}
