using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Elections;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Decisions;

/// <summary>Telling the hirer that the council may refuse: ground and gist, N9.</summary>
/// <param name="Ground">Ground in mind.</param>
/// <param name="Gist">What the hirer reads, 50 to 2,000 characters.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
/// <param name="NewFacts">Facts first known now; needed less than eight working days before the first date.</param>
public sealed record MindToRefuse(Ground? Ground, string? Gist, int SeenVersion, string? NewFacts = null);

/// <summary>A refusal, as RULEBOOK 7 asks for it.</summary>
/// <param name="Ground">Ground D1–D9.</param>
/// <param name="Text">The reason the hirer reads.</param>
/// <param name="Answers">Answers by code P1–P7; D8 needs P2 and P6 only.</param>
/// <param name="NoProhibitedReason">The decider confirms that no prohibited reason was weighed.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
/// <param name="Dates">Dates to refuse; none means the whole application.</param>
/// <param name="Alternatives">What is offered instead: another room, another time, help. D8 needs it. RULEBOOK 6.</param>
/// <param name="ElectionReason">Which of the four lawful reasons; needed for a statutory election meeting, and only there.</param>
public sealed record Refuse(
    Ground? Ground, string? Text, IReadOnlyDictionary<string, string> Answers, bool NoProhibitedReason, int SeenVersion, IReadOnlyList<Guid>? Dates = null,
    ElectionRefusal? ElectionReason = null, string? Alternatives = null)
{
    /// <summary>Under what key a decision keeps what was offered instead.</summary>
    public const string AlternativesKey = "Alternatives";

    /// <summary>Fewest characters of what is offered instead, included.</summary>
    public const int FewestCharacters = 20;
}

