using System.Text.Json;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;

namespace CouncilPremises.Application.Grants;

/// <summary>What the first of two approvers approved. It is kept with the decision, shown to the second, and binds the sum: two people approve one award. RULEBOOK 1.</summary>
/// <param name="Lines">What the grant pays, line by line.</param>
/// <param name="PublicDescription">What is to be published about it.</param>
/// <param name="Conditions">Conditions the first approver wants.</param>
public sealed record FirstApproved(ValueList<AwardLine> Lines, string PublicDescription, ValueList<ConditionFacts> Conditions)
{
    private const string Key = "Award";

    /// <summary>What it comes to.</summary>
    public Money Amount => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);

    /// <summary>As a decision keeps it.</summary>
    public IReadOnlyDictionary<string, string> ToAnswers() => new Dictionary<string, string> { [Key] = JsonSerializer.Serialize(this, JsonColumns.Options) };

    /// <summary>What a first approval approved; null for any other decision.</summary>
    public static FirstApproved? Of(Decision? decision) =>
        decision is { Kind: DecisionKind.ApproveFirst } first && first.Answers.TryGetValue(Key, out var text) ? JsonSerializer.Deserialize<FirstApproved>(text, JsonColumns.Options) : null;

    /// <summary>Why a second person may not approve these lines, beside the first that differs, or without one of the first's conditions; null when they may. A condition may be added.</summary>
    public Refusal? WhyNot(ValueList<AwardLine> lines, IReadOnlyList<ConditionFacts> conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        var (theirs, mine) = (Lines.ToDictionary(line => line.Number, line => line.Amount), lines.ToDictionary(line => line.Number, line => line.Amount));
        var differs = theirs.Keys.Union(mine.Keys).Order().Where(number => theirs.GetValueOrDefault(number) != mine.GetValueOrDefault(number)).Select(number => (int?)number).FirstOrDefault();
        return differs is { } at
            ? new Refusal("Authority", $"The first approval is of {Amount}, with {theirs.GetValueOrDefault(at)} for line {at}. Approve the same, or decline. For other amounts, ask for a new recommendation: then both of you approve anew.", $"{nameof(AwardGrant.Amounts)}[{at}]")
            : Conditions.FirstOrDefault(theirs => conditions.All(mine => mine.Text.Trim() != theirs.Text.Trim())) is { } dropped
                ? new Refusal("Authority", $"The first approval has the condition “{dropped.Text}”. Keep it, or ask for a new recommendation: then both of you approve anew.", nameof(AwardGrant.Conditions))
                : null;
    }
}
