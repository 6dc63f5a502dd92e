namespace CouncilPremises.Domain.Grants;

/// <summary>What a fund and the council allow. RULEBOOK 4 G9.</summary>
/// <param name="LowestAward">Smallest grant of the fund; exactly this much may be asked for.</param>
/// <param name="HighestAward">Largest grant of the fund; exactly this much may be asked for.</param>
/// <param name="MatchSharePercent">Least part of the project's total cost that must come from others, in per cent; 0 for none, exactly this much is enough.</param>
/// <param name="OverheadsPercent">Most of the sum requested for overheads, in per cent◆; exactly this much is allowed.</param>
/// <param name="ContingencyPercent">Most of the sum requested for contingency, in per cent◆; exactly this much is allowed.</param>
public sealed record GrantLimits(Money LowestAward, Money HighestAward, int MatchSharePercent, int OverheadsPercent, int ContingencyPercent);

/// <summary>What one category of a budget comes to.</summary>
/// <param name="Category">Which.</param>
/// <param name="Total">What its lines cost.</param>
/// <param name="Requested">What the group asks the council to pay of that.</param>
/// <param name="Percent">Its part of the whole sum requested in per cent, rounded to one decimal for reading. Caps are never tried on this figure.</param>
public sealed record CategoryShare(BudgetCategory Category, Money Total, Money Requested, decimal Percent);

/// <summary>G9: what the project costs, line by line, and what the group asks for. Totals are worked out and never typed:
/// whole pence, exact, and an overflow is an error and not a wrong sum. RULEBOOK 4 G9.</summary>
public sealed record GrantBudget
{
    /// <summary>Most lines of one budget, included.</summary>
    public const int MostLines = 1000;

    /// <summary>The grant asked for. The lines' requested amounts come to exactly this.</summary>
    public Money? Asked { get; init; }

    /// <summary>The lines, in the order entered; at least one.</summary>
    public ValueList<BudgetLine> Lines { get; init; } = [];

    /// <summary>True when the group confirms that no line pays for anything of <see cref="IneligibleHeading"/>.</summary>
    public bool? NothingIneligible { get; init; }

    /// <summary>What the project costs: the totals of all lines that have one.</summary>
    public Money Total() => Sum(Lines, line => line.Total());

    /// <summary>What the lines ask the council to pay.</summary>
    public Money Requested() => Sum(Lines, line => line.Requested);

    /// <summary>What others pay: total less requested, of all lines that have both.</summary>
    public Money Match() => Sum(Lines, line => line.Match());

    /// <summary>What the lines of one category ask the council to pay.</summary>
    public Money RequestedIn(BudgetCategory category) => Sum(Lines.Where(line => line.Category == category), line => line.Requested);

    /// <summary>What each category with at least one line comes to, in the order of the rulebook. Lines without a category are left out.</summary>
    public IReadOnlyList<CategoryShare> Shares()
    {
        var all = Requested().Pence;
        return [.. Lines.Where(line => line.Category is not null).GroupBy(line => line.Category!.Value).OrderBy(lines => lines.Key).Select(lines =>
        {
            var requested = Sum(lines, line => line.Requested);
            return new CategoryShare(lines.Key, Sum(lines, line => line.Total()), requested,
                all == 0 ? 0 : decimal.Round(requested.Pence * 100m / all, 1, MidpointRounding.AwayFromZero));
        })];
    }

    /// <summary>True when a category asks for at most so many per cent of the sum requested; exactly as many is within. Compared in whole pence, without rounding.</summary>
    public bool IsWithin(BudgetCategory category, int percent) =>
        (Int128)RequestedIn(category).Pence * 100 <= (Int128)percent * Requested().Pence;

    /// <summary>True when others pay at least so many per cent of the total; exactly as many is enough. Compared in whole pence, without rounding.</summary>
    public bool IsMatched(int percent) => (Int128)Match().Pence * 100 >= (Int128)percent * Total().Pence;

    /// <summary>What to say of a line that an officer finds to pay for what a grant never pays for. Nobody's words are searched for it.</summary>
    /// <param name="index">Place of the line, from 0.</param>
    /// <param name="heading">What it pays for.</param>
    public Refusal Ineligible(int index, IneligibleHeading heading) => BudgetRules.Ineligible(Lines[index], index, heading);

    private static Money Sum(IEnumerable<BudgetLine> lines, Func<BudgetLine, Money?> amount) =>
        lines.Aggregate(Money.Zero, (sum, line) => sum + (amount(line) ?? Money.Zero));
}

/// <summary>A line of a budget: so many of something at so much each. RULEBOOK 4 G9.</summary>
public sealed record BudgetLine
{
    /// <summary>Largest quantity, included.</summary>
    public const decimal LargestQuantity = 1_000_000m;

    /// <summary>Largest cost of one, included.</summary>
    public static Money LargestUnitCost { get; } = Money.Pounds(10_000_000);

    /// <summary>What kind of cost it is.</summary>
    public BudgetCategory? Category { get; init; }

    /// <summary>What it pays for.</summary>
    public string? Description { get; init; }

    /// <summary>How many: more than 0, at most two decimals.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>What one costs.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>What the council is asked to pay of the total: from nothing to all of it.</summary>
    public Money? Requested { get; init; }

    /// <summary>Who pays the rest; needed when less than the total is requested.</summary>
    public string? MatchSource { get; init; }

    /// <summary>The first day on which money is spent on it, where the group knows; need not be answered. A day before the project starts makes it a past cost.</summary>
    public DateOnly? SpentFrom { get; init; }

    /// <summary>Quantity times cost of one, to the nearest penny, half a penny away from zero. Null until both are answered and within their limits,
    /// so that a draft with a gap or a slip still has a running total.</summary>
    public Money? Total() => IsQuantity(Quantity) && IsUnitCost(UnitCost)
        ? new Money(checked((long)decimal.Round(Quantity!.Value * UnitCost!.Value.Pence, 0, MidpointRounding.AwayFromZero)))
        : null;

    /// <summary>What others pay: total less requested; null until both are known. Below zero when too much is requested, which validation refuses.</summary>
    public Money? Match() => Total() - Requested;

    internal static bool IsQuantity(decimal? quantity) =>
        quantity is { } many and > 0 and <= LargestQuantity && decimal.Round(many, 2) == many;

    internal static bool IsUnitCost(Money? cost) => cost > Money.Zero && cost <= LargestUnitCost;
}
