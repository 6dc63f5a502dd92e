using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>One line of a case's timeline.</summary>
public sealed record TimelineRow(DateTime AtUtc, string Who, string Action, string? From, string? To, bool WasRefused);

/// <summary>A letter of a case.</summary>
public sealed record LetterRow(NoticeCode Notice, string Subject, DateTime CreatedUtc, DateTime? SentUtc, string? LastError);

/// <summary>A colleague's note.</summary>
public sealed record NoteRow(string Text, string By, DateTime MadeUtc);

/// <summary>Something that blocks a decision, and the page that moves it.</summary>
/// <param name="Sentence">What is missing.</param>
/// <param name="Act">The button's text; null when only somebody else can move it.</param>
/// <param name="Path">Below the case's address.</param>
public sealed record Blocker(string Sentence, string? Act, string? Path);

/// <summary>A case as an officer's page shows it: the first screen answers "can I decide this, and if not, why not?".</summary>
/// <param name="File">Everything that hangs on the case.</param>
/// <param name="Blockers">What blocks a decision; none when the actor can decide.</param>
/// <param name="Acts">What the actor's roles allow in this state: the buttons.</param>
/// <param name="Names">Names of everybody who acted.</param>
/// <param name="Timeline">The newest acts first.</param>
/// <param name="Letters">Letters, newest first.</param>
/// <param name="Notes">Notes, newest first.</param>
/// <param name="Dbs">DBS confirmations of the organisation, numbers masked.</param>
public sealed record CaseView(
    CaseFile File,
    IReadOnlyList<Blocker> Blockers,
    IReadOnlyList<CaseAction> Acts,
    IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyList<TimelineRow> Timeline,
    IReadOnlyList<LetterRow> Letters,
    IReadOnlyList<NoteRow> Notes,
    IReadOnlyList<DbsConfirmation> Dbs)
{
    /// <summary>The name of somebody who acted; the system has one too.</summary>
    public string Name(Guid? id) => id is not { } given || given == Guid.Empty ? "The system" : Names.GetValueOrDefault(given, "Somebody who has left");
}

/// <summary>Reads a case for an officer's page.</summary>
public sealed class CaseViews(AppDbContext db, CaseFiles files)
{
    private const int TimelineLength = 100;

