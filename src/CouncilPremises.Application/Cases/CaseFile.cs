using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Cases;

/// <summary>A case with everything that hangs on it, as one act sees it, and what the rules derive from that. Bounded: one case's records,
/// and of its organisation only the records that can still count.</summary>
public abstract partial class CaseFile
{
    private readonly List<ConflictStatement> conflictStatements;
    private readonly List<CheckRecord> checkRecords;
    private readonly List<Waiver> waivers;
    private readonly List<Hit> hits;
    private readonly List<Consultation> consultations;
    private readonly List<Condition> conditions;
    private readonly List<Decision> decisions;
    private readonly List<InformationRequest> informationRequests;
    private readonly List<DbsConfirmation> dbsConfirmations;
    private readonly List<CaseHelp> helps;
    private readonly IReadOnlyList<DateTime> resumedUtc;
    private readonly Deadlines clocks;
    private readonly DeclarationText declarationText;
    private DeclarationFacts declaration;

    private protected CaseFile(CaseFileParts parts)
    {
        (Case, Organisation, Policy, PolicyOfClocks) = (parts.Case, parts.Organisation, parts.Policy, parts.PolicyOfClocks);
        (WorkingDays, Today, NowUtc) = (parts.WorkingDays, parts.Today, parts.NowUtc);
        (conflictStatements, checkRecords, waivers, hits) = (parts.ConflictStatements, parts.CheckRecords, parts.Waivers, parts.Hits);
        (consultations, conditions, decisions, informationRequests) = (parts.Consultations, parts.Conditions, parts.Decisions, parts.InformationRequests);
        (helps, After) = (parts.Helps, parts.After);
        (dbsConfirmations, resumedUtc, clocks) = (parts.DbsConfirmations, parts.ResumedUtc, new Deadlines(parts.PolicyOfClocks, parts.WorkingDays));
        (declaration, declarationText) = (parts.Declaration, parts.DeclarationText);
    }

    /// <summary>The case.</summary>
    public Case Case { get; }

    /// <summary>The group, or whoever hires.</summary>
    public Organisation Organisation { get; }

    /// <summary>The settings in force now.</summary>
    public Policy Policy { get; }

    /// <summary>The settings in force when it was sent, which rule triggers, tier and clocks; for a draft those in force now.</summary>
    public Policy PolicyOfClocks { get; }

    /// <summary>Working days.</summary>
    public WorkingDays WorkingDays { get; }

    /// <summary>The clocks, by the policy at submission.</summary>
    public Deadlines Clocks => clocks;

    /// <summary>Why the hirer may not be told on a day that the council may refuse; null when they may. RULEBOOK 6.</summary>
    /// <param name="firstDay">The first date still asked for.</param>
    /// <param name="factsFirstKnownNow">The reason rests on facts first known now.</param>
    public Refusal? MayTell(DateOnly firstDay, bool factsFirstKnownNow) => clocks.MayTell(Today, firstDay, factsFirstKnownNow);

    /// <summary>Today in London.</summary>
    public DateOnly Today { get; }

    /// <summary>Now.</summary>
    public DateTime NowUtc { get; }

    /// <summary>Conflict statements.</summary>
    public IReadOnlyList<ConflictStatement> ConflictStatements => conflictStatements;

    /// <summary>Records of this case, and of its organisation where they can still count.</summary>
    public IReadOnlyList<CheckRecord> CheckRecords => checkRecords;

    /// <summary>Waivers.</summary>
    public IReadOnlyList<Waiver> Waivers => waivers;

    /// <summary>Hits.</summary>
    public IReadOnlyList<Hit> Hits => hits;

    /// <summary>Consultations.</summary>
    public IReadOnlyList<Consultation> Consultations => consultations;

    /// <summary>Conditions.</summary>
    public IReadOnlyList<Condition> Conditions => conditions;

    /// <summary>Recommendations and decisions, oldest first.</summary>
    public IReadOnlyList<Decision> Decisions => decisions;

