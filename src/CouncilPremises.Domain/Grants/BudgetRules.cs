using CouncilPremises.Domain.Checks;
using static CouncilPremises.Domain.Hire.Answered;

namespace CouncilPremises.Domain.Grants;

/// <summary>G9. Every mistake in a line begins with the line, as people count: "Line 3, Travel: …".</summary>
internal static class BudgetRules
{
    private const string Code = "G9";

    public static IEnumerable<Refusal> Check(GrantBudget budget, ProjectAnswers project, GrantLimits limits)
    {
        if (budget.Lines.Count is 0 or > GrantBudget.MostLines)
            return [No(nameof(budget.Lines), budget.Lines.Count == 0 ? "Add the first line of your budget" : $"A budget has at most {GrantBudget.MostLines:#,0} lines. Put small ones together")];
        return
        [
            .. budget.Lines.SelectMany((line, index) => Line(line, project).Select(refusal => Named(refusal, line, index))),
            .. Asked(budget, limits),
            // Until the sums of every line are right, those of the whole say nothing
            .. budget.Lines.All(line => line.Requested >= Money.Zero && line.Match() >= Money.Zero)
                ?
                [
                    .. Balance(budget),
                    .. Cap(budget, BudgetCategory.Overheads, limits.OverheadsPercent),
                    .. Cap(budget, BudgetCategory.Contingency, limits.ContingencyPercent),
                    .. Matched(budget, limits.MatchSharePercent),
                ]
                : Array.Empty<Refusal>(),
            .. budget.NothingIneligible == true
                ? Array.Empty<Refusal>()
                : [No(nameof(budget.NothingIneligible), "Confirm that no line pays for party politics, worship or proselytising, past costs, fines, loans or alcohol. Take out any line that does")],
        ];
    }

    public static Refusal Ineligible(BudgetLine line, int index, IneligibleHeading heading) =>
        Named(No(nameof(line.Description), $"A grant never pays for {InWords(heading)}. Take the line out, or ask for it elsewhere"), line, index);

    private static IEnumerable<Refusal> Line(BudgetLine line, ProjectAnswers project) =>
    [
        .. NotNull(line.Category, Code, nameof(line.Category), "Choose what kind of cost it is"),
        .. Words(line.Description, Code, nameof(line.Description), "Enter what the money is for"),
        .. Price(line),
        .. Requested(line),
        .. NotTooLong(line.MatchSource, Code, nameof(line.MatchSource)),
        .. Spent(line, project),
    ];

    private static IEnumerable<Refusal> Price(BudgetLine line)
    {
        if (line.Quantity is null)
            yield return No(nameof(line.Quantity), "Enter how many");
        else if (!BudgetLine.IsQuantity(line.Quantity))
            yield return No(nameof(line.Quantity), $"Enter a quantity above 0 and up to {BudgetLine.LargestQuantity:#,0}, with at most two decimals");
        if (line.UnitCost is null)
            yield return No(nameof(line.UnitCost), "Enter what one costs");
        else if (!BudgetLine.IsUnitCost(line.UnitCost))
            yield return No(nameof(line.UnitCost), $"Enter a cost of one from {new Money(1)} to {BudgetLine.LargestUnitCost}");
    }

    private static IEnumerable<Refusal> Requested(BudgetLine line)
    {
        if (line.Requested is not { } requested)
            yield return No(nameof(line.Requested), "Enter how much of it you ask us to pay, or 0 for nothing");
        else if (requested < Money.Zero)
            yield return No(nameof(line.Requested), "Ask for £0 or more");
        else if (requested > line.Total())
            yield return No(nameof(line.Requested), $"You ask for {requested}, and the line comes to {line.Total()}. Ask for {line.Total()} or less, or correct quantity and cost");
        else if (line.Match() > Money.Zero && string.IsNullOrWhiteSpace(line.MatchSource))
            yield return No(nameof(line.MatchSource), $"Enter who pays the other {line.Match()}");
    }

