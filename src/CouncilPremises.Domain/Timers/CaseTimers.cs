using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using static CouncilPremises.Domain.Timers.TimerKind;

namespace CouncilPremises.Domain.Timers;

/// <summary>One thing a clock brings, once.</summary>
/// <param name="Kind">What.</param>
/// <param name="SubjectId">About what.</param>
/// <param name="Step">Which time.</param>
/// <param name="From">First day on which it is due.</param>
/// <param name="Reminder">For a lapse, the reminder that must have gone on an earlier day; null for everything else.</param>
public sealed record TimerThing(TimerKind Kind, Guid SubjectId, int Step, DateOnly From, TimerKind? Reminder = null);

/// <summary>Something with a last day, as the clocks see it: a question, a condition, a consultation.</summary>
/// <param name="Id">Which.</param>
/// <param name="SetOn">The day it began.</param>
/// <param name="DueOn">The last day in time.</param>
public sealed record Awaited(Guid Id, DateOnly SetOn, DateOnly DueOn);

/// <summary>Something the council itself owes by a day.</summary>
/// <param name="Kind">The alert it brings when late.</param>
/// <param name="Id">Which.</param>
/// <param name="DueOn">The last day in time.</param>
public sealed record Owed(TimerKind Kind, Guid Id, DateOnly DueOn);

/// <summary>What the clocks of one case have to know.</summary>
public sealed record TimerFacts
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseState State { get; init; }

    /// <summary>The state that a hold or a review interrupted.</summary>
    public CaseState? StateLeft { get; init; }

    /// <summary>Standard or Enhanced.</summary>
    public required Tier Tier { get; init; }

    /// <summary>The day anything on it last changed.</summary>
    public DateOnly ChangedOn { get; init; }

    /// <summary>The day somebody must act by, as the clock of its state says; null while none runs.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The question the group has not answered; null when there is none.</summary>
    public Awaited? Question { get; init; }

    /// <summary>The declaration nobody has signed, with the day it lapses after; null when it is signed, declined or not asked for.</summary>
    public Awaited? Declaration { get; init; }

    /// <summary>Conditions that are neither met nor accepted.</summary>
    public IReadOnlyList<Awaited> Conditions { get; init; } = [];

    /// <summary>Advice that has not come.</summary>
    public IReadOnlyList<Awaited> Consultations { get; init; } = [];

    /// <summary>What the council owes besides what the state asks for: held dates, second signatures, reviews, changes.</summary>
    public IReadOnlyList<Owed> Owed { get; init; } = [];

    /// <summary>An offer nobody has accepted; null when there is none, or while a review is open.</summary>
    public Awaited? Offer { get; init; }

    /// <summary>Reports on a grant that the group has not sent.</summary>
    public IReadOnlyList<Awaited> Reports { get; init; } = [];

    /// <summary>The first date still asked for; null when there is none.</summary>
    public DateOnly? FirstDay { get; init; }
}

/// <summary>What the clocks bring for a case, and when: reminders, lapses and alerts. Pure: the same facts give the same things. RULEBOOK 6.</summary>
public static class CaseTimers
{
    /// <summary>Working days before a condition's last day on which the group is reminded of it, if it was set before that.</summary>
    public const int ConditionReminderWorkingDays = 5;

    /// <summary>Working days before an unsigned declaration's last day on which the group is reminded to sign.</summary>
    public const int DeclarationReminderWorkingDays = 5;

    /// <summary>Working days before the last day to accept an offer on which the group is reminded.</summary>
    public const int OfferReminderWorkingDays = 5;

    /// <summary>Working days before a report is due on which the group first hears of it. RULEBOOK 10 N16.</summary>
    public const int ReportReminderWorkingDays = 20;

    /// <summary>Working days before a report is due on which the group hears of it again. RULEBOOK 10 N16.</summary>
    public const int ReportDueWorkingDays = 5;