    /// <summary>Requests for information, oldest first.</summary>
    public IReadOnlyList<InformationRequest> InformationRequests => informationRequests;

    /// <summary>Holds, cancellations, reviews and breaches.</summary>
    public CaseAftermath After { get; }

    /// <summary>The newest recommendation since the last decision about what was sent last; null when none stands.</summary>
    public Decision? Recommendation => Standing().LastOrDefault() is { Kind: DecisionKind.RecommendApproval or DecisionKind.RecommendRefusal } last
        ? last.SubmissionNumber == SubmissionNumber ? last : null
        : MindedToRefuse is { } minded ? decisions.LastOrDefault(d => d.Id == minded.RecommendationId) : null;

    /// <summary>The newest letter that the council may refuse; null before one.</summary>
    public Decision? MindedToRefuse => Standing().LastOrDefault(d => d.Kind == DecisionKind.MindedToRefuse);

    /// <summary>The decisions that stand: what a review set aside no longer does.</summary>
    public IEnumerable<Decision> Standing() => decisions.Skip(decisions.FindLastIndex(d => d.Kind == DecisionKind.SetAside) + 1);

    /// <summary>Last day for the hirer's side.</summary>
    public DateOnly AnswerDueOn => clocks.MindedToRefuse(CouncilTime.DayOf(MindedToRefuse?.MadeUtc ?? NowUtc), FirstDay);

    /// <summary>True when D9 has both its consultations answered.</summary>
    public bool D9Consulted =>
        consultations.Any(c => c is { Kind: ConsultationKind.PreventLead, Answer: not null }) && consultations.Any(c => c is { Kind: ConsultationKind.Legal, Answer: not null });

    /// <summary>Adds what an act made, so that later questions in the same act see it.</summary>
    public void Add(ConflictStatement statement) => conflictStatements.Add(statement);

    /// <summary>True for a member of the hirer, for whoever wrote the application, and for whoever declared help with it. S4.</summary>
    public bool HelpedWrite(Guid personId) => Organisation.RolesOf(personId) != Roles.None || (Case.CreatedById == personId && !Case.IsTyped)
        || helps.Any(h => h.OfficerId == personId && h.Kind == HelpKind.HelpedWrite);

    /// <summary>True for whoever typed the applicant's own words. S4.</summary>
    public bool Typed(Guid personId) => helps.Any(h => h.OfficerId == personId && h.Kind == HelpKind.Typed);

    /// <summary>Who typed the application, or helped to write it. S4.</summary>
    public IReadOnlyList<CaseHelp> Helps => helps;

    /// <inheritdoc cref="Add(ConflictStatement)" />
    public void Add(CaseHelp help) => helps.Add(help);

    /// <inheritdoc cref="Add(ConflictStatement)" />
    public void Add(CheckRecord record) => checkRecords.Add(record);

    /// <inheritdoc cref="Add(ConflictStatement)" />
    public void Add(Waiver waiver) => waivers.Add(waiver);

    /// <inheritdoc cref="Add(ConflictStatement)" />
    public void Add(Hit hit) => hits.Add(hit);

    /// <inheritdoc cref="Add(ConflictStatement)" />
    public void Add(Consultation consultation) => consultations.Add(consultation);

    /// <inheritdoc cref="Add(ConflictStatement)" />
    public void Add(Condition condition) => conditions.Add(condition);

    /// <inheritdoc cref="Add(ConflictStatement)" />
    public void Add(Decision decision) => decisions.Add(decision);

    /// <inheritdoc cref="Add(ConflictStatement)" />
    public void Add(InformationRequest request) => informationRequests.Add(request);

    /// <inheritdoc cref="Add(ConflictStatement)" />
    public void Add(DbsConfirmation confirmation) => dbsConfirmations.Add(confirmation);

