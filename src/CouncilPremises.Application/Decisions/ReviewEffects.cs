using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Application.Decisions;

/// <summary>What follows from a review: dates given back, conditions lifted or set, letters. It carries out a step that a row allowed.</summary>
public sealed class ReviewEffects(
    AppDbContext db, CouncilTime time, Claims claims, Confirmations confirmations, CaseNotices caseNotices, AftermathNotices notices)
{
    /// <summary>The dates of a decision: those it names, or all that it refused or cancelled; none for conditions and breaches.</summary>
    public static IReadOnlyList<Occurrence> DatesOf(CaseFile file, Guid subjectId)
    {
        ArgumentNullException.ThrowIfNull(file);
        var decision = file.Decisions.FirstOrDefault(d => d.Id == subjectId);
        return decision?.Kind is DecisionKind.Refuse or DecisionKind.RefuseDates or DecisionKind.Cancel
            ? [.. file.Occurrences.Where(o => o.State is OccurrenceState.Refused or OccurrenceState.CancelledByCouncil
                && (decision.OccurrenceIds.Count == 0 || decision.OccurrenceIds.Contains(o.Id)))]
            : [];
    }

    /// <summary>Those of the reviewed dates that are still to come and whose slot is kept and not closed since, or could be taken again just now.</summary>
    public async Task<IReadOnlyList<Occurrence>> HeldAgainAsync(CaseFile file, Review review, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        // What was closed meanwhile stays closed: the review says what was right, and gives nothing back
        if (file.Case.State.IsClosed())
            return [];
        var ahead = DatesOf(file, review.SubjectId).Where(o => o.StartUtc > time.NowUtc).ToList();
        if (ahead.Count == 0)
            return [];
        var held = await claims.HeldAsync(ahead, cancellationToken);
        var open = await claims.OpenAsync(ahead, cancellationToken);
        var again = new List<Occurrence>();
        foreach (var date in ahead)
            if (held.Contains(date.Id) ? open.Contains(date.Id) : (await claims.ClaimAsync([date], cancellationToken)).Succeeded)
                again.Add(date);
        return again;
    }

    /// <summary>Carries the step out.</summary>
    public async Task<ActResult> CarryOutAsync(
        CaseFile file, Review review, DecideReview input, Step<CaseState, CaseAction> step, IReadOnlyList<Occurrence> held, Actor actor, CancellationToken cancellationToken)
    {
        var (outcome, text) = (input.Outcome!.Value, input.Text!.Trim());
        var reviewed = file.Decisions.FirstOrDefault(d => d.Id == review.SubjectId);
        var original = reviewed?.RecommendationId is { } id ? file.Decisions.FirstOrDefault(d => d.Id == id) : null;
        if (outcome == ReviewOutcome.Uphold || (step.To.IsClosed() && step.To != CaseState.Completed))
            foreach (var date in DatesOf(file, review.SubjectId))
                await claims.ReleaseAsync(date.Id, cancellationToken);
        else
        {
            Reinstate(held, actor);
            Lift(file, outcome == ReviewOutcome.Return && review.Subject == ReviewSubject.Conditions ? [.. file.Conditions.Select(c => c.Id)] : input.LiftedConditions, actor);
            // What follows is a moment later, so that the order of the records is plain
            if (outcome == ReviewOutcome.Return && file is GrantFile grant)
                grant.Grant.Reopen();
            if (outcome == ReviewOutcome.Return && review.Subject != ReviewSubject.Change)
                Record(file, DecisionKind.SetAside, null, text, null, actor, time.NowUtc);
            if (step.To == CaseState.MindedToRefuse)
                Record(file, DecisionKind.MindedToRefuse, reviewed?.Ground, text, original, actor);
            Set(file, input.Conditions, text, actor);
        }
        review.Decide(outcome, step.To, text, actor.Id, time.NowUtc);
        file.Case.Take(step, time.NowUtc);
        await TellAsync(file, review, input, held, reviewed, cancellationToken);
        return ActResult.Done(new { review.Id, review.Subject, outcome, dates = held.Count });
    }

    /// <summary>Decides the review of an upheld breach: it stands, or is set aside.</summary>
    public async Task<ActResult> DecideBreachAsync(CaseFile file, Review review, ReviewOutcome outcome, string text, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(review);
        var breach = file.After.Breaches.First(b => b.Id == review.SubjectId);
        var step = BreachWorkflow.Table.Try(breach.State, BreachAction.SetAsideOnReview, actor.StaffRoles, Breaches.FactsOf(file, breach, actor));
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        if (outcome != ReviewOutcome.Uphold)
            breach.Take(step.Value);
        review.Decide(outcome, file.Case.State, text, actor.Id, time.NowUtc);
        await notices.ReviewedAsync(file, review, Then(outcome == ReviewOutcome.Uphold), isKept: false, cancellationToken);
        return ActResult.Done(new { review.Id, review.Subject, outcome });
    }

    private void Reinstate(IReadOnlyList<Occurrence> dates, Actor actor)
    {
        foreach (var date in dates)
            date.Take(OccurrenceWorkflow.Table.Try(date.State, OccurrenceAction.Reinstate, actor.StaffRoles, new(false, false, true)).Value, time.NowUtc);
    }

    private void Lift(CaseFile file, IReadOnlyList<Guid> conditions, Actor actor)
    {
        foreach (var condition in file.Conditions.Where(c => conditions.Contains(c.Id)))
            condition.Become(ConditionState.Lifted, actor.Id, time.NowUtc);
    }

    private void Set(CaseFile file, IReadOnlyList<ConditionFacts> conditions, string text, Actor actor)
    {
        if (conditions.Count == 0)
            return;
        var decision = Record(file, DecisionKind.ApproveWithConditions, null, text, null, actor);
        foreach (var condition in conditions.Select(facts => new Condition(Guid.CreateVersion7(), file.Case.Id, decision.Id, facts)))
        {
            db.Conditions.Add(condition);
            file.Add(condition);
        }
    }

    private Decision Record(CaseFile file, DecisionKind kind, Ground? ground, string text, Decision? recommendation, Actor actor, DateTime? atUtc = null)
    {
        var grounds = new DecisionGrounds(ground, text, new Dictionary<string, string>(), NoProhibitedReason: true);
        var decision = new Decision(Guid.CreateVersion7(), file.Case.Id, kind, grounds, file.Basis(recommendation), actor.Id, atUtc ?? time.NowUtc.AddMicroseconds(1));
        db.Decisions.Add(decision);
        file.Add(decision);
        return decision;
    }

    private async Task TellAsync(CaseFile file, Review review, DecideReview input, IReadOnlyList<Occurrence> held, Decision? reviewed, CancellationToken cancellationToken)
    {
        var isKept = reviewed?.Ground is { } ground && NoticeWords.IsKeptBack(ground);
        await notices.ReviewedAsync(file, review, NextStep(file, review), isKept, cancellationToken);
        if (input.Conditions.Count > 0 && review.ReturnedTo == CaseState.ApprovedWithConditions)
            await caseNotices.QueueAsync(NoticeCode.N7, file, cancellationToken);
        if (review.ReturnedTo == CaseState.MindedToRefuse)
            await caseNotices.QueueAsync(NoticeCode.N9, file, cancellationToken);
        if (file.Case.State == CaseState.Confirmed && held.Count > 0 && review.Outcome != ReviewOutcome.Uphold)
        {
            foreach (var date in held)
                date.Take(OccurrenceWorkflow.Table.Try(date.State, OccurrenceAction.Confirm, Roles.System, new(false, false, true)).Value, time.NowUtc);
            await notices.ReinstatedAsync(file, held, cancellationToken);
        }
        await confirmations.ConfirmIfNothingStandsBeforeAsync(file, cancellationToken);
    }

    private static string NextStep(CaseFile file, Review review) => review.ReturnedTo switch
    {
        _ when review.Outcome == ReviewOutcome.Uphold => Then(stands: true),
        _ when review.Subject == ReviewSubject.Change => "Your booking stands. If you still want what we declined, ask for it again: we look at it anew.",
        CaseState.ApprovedWithConditions => "Sign in, read the conditions and accept them. The room is kept for you.",
        CaseState.MindedToRefuse => $"Tell us your side by {NoticeWords.Day(file.AnswerDueOn)}. Nothing is decided before that.",
        CaseState.Confirmed => "Your booking stands. A calendar file with its dates is on its way.",
        { } to when to.IsClosed() => "The dates can no longer be given back. Our letter says what we do instead. " + Then(stands: true),
        _ => $"We look at your application again from the beginning.{(file.Case.Kind == CaseKind.Hire ? " The room is kept for you, and we" : " We")} will write when it is decided.",
    };

    private static string Then(bool stands) => stands
        ? "If you are still unhappy, you may complain to the council, and then to the Local Government and Social Care Ombudsman: www.lgo.org.uk, 0300 061 0614."
        : "It no longer counts against your group.";
}
