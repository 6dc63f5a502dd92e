using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>One line of a case's timeline.</summary>
public sealed record TimelineRow(DateTime AtUtc, string Who, string Action, string? From, string? To, bool WasRefused, Guid ById = default);

/// <summary>A letter of a case.</summary>
public sealed record LetterRow(NoticeCode Notice, string Subject, DateTime CreatedUtc, DateTime? SentUtc, string? LastError)
{
    /// <summary>Set for a letter that has to be printed and posted.</summary>
    public Guid? PostId { get; init; }
}

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
    /// <summary>What the person may see of the OFFICIAL-SENSITIVE parts. Pages show these parts from here and never from the file. RULEBOOK 9.</summary>
    public SensitiveAccess Access { get; init; }

    /// <summary>True when the case holds OFFICIAL-SENSITIVE parts, whether or not the person sees them.</summary>
    public bool HasSensitiveParts { get; init; }

    /// <summary>Acts for which nobody is eligible, and what would unblock them.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];

    /// <summary>Where the person left off; null on their first look.</summary>
    public CaseMark? Mark { get; init; }

    /// <summary>The person, so that the page can tell their own acts from others'.</summary>
    public Guid ReaderId { get; init; }

    /// <summary>What a grant has in common with other live cases, open ones first; none of a hire.</summary>
    public IReadOnlyList<Grants.OverlapRow> Overlaps { get; init; } = [];

    /// <summary>What others did since the person looked, newest first; none on a first look.</summary>
    public IReadOnlyList<TimelineRow> ChangedSince => Mark is { } mark ? [.. Timeline.Where(row => row.AtUtc > mark.SeenUtc && row.ById != ReaderId && !row.WasRefused)] : [];

    /// <summary>Consultations the person may see.</summary>
    public IReadOnlyList<Consultation> Consultations => Access == SensitiveAccess.Open ? File.Consultations : [];

    /// <summary>Hits the person may see: all but Confirmed ones outside the team.</summary>
    public IReadOnlyList<Domain.Lists.Hit> Hits => [.. File.Hits.Where(hit => Access == SensitiveAccess.Open || !CaseTeam.IsSensitive(hit))];

    /// <summary>True when the person may read the text of this recommendation or decision.</summary>
    public bool MayRead(Domain.Decisions.Decision decision) => Access == SensitiveAccess.Open || !CaseTeam.IsSensitive(decision);

    /// <summary>The marking the page shows.</summary>
    public Marking Marking => HasSensitiveParts ? Marking.OfficialSensitive : File.Case.Marking;

    /// <summary>The name of somebody who acted; the system has one too.</summary>
    public string Name(Guid? id) => id is not { } given || given == Guid.Empty ? "The system" : Names.GetValueOrDefault(given, "Somebody who has left");
}