    /// <summary>Hits that still stand in the way: not resolved by two people, confirmed, or waiting for advice.</summary>
    public int OpenHits => hits.Count(h => HitRules.IsOpen(h, consultations));

    /// <summary>Checks whose latest word asks for a further look; XREF counts by its hits.</summary>
    public int OpenRefers => Standings().Count(s => s.IsReferOpen && s.Code != CheckCode.XREF);

    /// <summary>True once the first date has begun.</summary>
    public bool HasStarted(DateTime nowUtc) => Occurrences.Any(o => o.StartUtc <= nowUtc);

    /// <summary>The roles somebody holds for the hirer: a member's own, and an officer's who types what the hirer says.
    /// An act that asked for the latter is recorded as typing. S4.</summary>
    public Roles GroupRoles(Actor actor)
    {
        if (actor == Actor.System)
            return Roles.System;
        var own = Organisation.RolesOf(actor.Id);
        if (own != Roles.None || !Speaks(actor))
            return own;
        SpokeForHirer = true;
        return Roles.AnyGroupRole;
    }

    /// <summary>True once an officer has been taken for the hirer in the act under way.</summary>
    public bool SpokeForHirer { get; private set; }

    /// <summary>Why somebody may not fill in the application or act for the hirer; null when they may. S3, S4.</summary>
    public Refusal? CannotSpeakFor(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (GroupRoles(actor).HasFlag(Roles.LeadContact))
            return null;
        return Case.IsTyped && actor.HasAny(Case.Kind.Officers())
            ? new Refusal("S3", "Make your conflict-of-interest statement for this case before you type for the hirer. A declared interest means that a colleague must type.")
            : new Refusal("Role", "The lead contact of your group fills in applications.");
    }

    // Whoever typed the first words opened the way; whoever goes on typing states their interest first
    private bool Speaks(Actor actor) => Case.IsTyped && actor.HasAny(Case.Kind.Officers())
        && conflictStatements.Exists(s => s.OfficerId == actor.Id) && !conflictStatements.Exists(s => s.OfficerId == actor.Id && s.HasInterest);

    /// <summary>What the workflow's conditions ask about, for this actor.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="beforeConditions">Checks that the act under way makes conditions to be met before confirming.</param>
    public CaseFacts FactsFor(Actor actor, IReadOnlySet<CheckCode>? beforeConditions = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var standings = Standings();
        var own = conflictStatements.Where(s => s.OfficerId == actor.Id).ToList();
        // Once declared an interest stays: a later statement does not unlock the officer.
        var hasInterest = own.Exists(s => s.HasInterest);
        return Complete(After.AddTo(new CaseFacts
        {
            Tier = Tier,
            ActorStatedNoInterest = own.Count > 0 && !hasInterest,
            ActorHasInterest = hasInterest,
            ActorHelpedWrite = HelpedWrite(actor.Id),
            ActorTyped = Typed(actor.Id),
            RecommendedByAnother = Recommendation is { } recommendation && recommendation.ById != actor.Id,
            ChecksSettled = standings.All(s => s.IsSettled || (beforeConditions?.Contains(s.Code) ?? false)),
            ChecksAllClear = standings.All(s => s.Kind == StandingKind.Clear),
            OpenHits = OpenHits,
            OpenRefers = OpenRefers,
            OpenConsultations = consultations.Count(c => c.IsOpen),
            ChildAtRisk = consultations.Any(c => c is { Kind: ConsultationKind.ChildrensServices, IsOpen: true }),
            OpenConditions = conditions.Count(c => !c.LetsConfirm),
            HirerHeard = MindedToRefuse is { } told && Deadlines.IsHeard(
                informationRequests.Any(r => r.ReturnsTo == CaseState.MindedToRefuse && r.AnsweredUtc >= told.MadeUtc), AnswerDueOn, Today),
            D9Satisfied = true,
            // Their newest answer counts: a bar may be lifted
            PoliceBarNotice = consultations.LastOrDefault(c => c is { Kind: ConsultationKind.Police, Answer: not null })?.BarsNotice ?? false,
        }, this, actor), actor);
    }

