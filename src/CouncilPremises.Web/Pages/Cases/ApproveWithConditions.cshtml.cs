using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Approving with conditions: met first, or accepted by the signatory.</summary>
[RequirePermission(Permission.DecideCases)]
public sealed class ApproveWithConditionsModel(CaseViews views, Approvals approvals) : HireCasePage(views), IConditionRows
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
    public IReadOnlyList<Choice> Kinds => AftermathWords.ConditionKinds;

    /// <inheritdoc />
    public IReadOnlyList<Choice> Timings { get; } = EnumChoices.For(typeof(ConditionTiming));

    /// <inheritdoc />
    public IReadOnlyList<Choice> Checks { get; } = [.. MayWait.Select(code => new Choice(code.ToString(), $"{CheckRules.For(code).Name} ({code})"))];

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
        var facts = this.ReadConditions(ModelState);
        if (ModelState.IsValid && facts.Count == 0)
            ModelState.AddModelError("Conditions[0].Text", "Write at least one condition, or approve without conditions.");
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        return await AnswerAsync(await approvals.ApproveAsync(Reference, new Approve(Text, facts, NoProhibitedReason, SeenVersion), Me, cancellationToken), "Approved with conditions. The group has been told.", cancellationToken);
    }
}
