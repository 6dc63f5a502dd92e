using System.Globalization;
using CouncilPremises.Domain;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>What a grant pays of each line of a budget, as approvers type it.</summary>
public static class AwardAmounts
{
    /// <summary>The amounts by line, and what is wrong with a box; a line that cannot be read counts as nothing.</summary>
    public static (Dictionary<int, Money?> Amounts, List<(int Number, string Sentence)> Mistakes) Read(IReadOnlyDictionary<int, string?> typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var (amounts, mistakes) = (new Dictionary<int, Money?>(), new List<(int, string)>());
        foreach (var (number, text) in typed)
            if (Money.TryParse(text, out var money) && money >= Money.Zero && !string.IsNullOrWhiteSpace(text))
                amounts[number] = money;
            else
            {
                amounts[number] = Money.Zero;
                mistakes.Add((number, $"Line {number}: enter what the grant pays, such as 120 or 120.50, or 0 for nothing."));
            }
        return (amounts, mistakes);
    }

    /// <summary>An amount as it stands in a box.</summary>
    public static string Show(Money amount) => (amount.Pence / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