    /// <summary>Why somebody may not decide on the case; null when they may. Whoever typed it may check and not decide. S3, S4.</summary>
    public Refusal? CannotDecide(Actor actor) => CannotAct(actor)
        ?? (FactsFor(actor).ActorTyped ? new Refusal("S4", "You typed this application, so a colleague must decide. You may make the checks.") : null);

    /// <summary>Why a colleague cannot be given a part in the case; null when they can. S3, S4.</summary>
    public Refusal? CannotTake(Guid personId) => conflictStatements.Exists(s => s.OfficerId == personId && s.HasInterest)
        ? new Refusal("S3", "They declared an interest in this case.")
        : HelpedWrite(personId) || Typed(personId) ? new Refusal("S4", "They typed or helped write this application.") : null;

    /// <summary>Why somebody may not record anything on the case; null when they may. S3, S4.</summary>
    public Refusal? CannotAct(Actor actor)
    {
        var facts = FactsFor(actor);
        if (facts.ActorHasInterest)
            return new Refusal("S3", "You declared an interest in this case, so a colleague must take it.");
        if (!facts.ActorStatedNoInterest)
            return new Refusal("S3", "Make your conflict-of-interest statement for this case first.");
        return facts.ActorHelpedWrite ? new Refusal("S4", "You helped write this application, so a colleague must handle it.") : null;
    }

    /// <summary>The council roles of somebody that count for cases of this kind.</summary>
    public Roles RolesOf(Actor actor) => actor == Actor.System ? Roles.System : actor.StaffRoles & Case.Kind.Readers();

