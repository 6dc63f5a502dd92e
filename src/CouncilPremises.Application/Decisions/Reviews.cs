using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Decisions;

/// <summary>A request for a review.</summary>
/// <param name="SubjectId">The decision or breach.</param>
/// <param name="Reasons">Why the group thinks it wrong.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record AskReview(Guid SubjectId, string? Reasons, int SeenVersion);

/// <summary>What a reviewer decides.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Outcome">Uphold, vary or return.</param>
/// <param name="ReturnTo">The state to return to: Checking, MindedToRefuse or Confirmed.</param>
/// <param name="Text">Reasons the group reads.</param>
/// <param name="LiftedConditions">Conditions that fall away.</param>
/// <param name="Conditions">Conditions that come in place of what is varied.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record DecideReview(
    Guid ReviewId, ReviewOutcome? Outcome, CaseState? ReturnTo, string? Text, IReadOnlyList<Guid> LiftedConditions, IReadOnlyList<ConditionFacts> Conditions, int SeenVersion);

/// <summary>Asking for a review and deciding it, by somebody with no earlier part in the case. The slot stays held meanwhile. RULEBOOK 6, N19.</summary>
public sealed class Reviews(AppDbContext db, CouncilTime time, CaseDesk desk, Claims claims, ReviewEffects effects)
{
    /// <summary>The lead contact asks.</summary>
    public Task<Outcome> AskAsync(string reference, AskReview input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Review.Ask", input.SeenVersion, file => AskAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> AskAsync(CaseFile file, AskReview input, Actor actor, CancellationToken cancellationToken)
    {
        var roles = file.GroupRoles(actor);
        if (file.After.OpenReview is { } running)
            return ActResult.No(Refusal.ChangedCode, running.SubjectId == input.SubjectId
                ? "A review of this has been asked for already. We will write to you."
                : "A review of something else in this application is under way. Ask for this one once it is decided: your time to ask begins then.");
        var subject = file.After.Reviewables(file).FirstOrDefault(r => r.SubjectId == input.SubjectId);
        if (subject is null)
            return ActResult.No("ReviewTime", "There is nothing to review, or the time to ask is over. You may still complain to the council.", nameof(input.SubjectId));
        if (!roles.HasFlag(Roles.LeadContact))
            return ActResult.No("Role", "The lead contact of your group asks for a review.");
        // A breach is the hirer's own record and moves no case
        var step = subject.Subject == ReviewSubject.Breach ? null : file.Workflow.Try(file.Case.State, CaseAction.AskReview, roles, file.FactsFor(actor));
        if (step is { Succeeded: false })
            return ActResult.No(step.Refusals);
        var reasons = input.Reasons?.Trim() ?? "";
        if (reasons.Length is < 10 or > 4000)
            return ActResult.No("Length", "Tell us in 10 to 4,000 characters what you think is wrong.", nameof(input.Reasons));
        if (Markings.Forbidden(reasons) is { } marking)
            return ActResult.No("Marking", marking, nameof(input.Reasons));

        var dates = ReviewEffects.DatesOf(file, subject.SubjectId);
        var next = dates.Concat(file.Occurrences).Where(o => o.StartUtc > time.NowUtc).Select(o => o.Day).DefaultIfEmpty(DateOnly.MaxValue).Min();
        var review = new Review(Guid.CreateVersion7(), file.Case.Id, subject.Subject, subject.SubjectId, reasons, actor.Id, time.NowUtc, file.ReviewDueOn(next));
        db.Reviews.Add(review);
        file.After.Add(review);
        foreach (var date in dates)
            await claims.KeepAsync(date.Id, cancellationToken);
        if (step is not null)
            file.Case.Take(step.Value, time.NowUtc);
        return ActResult.Done(new { review.Id, review.Subject });
    }

    /// <summary>The reviewer decides.</summary>
    public Task<Outcome> DecideAsync(string reference, DecideReview input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Review.Decide", input.SeenVersion, file => DecideAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> DecideAsync(CaseFile file, DecideReview input, Actor actor, CancellationToken cancellationToken)
    {
        if (file.After.Reviews.FirstOrDefault(r => r.Id == input.ReviewId) is not { } review)
            return ActResult.No(Refusal.NotFoundCode, "This review is not part of the case.");
        if (!review.IsOpen)
            return ActResult.No(Refusal.ChangedCode, "A colleague has decided this review already.");
        if (!actor.HasAny(Roles.Reviewer))
            return ActResult.No("Role", "A reviewer decides reviews.");
        if (input.Outcome is not { } outcome)
            return ActResult.No("Required", "Choose whether you uphold it, vary it or set it aside.", nameof(input.Outcome));
        var held = outcome == ReviewOutcome.Uphold ? [] : await effects.HeldAgainAsync(file, review, cancellationToken);
        var action = ActOf(file, review, input, held.Count > 0);
        if (action is null && review.Subject != ReviewSubject.Breach)
            return ActResult.No("ReturnTo", "Choose the state the case goes back to.", nameof(input.ReturnTo));
        if (review.Subject == ReviewSubject.Breach)
            return Mistake(file, review, input, action) is { } wrong ? ActResult.No(wrong) : await effects.DecideBreachAsync(file, review, outcome, input.Text!.Trim(), actor, cancellationToken);
        var facts = file.FactsFor(actor) with { SlotsHeld = held.Count > 0 };
        var step = file.Workflow.Try(file.Case.State, action!.Value, actor.StaffRoles, facts);
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        return Mistake(file, review, input, action) is { } mistake
            ? ActResult.No(mistake)
            : await effects.CarryOutAsync(file, review, input, step.Value, held, actor, cancellationToken);
    }

    // Which row a decision asks for. Null when the state to return to is missing or is none of those the rows know
    private static CaseAction? ActOf(CaseFile file, Review review, DecideReview input, bool anyDateHeld)
    {
        if (file.Case.State != CaseState.UnderReview)
            return review.Subject == ReviewSubject.Breach ? null : CaseAction.DecideReview;
        var stays = file.Case.StateLeft switch
        {
            CaseState.Refused => CaseAction.ReviewKeepsRefusal,
            CaseState.CancelledByCouncil => CaseAction.ReviewKeepsCancellation,
            CaseState.Approved => CaseAction.ReviewToApproval,
            _ => CaseAction.ReviewToConditions,
        };
        return input.Outcome switch
        {
            ReviewOutcome.Vary when anyDateHeld => CaseAction.ReviewToConditions,
            ReviewOutcome.Return => input.ReturnTo switch
            {
                CaseState.Checking => CaseAction.ReviewToChecks,
                CaseState.MindedToRefuse => CaseAction.ReviewToHearing,
                CaseState.Confirmed => CaseAction.ReviewToBooking,
                _ => null,
            },
            ReviewOutcome.Uphold or ReviewOutcome.Vary or null => stays,
        };
    }

    private static Refusal? Mistake(CaseFile file, Review review, DecideReview input, CaseAction? action)
    {
        if (input.Text?.Trim().Length is not (>= 50 and <= 4000))
            return new Refusal("Length", "Give reasons that the group can read, in 50 to 4,000 characters.", nameof(input.Text));
        if (Markings.Forbidden(input.Text) is { } marking)
            return new Refusal("Marking", marking, nameof(input.Text));
        if (input.Conditions.Any(c => string.IsNullOrWhiteSpace(c.Text) || string.IsNullOrWhiteSpace(c.Reason)))
            return new Refusal("Condition", "Write what the condition asks for, and why.", nameof(input.Conditions));
        if (input.Conditions.Any(c => c.Text.Length > 1000 || c.Reason.Length > 1000))
            return new Refusal("Length", "Use 1,000 characters or fewer for the condition, and for why.", nameof(input.Conditions));
        if (input.LiftedConditions.Any(id => file.Conditions.All(c => c.Id != id)))
            return new Refusal(Refusal.NotFoundCode, "This condition is not part of the case.");
        if (input.Outcome == ReviewOutcome.Vary && review.Subject == ReviewSubject.Change)
            return new Refusal("Vary", "Declining a change stands or is set aside: choose one of the two.", nameof(input.Outcome));
        if (review.Subject == ReviewSubject.Change && input.LiftedConditions.Count + input.Conditions.Count > 0)
            return new Refusal("Vary", "A review of a declined change sets and lifts no condition. Take them out.", nameof(input.Conditions));
        if (input.Outcome == ReviewOutcome.Vary && review.Subject == ReviewSubject.Conditions && input.LiftedConditions.Count + input.Conditions.Count == 0)
            return new Refusal("Vary", "Choose the conditions that fall away, or write the one that takes their place.", nameof(input.LiftedConditions));
        if (input.Outcome == ReviewOutcome.Vary && action == CaseAction.ReviewToConditions && file.Case.StateLeft != CaseState.ApprovedWithConditions && input.Conditions.Count == 0)
            return new Refusal("Vary", "Write at least one condition on which it is approved. To set the decision aside without one, return the case.", nameof(input.Conditions));
        return null;
    }
}
