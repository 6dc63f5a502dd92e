using CouncilPremises.Domain;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Timers;

namespace CouncilPremises.Application.Cases;

// What hangs on the award: instalments, reports, bank details, recoveries
public sealed partial class GrantFile
{
    private readonly MoneyParts money;

    /// <summary>The schedule, in order; cancelled instalments among it.</summary>
    public IReadOnlyList<Instalment> Instalments => money.Instalments;

    /// <summary>The reports the group owes, in order.</summary>
    public IReadOnlyList<GrantReport> Reports => money.Reports;

    /// <summary>The group's bank details that stand; null before there are any.</summary>
    public BankDetails? Bank { get; private set; }

    /// <summary>What was asked back or written off, oldest first.</summary>
    public IReadOnlyList<Recovery> Recoveries => money.Recoveries;

    /// <summary>Changes of the award, oldest first.</summary>
    public IReadOnlyList<AwardVariation> Variations => money.Variations;

    /// <summary>Where the money stands.</summary>
    public AwardBalance Balance => AwardBalance.Of(Instalments, Reports, Recoveries);

    /// <inheritdoc cref="CaseFile.Add(Domain.Cases.ConflictStatement)" />
    public void Add(Instalment instalment) => money.Instalments.Add(instalment);

    /// <inheritdoc cref="CaseFile.Add(Domain.Cases.ConflictStatement)" />
    public void Add(GrantReport report) => money.Reports.Add(report);

    /// <inheritdoc cref="CaseFile.Add(Domain.Cases.ConflictStatement)" />
    public void Add(Recovery recovery) => money.Recoveries.Add(recovery);

    /// <inheritdoc cref="CaseFile.Add(Domain.Cases.ConflictStatement)" />
    public void Add(AwardVariation variation) => money.Variations.Add(variation);

    /// <summary>A report falls away because the project became shorter.</summary>
    public void Remove(GrantReport report) => money.Reports.Remove(report);

    /// <summary>Takes in bank details keyed just now.</summary>
    public void Bring(BankDetails bank) => Bank = bank;

    /// <summary>What the award's conditions ask about, for this actor. What an act enters besides, it adds itself.</summary>
    public AwardStanding StandingFor(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var facts = FactsFor(actor);
        var termination = Award?.Termination;
        return new AwardStanding
        {
            ActorHasNoInterest = facts.ActorStatedNoInterest,
            ActorWrote = facts.ActorHelpedWrite || facts.ActorTyped,
            Published = Award?.PublishedUtc is not null,
            AcceptTimeOver = Award?.AcceptBy < Today,
            UnderReview = After.OpenReview is not null,
            BankVerified = Bank is { IsVerified: true },
            OpenConditions = Conditions.Count(condition => !condition.LetsConfirm),
            OpenHits = OpenHits,
            TerminationProposed = termination is not null,
            TerminationProposedByAnother = termination is not null && termination.ProposedById != actor.Id,
            TerminationAnswered = termination?.Answer is not null,
            TerminationHeard = termination?.MayBeDecided(Today) ?? false,
            ReportsAccepted = Reports.All(report => report.State == ReportState.Accepted),
            NothingToPay = Instalments.All(one => one.State is PaymentState.Sent or PaymentState.Cancelled),
            Balanced = Balance.IsBalanced,
        };
    }

    /// <summary>What *Pay* asks about an instalment, for this actor, as the records stand in this act. RULEBOOK 6.</summary>
    /// <param name="instalment">The instalment.</param>
    /// <param name="actor">Who would release it.</param>
    /// <param name="lookUpsWorked">Lists and bank details could be read.</param>
    public PaymentFacts PayFacts(Instalment instalment, Actor actor, bool lookUpsWorked)
    {
        ArgumentNullException.ThrowIfNull(instalment);
        ArgumentNullException.ThrowIfNull(actor);
        var facts = FactsFor(actor);
        return new PaymentFacts
        {
            ActorHasNoInterest = facts.ActorStatedNoInterest,
            ActorWrote = facts.ActorHelpedWrite || facts.ActorTyped,
            ActorApproved = Decided(actor.Id),
            // Whoever renewed the check of this account handled it as well
            ActorHandledBank = Bank is { } bank && (bank.KeyedById == actor.Id || bank.VerifiedById == actor.Id
                || CheckRecords.Any(record => record.Code == CheckCode.BNK && record.RecordedById == actor.Id && record.RecordedUtc >= bank.KeyedUtc)),
            AwardActive = Award is { State: AwardState.Active },
            BankClear = IsClear(CheckCode.BNK),
            BankVerified = Bank is { IsVerified: true },
            ReportsAccepted = ReportRules.LetPay(Reports, instalment, Today),
            SafeguardingCurrent = IsCurrent(CheckCode.SAF),
            DbsCurrent = IsCurrent(CheckCode.DBS),
            InsuranceCurrent = IsCurrent(CheckCode.INS),
            XrefCurrent = IsClear(CheckCode.XREF),
            OpenHits = OpenHits,
            LookUpsWorked = lookUpsWorked,
            WithinAward = Award is { } award && PaymentPlan.Covers(award.Amount, Instalments, instalment),
            Exported = instalment.FileReference is not null,
            PlanStillAddsUp = Award is { IsEnded: true } || Planned().Where(one => one.Id != instalment.Id).Aggregate(Money.Zero, (sum, one) => sum + one.Amount) == Award?.Amount,
        };
    }

