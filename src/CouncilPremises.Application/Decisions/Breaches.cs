using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Decisions;

/// <summary>Something done against the terms of a hire.</summary>
public sealed record RaiseBreach(DateOnly? HappenedOn, string? Evidence, int SeenVersion);

/// <summary>What an approver makes of it.</summary>
public sealed record DecideBreach(Guid BreachId, bool? Uphold, string? Reasons, bool NoProhibitedReason, int SeenVersion);

/// <summary>Breaches: evidence, the hirer heard, an approver decides. Only an upheld one feeds D6, for 24 months. RULEBOOK 6.</summary>
public sealed class Breaches(AppDbContext db, CouncilTime time, CaseDesk desk, AftermathNotices notices)
{
    /// <summary>Raises a breach and asks the hirer for its side.</summary>
    public Task<Outcome> RaiseAsync(string reference, RaiseBreach input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Breach.Raise", input.SeenVersion, async file =>
        {
            if (file.CannotWork(actor) is { } refusal)
                return ActResult.No(refusal);
            if (file.Case.State is not (CaseState.Confirmed or CaseState.Completed) && file.Case.StateLeft != CaseState.Confirmed)
                return ActResult.No("State", "A breach is of a booking. This application has not become one.");
            if (input.HappenedOn is not { } day || day > time.Today)
                return ActResult.No("Required", "Enter the day it happened, today or earlier.", nameof(input.HappenedOn));
            var evidence = input.Evidence?.Trim() ?? "";
            if (evidence.Length is < 50 or > 4000)
                return ActResult.No("Length", "Say in 50 to 4,000 characters what happened, who saw it and which condition of hire it breaks.", nameof(input.Evidence));
            if (Markings.Forbidden(evidence) is { } marking)
                return ActResult.No("Marking", marking, nameof(input.Evidence));
            var breach = new Breach(Guid.CreateVersion7(), file.Organisation.Id, file.Case.Id, day, evidence, actor.Id, time.NowUtc, file.WorkingDays.Add(time.Today, Breach.HearWorkingDays));
            db.Breaches.Add(breach);
            file.After.Add(breach);
            await notices.BreachRaisedAsync(file, breach, cancellationToken);
            return ActResult.Done(new { breach.Id });
        }, cancellationToken);

    /// <summary>The hirer's side.</summary>
    public Task<Outcome> AnswerAsync(string reference, Guid breachId, string? answer, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Breach.Answer", null, file =>
        {
            if (Own(file, breachId) is not { } breach)
                return Task.FromResult(ActResult.No(Refusal.NotFoundCode, "This is not part of your booking."));
            var step = BreachWorkflow.Table.Try(breach.State, BreachAction.Answer, file.GroupRoles(actor), FactsOf(file, breach, actor));
            if (!step.Succeeded)
                return Task.FromResult(ActResult.No(step.Refusals));
            var text = answer?.Trim() ?? "";
            if (text.Length is < 1 or > 4000)
                return Task.FromResult(ActResult.No("Length", "Tell us your side in 1 to 4,000 characters.", "Answer"));
            if (Markings.Forbidden(text) is { } marking)
                return Task.FromResult(ActResult.No("Marking", marking, "Answer"));
            breach.Take(step.Value);
            breach.Reply(text, time.NowUtc);
            return Task.FromResult(ActResult.Done(new { breach.Id }));
        }, cancellationToken);

    /// <summary>Upholds it or not.</summary>
    public Task<Outcome> DecideAsync(string reference, DecideBreach input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Breach.Decide", input.SeenVersion, async file =>
        {
            if (Own(file, input.BreachId) is not { } breach)
                return ActResult.No(Refusal.NotFoundCode, "This breach is not part of the case.");
            if (input.Uphold is not { } uphold)
                return ActResult.No("Required", "Choose whether it was a breach.", nameof(input.Uphold));
            var step = BreachWorkflow.Table.Try(breach.State, uphold ? BreachAction.Uphold : BreachAction.Dismiss, actor.StaffRoles, FactsOf(file, breach, actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            var reasons = input.Reasons?.Trim() ?? "";
            if (reasons.Length is < 50 or > 4000)
                return ActResult.No("Length", "Give reasons that the hirer can read, in 50 to 4,000 characters.", nameof(input.Reasons));
            if (Markings.Forbidden(reasons) is { } marking)
                return ActResult.No("Marking", marking, nameof(input.Reasons));
            if (!input.NoProhibitedReason)
                return ActResult.No("Prohibited", "Confirm that none of the prohibited reasons was weighed.", nameof(input.NoProhibitedReason));
            breach.Take(step.Value);
            breach.Decided(reasons, actor.Id, time.NowUtc, time.Today);
            await notices.BreachDecidedAsync(file, breach, cancellationToken);
            return ActResult.Done(new { breach.Id, breach.State, breach.ExpiresOn });
        }, cancellationToken);

    /// <summary>What the table asks about a breach.</summary>
    internal static BreachFacts FactsOf(CaseFile file, Breach breach, Actor actor)
    {
        var facts = file.FactsFor(actor);
        return new BreachFacts(
            breach.AnsweredUtc is not null,
            Deadlines.IsHeard(breach.AnsweredUtc is not null, breach.HearUntil, file.Today),
            facts is { ActorStatedNoInterest: true, ActorHasInterest: false },
            facts is { ActorHelpedWrite: false, ActorTyped: false },
            breach.RaisedById != actor.Id,
            facts.ActorTookPart);
    }

    private static Breach? Own(CaseFile file, Guid breachId) => file.After.Breaches.FirstOrDefault(b => b.Id == breachId && b.CaseId == file.Case.Id);
}