/// <summary>Minded to refuse, the hirer's answer, and refusal. A named person decides; nothing refuses by itself.</summary>
public sealed class RefusalDecisions(AppDbContext db, CouncilTime time, CaseDesk desk, Claims claims, CaseNotices notices)
{
    /// <summary>Tells the hirer that the council may refuse, and why, and hears them: N9.</summary>
    public Task<Outcome> MindToRefuseAsync(string reference, MindToRefuse input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Decision.MindToRefuse", input.SeenVersion, async file =>
        {
            var step = file.Workflow.Try(file.Case.State, CaseAction.MindToRefuse, actor.StaffRoles, file.FactsFor(actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            if (file.IsElectionMeeting)
                return ActResult.No("ELE", "A candidate's meeting may be refused only because the room is let already or unsuitable, or the meeting outside the statutory dates or area. Refuse on D8.", nameof(input.Ground));
            var gist = input.Gist?.Trim() ?? "";
            if (input.Ground is null or Ground.D10)
                return ActResult.No("Required", "Choose the ground you have in mind, D1 to D9.", nameof(input.Ground));
            if (input.Ground == Ground.D8)
                return ActResult.No("D8", "D8 needs no letter first: offer alternatives and refuse directly.", nameof(input.Ground));
            if (file.CannotUse(input.Ground) is { } unusable)
                return ActResult.No(unusable);
            if (gist.Length is < 50 or > 2000)
                return ActResult.No("Length", "Write what the council has in mind, and on what facts, in 50 to 2,000 characters.", nameof(input.Gist));
            if (Markings.Forbidden(gist) is { } marking)
                return ActResult.No("Marking", marking, nameof(input.Gist));
            if (file.Occurrences.Where(o => o.State == OccurrenceState.Held).Select(o => (DateOnly?)o.Day).Min() is { } first
                && file.MayTell(first, input.NewFacts?.Trim().Length is >= 10 and <= 2000) is { } late)
                return ActResult.No(late with { Field = nameof(input.NewFacts) });
            var grounds = new DecisionGrounds(input.Ground, gist, new Dictionary<string, string>(), NoProhibitedReason: false);
            Record(file, DecisionKind.MindedToRefuse, grounds, actor);
            file.Case.Take(step.Value, time.NowUtc);
            await notices.QueueAsync(NoticeCode.N9, file, cancellationToken);
            return ActResult.Done(new { input.Ground, input.NewFacts });
        }, cancellationToken);

    /// <summary>The hirer's side. It is kept beside the decision as the answer to P7.</summary>
    public Task<Outcome> AnswerAsync(string reference, string? answer, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Decision.Answer", null, file =>
        {
            var step = file.Workflow.Try(file.Case.State, CaseAction.AnswerMindedToRefuse, file.GroupRoles(actor), file.FactsFor(actor));
            if (!step.Succeeded)
                return Task.FromResult(ActResult.No(step.Refusals));
            var text = answer?.Trim() ?? "";
            if (text.Length is 0 or > 4000)
                return Task.FromResult(ActResult.No("Length", "Tell us your side in 1 to 4,000 characters.", "Answer"));
            if (Markings.Forbidden(text) is { } marking)
                return Task.FromResult(ActResult.No("Marking", marking, "Answer"));
            var reply = new InformationRequest(Guid.CreateVersion7(), file.Case.Id, CaseState.MindedToRefuse, Array.Empty<SectionQuestion>(), file.MindedToRefuse!.Text, file.MindedToRefuse.ById, file.AnswerDueOn, file.MindedToRefuse.MadeUtc);
            reply.Reply(text, actor.Id, time.NowUtc);
            db.InformationRequests.Add(reply);
            file.Add(reply);
            file.Case.Take(step.Value, time.NowUtc);
            return Task.FromResult(ActResult.Done());
        }, cancellationToken);

    /// <summary>The hirer's answer persuaded: back to checking.</summary>
    public Task<Outcome> ResumeAsync(string reference, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Decision.Resume", seenVersion, file =>
        {
            var step = file.Workflow.Try(file.Case.State, CaseAction.ResumeChecks, actor.StaffRoles, file.FactsFor(actor));
            if (!step.Succeeded)
                return Task.FromResult(ActResult.No(step.Refusals));
            file.Case.Take(step.Value, time.NowUtc);
            return Task.FromResult(ActResult.Done());
        }, cancellationToken);

    /// <summary>Refuses, with ground and reasons; the slot is kept until the time to ask for a review ends, except after D8.</summary>
    public Task<Outcome> RefuseAsync(string reference, Refuse input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Decision.Refuse", input.SeenVersion, file => RefuseAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> RefuseAsync(CaseFile file, Refuse input, Actor actor, CancellationToken cancellationToken)
    {
        var facts = file.FactsFor(actor) with { GroundIsD8 = input.Ground == Ground.D8, D9Satisfied = input.Ground != Ground.D9 || file.D9Consulted && actor.HasAny(Roles.Director) };
        var asked = file.Occurrences.Where(o => o.State == OccurrenceState.Held).ToList();
        var dates = input.Dates is { Count: > 0 } chosen ? asked.Where(o => chosen.Contains(o.Id)).ToList() : asked;
        if (input.Dates is { Count: > 0 } named && dates.Count < named.Distinct().Count())
            return ActResult.No("Dates", "Choose dates that are still asked for.", nameof(input.Dates));
        var isWhole = dates.Count == asked.Count;
        var step = file.Workflow.Try(file.Case.State, isWhole ? CaseAction.Refuse : CaseAction.RefuseDates, actor.StaffRoles, facts);
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        if (file.IsElectionMeeting && (input.Ground != Ground.D8 || input.ElectionReason is null))
            return ActResult.No("ELE", "A candidate's meeting may be refused only on D8, because the room is let already or unsuitable, or the meeting outside the statutory dates or area. Choose which.",
                input.Ground == Ground.D8 ? nameof(input.ElectionReason) : nameof(input.Ground));
        if (RefusalReasons.Check(input.Ground, input.Text, input.Answers, input.NoProhibitedReason) is { Count: > 0 } refusals)
            return ActResult.No(refusals);
        if (file.CannotUse(input.Ground) is { } unusable)
            return ActResult.No(unusable);
        if (Alternatives(input) is { } unclear)
            return ActResult.No(unclear);
        if (!facts.GroundIsD8 && !facts.PoliceBarNotice && file.MindedToRefuse?.Ground is { } heard && heard != input.Ground)
            return ActResult.No("N9", $"The hirer was heard on {heard}, not on {input.Ground}. Refuse on {heard}, or go back to checking and tell the hirer first what you have in mind now.", nameof(input.Ground));

        var answers = input.Answers.Where(a => !string.IsNullOrWhiteSpace(a.Value)).ToDictionary(a => a.Key, a => a.Value.Trim());
        if (!string.IsNullOrWhiteSpace(input.Alternatives))
            answers[Refuse.AlternativesKey] = input.Alternatives.Trim();
        var text = file.IsElectionMeeting && input.ElectionReason is { } reason ? $"{reason.Words()} {input.Text!.Trim()}" : input.Text!.Trim();
        var refusal = Record(file, isWhole ? DecisionKind.Refuse : DecisionKind.RefuseDates, new DecisionGrounds(input.Ground, text, answers, input.NoProhibitedReason), actor,
            isWhole ? [] : [.. dates.Select(o => o.Id)]);
        db.TryLiveNamesAgainst(refusal, time.NowUtc);
        file.Case.Take(step.Value, time.NowUtc);
        if (input.Ground is Ground.D1 or Ground.D9)
            file.Case.MarkSensitive();
        DateTime? keptUntil = input.Ground == Ground.D8 ? null : CouncilTime.ToUtc(file.ReviewUntil(time.Today).AddDays(1), TimeOnly.MinValue);
        foreach (var occurrence in dates)
        {
            occurrence.Take(OccurrenceWorkflow.Table.Try(occurrence.State, OccurrenceAction.Refuse, actor.StaffRoles, new(false, false, true)).Value, time.NowUtc);
            if (keptUntil is { } until)
                await claims.ExpireAtAsync(occurrence.Id, until, cancellationToken);
            else
                await claims.ReleaseAsync(occurrence.Id, cancellationToken);
        }
        await notices.QueueAsync(NoticeCode.N10, file, cancellationToken);
        return ActResult.Done(new { input.Ground });
    }

    private static Refusal? Alternatives(Refuse input) => input.Alternatives?.Trim().Length switch
    {
        null or 0 when input.Ground != Ground.D8 => null,
        >= Refuse.FewestCharacters and <= 2000 => Markings.Forbidden(input.Alternatives) is { } marking ? new Refusal("Marking", marking, nameof(input.Alternatives)) : null,
        _ => new Refusal("Alternatives", "Say in 20 to 2,000 characters what you can offer instead, such as another room or another time, or that there is nothing.", nameof(input.Alternatives)),
    };

    private Decision Record(CaseFile file, DecisionKind kind, DecisionGrounds grounds, Actor actor, IReadOnlyList<Guid>? dates = null)
    {
        var decision = new Decision(Guid.CreateVersion7(), file.Case.Id, kind, grounds, file.Basis(file.Recommendation), actor.Id, time.NowUtc, dates);
        db.Decisions.Add(decision);
        file.Add(decision);
        return decision;
    }
}
