using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Timers;
using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Application.Cases;

/// <summary>A case about hiring a room: the application with its dates, and a change of it.</summary>
public sealed partial class HireFile : CaseFile
{
    private readonly Dictionary<CheckCode, DateTime> reopenedUtc;
    private readonly HireFacts? changeFacts;

    internal HireFile(CaseFileParts parts, HireFileParts own)
        : base(parts)
    {
        (Hire, rooms, Space, Venue, Derived) = (own.Hire, own.Rooms, own.Space, own.Venue, own.Derived);
        (Change, changeFacts, reopenedUtc) = (own.Change, own.ChangeFacts, own.ReopenedUtc);
    }

    /// <summary>The application.</summary>
    public HireApplication Hire { get; }

    /// <summary>What the rules make of the answers.</summary>
    public HireDerivation Derived { get; private set; }

    /// <summary>The change that is being written or waits for a decision; null when there is none. One at a time.</summary>
    public Change? Change { get; private set; }

    /// <summary>The change that waits for a decision, beside the application; null when none does.</summary>
    public ProposedChange? Proposed => Change is { State: ChangeState.Proposed } && changeFacts is not null ? new ProposedChange(this, Change, changeFacts, PolicyOfClocks) : null;

    /// <summary>The answers with the change that waits for a decision, or as they stand.</summary>
    public HireAnswers Wanted => Change is { State: ChangeState.Proposed } proposed ? proposed.Answers : Hire.Answers;

    /// <summary>What the group may write now; null when nothing.</summary>
    public OpenAnswers? Open => OpenAnswers.Of(this);

    /// <inheritdoc />
    public override WorkflowTable<CaseState, CaseAction, CaseFacts> Workflow => HireWorkflow.Table;

    /// <inheritdoc />
    public override string Title => Hire.Answers.Event.Title ?? "";

    /// <inheritdoc />
    public override HirerKind HirerKind => Hire.HirerKind;

    /// <inheritdoc />
    public override int SubmissionNumber => Hire.SubmissionNumber;

    /// <inheritdoc />
    public override IReadOnlyList<RequiredCheck> RequiredChecks => Derived.RequiredChecks;

    /// <summary>The tier now: what the answers ask for, and Enhanced while a hit or a Refer is open; when the last one closes the earlier tier
    /// returns. RULEBOOK 3.</summary>
    public override Tier Tier => TierRules.Of(Hire.Answers, Derived.Facts with { OpenRefer = OpenHits > 0 || OpenRefers > 0 }).Tier;

    /// <inheritdoc />
    public override IReadOnlyList<NameToTry> NamesToTry => Lists.NamesToTry.Of(this);

    /// <inheritdoc />
    public override IReadOnlyList<CarerAnswer> Carers => Hire.Answers.PeopleAtRisk.Roles;

    /// <inheritdoc />
    public override IReadOnlyList<DbsNeed> DbsNeeds => DbsStanding.Needs(Hire.Answers.PeopleAtRisk, Today);

    /// <inheritdoc />
    public override IReadOnlyList<Occurrence> Occurrences => Hire.Occurrences;

    /// <inheritdoc />
    public override DateOnly FirstDay => Hire.Occurrences.Where(o => o.State == OccurrenceState.Held).Select(o => (DateOnly?)o.Day).Min()
        ?? (Hire.Occurrences.Count > 0 ? Hire.Occurrences.Min(o => o.Day) : Hire.Answers.When.FirstDay ?? DateOnly.MaxValue);

    /// <inheritdoc />
    public override bool IsElectionMeeting => Hire.Answers.IsElectionMeeting();

    /// <summary>Legal name of whoever really organises, or would with the change that waits; null when the hirer does. T9.</summary>
    public override string? OrganiserName => Wanted.OrganiserName();

    /// <inheritdoc />
    public override bool OrganiserIsPerson => Wanted.OnBehalf.IsPerson == true;

    /// <inheritdoc />
    public override Owed? ChangeOwed => Proposed is { } proposed ? new Owed(TimerKind.DecisionLate, proposed.Change.Id, proposed.DueOn) : null;

    /// <inheritdoc />
    public override bool Needs(CheckCode code, CheckParty party = CheckParty.Hirer) => Derived.Needs(code, party) || Proposed?.Derived.Needs(code, party) == true;

