using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Application.Grants;

/// <summary>An award as its approver makes it.</summary>
/// <param name="Amounts">What the grant pays of each line of the budget, by number from 1; a line left out pays what was asked.</param>
/// <param name="Text">Why, 50 to 4,000 characters.</param>
/// <param name="PublicDescription">What is published about it, 20 to 500 characters; nothing personal.</param>
/// <param name="Conditions">Conditions; none for an award as asked.</param>
/// <param name="NoProhibitedReason">The decider confirms that no prohibited reason was weighed.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record AwardGrant(
    IReadOnlyDictionary<int, Money?> Amounts, string? Text, string? PublicDescription, IReadOnlyList<ConditionFacts> Conditions, bool NoProhibitedReason, int SeenVersion);

/// <summary>A refusal of a grant, with what the group reads and what colleagues read besides.</summary>
/// <param name="Ground">D1 to D10.</param>
/// <param name="Text">The reason the group reads.</param>
/// <param name="InternalText">What is for the file only, up to 4,000 characters.</param>
/// <param name="Answers">Answers by code P1–P7; D8 and D10 need P2 and P6 only.</param>
/// <param name="NoProhibitedReason">The decider confirms that no prohibited reason was weighed.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record DeclineGrant(
    Ground? Ground, string? Text, string? InternalText, IReadOnlyDictionary<string, string> Answers, bool NoProhibitedReason, int SeenVersion)
{
    /// <summary>Under what key a decision keeps what is for the file only.</summary>
    public const string InternalKey = "Internal";
}

/// <summary>Deciding about a grant: by somebody other than the recommender, within the authority limit or by two, and never above what is left of the fund.
/// Nothing of it shows to the group before the outcome is published. RULEBOOK 4, 6, 7.</summary>
public sealed class GrantDecisions(AppDbContext db, CouncilTime time, CaseDesk desk)
{
    /// <summary>Approves; above the authority limit the first approval leaves the case as it is for a second person.</summary>
    public Task<Outcome> ApproveAsync(string reference, AwardGrant input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Decision.Award", input.SeenVersion, file => ApproveAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> ApproveAsync(GrantFile file, AwardGrant input, Actor actor, CancellationToken cancellationToken)
    {
        var lines = LinesOf(file.Grant.Answers.Budget, input.Amounts);
        var amount = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        var left = await db.HoldAndReadLeftAsync(file.Fund.Id, file.Case.Id, cancellationToken);
        var facts = file.FactsFor(actor);
        facts = facts with { Grant = file.FactsOf(amount, actor) with { FundCovers = amount <= left } };
        var action = facts.Grant is { AboveAuthority: true, FirstApprovedByAnother: false } && file.FirstApproval is null ? CaseAction.ApproveFirst
            : input.Conditions.Count == 0 ? CaseAction.Approve : CaseAction.ApproveWithConditions;
        var step = file.Workflow.Try(file.Case.State, action, file.RolesOf(actor), facts);
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        if (Mistakes(file, input, amount) is { Count: > 0 } mistakes)
            return ActResult.No(mistakes);
        if (facts.Grant.AboveAuthority && FirstApproved.Of(file.FirstApproval)?.WhyNot(lines, input.Conditions) is { } other)
            return ActResult.No(other);
        return CarryOut(file, input, lines, step.Value, actor);
    }

    private ActResult CarryOut(GrantFile file, AwardGrant input, ValueList<AwardLine> lines, Step<CaseState, CaseAction> step, Actor actor)
    {
        var kind = step.Action switch
        {
            CaseAction.ApproveFirst => DecisionKind.ApproveFirst,
            CaseAction.Approve => DecisionKind.Approve,
            _ => DecisionKind.ApproveWithConditions,
        };
        var kept = kind == DecisionKind.ApproveFirst ? new FirstApproved(lines, input.PublicDescription!.Trim(), input.Conditions.ToValueList()).ToAnswers() : new Dictionary<string, string>();
        var decision = Record(file, kind, new DecisionGrounds(null, input.Text!.Trim(), kept, input.NoProhibitedReason), actor);
        file.Case.Take(step, time.NowUtc);
        var amount = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        if (kind == DecisionKind.ApproveFirst)
            return ActResult.Done(new { kind, amount = amount.Pence });
        foreach (var condition in input.Conditions.Select(c => new Condition(Guid.CreateVersion7(), file.Case.Id, decision.Id, c)))
        {
            db.Conditions.Add(condition);
            file.Add(condition);
        }
        var project = file.Grant.Answers.Project;
        var award = new Award(file.Case.Id, new AwardFacts(file.Fund.Id, lines, project.Starts!.Value, project.Ends!.Value, input.PublicDescription!), actor.Id, time.NowUtc);
        db.Awards.Add(award);
        file.Add(award);
        return ActResult.Done(new { kind, amount = amount.Pence, conditions = input.Conditions.Count });
    }

    /// <summary>What an award pays, line by line: as asked, unless another amount is given. Lines that get nothing fall away.</summary>
    public static ValueList<AwardLine> LinesOf(GrantBudget budget, IReadOnlyDictionary<int, Money?> amounts)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(amounts);
        return budget.Lines.Index()
            .Select(line => new AwardLine(line.Index + 1, line.Item.Category!.Value, line.Item.Description ?? "", amounts.GetValueOrDefault(line.Index + 1) ?? line.Item.Requested ?? Money.Zero))
            .Where(line => line.Amount > Money.Zero).ToValueList();
    }

