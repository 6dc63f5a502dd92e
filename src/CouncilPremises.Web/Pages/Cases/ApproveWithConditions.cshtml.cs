using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

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

    /// <summary>True when the row is used.</summary>
    public bool IsUsed => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Reason);
}

/// <summary>Approving with conditions: met first, or accepted by the signatory.</summary>
[RequirePermission(Permission.DecideCases)]
public sealed class ApproveWithConditionsModel(CaseViews views, Approvals approvals) : HireCasePage(views)
{
    /// <summary>The conditions; a button adds one more.</summary>
    [BindProperty]
    public List<ConditionInput> Conditions { get; set; } = [];

    /// <summary>True when the button asks for one more condition.</summary>
    [BindProperty]
    public bool Add { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Confirms that no prohibited reason was weighed.</summary>
    [BindProperty]
    public bool NoProhibitedReason { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Checks that may be made conditions.</summary>
    public static IReadOnlyList<CheckCode> MayWait { get; } = [.. CheckRules.All.Where(rule => rule.MayBeBeforeCondition).Select(rule => rule.Code)];

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var shown = await base.OnGetAsync(cancellationToken);
        Conditions = [new ConditionInput()];
        return shown;
    }

    /// <summary>Approves.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Add && await LoadAsync(cancellationToken))
        {
            ModelState.Clear();
            Hire.Rows.Change(Conditions, "add");
            return Page();
        }
        var used = Conditions.Where(c => c.IsUsed).ToList();
        if (used.Count == 0)
            ModelState.AddModelError("Conditions[0].Text", "Write at least one condition, or approve without conditions.");
        for (var i = 0; i < Conditions.Count; i++)
            if (Conditions[i] is { IsUsed: true } row && (row.Kind is null || row.Timing is null || row.DueOn is null))
                ModelState.AddModelError($"Conditions[{i}].Text", $"Choose the kind, the time and the due date of condition {i + 1}.");
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        var facts = used.Select(c => new ConditionFacts(c.Kind!.Value, c.Timing!.Value, c.Text?.Trim() ?? "", c.Reason?.Trim() ?? "", c.DueOn!.Value, c.Check)).ToList();
        return await AnswerAsync(await approvals.ApproveAsync(Reference, new Approve(Text, facts, NoProhibitedReason, SeenVersion), Me, cancellationToken), "Approved with conditions. The group has been told.", cancellationToken);
    }
}
