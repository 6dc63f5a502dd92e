using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Binding;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>What a budget comes to, in words: the sums, and where they stand against what the fund and the council allow.</summary>
public sealed record BudgetSums(GrantBudget Budget, GrantLimits Limits)
{
    /// <summary>What is allowed, before anybody types.</summary>
    public IReadOnlyList<string> Allowed =>
    [
        $"You can ask for {Limits.LowestAward} to {Limits.HighestAward}.",
        $"Overheads may be at most {Limits.OverheadsPercent}% of what you ask for, and contingency at most {Limits.ContingencyPercent}%.",
        Limits.MatchSharePercent == 0 ? "You need no money from others." : $"Others must pay at least {Limits.MatchSharePercent}% of what the project costs.",
    ];

    /// <summary>Where the lines stand so far.</summary>
    public IReadOnlyList<string> Standing => [Balance, Cap(BudgetCategory.Overheads, Limits.OverheadsPercent), Cap(BudgetCategory.Contingency, Limits.ContingencyPercent), .. Match];

    /// <summary>One line for each category, in words, and the whole.</summary>
    public IReadOnlyList<(string Name, Money Total, Money Requested)> Rows =>
        [.. Budget.Shares().Select(share => (EnumChoices.Text(share.Category), share.Total, share.Requested)), ("All lines", Budget.Total(), Budget.Requested())];

    private string Balance
    {
        get
        {
            var lines = Budget.Requested();
            if (Budget.Asked is not { } asked)
                return $"Your lines ask for {lines} so far.";
            return lines == asked ? $"Your lines ask for {lines}: as much as the grant you ask for."
                : lines < asked ? $"Your lines ask for {lines}. That is {asked - lines} less than the grant of {asked} you ask for."
                : $"Your lines ask for {lines}. That is {lines - asked} more than the grant of {asked} you ask for.";
        }
    }

    private IEnumerable<string> Match => Limits.MatchSharePercent == 0 ? [] :
    [
        Budget.IsMatched(Limits.MatchSharePercent)
            ? $"Others pay {Budget.Match()} of {Budget.Total()}: that is enough."
            : $"Others pay {Budget.Match()} of {Budget.Total()}. They must pay at least {Least(Budget.Total(), Limits.MatchSharePercent)}.",
    ];

    private string Cap(BudgetCategory category, int percent)
    {
        var (part, most) = (Budget.RequestedIn(category), new Money((long)((Int128)percent * Budget.Requested().Pence / 100)));
        return Budget.IsWithin(category, percent)
            ? $"{EnumChoices.Text(category)}: {part} of at most {most} ({percent}%)."
            : $"{EnumChoices.Text(category)}: {part}, more than the {most} that {percent}% allow.";
    }

    private static Money Least(Money total, int percent) => new((long)((((Int128)percent * total.Pence) + 99) / 100));
}