    // A day outside the project is a fact; what the words of a line might mean is left to the group's confirmation and the officer
    private static IEnumerable<Refusal> Spent(BudgetLine line, ProjectAnswers project)
    {
        if (line.SpentFrom < project.Starts)
            yield return No(nameof(line.SpentFrom), $"Money is spent on it from {Day(line.SpentFrom)}, before the project starts on {Day(project.Starts)}. A grant never pays for past costs. Enter a day within the project, or take the line out");
        if (line.SpentFrom > project.Ends)
            yield return No(nameof(line.SpentFrom), $"Money is spent on it from {Day(line.SpentFrom)}, after the project ends on {Day(project.Ends)}. Enter a day within the project, or take the line out");
    }

    private static IEnumerable<Refusal> Asked(GrantBudget budget, GrantLimits limits)
    {
        if (budget.Asked is not { } asked)
            yield return No(nameof(budget.Asked), "Enter the grant you ask for");
        else if (asked < limits.LowestAward)
            yield return No(nameof(budget.Asked), $"The smallest grant of this fund is {limits.LowestAward}. Ask for that or more");
        else if (asked > limits.HighestAward)
            yield return No(nameof(budget.Asked), $"The largest grant of this fund is {limits.HighestAward}. Ask for that or less");
    }

    private static IEnumerable<Refusal> Balance(GrantBudget budget)
    {
        if (budget.Asked is { } asked && budget.Requested() != asked)
            yield return No(nameof(budget.Asked), $"Your lines ask for {budget.Requested()} in all, and you ask for a grant of {asked}. Correct the lines or the grant, so that both are the same");
    }

    // Each line of the category is named, so that the group sees what it may lower
    private static IEnumerable<Refusal> Cap(GrantBudget budget, BudgetCategory category, int percent)
    {
        if (budget.IsWithin(category, percent))
            return [];
        var (all, part) = (budget.Requested(), budget.RequestedIn(category));
        var sentence = $"You ask for {part} for {Lower(category)} in all, more than {percent}% of the {all} you request. With the other lines as they are, ask for {Most(all - part, percent)} or less for {Lower(category)}";
        return budget.Lines
            .Select((line, index) => (line, index))
            .Where(at => at.line.Category == category && at.line.Requested > Money.Zero)
            .Select(at => Named(No(nameof(BudgetLine.Requested), sentence), at.line, at.index));
    }

    // Lowering a capped line lowers the sum it is a part of: most/(most + rest) is at most the percentage
    private static Money Most(Money rest, int percent) =>
        new((long)Int128.Max(0, (Int128)percent * rest.Pence / (100 - percent)));

    private static IEnumerable<Refusal> Matched(GrantBudget budget, int percent)
    {
        if (budget.IsMatched(percent))
            yield break;
        var least = new Money((long)((((Int128)percent * budget.Total().Pence) + 99) / 100));
        yield return No(nameof(budget.Lines), $"Others must pay at least {percent}% of what the project costs: {least} of {budget.Total()}. Your lines leave them {budget.Match()}. Ask us for less, or add lines that others pay");
    }

    private static string InWords(IneligibleHeading heading) => heading switch
    {
        IneligibleHeading.PartyPolitics => "party politics",
        IneligibleHeading.Worship => "worship or proselytising",
        IneligibleHeading.PastCosts => "past costs",
        IneligibleHeading.Fines => "fines",
        IneligibleHeading.Loans => "loans",
        IneligibleHeading.Alcohol => "alcohol",
    };

    private static string Lower(BudgetCategory category) => category.ToString().ToLowerInvariant();

    private static string Day(DateOnly? day) => CheckStanding.Day(day!.Value);

    private static Refusal Named(Refusal refusal, BudgetLine line, int index) => refusal with
    {
        Sentence = $"Line {index + 1}{(line.Category is { } category ? $", {category}" : "")}: {char.ToLowerInvariant(refusal.Sentence[0])}{refusal.Sentence[1..]}",
        Field = $"{nameof(GrantBudget.Lines)}[{index}].{refusal.Field}",
    };

    private static Refusal No(string field, string sentence) => new(Code, sentence, field);
}
