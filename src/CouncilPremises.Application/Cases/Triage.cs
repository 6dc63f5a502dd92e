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
public sealed record StateInterest(bool HasInterest, string? Interest);

/// <summary>Whom a case goes to.</summary>
/// <param name="OwnerId">Who works on it.</param>
/// <param name="CoverId">Who stands in.</param>
/// <param name="Reason">Why.</param>
public sealed record Reassign(Guid OwnerId, Guid? CoverId, string Reason);

/// <summary>The first acts on a case: the conflict statement, which starts the checks, and who works on it. RULEBOOK 1 S3, 6.</summary>
public sealed class Triage(AppDbContext db, CouncilTime time, CaseDesk desk)
{
    /// <summary>Records the officer's own statement. Without an interest, an officer's first statement starts the checks and takes the case.</summary>
    public Task<Outcome> StateInterestAsync(string reference, StateInterest input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Case.StateInterest", null, file => Task.FromResult(StateInterest(file, input, actor)), cancellationToken);

    private ActResult StateInterest(CaseFile file, StateInterest input, Actor actor)
    {
        var interest = input.Interest?.Trim();
        if (!actor.HasAny(Roles.HireStaff))
            return ActResult.No("Role", "Only officers who work on cases make this statement.");
        if (input.HasInterest && string.IsNullOrEmpty(interest))
            return ActResult.No("Required", "Say what your interest is.", nameof(input.Interest));
        if (interest?.Length > 1000)
            return ActResult.No("Length", "Use 1,000 characters or fewer to say what your interest is.", nameof(input.Interest));

        var statement = new ConflictStatement(Guid.CreateVersion7(), file.Case.Id, actor.Id, input.HasInterest, interest, time.NowUtc);
        db.ConflictStatements.Add(statement);
        file.Add(statement);
        var start = HireWorkflow.Table.Try(file.Case.State, CaseAction.StartChecks, actor.StaffRoles, file.FactsFor(actor));
        if (!start.Succeeded)
            return ActResult.Done(new { input.HasInterest });
        file.Case.Take(start.Value, time.NowUtc);
        if (file.Case.OwnerId is null)
            file.Case.Assign(actor.Id, file.Case.CoverId, time.NowUtc);
        return ActResult.Done(new { input.HasInterest, tookCase = true });
    }

    /// <summary>Gives the case to another officer, with a reason. An approver's act.</summary>
    public Task<Outcome> ReassignAsync(string reference, Reassign input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Case.Reassign", null, async file =>
        {
            if (!actor.HasAny(Roles.FacilitiesApprover))
                return ActResult.No("Role", "A facilities approver reassigns cases. Ask one of them.");
            if (string.IsNullOrWhiteSpace(input.Reason))
                return ActResult.No("Required", "Say why the case changes hands.", nameof(input.Reason));
            if (input.OwnerId == input.CoverId)
                return ActResult.No("Cover", "Choose somebody else to cover.", nameof(input.CoverId));
            var ids = new[] { input.OwnerId, input.CoverId ?? input.OwnerId };
            var people = await db.Users.Where(u => ids.Contains(u.Id) && !u.IsDisabled).ToListAsync(cancellationToken);
            if (people.Any(p => (p.StaffRoles & Roles.HireStaff) == 0) || ids.Any(id => people.All(p => p.Id != id)))
                return ActResult.No("Role", "Choose somebody who works on hire cases.", nameof(input.OwnerId));
            file.Case.Assign(input.OwnerId, input.CoverId, time.NowUtc);
            return ActResult.Done(new { input.OwnerId, input.CoverId, input.Reason });
        }, cancellationToken);

    /// <summary>Leaves a note for colleagues.</summary>
    public Task<Outcome> NoteAsync(string reference, string? text, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Case.Note", null, file =>
        {
            var note = text?.Trim() ?? "";
            if (!actor.HasAny(Roles.HireStaff))
                return Task.FromResult(ActResult.No("Role", "Only officers who work on cases leave notes."));
            if (note.Length is 0 or > 2000)
                return Task.FromResult(ActResult.No("Length", "Write a note of 1 to 2,000 characters.", "Note"));
            if (Markings.Forbidden(note) is { } marking)
                return Task.FromResult(ActResult.No("Marking", marking, "Note"));
            db.CaseNotes.Add(new CaseNote(Guid.CreateVersion7(), file.Case.Id, note, actor.Id, time.NowUtc));
            return Task.FromResult(ActResult.Done());
        }, cancellationToken);
}
