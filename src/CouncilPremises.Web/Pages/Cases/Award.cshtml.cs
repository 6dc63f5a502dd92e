using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Awarding a grant line by line, with what follows from it spelled out. A named person decides.</summary>
[RequirePermission(Permission.DecideGrants)]
public sealed class AwardModel(CaseViews views, GrantDecisions decisions) : GrantCasePage(views), IConditionRows
{
    /// <summary>What the grant pays of each line, by number from 1, as typed.</summary>
    [BindProperty]
    public Dictionary<int, string?> Amounts { get; set; } = [];

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>What is published about it.</summary>
    [BindProperty]
    public string? PublicDescription { get; set; }

    /// <inheritdoc />
    [BindProperty]
    public List<ConditionInput> Conditions { get; set; } = [];

    /// <summary>Confirms that no prohibited reason was weighed.</summary>
    [BindProperty]
    public bool NoProhibitedReason { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>"add" for one more condition, "count" to work out the total; empty to award.</summary>
    [BindProperty]
    public string? Act { get; set; }

    /// <inheritdoc />
    public IReadOnlyList<Choice> Kinds { get; } = GrantConditionWords.Kinds;

    /// <inheritdoc />
    public IReadOnlyList<Choice> Timings { get; } = GrantConditionWords.Timings;

    /// <inheritdoc />
    public IReadOnlyList<Choice> Checks => [];

    /// <summary>What all lines together would get as typed; a line that cannot be read counts as nothing.</summary>
    public Money Total => GrantDecisions.LinesOf(GrantCase.Grant.Answers.Budget, AwardAmounts.Read(Amounts).Amounts).Aggregate(Money.Zero, (sum, line) => sum + line.Amount);

    /// <summary>True when this would be the first of two approvals.</summary>
    public bool IsFirst => Total > GrantCase.Policy.GrantAuthorityLimit && GrantCase.FirstApproval is null;

    /// <summary>Why the person cannot award it now; none when they can. Said before anything is typed.</summary>
    public IReadOnlyList<string> WhyNot
    {
        get
        {
            var facts = GrantCase.FactsFor(Me);
            // The amount is what the page asks for: how much the fund covers is said beside it
            var act = facts.Grant is { AboveAuthority: true, FirstApproved: false } ? CaseAction.ApproveFirst : CaseAction.Approve;
            var refusals = GrantCase.Workflow.Try(GrantCase.Case.State, act, GrantCase.RolesOf(Me), facts with { Grant = facts.Grant with { FundCovers = true } }).Refusals;
            // Too early is said by what is missing
            return refusals.Any(no => no.Code == "State") && Case.Blockers.Count > 0
                ? [.. Case.Blockers.Select(blocker => blocker.Sentence).Distinct()]
                : [.. refusals.Select(no => no.Sentence).Distinct()];
        }
    }

    /// <summary>What stands in a line's box.</summary>
    public string Typed(int number) => Amounts.GetValueOrDefault(number) ?? "";

    /// <summary>What is wrong with a line's amount; null when nothing is.</summary>
    public string? MistakeIn(int number) =>
        ModelState.TryGetValue($"Amounts[{number}]", out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <inheritdoc />
    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        // A second approver begins with what the first approved
        var first = FirstApproved.Of(GrantCase.FirstApproval);
        foreach (var (index, line) in GrantCase.Grant.Answers.Budget.Lines.Index())
            Amounts.TryAdd(index + 1, AwardAmounts.Show((first is null ? line.Requested : first.Lines.FirstOrDefault(one => one.Number == index + 1)?.Amount) ?? Money.Zero));
        if (first is null || !HttpMethods.IsGet(Request.Method))
            return Task.CompletedTask;
        PublicDescription = first.PublicDescription;
        Conditions = [.. first.Conditions.Select(ConditionInput.Of)];
        return Task.CompletedTask;
    }

    /// <summary>Awards.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Act is { Length: > 0 } act && await LoadAsync(cancellationToken))
        {
            ModelState.Clear();
            Hire.Rows.Change(Conditions, act);
            return Page();
        }
        var (amounts, mistakes) = AwardAmounts.Read(Amounts);
        foreach (var (number, sentence) in mistakes)
            ModelState.AddModelError($"Amounts[{number}]", sentence);
        var conditions = this.ReadConditions(ModelState);
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        return await AnswerAsync(await decisions.ApproveAsync(Reference, new AwardGrant(amounts, Text, PublicDescription, conditions, NoProhibitedReason, SeenVersion), Me, cancellationToken),
            "Your approval is recorded. The group reads nothing of it before the outcome is published.", cancellationToken);
    }
}