    private static List<Refusal> Mistakes(GrantFile file, AwardGrant input, Money amount)
    {
        var mistakes = new List<Refusal>();
        foreach (var (number, given) in input.Amounts)
            if (given is { } pays && (number < 1 || number > file.Grant.Answers.Budget.Lines.Count || pays < Money.Zero || pays > (file.Grant.Answers.Budget.Lines[number - 1].Requested ?? Money.Zero)))
                mistakes.Add(new Refusal("Amount", $"Line {number} can get nothing up to what was asked for it.", $"Amounts[{number}]"));
        if (amount <= Money.Zero)
            mistakes.Add(new Refusal("Amount", "An award is more than nothing. To award nothing, decline.", $"{nameof(input.Amounts)}[1]"));
        if (input.Text?.Trim().Length is not (>= 50 and <= 4000))
            mistakes.Add(new Refusal("Length", "Give your reasons in 50 to 4,000 characters.", nameof(input.Text)));
        if (input.PublicDescription?.Trim().Length is not (>= 20 and <= 500))
            mistakes.Add(new Refusal("Length", "Describe the award for publication in 20 to 500 characters.", nameof(input.PublicDescription)));
        else if (input.PublicDescription.Contains('@', StringComparison.Ordinal))
            mistakes.Add(new Refusal("Public", "Take the e-mail address out: the description is published.", nameof(input.PublicDescription)));
        if (!input.NoProhibitedReason)
            mistakes.Add(new Refusal("Prohibited", "Confirm that none of the prohibited reasons was weighed.", nameof(input.NoProhibitedReason)));
        foreach (var (text, field) in new[] { (input.Text, nameof(input.Text)), (input.PublicDescription, nameof(input.PublicDescription)), (string.Join('\n', input.Conditions.Select(c => $"{c.Text}\n{c.Reason}")), nameof(input.Conditions)) })
            if (Markings.Forbidden(text) is { } marking)
                mistakes.Add(new Refusal("Marking", marking, field));
        if (input.Conditions.Any(c => string.IsNullOrWhiteSpace(c.Text) || string.IsNullOrWhiteSpace(c.Reason) || c.Text.Length > 1000 || c.Reason.Length > 1000))
            mistakes.Add(new Refusal("Condition", "Write what each condition asks for, and why, in 1,000 characters or fewer each.", nameof(input.Conditions)));
        if (input.Conditions.Any(c => c.DueOn < file.Today))
            mistakes.Add(new Refusal("Due", "A condition is due today or later.", nameof(input.Conditions)));
        return mistakes;
    }

    /// <summary>Declines, with ground and reasons.</summary>
    public Task<Outcome> DeclineAsync(string reference, DeclineGrant input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Decision.Decline", input.SeenVersion, file => Task.FromResult(Decline(file, input, actor)), cancellationToken);

    private ActResult Decline(GrantFile file, DeclineGrant input, Actor actor)
    {
        var facts = file.FactsFor(actor);
        facts = facts with
        {
            GroundIsD8 = input.Ground == Ground.D8,
            D9Satisfied = input.Ground != Ground.D9 || (file.D9Consulted && actor.HasAny(Roles.Director)),
            Grant = facts.Grant with { GroundIsD10 = input.Ground == Ground.D10 },
        };
        var step = file.Workflow.Try(file.Case.State, CaseAction.Refuse, file.RolesOf(actor), facts);
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        if (RefusalReasons.Check(input.Ground, input.Text, input.Answers, input.NoProhibitedReason, CaseKind.Grant) is { Count: > 0 } refusals)
            return ActResult.No(refusals);
        if (file.CannotUse(input.Ground) is { } unusable)
            return ActResult.No(unusable);
        if (input.Ground is not (Ground.D8 or Ground.D10) && !facts.PoliceBarNotice && file.MindedToRefuse?.Ground is { } heard && heard != input.Ground)
            return ActResult.No("N9", $"The group was heard on {heard}, not on {input.Ground}. Decline on {heard}, or go back to checking and tell the group first what you have in mind now.", nameof(input.Ground));
        if (input.InternalText?.Length > 4000)
            return ActResult.No("Length", "Use 4,000 characters or fewer for what is for the file.", nameof(input.InternalText));
        if (Markings.Forbidden(input.InternalText) is { } marking)
            return ActResult.No("Marking", marking, nameof(input.InternalText));
        var answers = input.Answers.Where(a => !string.IsNullOrWhiteSpace(a.Value)).ToDictionary(a => a.Key, a => a.Value.Trim());
        if (!string.IsNullOrWhiteSpace(input.InternalText))
            answers[DeclineGrant.InternalKey] = input.InternalText.Trim();
        Record(file, DecisionKind.Refuse, new DecisionGrounds(input.Ground, input.Text!.Trim(), answers, input.NoProhibitedReason), actor);
        file.Grant.CloseOpened(takeOver: false);
        file.Case.Take(step.Value, time.NowUtc);
        return ActResult.Done(new { input.Ground });
    }

    private Decision Record(GrantFile file, DecisionKind kind, DecisionGrounds grounds, Actor actor)
    {
        var basis = file.Basis(file.Recommendation ?? file.Decisions.FirstOrDefault(one => one.Id == file.FirstApproval?.RecommendationId));
        var decision = new Decision(Guid.CreateVersion7(), file.Case.Id, kind, grounds, basis, actor.Id, time.NowUtc);
        db.Decisions.Add(decision);
        file.Add(decision);
        return decision;
    }
}
