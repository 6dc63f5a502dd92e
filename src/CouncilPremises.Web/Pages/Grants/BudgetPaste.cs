using System.Globalization;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Binding;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>Budget lines copied from a spreadsheet: one row a line, a tab between the columns.</summary>
/// <param name="Lines">The lines, in order.</param>
/// <param name="Mistakes">What could not be read, each with its row; none when every row could.</param>
public sealed record BudgetPaste(IReadOnlyList<BudgetLine> Lines, IReadOnlyList<string> Mistakes)
{
    private const int MostMistakes = 20;

    /// <summary>The columns, in order, as people read them.</summary>
    public const string Columns = "kind of cost, what it is for, how many, cost of one, what you ask us for, who pays the rest";

    /// <summary>Reads what was pasted. A first row of headings is passed over, as are empty rows.</summary>
    public static BudgetPaste Read(string? text)
    {
        var (lines, mistakes) = (new List<BudgetLine>(), new List<string>());
        foreach (var (index, row) in (text ?? "").Split('\n').Index())
        {
            var cells = row.Split('\t').Select(cell => cell.Trim().Trim('"').Trim()).ToArray();
            if (cells.All(cell => cell.Length == 0) || (index == 0 && IsHeading(cells)))
                continue;
            var found = new List<string>();
            var line = Line(cells, found);
            lines.Add(line);
            mistakes.AddRange(found.Select(mistake => $"Row {index + 1}: {mistake}"));
        }
        return new BudgetPaste(lines, mistakes.Count <= MostMistakes ? mistakes : [.. mistakes.Take(MostMistakes), $"There are {mistakes.Count - MostMistakes:#,0} more mistakes in later rows"]);
    }

    /// <summary>Why the rows are not taken; none when they are. Nothing is taken unless every row can be read.</summary>
    /// <param name="besides">How many lines the budget keeps besides them.</param>
    public IReadOnlyList<string> WhyNotTaken(int besides) =>
        Lines.Count == 0 ? ["Paste at least one row from your spreadsheet"]
        : Lines.Count + besides > GrantBudget.MostLines ? [$"A budget has at most {GrantBudget.MostLines:#,0} lines. Put small ones together"]
        : Mistakes;

    private static BudgetLine Line(string[] cells, List<string> mistakes)
    {
        if (cells.Length < 4)
            mistakes.Add($"it has {cells.Length} of the columns. Copy at least four: {Columns}");
        return new BudgetLine
        {
            Category = Category(cells[0], mistakes),
            Description = Cell(cells, 1),
            Quantity = Number(Cell(cells, 2), mistakes),
            UnitCost = Sum(Cell(cells, 3), "the cost of one", mistakes),
            Requested = Sum(Cell(cells, 4), "what you ask us for", mistakes),
            MatchSource = Cell(cells, 5),
        };
    }

    private static BudgetCategory? Category(string text, List<string> mistakes)
    {
        foreach (var category in Enum.GetValues<BudgetCategory>())
            if (string.Equals(EnumChoices.Text(category), text, StringComparison.OrdinalIgnoreCase))
                return category;
        mistakes.Add($"“{Short(text)}” is no kind of cost. Write {string.Join(", ", Enum.GetValues<BudgetCategory>().SkipLast(1).Select(one => EnumChoices.Text(one)))} or {EnumChoices.Text(BudgetCategory.Contingency)}");
        return null;
    }

    private static decimal? Number(string? text, List<string> mistakes)
    {
        if (text is null)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            return number;
        mistakes.Add($"“{Short(text)}” is no number of things, like 12 or 2.5");
        return null;
    }

    private static Money? Sum(string? text, string what, List<string> mistakes)
    {
        if (text is null)
            return null;
        if (Money.TryParse(text, out var money) && money >= Money.Zero)
            return money;
        mistakes.Add($"“{Short(text)}” is no sum for {what}, like 24 or 24.50");
        return null;
    }

    // Words where the first row of numbers would stand
    private static bool IsHeading(string[] cells) => cells.Length > 3 && cells.Skip(2).Take(2).All(cell => cell.Length > 0 && !cell.Any(char.IsDigit));

    private static string? Cell(string[] cells, int place) => place < cells.Length && cells[place].Length > 0 ? cells[place] : null;

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
