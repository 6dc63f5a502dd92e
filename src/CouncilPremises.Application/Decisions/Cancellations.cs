using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Decisions;

/// <summary>A cancellation by the council, as RULEBOOK 6 and 7 ask for it.</summary>
/// <param name="Facts">Cause, dates, hearing, alternative, refund.</param>
/// <param name="Ground">Ground, one that fits the cause.</param>
/// <param name="Text">The reason the hirer reads.</param>
/// <param name="Answers">Answers by code P1–P7; D8 needs P2 and P6 only.</param>
/// <param name="NoProhibitedReason">The approver confirms that no prohibited reason was weighed.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record CancelBooking(
    CancellationFacts? Facts, Ground? Ground, string? Text, IReadOnlyDictionary<string, string> Answers, bool NoProhibitedReason, int SeenVersion);

/// <summary>What the second approver does.</summary>
/// <param name="CancellationId">The cancellation put forward.</param>
/// <param name="Confirm">True to cancel, false to turn it down.</param>
/// <param name="Reason">Why it is turned down.</param>
/// <param name="NoProhibitedReason">The second approver confirms that no prohibited reason was weighed.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record DecideCancellation(Guid CancellationId, bool Confirm, string? Reason, bool NoProhibitedReason, int SeenVersion);

/// <summary>Cancelling what was approved: one approver puts it forward, another cancels. A confirmed booking is a contract. RULEBOOK 6.</summary>
public sealed class Cancellations(AppDbContext db, CouncilTime time, CaseDesk desk, Claims claims, AftermathNotices notices)
{
    /// <summary>Puts a cancellation forward. Where a colleague's hold has run into the event, this is the second approver's word, and cancels.</summary>
    public Task<Outcome> ProposeAsync(string reference, CancelBooking input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Cancellation.Propose", input.SeenVersion, file => ProposeAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> ProposeAsync(HireFile file, CancelBooking input, Actor actor, CancellationToken cancellationToken)
    {
        var facts = file.FactsFor(actor);
        var step = HireWorkflow.Table.Try(file.Case.State, CaseAction.ProposeCancellation, actor.StaffRoles, facts);
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        if (file.After.Proposal is not null)
            return ActResult.No(Refusal.ChangedCode, "A colleague has put a cancellation forward already. Confirm it or turn it down.");
        if (Mistakes(file, input) is { Count: > 0 } mistakes)
            return ActResult.No(mistakes);

        var ids = Live(file).Where(o => input.Facts!.OccurrenceIds.Count == 0 || input.Facts.OccurrenceIds.Contains(o.Id)).Select(o => o.Id).ToList();
        var answers = input.Answers.Where(a => !string.IsNullOrWhiteSpace(a.Value)).ToDictionary(a => a.Key, a => a.Value.Trim());
        var grounds = new DecisionGrounds(input.Ground, input.Text!.Trim(), answers, input.NoProhibitedReason);
        var proposal = Record(file, DecisionKind.ProposeCancellation, grounds, null, ids, actor);
        var cancellation = new Cancellation(Guid.CreateVersion7(), file.Case.Id, proposal.Id, input.Facts! with { OccurrenceIds = ids }, actor.Id, time.NowUtc);
        db.Cancellations.Add(cancellation);
        file.After.Add(cancellation);
        file.Case.Take(step.Value, time.NowUtc);
        return file.After.AreHeldPastBeginning(ids, file, actor)
            ? await ConfirmAsync(file, cancellation, proposal, facts, actor, cancellationToken)
            : ActResult.Done(new { cancellation.Id, cancellation.Cause, input.Ground, dates = ids.Count });
    }

    /// <summary>The second approver cancels, or turns it down.</summary>
    public Task<Outcome> DecideAsync(string reference, DecideCancellation input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, input.Confirm ? "Cancellation.Confirm" : "Cancellation.Decline", input.SeenVersion, file => DecideAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> DecideAsync(HireFile file, DecideCancellation input, Actor actor, CancellationToken cancellationToken)
    {
        if (file.After.Cancellations.FirstOrDefault(c => c.Id == input.CancellationId) is not { } cancellation)
            return ActResult.No(Refusal.NotFoundCode, "This cancellation is not part of the case.");
        if (!cancellation.IsOpen)
            return ActResult.No(Refusal.ChangedCode, "A colleague has decided this cancellation already.");
        var proposal = file.Decisions.First(d => d.Id == cancellation.ProposalId);
        if (input.Confirm && !input.NoProhibitedReason)
            return ActResult.No("Prohibited", "Confirm that none of the prohibited reasons was weighed.", nameof(input.NoProhibitedReason));
        if (input.Confirm)
            return await ConfirmAsync(file, cancellation, proposal, file.FactsFor(actor), actor, cancellationToken);

        var reason = input.Reason?.Trim() ?? "";
        if (!actor.HasAny(Roles.FacilitiesApprover | Roles.Director))
            return ActResult.No("Role", "A facilities approver decides this.");
        if (file.CannotDecide(actor) is { } refusal)
            return ActResult.No(refusal);
        if (reason.Length is < 20 or > 2000)
            return ActResult.No("Length", "Say in 20 to 2,000 characters why it is turned down.", nameof(input.Reason));
        if (Markings.Forbidden(reason) is { } marking)
            return ActResult.No("Marking", marking, nameof(input.Reason));
        cancellation.Decline(reason, actor.Id, time.NowUtc);
        return ActResult.Done(new { cancellation.Id });
    }

    private async Task<ActResult> ConfirmAsync(HireFile file, Cancellation cancellation, Decision proposal, CaseFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        var d9 = proposal.Ground != Ground.D9 || (file.D9Consulted && actor.HasAny(Roles.Director));
        // The hold is the first approver's word on the dates that began under it, and on no other
        var ranIn = file.After.AreHeldPastBeginning(cancellation.OccurrenceIds, file, actor);
        var step = HireWorkflow.Table.Try(file.Case.State, CaseAction.CancelByCouncil, actor.StaffRoles, facts with { D9Satisfied = d9, HoldRanIntoEvent = ranIn, HeldByAnother = ranIn });
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        var grounds = new DecisionGrounds(proposal.Ground, proposal.Text, proposal.Answers, NoProhibitedReason: true);
        var decision = Record(file, DecisionKind.Cancel, grounds, proposal.Id, cancellation.OccurrenceIds, actor);
        db.TryLiveNamesAgainst(decision, time.NowUtc);
        cancellation.Confirm(decision.Id, actor.Id, time.NowUtc);
        var cancelled = await EndDatesAsync(file, cancellation, OccurrenceAction.CancelByCouncil, KeptUntil(file, proposal.Ground), actor, cancellationToken);
        if (!cancelled.Succeeded)
            return ActResult.No(cancelled.Refusals);
        if (!Live(file).Any())
            file.Case.Take(step.Value, time.NowUtc);
        if (proposal.Ground is Ground.D1 or Ground.D9)
            file.Case.MarkSensitive();
        await notices.CancelledAsync(file, cancellation, decision, cancelled.Value, cancellationToken);
        return ActResult.Done(new { cancellation.Id, cancellation.Cause, proposal.Ground, dates = cancelled.Value.Count, refund = cancellation.Refund.Pence });
    }

    /// <summary>Cancels the dates of a cancellation that are still live; their slots are kept until an instant, or given back.</summary>
    internal async Task<Outcome<IReadOnlyList<Occurrence>>> EndDatesAsync(
        HireFile file, Cancellation cancellation, OccurrenceAction action, DateTime? keptUntil, Actor actor, CancellationToken cancellationToken)
    {
        var dates = Live(file).Where(o => cancellation.OccurrenceIds.Contains(o.Id)).ToList();
        foreach (var date in dates)
        {
            var step = OccurrenceWorkflow.Table.Try(date.State, action, actor.StaffRoles, new(date.StartUtc <= time.NowUtc, date.EndUtc <= time.NowUtc, true));
            if (!step.Succeeded)
                return Outcome.Refused<IReadOnlyList<Occurrence>>([.. step.Refusals.Select(r => r with { Sentence = $"{date.Day:dddd d MMMM yyyy}: {r.Sentence}", Field = "OccurrenceIds" })]);
            date.Take(step.Value, time.NowUtc);
            if (keptUntil is { } until && date.StartUtc > time.NowUtc)
                await claims.ExpireAtAsync(date.Id, until, cancellationToken);
            else
                await claims.ReleaseAsync(date.Id, cancellationToken);
        }
        return Outcome.Ok<IReadOnlyList<Occurrence>>(dates);
    }

    /// <summary>Records a decision on dates.</summary>
    internal Decision Record(HireFile file, DecisionKind kind, DecisionGrounds grounds, Guid? proposalId, IReadOnlyList<Guid> dates, Actor actor)
    {
        var basis = file.Basis(null) with { RecommendationId = proposalId };
        var decision = new Decision(Guid.CreateVersion7(), file.Case.Id, kind, grounds, basis, actor.Id, time.NowUtc, dates);
        db.Decisions.Add(decision);
        file.Add(decision);
        return decision;
    }

    /// <summary>Dates the council can still cancel.</summary>
    internal static IEnumerable<Occurrence> Live(HireFile file) =>
        file.Hire.Occurrences.Where(o => o.State is OccurrenceState.Held or OccurrenceState.Confirmed or OccurrenceState.OnHold);

    // As after a refusal, the slot stays until the time to ask for a review ends, or a review could give nothing back; not after D8
    private DateTime? KeptUntil(HireFile file, Ground? ground) =>
        ground == Ground.D8 ? null : CouncilTime.ToUtc(file.ReviewUntil(time.Today).AddDays(1), TimeOnly.MinValue);

    private List<Refusal> Mistakes(HireFile file, CancelBooking input)
    {
        if (input.Facts is not { } facts)
            return [new Refusal("Required", "Choose why it is cancelled. Objections and protest never suffice: a confirmed booking is a contract.", "Cause")];
        var refusals = new List<Refusal>(RefusalReasons.Check(input.Ground, input.Text, input.Answers, input.NoProhibitedReason));
        refusals.AddRange(CancellationRules.Check(facts, input.Ground));
        if (Unproved(file, facts) is { } unproved)
            refusals.Add(unproved);
        if (facts.OccurrenceIds.Any(id => Live(file).All(o => o.Id != id)) || !Live(file).Any())
            refusals.Add(new Refusal("Dates", "Choose dates that are booked, held or on hold.", "OccurrenceIds"));
        string?[] texts = [input.Text, facts.Alternative, facts.NotHeardReason, .. input.Answers.Values];
        refusals.AddRange(texts.Select(Markings.Forbidden).OfType<string>().Distinct().Select(sentence => new Refusal("Marking", sentence, "Text")));
        return refusals;
    }

    // A cause that the records can prove must be in the records
    private Refusal? Unproved(HireFile file, CancellationFacts facts) => facts.Cause switch
    {
        CancellationCause.ConfirmedMatch when !file.Hits.Any(hit => IsNewlyConfirmed(file, hit)) =>
            new Refusal("XREF", "No match with L1 or L2 has been confirmed by two people since the approval. Resolve the hit first.", "Cause"),
        CancellationCause.DocumentMissing when !IsDocumentMissing(file, facts) =>
            new Refusal("Documents", "No condition is overdue, and on one of these dates at least every declaration, policy, DBS check and insurance is valid. Choose only dates on which one is missing.", "Cause"),
        CancellationCause.UpheldBreach when !file.After.LiveBreaches(time.Today).Any() =>
            new Refusal("D6", "No breach of this hirer has been upheld within 24 months. Raise it, hear the hirer, and have it upheld first.", "Cause"),
        CancellationCause.Closure => new Refusal("Closure", "A closure is ordered for the venue and its days, not case by case.", "Cause"),
        _ => null,
    };

    private static bool IsNewlyConfirmed(HireFile file, Hit hit) =>
        hit is { State: HitState.Resolved, Resolution: HitResolution.Confirmed } && HitRules.NeedsAdvice(hit.List)
        && hit.AgreedUtc >= file.Decisions.LastOrDefault(d => d.Kind is DecisionKind.Approve or DecisionKind.ApproveWithConditions)?.MadeUtc;

    private bool IsDocumentMissing(HireFile file, CancellationFacts facts)
    {
        CheckCode[] documents = [CheckCode.DEC, CheckCode.SAF, CheckCode.DBS, CheckCode.INS];
        var days = Live(file).Where(o => facts.OccurrenceIds.Count == 0 || facts.OccurrenceIds.Contains(o.Id)).Select(o => o.Day).DefaultIfEmpty(time.Today);
        return file.Conditions.Any(c => !c.LetsConfirm && c.DueOn < time.Today)
            || days.All(day => documents.Where(code => file.Derived.Needs(code)).Any(code => !file.StandingOn(code, day).IsSettled));
    }
}