    /// <inheritdoc cref="CaseFile.Add(ConflictStatement)" />
    public void Add(Change change) => Change = change;

    /// <summary>Makes a change part of the application: answers, what the rules make of them, and the checks it opens again.</summary>
    public Submission TakeOver(Change change, Guid submissionId, Guid byId)
    {
        ArgumentNullException.ThrowIfNull(change);
        var facts = changeFacts ?? throw new InvalidOperationException("The change was not open when the case was read.");
        var next = Hire.Revise(submissionId, change, byId, PolicyOfClocks.Number, NowUtc);
        foreach (var code in next.Reopens)
            reopenedUtc[code] = next.ReopenedUtc!.Value;
        Derived = HireDerivation.Of(Hire.Answers, facts, PolicyOfClocks);
        var first = Hire.Occurrences.Where(date => DatePlan.MayMove(date, NowUtc)).Select(date => (DateTime?)date.StartUtc).Min();
        Case.Derive(Tier, Case.PolicyVersion, first ?? Case.FirstEventUtc);
        return next;
    }

    /// <inheritdoc />
    protected override DateOnly? DecideBy() => Clocks.Decide(SubmittedOn, Case.Tier, IsElectionMeeting, [.. Pauses()]);

    /// <inheritdoc />
    protected override CheckStanding StandingOf(RequiredCheck check, DateOnly on) => StandingOf(check, Hire.Answers, null, on);

    /// <summary>Where a check stands for these answers. Records from before a change opened it again do not count. RULEBOOK 6.</summary>
    internal CheckStanding StandingOf(RequiredCheck check, HireAnswers answers, DateTime? sinceUtc, DateOnly? day = null)
    {
        var (code, on) = (check.Code, day ?? Today);
        // Another organiser is looked up anew; the hirer stays who it is, and only signs again
        var since = check is { Code: CheckCode.REG, Party: CheckParty.Hirer } ? null
            : sinceUtc ?? (reopenedUtc.TryGetValue(code, out var reopened) ? reopened : null);
        var records = RecordsOf(check.Party, answers).Where(record => since is null || record.RecordedUtc >= since);
        if (check.Party == CheckParty.Hirer)
            return OwnStanding(code, records, DbsStanding.Needs(answers.PeopleAtRisk, on), on);
        var theirs = CheckStanding.Of(code, records, [], on);
        return theirs with { Party = check.Party, Sentence = $"Of the real organiser: {theirs.Sentence}" };
    }

    private protected override IEnumerable<CheckRecord> RecordsOf(CheckParty party) => RecordsOf(party, Wanted);

    // What was recorded of an organiser counts only while the application names the same one
    private IEnumerable<CheckRecord> RecordsOf(CheckParty party, HireAnswers answers) =>
        base.RecordsOf(party).Where(r => party == CheckParty.Hirer || (r.CaseId == Case.Id && r.Person == answers.OrganiserName()));
}

/// <summary>What the rules make of an application's answers.</summary>
/// <param name="Facts">What the rules had to know besides the answers.</param>
/// <param name="Triggers">T1–T12 that apply, with their causes.</param>
/// <param name="Tier">Standard or Enhanced by the answers alone, and why.</param>
/// <param name="RequiredChecks">The checks needed, each with its reason.</param>
public sealed record HireDerivation(HireFacts Facts, IReadOnlyList<Trigger> Triggers, TierFinding Tier, IReadOnlyList<RequiredCheck> RequiredChecks)
{
    /// <summary>True when the application needs this check of a party.</summary>
    public bool Needs(CheckCode code, CheckParty party = CheckParty.Hirer) => RequiredChecks.Any(check => check.Code == code && check.Party == party);

    /// <summary>What the rules make of these answers.</summary>
    public static HireDerivation Of(HireAnswers answers, HireFacts facts, Policy policy)
    {
        var triggers = Domain.Hire.Triggers.Of(answers, facts, policy);
        return new HireDerivation(facts, triggers, TierRules.OfAnswers(answers), Domain.Hire.RequiredChecks.Of(answers, facts, triggers));
    }
}

/// <summary>What a hire case has besides.</summary>
internal sealed record HireFileParts(
    HireApplication Hire, Dictionary<Guid, Space> Rooms, Space? Space, Venue? Venue, HireDerivation Derived,
    Change? Change, HireFacts? ChangeFacts, Dictionary<CheckCode, DateTime> ReopenedUtc);