    /// <summary>Why somebody may not work on the case as an officer; null when they may.</summary>
    public Refusal? CannotWork(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.HasAny(Case.Kind.Officers()))
            return new Refusal("Role", $"A {Case.Kind.OfficerWords()} or approver does this.");
        if (Case.State is CaseState.Draft or CaseState.Submitted || (Case.State.IsClosed() && Case.State != CaseState.Completed))
            return new Refusal("State", $"Nothing can be recorded now: this case is {Case.State}.");
        return CannotAct(actor);
    }

    /// <summary>What a decision made now is based on.</summary>
    public DecisionBasis Basis(Decision? recommendation) =>
        new(SubmissionNumber, Policy.Number, recommendation?.Id, [.. Standings().SelectMany(s => s.RecordId is { } id ? [id] : s.ConfirmationIds)]);

    /// <summary>Last day of a hold laid or lengthened on a day.</summary>
    public DateOnly HoldUntil(DateOnly from) => clocks.Hold(from);

    /// <summary>Last day to decide a review asked for today.</summary>
    /// <param name="nextDay">The next date it is about; the far future when there is none.</param>
    public DateOnly ReviewDueOn(DateOnly nextDay) => clocks.DecideReview(Today, nextDay);

    /// <summary>Why a ground cannot be used on what is recorded; null when it can. Only upheld breaches feed D6; a candidate's meeting is refused on D8 only. RULEBOOK 3, 6.</summary>
    public Refusal? CannotUse(Ground? ground) =>
        ground is not null and not Ground.D8 && IsElectionMeeting
        ? new Refusal("ELE", "A candidate's meeting may be refused only on D8: let already, unsuitable, or outside the statutory dates or area.", "Ground")
        : ground == Ground.D6 && !After.LiveBreaches(Today).Any()
        ? new Refusal("D6", "No breach of this hirer has been upheld within 24 months. Raise it, hear the hirer, and have it upheld before you use D6.", "Ground")
        : null;

    /// <summary>Last day to ask for a review of a decision made on a day.</summary>
    public DateOnly ReviewUntil(DateOnly decidedOn) => clocks.AskReview(decidedOn);

    /// <summary>The day somebody must act by, from the clock of the state it is in; null when none runs.</summary>
    public DateOnly? NextDueOn() => Case.State switch
    {
        CaseState.Submitted => clocks.Triage(SubmittedOn),
        CaseState.Checking or CaseState.Referred or CaseState.ReadyForDecision => DecideBy(),
        CaseState.InfoRequested => informationRequests.LastOrDefault(r => r.Answer is null)?.DueOn,
        CaseState.MindedToRefuse => AnswerDueOn,
        CaseState.Approved or CaseState.ApprovedWithConditions =>
            conditions.Where(c => !c.LetsConfirm).Select(c => (DateOnly?)c.DueOn).Append(ChangeOwed?.DueOn).Append(OwnDueOn()).Min(),
        CaseState.Confirmed or CaseState.OnHold or CaseState.UnderReview =>
            conditions.Where(c => Case.State == CaseState.Confirmed && !c.LetsConfirm).Select(c => (DateOnly?)c.DueOn).Append(After.DueOn(this)).Append(ChangeOwed?.DueOn).Min(),
        CaseState.Draft => null,
        CaseState.Refused or CaseState.Completed or CaseState.Withdrawn or CaseState.CancelledByHirer
            or CaseState.Lapsed or CaseState.NotDecided or CaseState.CancelledByCouncil => null,
    };

    /// <summary>A day that follows from what this kind of case has besides, once it is approved; null when there is none.</summary>
    protected virtual DateOnly? OwnDueOn() => null;

    /// <summary>The day it was first sent; today for a draft.</summary>
    public DateOnly SubmittedOn => CouncilTime.DayOf(Case.SubmittedUtc ?? NowUtc);

    // The clock stands still while the council waits for the group: from the question to its answer, and from the letter that the council
    // may refuse until it resumed. RULEBOOK 6.
    internal IEnumerable<Pause> Pauses()
    {
        foreach (var held in After.Pauses())
            yield return held;
        foreach (var asked in informationRequests.Where(r => r.ReturnsTo != CaseState.MindedToRefuse))
            yield return new Pause(CouncilTime.DayOf(asked.AskedUtc), asked.AnsweredUtc is { } answered ? CouncilTime.DayOf(answered) : null);
        foreach (var refused in decisions.Where(d => d.Kind == DecisionKind.Refuse))
            if (decisions.Find(d => d.Kind == DecisionKind.SetAside && d.MadeUtc >= refused.MadeUtc) is { } aside)
                yield return new Pause(CouncilTime.DayOf(refused.MadeUtc), CouncilTime.DayOf(aside.MadeUtc));
        foreach (var told in decisions.Where(d => d.Kind == DecisionKind.MindedToRefuse))
        {
            var resumed = resumedUtc.Concat(decisions.Where(d => d.Kind is DecisionKind.SetAside or DecisionKind.RefuseDates).Select(d => d.MadeUtc)).Where(at => at >= told.MadeUtc).Select(CouncilTime.DayOf).DefaultIfEmpty(Today).Min();
            yield return new Pause(CouncilTime.DayOf(told.MadeUtc), Case.State == CaseState.MindedToRefuse && told == MindedToRefuse ? null : resumed);
        }
    }
}

/// <summary>What a case file of any kind is made of.</summary>
internal sealed record CaseFileParts(
    Case Case, Organisation Organisation, Policy Policy, Policy PolicyOfClocks, WorkingDays WorkingDays, DateOnly Today, DateTime NowUtc,
    List<ConflictStatement> ConflictStatements, List<CheckRecord> CheckRecords, List<Waiver> Waivers, List<Hit> Hits,
    List<Consultation> Consultations, List<Condition> Conditions, List<Decision> Decisions, List<InformationRequest> InformationRequests,
    List<DbsConfirmation> DbsConfirmations, IReadOnlyList<DateTime> ResumedUtc, List<CaseHelp> Helps,
    DeclarationFacts Declaration, DeclarationText DeclarationText, CaseAftermath After);
