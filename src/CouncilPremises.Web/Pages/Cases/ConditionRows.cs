using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A condition as typed. A row with neither text nor reason is passed over.</summary>
public sealed class ConditionInput
{
    /// <summary>What kind.</summary>
    public ConditionKind? Kind { get; set; }

    /// <summary>Before confirming, or at the event.</summary>
    public ConditionTiming? Timing { get; set; }

    /// <summary>The words the hirer reads.</summary>
    public string? Text { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Last day to meet it.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The check it waits for.</summary>
    public CheckCode? Check { get; set; }

    /// <summary>A row that holds a condition somebody wrote before.</summary>
    public static ConditionInput Of(ConditionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new ConditionInput { Kind = facts.Kind, Timing = facts.Timing, Text = facts.Text, Reason = facts.Reason, DueOn = facts.DueOn, Check = facts.Check };
    }

    /// <summary>True when the row is used.</summary>
    public bool IsUsed => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Reason);
}

/// <summary>A page on which conditions are written, row by row.</summary>
public interface IConditionRows
{
    /// <summary>The rows; a button adds one more.</summary>
    List<ConditionInput> Conditions { get; }

    /// <summary>Kinds to choose from.</summary>
    IReadOnlyList<Choice> Kinds { get; }

    /// <summary>When a condition must be met.</summary>
    IReadOnlyList<Choice> Timings { get; }

    /// <summary>Checks a condition may wait for.</summary>
    IReadOnlyList<Choice> Checks { get; }
}

/// <summary>Reads the rows of such a page.</summary>
public static class ConditionRows
{
    /// <summary>The conditions that were written; a row with something missing is said beside it.</summary>
    public static IReadOnlyList<ConditionFacts> ReadConditions(this IConditionRows page, ModelStateDictionary mistakes)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(mistakes);
        var facts = new List<ConditionFacts>();
        foreach (var (at, row) in page.Conditions.Index().Where(one => one.Item.IsUsed))
            if (row is { Kind: { } kind, Timing: { } timing, DueOn: { } due })
                facts.Add(new ConditionFacts(kind, timing, row.Text?.Trim() ?? "", row.Reason?.Trim() ?? "", due, row.Check));
            else
                mistakes.AddModelError($"Conditions[{at}].Text", $"Choose the kind, the time and the due date of condition {at + 1}.");
        return facts;
    }
}
