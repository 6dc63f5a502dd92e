using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Timers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CouncilPremises.Application.Cases;

/// <summary>The one way to act on a case: read it as the actor may see it, do the act, take the moves that follow from it, and save all
/// of it at once under the case's version. What a rule refuses is logged; what somebody else got to first is said.</summary>
public sealed class CaseDesk(AppDbContext db, CouncilTime time, AuditLog audit, CaseFiles files, SeriesConditions series, Transactions transactions, ChangeClosure closure, OverlapFactsReading overlapFacts)
{
    /// <summary>Does an act.</summary>
    /// <param name="reference">The case's reference.</param>
    /// <param name="actor">Who.</param>
    /// <param name="action">Its name in the audit: "Check.Record".</param>
    /// <param name="seenVersion">The version the page showed; null when the act does not depend on what was seen.</param>
    /// <param name="act">Changes the records and says what became of it; it never saves.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public Task<Outcome> ActAsync(
        string reference, Actor actor, string action, int? seenVersion, Func<CaseFile, Task<ActResult>> act, CancellationToken cancellationToken) =>
        ActAsync<CaseFile>(reference, actor, action, seenVersion, act, cancellationToken);

    /// <summary>Does an act that only cases of one kind know; there is no such case where it is of another kind.</summary>
    /// <inheritdoc cref="ActAsync(string, Actor, string, int?, Func{CaseFile, Task{ActResult}}, CancellationToken)" />
    public Task<Outcome> ActAsync<TFile>(
        string reference, Actor actor, string action, int? seenVersion, Func<TFile, Task<ActResult>> act, CancellationToken cancellationToken)
        where TFile : CaseFile => ActAsync(reference, actor, actor, action, seenVersion, act, cancellationToken);

    /// <summary>Does an act of somebody without an account, who holds the secret of a mailed link for this case: seen as the system sees it,
    /// logged as nobody's.</summary>
    public Task<Outcome> ActByLinkAsync(string reference, string action, Func<HireFile, Task<ActResult>> act, CancellationToken cancellationToken) =>
        ActAsync(reference, Actor.Nobody, Actor.System, action, null, act, cancellationToken);

    private async Task<Outcome> ActAsync<TFile>(
        string reference, Actor actor, Actor seenAs, string action, int? seenVersion, Func<TFile, Task<ActResult>> act, CancellationToken cancellationToken)
        where TFile : CaseFile
    {
        ArgumentNullException.ThrowIfNull(actor);
        AuditSubject? refusedOn = null;
        Outcome outcome;
        try
        {
            outcome = await transactions.RunAsync(async cancel =>
            {
                if (await files.LoadAsync(reference, seenAs, cancel) is not TFile file)
                    return Outcome.NotFound();
                refusedOn = Subject(file, file.Case.State);
                return seenVersion is { } seen && seen != file.Case.Version ? Outcome.Changed() : await ActAsync(file, actor, action, seenVersion, act, cancel);
            }, cancellationToken);
        }
        catch (DbUpdateException rival) when (db.Database.CurrentTransaction is null && Transactions.IsTaken(rival))
        {
            // What two add in the same moment has one key: the other got there first
            db.ChangeTracker.Clear();
            outcome = Outcome.Changed();
        }

        if (outcome.Succeeded || refusedOn is null)
            return outcome;
        if (outcome.IsConflict)
            outcome = await ChangedAsync(refusedOn.Id, outcome, cancellationToken);
        await audit.RefusedAsync(actor, action, refusedOn, outcome.Refusals, cancellationToken);
        return outcome;
    }

    private async Task<Outcome> ActAsync<TFile>(TFile file, Actor actor, string action, int? seenVersion, Func<TFile, Task<ActResult>> act, CancellationToken cancellationToken)
        where TFile : CaseFile
    {
        var (from, version) = (file.Case.State, file.Case.Version);
        // Somebody may have saved while the records were being read one after the other: then they got there first, and what the rules make of such a file is about their act
        Task<bool> IsAsReadAsync() => db.Cases.AsNoTracking().AnyAsync(c => c.Id == file.Case.Id && c.Version == version, cancellationToken);
        ActResult result;
        try
        {
            result = await act(file);
        }
        catch (InvalidOperationException)
        {
            if (await IsAsReadAsync())
                throw;
            return Outcome.Changed();
        }

        if (!result.Outcome.Succeeded)
            return seenVersion is null || await IsAsReadAsync() ? result.Outcome : Outcome.Changed();
        if (file.Case.State == from)
            file.Case.Touch(time.NowUtc);
        NoteTyping(file, actor);
        // The act stands in the record before what follows from it
        audit.Append(actor, action, Subject(file, from, file.Case.State), result.Detail);
        await FollowAsync(file, actor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok();
    }

    // What the case says may have changed
    private static bool IsNewVersion(EntityEntry entry) => entry is { State: EntityState.Added, Entity: Submission or GrantSubmission };

    /// <summary>Records that an officer typed for the hirer in the act under way: from then on they may check but not decide. S4.</summary>
    public void NoteTyping(CaseFile file, Actor actor, HeardBy? heardBy = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(actor);
        if ((!file.SpokeForHirer && heardBy is null) || file.Helps.Any(h => h.OfficerId == actor.Id))
            return;
        var help = new CaseHelp(Guid.CreateVersion7(), file.Case.Id, actor.Id, HelpKind.Typed, heardBy, time.NowUtc);
        db.CaseHelps.Add(help);
        file.Add(help);
    }

    /// <summary>What follows from a move, in the save under way: holds and changes end with what they were about, and the derived moves are taken.</summary>
    public async Task FollowAsync(CaseFile file, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(actor);
        EndHoldsLeftBehind(file, actor);
        Settle(file);
        if (file is HireFile hire)
            await closure.CloseWhenOverAsync(hire, cancellationToken);
        if (file.Case.SubmittedUtc is not null)
            await overlapFacts.KeepKeysAsync(file, cancellationToken);
    }

    /// <summary>Derived moves: a parent asks its children and never sets them. Taken by the system, each with its own audit entry.</summary>
    public void Settle(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        CaseAction[] derived = [CaseAction.CloseReferral, CaseAction.ReopenChecks, CaseAction.Refer, CaseAction.MakeReady];
        // Two moves at most: Referred → Checking → ReadyForDecision.
        for (var moves = 0; moves < 2; moves++)
        {
            var step = derived
                .Select(action => file.Workflow.Try(file.Case.State, action, Roles.System, file.FactsFor(Actor.System)))
                .FirstOrDefault(outcome => outcome.Succeeded)?.Value;
            if (step is null)
                break;
            file.Case.Take(step, time.NowUtc);
            audit.Append(Actor.System, $"Case.{step.Action}", Subject(file, step.From, step.To));
        }
        if (file is HireFile hire)
            series.Settle(hire);
        else if (file is GrantFile grant)
            AwardSettling.Settle(grant, audit, time.NowUtc);
        file.Case.Derive(file.Tier, file.Case.PolicyVersion, file.Case.FirstEventUtc);
        file.Case.Due(file.NextDueOn());
        CaseWatch.Set(file);
    }

    // Withdrawing, cancelling and closing end a hold with the case or the dates it held
    private void EndHoldsLeftBehind(CaseFile file, Actor actor)
    {
        foreach (var hold in file.After.Holds.Where(h => h.IsOpen))
            if (hold.OccurrenceIds.Count == 0 ? file.Case.State != CaseState.OnHold : !CaseAftermath.DatesOf(hold, file).Any())
                hold.End(actor.Id, null, time.NowUtc);
    }

    // Conflicts say who got there first, unless the act itself gave a better sentence.
    private async Task<Outcome> ChangedAsync(Guid caseId, Outcome conflict, CancellationToken cancellationToken)
    {
        if (conflict.Refusals.Any(refusal => refusal != Outcome.Changed().Refusals[0]))
            return conflict;
        var last = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.CaseId == caseId && !entry.WasRefused && entry.ActorId != Guid.Empty)
            .OrderByDescending(entry => entry.AtUtc).ThenByDescending(entry => entry.Id)
            .Select(entry => new { entry.AtUtc, Name = db.Users.Where(u => u.Id == entry.ActorId).Select(u => u.FullName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellationToken);
        if (last is null)
            return conflict;
        var at = CouncilTime.ToLondon(last.AtUtc);
        return Outcome.Refused(new Refusal(
            Refusal.ChangedCode,
            $"{last.Name ?? "Somebody"} changed this case at {at:HH:mm} while you were looking at it. Check what it says now, then try again."));
    }

    private static AuditSubject Subject(CaseFile file, CaseState from, CaseState? to = null) =>
        new("Case", file.Case.Id, file.Case.Id, from.ToString(), (to ?? from).ToString(), file.Policy.Number);
}

/// <summary>What an act on a case came to, with the reasons and values the audit keeps erasably.</summary>
public sealed record ActResult(Outcome Outcome, object? Detail = null)
{
    /// <summary>Done.</summary>
    public static ActResult Done(object? detail = null) => new(Outcome.Ok(), detail);

    /// <summary>Not done.</summary>
    public static ActResult No(params IReadOnlyList<Refusal> refusals) => new(Outcome.Refused(refusals));

    /// <summary>Not done, for one reason.</summary>
    public static ActResult No(string code, string sentence, string? field = null) => No([new Refusal(code, sentence, field)]);
}
