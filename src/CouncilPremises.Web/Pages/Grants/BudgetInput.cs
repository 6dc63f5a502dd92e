using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>The boxes of the budget's page.</summary>
public sealed class BudgetInput
{
    public BudgetFields Budget { get; set; } = new();

    /// <summary>Rows copied from a spreadsheet.</summary>
    [Display(Name = "The rows")]
    public string? Pasted { get; set; }

    /// <summary>True when they take the place of all lines there are.</summary>
    [Display(Name = "Whether they replace your lines")]
    public bool Replace { get; set; }
}

/// <summary>The grant asked for, and the lines that this page shows.</summary>
public sealed class BudgetFields
{
    [Display(Name = "The grant you ask for")]
    public Money? Asked { get; set; }

    [MaxLength(2 * BudgetModel.PageSize, ErrorMessage = "Save these lines before you add more")]
    public List<LineFields> Lines { get; set; } = [];

    /// <summary>How many of the lines kept this page shows, which what is typed replaces.</summary>
    public int Shown { get; set; }

    [Display(Name = "Whether nothing is ineligible")]
    public bool NothingIneligible { get; set; }

    /// <summary>The places of lines that have something in them.</summary>
    public IReadOnlyList<int> Filled() => FilledRows.Places(Lines, line => line.IsEmpty);

    /// <summary>The budget kept, with the lines of this page as they stand in its boxes.</summary>
    /// <param name="kept">What is saved.</param>
    /// <param name="before">How many lines stand on earlier pages.</param>
    public GrantBudget Into(GrantBudget kept, int before)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var shown = Math.Clamp(Shown, 0, kept.Lines.Count - before);
        return kept with
        {
            Asked = Asked,
            NothingIneligible = NothingIneligible ? true : null,
            Lines = kept.Lines.Take(before).Concat(Filled().Select(row => Lines[row].ToLine())).Concat(kept.Lines.Skip(before + shown)).ToValueList(),
        };
    }
}

/// <summary>The boxes of one line.</summary>
public sealed class LineFields
{
    [Display(Name = "The kind of cost")]
    public BudgetCategory? Category { get; set; }

    [Display(Name = "What it is for")]
    public string? Description { get; set; }

    [Display(Name = "How many")]
    public decimal? Quantity { get; set; }

    [Display(Name = "The cost of one")]
    public Money? UnitCost { get; set; }

    [Display(Name = "What you ask us for")]
    public Money? Requested { get; set; }

    [Display(Name = "Who pays the rest")]
    public string? MatchSource { get; set; }

    [Display(Name = "The first day money is spent on it")]
    public DateOnly? SpentFrom { get; set; }

    public bool IsEmpty => Category is null && Description is null && Quantity is null && UnitCost is null && Requested is null && MatchSource is null && SpentFrom is null;

    public static LineFields Of(BudgetLine line) => new()
    {
        Category = line.Category,
        Description = line.Description,
        Quantity = line.Quantity,
        UnitCost = line.UnitCost,
        Requested = line.Requested,
        MatchSource = line.MatchSource,
        SpentFrom = line.SpentFrom,
    };

    public BudgetLine ToLine() => new()
    {
        Category = Category,
        Description = Description,
        Quantity = Quantity,
        UnitCost = UnitCost,
        Requested = Requested,
        MatchSource = MatchSource,
        SpentFrom = SpentFrom,
    };
}