    /// <summary>Instalments that are not cancelled.</summary>
    public IEnumerable<Instalment> Planned() => Instalments.Where(one => one.State != PaymentState.Cancelled);

    /// <summary>True for whoever approved the award, first or second, or varied it. S2.</summary>
    public bool Decided(Guid personId) => Award?.ApprovedById == personId
        || Decisions.Any(one => one.ById == personId && one.Kind is Domain.Decisions.DecisionKind.ApproveFirst or Domain.Decisions.DecisionKind.Approve or Domain.Decisions.DecisionKind.ApproveWithConditions)
        || Variations.Any(one => one.ById == personId);

    /// <summary>What the council owes on the award, each with its day: alerts, never acts. RULEBOOK 6.</summary>
    internal IEnumerable<Owed> OwedOnAward()
    {
        // Money asked back is owed until it has come, whatever became of the award
        foreach (var recovery in Recoveries.Where(one => one.IsAwaited))
            yield return new Owed(TimerKind.RecoveryLate, recovery.Id, recovery.DueOn!.Value);
        if (Award is not { IsEnded: false } award)
            yield break;
        foreach (var report in Reports.Where(report => report.IsWritable))
            yield return new Owed(TimerKind.ReportLate, report.Id, report.DueOn);
        foreach (var report in Reports.Where(report => report.State == ReportState.Sent))
            yield return new Owed(TimerKind.ReportUnread, report.Id, ReportRules.ReadBy(Domain.Time.CouncilTime.DayOf(report.SentUtc!.Value), WorkingDays));
        if (award.SuspensionDueOn is { } suspendedUntil)
            yield return new Owed(TimerKind.SuspensionLate, award.CaseId, suspendedUntil);
        if (award.Termination is { } termination)
            yield return new Owed(TimerKind.TerminationDue, award.CaseId, termination.AnswerBy);
    }

    /// <summary>The offer that waits for the signatory; null when none does, or while a review is open.</summary>
    internal Awaited? OfferAwaited => Award is { State: AwardState.Offered, PublishedUtc: { } published, AcceptBy: { } last } award && After.OpenReview is null
        ? new Awaited(award.CaseId, Domain.Time.CouncilTime.DayOf(published), last)
        : null;

    /// <summary>Reports the group has not sent.</summary>
    internal IReadOnlyList<Awaited> ReportsAwaited => Award is { IsEnded: false }
        ? [.. Reports.Where(report => report.IsWritable).Select(report => new Awaited(report.Id, report.From, report.DueOn))]
        : [];

    // Not asked for by the project and by no condition: then it does not stand in the way
    private bool IsCurrent(CheckCode code) =>
        (RequiredChecks.All(check => check.Code != code) && Conditions.All(condition => condition.Check != code)) || StandingOn(code, Today).IsSettled;

    /// <inheritdoc />
    protected override DateOnly? OwnDueOn() => Award switch
    {
        { State: AwardState.Offered } => Award.AcceptBy,
        { IsEnded: false } => Reports.Where(report => report.State != ReportState.Accepted).Select(report => (DateOnly?)report.DueOn).Min(),
        _ => null,
    };
}

/// <summary>What hangs on an award; empty without one.</summary>
internal sealed record MoneyParts(List<Instalment> Instalments, List<GrantReport> Reports, BankDetails? Bank, List<Recovery> Recoveries, List<AwardVariation> Variations)
{
    public static MoneyParts None() => new([], [], null, [], []);
}
