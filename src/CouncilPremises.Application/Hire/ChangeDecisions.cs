using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Hire;

/// <summary>What somebody decides about a change.</summary>
/// <param name="Text">What the hirer reads; needed when anything is declined.</param>
/// <param name="WithoutSpeakers">Speakers added after the freeze who are declined for want of time (D8) while the rest is accepted.</param>
/// <param name="Answers">P2 and P6, when anything is declined.</param>
/// <param name="NoProhibitedReason">The decider confirms that no prohibited reason was weighed.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record DecideChange(
    string? Text, IReadOnlyList<string> WithoutSpeakers, IReadOnlyDictionary<string, string> Answers, bool NoProhibitedReason, int SeenVersion);

/// <summary>Deciding a change of something that is approved. Until then the booking stands; declined, it stays as it was. A change is declined
/// because it cannot be had or checked in time (D8); what speaks against the event itself is decided about the booking. RULEBOOK 6.</summary>
public sealed class ChangeDecisions(AppDbContext db, CouncilTime time, CaseDesk desk, Revisions revisions, Claims claims, CaseNotices notices)
{
    /// <summary>Puts a decision about the change forward to a colleague (S1).</summary>
    public Task<Outcome> RecommendAsync(string reference, bool decline, string? text, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Change.Recommend", seenVersion, file =>
        {
            var reasons = text?.Trim() ?? "";
            if (file.Proposed is not { } proposed)
                return Task.FromResult(Nothing());
            if (file.CannotWork(actor) is { } refusal)
                return Task.FromResult(ActResult.No(refusal));
            if (reasons.Length is < RefusalReasons.FewestCharacters or > RefusalReasons.MostCharacters)
                return Task.FromResult(ActResult.No("Length", "Give your reasons in 50 to 4,000 characters.", "Text"));
            if (Markings.Forbidden(reasons) is { } marking)
                return Task.FromResult(ActResult.No("Marking", marking, "Text"));
            var kind = decline ? DecisionKind.RecommendRefusal : DecisionKind.RecommendApproval;
            Record(file, proposed, kind, new DecisionGrounds(decline ? Ground.D8 : null, reasons, new Dictionary<string, string>(), true), actor);
            return Task.FromResult(ActResult.Done(new { decline }));
        }, cancellationToken);