/// <summary>Reads a case for an officer's page.</summary>
public sealed class CaseViews(AppDbContext db, CaseFiles files, SensitiveReading sensitive, Eligible eligible, Premises.Claims claims, Grants.Overlaps overlaps)
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
            .Select(m => new LetterRow(m.Notice, m.Subject, m.CreatedUtc, m.SentUtc, m.LastError) { PostId = m.PostTo == null ? null : m.Id }).ToListAsync(cancellationToken);
        var notes = await db.CaseNotes.AsNoTracking().Where(n => n.CaseId == id).OrderByDescending(n => n.MadeUtc).ToListAsync(cancellationToken);
        var dbs = await db.DbsConfirmations.AsNoTracking().Where(c => c.OrganisationId == file.Organisation.Id && c.RoleEndedOn == null)
            .OrderBy(c => c.PersonName).ToListAsync(cancellationToken);
        var people = timeline.Select(e => e.ActorId).Concat(notes.Select(n => n.ById)).Concat(Actors(file)).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
        var access = await sensitive.AccessAsync(file, actor, cancellationToken);
        var gaps = await eligible.GapsAsync(file, cancellationToken);
        var shared = file is GrantFile grant ? await overlaps.OfAsync(grant, actor, cancellationToken) : [];
        return new CaseView(
            file,
            IsOpen(file.Case.State) ? [.. BlockersOf(file, actor), .. GrantBlockers.Of(file, shared, actor), .. await LostSlotsAsync(file, cancellationToken)] : file.Case.State == CaseState.OnHold ? [Paused] : [],
            file.Workflow.ActsOf(file.Case.State, actor.StaffRoles),
            names,
            [.. timeline.Select(e => new TimelineRow(e.AtUtc, Name(names, e.ActorId), e.Action, e.From, e.To, e.WasRefused, e.ActorId))],
            letters,
            [.. notes.Select(n => new NoteRow(n.Text, Name(names, n.ById), n.MadeUtc))],
            access == SensitiveAccess.Open ? dbs : [])
        {
            Access = access,
            HasSensitiveParts = CaseTeam.HasSensitiveParts(file, dbs.Count > 0),
            Gaps = gaps,
            Mark = await db.CaseMarks.AsNoTracking().FirstOrDefaultAsync(m => m.UserId == actor.Id && m.CaseId == id, cancellationToken),
            ReaderId = actor.Id,
            Overlaps = shared,
        };
    }

    private static readonly Blocker Paused = new("The case is on hold: nothing is decided until the hold ends or a colleague ends it.", null, null);

    /// <summary>True while something may still speak against approving it.</summary>
    public static bool IsOpen(CaseState state) => Hire.ChangeStates.IsUndecided(state) || state is CaseState.InfoRequested or CaseState.MindedToRefuse;

    // A date that gave way to an election meeting
    private async Task<IReadOnlyList<Blocker>> LostSlotsAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var held = file.Occurrences.Where(o => o.State == Domain.Hire.OccurrenceState.Held).ToList();
        if (held.Count == 0)
            return [];
        var kept = await claims.HeldAsync(held, cancellationToken);
        return [.. held.Where(o => !kept.Contains(o.Id))
            .Select(o => new Blocker($"{Domain.Premises.PremisesWords.Day(o.Day)} is no longer held for this application. Offer another room or time.", null, null))];
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
        else if (!facts.ActorStatedNoInterest && actor.HasAny(file.Case.Kind.Team()))
            blockers.Add(new Blocker("You have not made your conflict-of-interest statement (S3).", "Make your statement", "interest"));
        if (facts is { ActorTyped: true, ActorHelpedWrite: false })
            blockers.Add(new Blocker("You typed this application, so a colleague must decide it. You may make the checks (S4).", null, null));
        if (facts.ActorHelpedWrite)
            blockers.Add(new Blocker("You helped write this application, so a colleague must handle it (S4).", null, null));
        blockers.AddRange(file.Standings().Where(s => !s.IsSettled && s.Code != CheckCode.XREF).Select(s => new Blocker(s.Sentence, CanRecord(file, s, actor), s.Code == CheckCode.DEC ? $"paper-declaration?party={s.Party}" : $"checks/{s.Code}{(s.Party == CheckParty.Organiser ? "?party=Organiser" : "")}")));
        if (file.Needs(CheckCode.XREF) && file.OpenHits == 0 && file.Standings().FirstOrDefault(s => s.Code == CheckCode.XREF) is { IsSettled: false } xref)
            blockers.Add(new Blocker(file.Latest(CheckCode.XREF)?.Evidence.GetValueOrDefault(Lists.ScreeningRuns.TooOld) ?? xref.Sentence, "Look the names up again", "screen"));
        blockers.AddRange(file.Hits.Where(h => h.State != Domain.Lists.HitState.Resolved)
            .Select(h => new Blocker($"A possible match with {h.List} is open: {h.NameTried}.", "Look at the hit", $"hits/{h.Id}")));
        blockers.AddRange(file.Hits.Where(h => CaseTeam.IsSensitive(h))
            .Select(_ => new Blocker("A list match is confirmed. It blocks approval.", null, null)));
        blockers.AddRange(file.Consultations.Where(c => c.IsOpen).Select(c => Waiting(c, actor, file.Today)));
        if (facts.Tier == Domain.Hire.Tier.Enhanced && !facts.RecommendedByAnother)
            blockers.Add(new Blocker("A colleague must recommend before you decide an Enhanced case (S1).", null, null));
        if (file is GrantFile grant)
            blockers.AddRange(GrantBlockers.Of(grant, actor));
        return blockers;
    }

    private static Blocker Waiting(Consultation asked, Actor actor, DateOnly today)
    {
        var path = $"consultations/{asked.Id}";
        if (asked.Kind == ConsultationKind.ChildrensServices)
            return new Blocker("A child may be at risk. Nothing goes on before children's services have been told and their reference is recorded.", actor.HasAny(ConsultationRules.Recorders(asked.Kind)) ? "Record the reference" : null, path);
        var mayRecord = actor.HasAny(ConsultationRules.Recorders(asked.Kind));
        if (asked.DueOn >= today)
            return new Blocker("Advice has been asked for and has not come.", mayRecord ? "Record the answer" : null, path);
        return actor.StaffRoles.Has(Permission.WorkCases)
            ? new Blocker("Advice is overdue. Record it, give more time once, or go on without it: advice binds nobody.", "Choose", path)
            : new Blocker("Advice is overdue.", mayRecord ? "Record the answer" : null, path);
    }

    private static string? CanRecord(CaseFile file, CheckStanding standing, Actor actor)
    {
        if (standing.Code == CheckCode.DEC)
            return actor.HasAny(file.Case.Kind.Officers()) && file.CannotAct(actor) is null ? "Record a signature on paper" : null;
        return Checks.CheckRecording.CannotRecord(file, standing.Code, actor, standing.Party) is null ? $"Record {standing.Code}" : null;
    }

    private static string Name(Dictionary<Guid, string> names, Guid id) => id == Guid.Empty ? "The system" : names.GetValueOrDefault(id, "Somebody who has left");

    private static IEnumerable<Guid> Actors(CaseFile file) =>
        new Guid?[] { file.Case.OwnerId, file.Case.CoverId }.OfType<Guid>()
            .Concat(file.Decisions.Select(d => d.ById))
            .Concat(file.CheckRecords.SelectMany(r => new[] { r.RecordedById, r.AgreedById ?? Guid.Empty }))
            .Concat(file.Hits.SelectMany(h => new[] { h.ProposedById ?? Guid.Empty, h.AgreedById ?? Guid.Empty }))
            .Concat(file.Consultations.SelectMany(c => new[] { c.AskedById, c.AnsweredById ?? Guid.Empty }))
            .Concat(file.Waivers.SelectMany(w => new[] { w.AskedById, w.AgreedById ?? Guid.Empty }))
            .Concat(file.ConflictStatements.Select(s => s.OfficerId))
            .Concat(file.InformationRequests.Select(r => r.AskedById))
            .Concat(file.Helps.Select(h => h.OfficerId))
            .Concat(file is GrantFile grant ? grant.People : []);
}
