using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Application.Decisions;

/// <summary>An officer's advice to whoever decides.</summary>
/// <param name="Refuse">True to recommend refusal.</param>
/// <param name="Ground">Ground of a refusal.</param>
/// <param name="Text">Why, 50 characters or more.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record Recommend(bool Refuse, Ground? Ground, string? Text, int SeenVersion);

/// <summary>Recommendations: needed for every Enhanced case and every refusal, from somebody other than the decider (S1).</summary>
public sealed class Recommendations(AppDbContext db, CouncilTime time, CaseDesk desk, Overlaps overlaps)
{
    /// <summary>Records a recommendation; the newest one stands.</summary>
    public Task<Outcome> RecommendAsync(string reference, Recommend input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Decision.Recommend", input.SeenVersion, async file => await OverlappingAsync(file, input.Refuse, cancellationToken) ?? Recommend(file, input, actor), cancellationToken);

    // Nobody recommends an award while something shared with another case is unexplained; a refusal may rest on it
    private async Task<ActResult?> OverlappingAsync(CaseFile file, bool refuse, CancellationToken cancellationToken) =>
        file is GrantFile && !refuse && await overlaps.OpenAsync(file.Case.Id, cancellationToken) is [var first, ..]
            ? ActResult.No("Overlap", $"{first.Sentence} Look at every overlap and say why it means nothing, or recommend refusal.")
            : null;

    private ActResult Recommend(CaseFile file, Recommend input, Actor actor)
    {
        var step = file.Workflow.Try(file.Case.State, CaseAction.Recommend, actor.StaffRoles, file.FactsFor(actor));
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        var text = input.Text?.Trim() ?? "";
        if (text.Length is < 50 or > 4000)
            return ActResult.No("Length", "Give your reasons in 50 to 4,000 characters.", nameof(input.Text));
        if (Markings.Forbidden(text) is { } marking)
            return ActResult.No("Marking", marking, nameof(input.Text));
        if (input.Refuse && input.Ground is null)
            return ActResult.No("Required", "Choose the ground you recommend.", nameof(input.Ground));
        if (input.Refuse && input.Ground == Ground.D10 && file.Case.Kind == CaseKind.Hire)
            return ActResult.No("D10", "D10 is for grants only. Choose another ground.", nameof(input.Ground));

        if (input.Refuse && file.CannotUse(input.Ground) is { } unusable)
            return ActResult.No(unusable);

        return Record(file, input, text, basedOn: null, step.Value, actor);
    }

    /// <summary>Adopts the recommendation that stands as one's own, with reasons of one's own: whoever adopts it is its recommender from then on (S1).</summary>
    public Task<Outcome> AdoptAsync(string reference, string? text, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Decision.Adopt", seenVersion,
            async file => await OverlappingAsync(file, file.Recommendation?.Kind != DecisionKind.RecommendApproval, cancellationToken) ?? Adopt(file, text?.Trim() ?? "", actor), cancellationToken);

    private ActResult Adopt(CaseFile file, string text, Actor actor)
    {
        var step = file.Workflow.Try(file.Case.State, CaseAction.Recommend, actor.StaffRoles, file.FactsFor(actor));
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        if (file.Recommendation is not { } standing)
            return ActResult.No("State", "No recommendation stands that you could adopt.");
        if (standing.ById == actor.Id)
            return ActResult.No("S1", "This recommendation is yours already. A colleague can adopt it.");
        if (text.Length is < 50 or > 4000)
            return ActResult.No("Length", "Say in your own words why you come to the same view, in 50 to 4,000 characters.", "Text");
        if (Markings.Forbidden(text) is { } marking)
            return ActResult.No("Marking", marking, "Text");
        if (standing.Kind == DecisionKind.RecommendRefusal && file.CannotUse(standing.Ground) is { } unusable)
            return ActResult.No(unusable);
        return Record(file, new Recommend(standing.Kind == DecisionKind.RecommendRefusal, standing.Ground, text, 0), text, standing, step.Value, actor);
    }

    private ActResult Record(CaseFile file, Recommend input, string text, Decision? basedOn, Step<CaseState, CaseAction> step, Actor actor)
    {
        var kind = input.Refuse ? DecisionKind.RecommendRefusal : DecisionKind.RecommendApproval;
        var grounds = new DecisionGrounds(input.Refuse ? input.Ground : null, text, new Dictionary<string, string>(), NoProhibitedReason: false);
        var recommendation = new Decision(Guid.CreateVersion7(), file.Case.Id, kind, grounds, file.Basis(basedOn), actor.Id, time.NowUtc);
        db.Decisions.Add(recommendation);
        file.Add(recommendation);
        file.Case.Take(step, time.NowUtc);
        return ActResult.Done(new { kind, input.Ground });
    }
}