    /// <summary>Accepts the change, perhaps without speakers who came too late: dates move, checks follow, N12 goes with the calendar.</summary>
    public Task<Outcome> AcceptAsync(string reference, DecideChange input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Change.Accept", input.SeenVersion, file => AcceptAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> AcceptAsync(HireFile file, DecideChange input, Actor actor, CancellationToken cancellationToken)
    {
        if (file.Proposed is not { } asked)
            return Nothing();
        if (ProposedChange.WaitsForHold(file) is { } held)
            return ActResult.No(held);
        if (input.WithoutSpeakers.Except(asked.LateSpeakers.Select(late => late.Name)).Any())
            return ActResult.No("D8", "Only a speaker who was added after the list froze can be declined by name.", nameof(input.WithoutSpeakers));
        var change = asked.Change;
        if (input.WithoutSpeakers.Count > 0 && DeclineSpeakers(file, asked, input, actor) is { Count: > 0 } mistakes)
            return ActResult.No(mistakes);
        // What is left may be nothing but smaller, so the table is asked about that
        var proposed = file.Proposed!;
        var step = ChangeWorkflow.Table.Try(change.State, ChangeAction.Accept, actor.StaffRoles, proposed.FactsFor(actor));
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        var lines = ChangeWords.Lines(file, proposed, await revisions.NamesOfRoomsAsync(file, change, cancellationToken));
        var decision = Record(file, proposed, input.WithoutSpeakers.Count > 0 ? DecisionKind.DeclineChange : DecisionKind.AcceptChange, Grounds(input, input.WithoutSpeakers.Count > 0), actor);
        change.Take(step.Value, time.NowUtc);
        if (await revisions.TakeOverAsync(file, change, actor.StaffRoles, actor, cancellationToken) is { Count: > 0 } refusals)
            return ActResult.No(refusals);
        if (input.WithoutSpeakers.Count > 0)
            lines = [.. lines, .. input.WithoutSpeakers.Select(name => $"{name} cannot speak: {input.Text!.Trim()}"), Challenge(file, decision)];
        await notices.QueueChangedAsync(file, lines, cancellationToken);
        return ActResult.Done(new { submission = file.Hire.SubmissionNumber, without = input.WithoutSpeakers.Count });
    }

    // Declining a speaker is a refusal of that speaker: reasons, and two people (S1)
    private static IReadOnlyList<Refusal> DeclineSpeakers(HireFile file, ProposedChange asked, DecideChange input, Actor actor)
    {
        var may = ChangeWorkflow.Table.Try(asked.Change.State, ChangeAction.Decline, actor.StaffRoles, asked.FactsFor(actor));
        if (!may.Succeeded)
            return may.Refusals;
        if (Mistakes(input) is { Count: > 0 } mistakes)
            return mistakes;
        var change = asked.Change;
        change.Trim(ChangeRules.Without(file.Hire.Answers, change.Answers, [.. asked.LateSpeakers.Where(late => input.WithoutSpeakers.Contains(late.Name))]));
        change.Reopen([.. change.Reopens.Intersect(Revisions.Reopens(file, change.Answers))]);
        return [];
    }

    /// <summary>Declines the change: the booking stays as it was, and what was kept for the change is free.</summary>
    public Task<Outcome> DeclineAsync(string reference, DecideChange input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Change.Decline", input.SeenVersion, async file =>
        {
            if (file.Proposed is not { } proposed)
                return Nothing();
            var step = ChangeWorkflow.Table.Try(proposed.Change.State, ChangeAction.Decline, actor.StaffRoles, proposed.FactsFor(actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            if (Mistakes(input) is { Count: > 0 } mistakes)
                return ActResult.No(mistakes);
            var decision = Record(file, proposed, DecisionKind.DeclineChange, Grounds(input, declines: true), actor);
            proposed.Change.Take(step.Value, time.NowUtc);
            foreach (var date in proposed.Change.Dates)
                await claims.ReleaseAsync(date.Id, cancellationToken);
            await notices.QueueChangedAsync(file, [$"Nothing. We cannot agree to the change you asked for: {input.Text!.Trim()} Your booking stands as it was. {Challenge(file, decision)}"], cancellationToken);
            return ActResult.Done(new { Ground.D8 });
        }, cancellationToken);

    // While conditions are open a review is of them
    private static string Challenge(HireFile file, Decision decision) =>
        file.After.Reviewables(file).Any(one => one.SubjectId == decision.Id) ? $"If you disagree: {AftermathNotices.AskForReview(file)}" : "If you disagree, answer this letter and tell us why.";

    private static IReadOnlyList<Refusal> Mistakes(DecideChange input) =>
        Markings.Forbidden(input.Text) is { } marking
            ? [new Refusal("Marking", marking, nameof(input.Text))]
            : RefusalReasons.Check(Ground.D8, input.Text, input.Answers, input.NoProhibitedReason);

    private static DecisionGrounds Grounds(DecideChange input, bool declines) => new(
        declines ? Ground.D8 : null,
        input.Text?.Trim() ?? "",
        declines ? input.Answers.Where(a => !string.IsNullOrWhiteSpace(a.Value)).ToDictionary(a => a.Key, a => a.Value.Trim()) : new Dictionary<string, string>(),
        input.NoProhibitedReason);

    private Decision Record(HireFile file, ProposedChange proposed, DecisionKind kind, DecisionGrounds grounds, Actor actor)
    {
        List<Guid> records = [.. proposed.Standings().SelectMany(standing => standing.RecordId is { } id ? [id] : standing.ConfirmationIds)];
        var basis = new DecisionBasis(file.Hire.SubmissionNumber, file.Policy.Number, proposed.Recommendation?.Id, records);
        var decision = new Decision(Guid.CreateVersion7(), file.Case.Id, kind, grounds, basis, actor.Id, time.NowUtc);
        db.Decisions.Add(decision);
        file.Add(decision);
        return decision;
    }

    private static ActResult Nothing() => ActResult.No("State", "No change waits for a decision on this case.");
}