    /// <summary>Everything the clocks bring, due or still to come, each once.</summary>
    public static IReadOnlyList<TimerThing> Of(TimerFacts facts, Deadlines clocks)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(clocks);
        return [.. Reminders(facts, clocks), .. Lapses(facts, clocks), .. Alerts(facts, clocks)];
    }

    /// <summary>True while the council has not decided and an event could be reached undecided.</summary>
    /// <param name="state">Where the case stands.</param>
    /// <param name="left">The state that a hold or a review interrupted.</param>
    public static bool IsUndecided(CaseState state, CaseState? left) => state switch
    {
        CaseState.Submitted or CaseState.Checking or CaseState.InfoRequested or CaseState.Referred
            or CaseState.ReadyForDecision or CaseState.MindedToRefuse => true,
        CaseState.OnHold => left is { } before && IsUndecided(before, null),
        CaseState.Draft or CaseState.Approved or CaseState.ApprovedWithConditions or CaseState.Confirmed or CaseState.UnderReview
            or CaseState.Refused or CaseState.Completed or CaseState.Withdrawn or CaseState.CancelledByHirer
            or CaseState.Lapsed or CaseState.NotDecided or CaseState.CancelledByCouncil => false,
    };

    /// <summary>True while the clock of an unsigned declaration runs: not while the council waits for the group.</summary>
    public static bool AwaitsSignature(CaseState state) =>
        state is CaseState.Submitted or CaseState.Checking or CaseState.Referred;

    /// <summary>True when a lapse may come: its day has come, and the group was reminded at least a working day before. After a time in which
    /// nothing ran, the reminder goes first and the group still has a day.</summary>
    public static bool MayLapse(TimerThing lapse, DateOnly? remindedOn, DateOnly today, Deadlines clocks)
    {
        ArgumentNullException.ThrowIfNull(lapse);
        ArgumentNullException.ThrowIfNull(clocks);
        return lapse.From <= today && remindedOn is { } told && clocks.After(told, 1) < today;
    }

    private static IEnumerable<TimerThing> Reminders(TimerFacts facts, Deadlines clocks)
    {
        // A draft that somebody went on with has a new month before it
        if (facts.State == CaseState.Draft)
            yield return new(DraftReminder, facts.CaseId, facts.ChangedOn.DayNumber, clocks.IdleDraftReminder(facts.ChangedOn));
        if (facts.Question is { } question)
            yield return new(InformationReminder, question.Id, 0, clocks.InformationReminder(question.SetOn));
        if (facts.Declaration is { } unsigned && AwaitsSignature(facts.State))
            yield return new(DeclarationReminder, unsigned.Id, unsigned.SetOn.DayNumber, clocks.Before(unsigned.DueOn, DeclarationReminderWorkingDays));
        if (facts.Offer is { } offer)
            yield return new(OfferReminder, offer.Id, offer.DueOn.DayNumber, clocks.Before(offer.DueOn, OfferReminderWorkingDays));
        foreach (var report in facts.Reports)
        {
            yield return new(ReportReminder, report.Id, report.DueOn.DayNumber, clocks.Before(report.DueOn, ReportReminderWorkingDays));
            yield return new(ReportDue, report.Id, report.DueOn.DayNumber, clocks.Before(report.DueOn, ReportDueWorkingDays));
        }
        foreach (var condition in facts.Conditions)
        {
            var early = clocks.Before(condition.DueOn, ConditionReminderWorkingDays);
            if (condition.SetOn < early)
                yield return new(ConditionReminder, condition.Id, 0, early);
            if (condition.SetOn < condition.DueOn)
                yield return new(ConditionDue, condition.Id, 0, condition.DueOn);
        }
    }

    // The last day still is the group's: a lapse comes the day after
    private static IEnumerable<TimerThing> Lapses(TimerFacts facts, Deadlines clocks)
    {
        if (facts.State == CaseState.Draft)
            yield return new(Lapse, facts.CaseId, facts.ChangedOn.DayNumber, clocks.IdleDraft(facts.ChangedOn).AddDays(1), DraftReminder);
        if (facts.Question is { } question)
            yield return new(Lapse, question.Id, 0, question.DueOn.AddDays(1), InformationReminder);
        if (facts.Offer is { } offer)
            yield return new(Lapse, offer.Id, offer.DueOn.DayNumber, offer.DueOn.AddDays(1), OfferReminder);
        if (facts.Declaration is { } unsigned && AwaitsSignature(facts.State))
            yield return new(Lapse, unsigned.Id, unsigned.SetOn.DayNumber, unsigned.DueOn.AddDays(1), DeclarationReminder);
    }

    private static IEnumerable<TimerThing> Alerts(TimerFacts facts, Deadlines clocks)
    {
        if (facts.DueOn is { } due && LateKind(facts.State) is { } kind)
            yield return new(kind, facts.CaseId, due.DayNumber, due.AddDays(1));
        if (facts.FirstDay is { } first && IsUndecided(facts.State, facts.StateLeft))
            yield return new(UndecidedNearEvent, facts.CaseId, first.DayNumber, clocks.UndecidedAlert(first, facts.Tier));
        foreach (var owed in facts.Owed)
            yield return new(owed.Kind, owed.Id, owed.DueOn.DayNumber, owed.DueOn.AddDays(1));
        foreach (var consultation in facts.Consultations)
            yield return new(ConsultationLate, consultation.Id, consultation.DueOn.DayNumber, consultation.DueOn.AddDays(1));
        foreach (var condition in facts.Conditions)
            yield return new(ConditionLate, condition.Id, 0, condition.DueOn.AddDays(1));
    }

    // States in which the council itself must act by the day due. Elsewhere the group must, and its own clock runs
    private static TimerKind? LateKind(CaseState state) => state switch
    {
        CaseState.Submitted => TriageLate,
        CaseState.Checking or CaseState.Referred or CaseState.ReadyForDecision => DecisionLate,
        CaseState.OnHold => HoldLate,
        CaseState.UnderReview => ReviewLate,
        CaseState.Draft or CaseState.InfoRequested or CaseState.MindedToRefuse or CaseState.Approved or CaseState.ApprovedWithConditions
            or CaseState.Confirmed or CaseState.Refused or CaseState.Completed or CaseState.Withdrawn or CaseState.CancelledByHirer
            or CaseState.Lapsed or CaseState.NotDecided or CaseState.CancelledByCouncil => null,
    };
}