    /// <summary>The case; null when there is none or the actor may not see it.</summary>
    public async Task<CaseView?> ReadAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var file = await files.LoadAsync(reference, actor, cancellationToken);
        if (file is null)
            return null;
        var id = file.Case.Id;
        var timeline = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == id).OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Take(TimelineLength)
            .Select(e => new { e.AtUtc, e.ActorId, e.Action, e.From, e.To, e.WasRefused }).ToListAsync(cancellationToken);
        var letters = await db.OutboxMessages.AsNoTracking().Where(m => m.CaseId == id).OrderByDescending(m => m.CreatedUtc).Take(TimelineLength)
            .Select(m => new LetterRow(m.Notice, m.Subject, m.CreatedUtc, m.SentUtc, m.LastError)).ToListAsync(cancellationToken);
        var notes = await db.CaseNotes.AsNoTracking().Where(n => n.CaseId == id).OrderByDescending(n => n.MadeUtc).ToListAsync(cancellationToken);
        var dbs = await db.DbsConfirmations.AsNoTracking().Where(c => c.OrganisationId == file.Organisation.Id && c.RoleEndedOn == null)
            .OrderBy(c => c.PersonName).ToListAsync(cancellationToken);
        var people = timeline.Select(e => e.ActorId).Concat(notes.Select(n => n.ById)).Concat(Actors(file)).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
        return new CaseView(
            file,
            BlockersOf(file, actor),
            HireWorkflow.Table.ActsOf(file.Case.State, actor.StaffRoles),
            names,
            [.. timeline.Select(e => new TimelineRow(e.AtUtc, Name(names, e.ActorId), e.Action, e.From, e.To, e.WasRefused))],
            letters,
            [.. notes.Select(n => new NoteRow(n.Text, Name(names, n.ById), n.MadeUtc))],
            dbs);
    }

    /// <summary>What blocks an approval by this actor, each with the button that moves it.</summary>
    public static IReadOnlyList<Blocker> BlockersOf(CaseFile file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(actor);
        var facts = file.FactsFor(actor);
        var blockers = new List<Blocker>();
        if (facts.ActorHasInterest)
            blockers.Add(new Blocker("You declared an interest in this case, so a colleague must take it (S3).", null, null));
        else if (!facts.ActorStatedNoInterest)
            blockers.Add(new Blocker("You have not made your conflict-of-interest statement (S3).", "Make your statement", "interest"));
        if (facts.ActorHelpedWrite)
            blockers.Add(new Blocker("You helped write this application, so a colleague must handle it (S4).", null, null));
        blockers.AddRange(file.Standings().Where(s => !s.IsSettled && s.Code != CheckCode.XREF).Select(s => new Blocker(s.Sentence, CanRecord(file, s.Code, actor), $"checks/{s.Code}")));
        if (file.Derived.Needs(CheckCode.XREF) && file.OpenHits == 0 && file.Standings().FirstOrDefault(s => s.Code == CheckCode.XREF) is { IsSettled: false } xref)
            blockers.Add(new Blocker(file.Latest(CheckCode.XREF)?.Evidence.GetValueOrDefault(Lists.ScreeningRuns.TooOld) ?? xref.Sentence, "Look the names up again", "screen"));
        blockers.AddRange(file.Hits.Where(h => h.State != Domain.Lists.HitState.Resolved)
            .Select(h => new Blocker($"A possible match with {h.List} is open: {h.NameTried}.", "Look at the hit", $"hits/{h.Id}")));
        blockers.AddRange(file.Hits.Where(h => h is { State: Domain.Lists.HitState.Resolved, Resolution: Domain.Lists.HitResolution.Confirmed })
            .Select(h => new Blocker($"A match with {h.List} is confirmed: {h.NameTried}. It blocks approval.", null, null)));
        blockers.AddRange(file.Consultations.Where(c => c.Answer is null).Select(c => new Blocker($"Advice has been asked for and has not come: {c.Kind}.", "Record the answer", $"consultations/{c.Id}")));
        if (facts.Tier == Domain.Hire.Tier.Enhanced && !facts.RecommendedByAnother)
            blockers.Add(new Blocker("A colleague must recommend before you decide an Enhanced case (S1).", null, null));
        return blockers;
    }

    private static string? CanRecord(CaseFile file, CheckCode code, Actor actor) =>
        Checks.CheckRecording.CannotRecord(file, code, actor) is null ? $"Record {code}" : null;

    private static string Name(Dictionary<Guid, string> names, Guid id) => id == Guid.Empty ? "The system" : names.GetValueOrDefault(id, "Somebody who has left");

    private static IEnumerable<Guid> Actors(CaseFile file) =>
        new Guid?[] { file.Case.OwnerId, file.Case.CoverId }.OfType<Guid>()
            .Concat(file.Decisions.Select(d => d.ById))
            .Concat(file.CheckRecords.SelectMany(r => new[] { r.RecordedById, r.AgreedById ?? Guid.Empty }))
            .Concat(file.Hits.SelectMany(h => new[] { h.ProposedById ?? Guid.Empty, h.AgreedById ?? Guid.Empty }))
            .Concat(file.Consultations.SelectMany(c => new[] { c.AskedById, c.AnsweredById ?? Guid.Empty }))
            .Concat(file.Waivers.SelectMany(w => new[] { w.AskedById, w.AgreedById ?? Guid.Empty }))
            .Concat(file.ConflictStatements.Select(s => s.OfficerId))
            .Concat(file.InformationRequests.Select(r => r.AskedById));
}
