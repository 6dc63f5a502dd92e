using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>What an officer states about their own interest in a case: COI.</summary>
/// <param name="HasInterest">True locks the officer out.</param>
/// <param name="Interest">What it is; needed when there is one, at most 1,000 characters.</param>
public sealed record StateInterest(bool HasInterest, string? Interest)
{
    /// <summary>How many listed cases this statement covers: 1 for a case's own.</summary>
    public int CoversCases { get; init; } = 1;
}

/// <summary>Whom a case goes to.</summary>
/// <param name="OwnerId">Who works on it.</param>
/// <param name="CoverId">Who stands in.</param>
/// <param name="Reason">Why.</param>
public sealed record Reassign(Guid OwnerId, Guid? CoverId, string? Reason);

/// <summary>The first acts on a case: the conflict statement, which starts the checks, and who works on it. RULEBOOK 1 S3, 6.</summary>
public sealed class Triage(AppDbContext db, CouncilTime time, CaseDesk desk)
{
    /// <summary>Records the officer's own statement. Without an interest, an officer's first statement starts the checks and takes the case.</summary>
    public Task<Outcome> StateInterestAsync(string reference, StateInterest input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Case.StateInterest", null, file => Task.FromResult(StateInterest(file, input, actor)), cancellationToken);

    private ActResult StateInterest(CaseFile file, StateInterest input, Actor actor)
    {
        var interest = input.Interest?.Trim();
        if (!actor.HasAny(file.Case.Kind.Team()))
            return ActResult.No("Role", "Only officers who work on cases make this statement.");
        if (input.HasInterest && string.IsNullOrEmpty(interest))
            return ActResult.No("Required", "Say what your interest is.", nameof(input.Interest));
        if (interest?.Length > 1000)
            return ActResult.No("Length", "Use 1,000 characters or fewer to say what your interest is.", nameof(input.Interest));
        if (Markings.Forbidden(interest) is { } marking)
            return ActResult.No("Marking", marking, nameof(input.Interest));
        // A lock that the person locked out could open would be none.
        if (!input.HasInterest && file.FactsFor(actor).ActorHasInterest)
            return ActResult.No("S3", "You declared an interest in this case, and that stays. A colleague must take it.", nameof(input.HasInterest));

        var statement = new ConflictStatement(Guid.CreateVersion7(), file.Case.Id, actor.Id, input.HasInterest, interest, time.NowUtc);
        db.ConflictStatements.Add(statement);
        file.Add(statement);
        var start = file.Workflow.Try(file.Case.State, CaseAction.StartChecks, actor.StaffRoles, file.FactsFor(actor));
        if (!start.Succeeded)
            return ActResult.Done(new { input.HasInterest, input.CoversCases });
        file.Case.Take(start.Value, time.NowUtc);
        if (file.Case.OwnerId is null)
            file.Case.Assign(actor.Id, file.Case.CoverId, time.NowUtc);
        return ActResult.Done(new { input.HasInterest, tookCase = true });
    }

    /// <summary>Gives the case to another officer, with a reason. An approver's act.</summary>
    public Task<Outcome> ReassignAsync(string reference, Reassign input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Case.Reassign", null, async file =>
        {
            if (!actor.HasAny(file.Case.Kind.Approvers()))
                return ActResult.No("Role", $"A {file.Case.Kind.ApproverWords()} reassigns cases. Ask one of them.");
            if (file.CannotAct(actor) is { } refusal)
                return ActResult.No(refusal);
            if (input.Reason?.Trim().Length is not (>= 3 and <= 500))
                return ActResult.No("Required", "Say why the case changes hands, in 3 to 500 characters.", nameof(input.Reason));
            if (Markings.Forbidden(input.Reason) is { } marking)
                return ActResult.No("Marking", marking, nameof(input.Reason));
            if (input.OwnerId == input.CoverId)
                return ActResult.No("Cover", "Choose somebody else to cover.", nameof(input.CoverId));
            if (await CannotTakeAsync(file, input.OwnerId, cancellationToken) is { } owner)
                return ActResult.No(owner with { Field = nameof(input.OwnerId) });
            if (input.CoverId is { } coverId && await CannotTakeAsync(file, coverId, cancellationToken) is { } cover)
                return ActResult.No(cover with { Field = nameof(input.CoverId) });
            file.Case.Assign(input.OwnerId, input.CoverId, time.NowUtc);
            return ActResult.Done(new { input.OwnerId, input.CoverId, input.Reason });
        }, cancellationToken);

    // Not to somebody whom S3 or S4 keeps from it. Whoever gets it still makes their own statement first.
    private async Task<Refusal?> CannotTakeAsync(CaseFile file, Guid id, CancellationToken cancellationToken)
    {
        var person = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancellationToken);
        if (person is null || !person.IsOpenOn(time.Today) || (person.StaffRoles & file.Case.Kind.Team()) == Roles.None)
            return new Refusal("Role", $"Choose somebody who works on {file.Case.Kind.Word()} cases.");
        var facts = file.FactsFor(new Actor(person.Id, person.StaffRoles));
        if (facts.ActorHasInterest)
            return new Refusal("S3", $"{person.FullName} declared an interest in this case. Choose somebody else.");
        return facts.ActorHelpedWrite ? new Refusal("S4", $"{person.FullName} helped write this application. Choose somebody else.") : null;
    }

    /// <summary>Leaves a note for colleagues.</summary>
    public Task<Outcome> NoteAsync(string reference, string? text, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Case.Note", null, file =>
        {
            var note = text?.Trim() ?? "";
            if (!actor.HasAny(file.Case.Kind.Team()))
                return Task.FromResult(ActResult.No("Role", "Only officers who work on cases leave notes."));
            if (file.CannotAct(actor) is { } refusal)
                return Task.FromResult(ActResult.No(refusal));
            if (note.Length is 0 or > 2000)
                return Task.FromResult(ActResult.No("Length", "Write a note of 1 to 2,000 characters.", "Note"));
            if (Markings.Forbidden(note) is { } marking)
                return Task.FromResult(ActResult.No("Marking", marking, "Note"));
            db.CaseNotes.Add(new CaseNote(Guid.CreateVersion7(), file.Case.Id, note, actor.Id, time.NowUtc));
            return Task.FromResult(ActResult.Done());
        }, cancellationToken);
}
