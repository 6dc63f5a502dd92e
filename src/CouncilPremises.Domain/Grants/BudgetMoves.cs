using CouncilPremises.Domain.Policies;

namespace CouncilPremises.Domain.Grants;

/// <summary>What other lines of an award would change. Pure, whole pence. RULEBOOK 6.</summary>
/// <param name="Award">The award.</param>
/// <param name="Lines">The lines as they would be.</param>
public sealed record BudgetMoves(Award Award, ValueList<AwardLine> Lines)
{
    /// <summary>What the lines would come to.</summary>
    public Money Total => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);

    /// <summary>What would move from lines that shrink; a line that is not named any more shrinks to nothing.</summary>
    public Money Moved => Award.Lines.Aggregate(Money.Zero, (sum, line) =>
    {
        var after = Lines.Where(one => one.Number == line.Number).Aggregate(Money.Zero, (all, one) => all + one.Amount);
        return after < line.Amount ? sum + (line.Amount - after) : sum;
    });

    /// <summary>True when the lines come to no more than was awarded and to no less than is paid.</summary>
    /// <param name="paid">What is released and sent.</param>
    public bool IsWithinAward(Money paid) => Total <= Award.Awarded && Total >= paid && Total > Money.Zero;

    /// <summary>True when a grant officer may do it: the award stays as much as it is, its lines stay the same lines, and with what officers moved before
    /// no more than 10◆ per cent of what was awarded has moved. Exactly as many are allowed; compared in whole pence. RULEBOOK 6.</summary>
    public bool IsWithinOfficersShare(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Total == Award.Amount && Shape(Lines).SequenceEqual(Shape(Award.Lines))
            && (Int128)(Award.MovedByOfficers + Moved).Pence * 100 <= (Int128)policy.GrantMovePercent * Award.Awarded.Pence;
    }

    /// <summary>What is wrong with the lines in themselves; empty when they may be kept.</summary>
    public IReadOnlyList<Refusal> Mistakes()
    {
        var mistakes = new List<Refusal>();
        if (Lines.Count is 0 or > GrantBudget.MostLines)
            mistakes.Add(new Refusal("Vary", $"Enter 1 to {GrantBudget.MostLines:#,0} lines", nameof(Lines)));
        if (Lines.Select(line => line.Number).Distinct().Count() < Lines.Count)
            mistakes.Add(new Refusal("Vary", "Number each line differently", nameof(Lines)));
        foreach (var (index, line) in Lines.Index())
        {
            if (line.Amount < Money.Zero)
                mistakes.Add(new Refusal("Vary", $"Line {line.Number}: enter £0 or more", $"{nameof(Lines)}[{index}].{nameof(line.Amount)}"));
            if (string.IsNullOrWhiteSpace(line.Description))
                mistakes.Add(new Refusal("Vary", $"Line {line.Number}: say what it pays for", $"{nameof(Lines)}[{index}].{nameof(line.Description)}"));
        }
        return mistakes;
    }

    private static IEnumerable<(int, BudgetCategory, string)> Shape(IEnumerable<AwardLine> lines) => lines.Select(line => (line.Number, line.Category, line.Description)).Order();
}
