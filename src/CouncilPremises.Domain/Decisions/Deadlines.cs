using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Domain.Decisions;

/// <summary>A stretch of days on which a clock stood still: InfoRequested, MindedToRefuse or OnHold. The first day is the day it began;
/// the last is the day it ended, null while it lasts.</summary>
public sealed record Pause(DateOnly From, DateOnly? Until);

/// <summary>Days by which somebody must act. A day given here is the last day in time. Clocks only lapse, complete, remind or alert:
/// none refuses, cancels or suspends. RULEBOOK 6.</summary>
public sealed class Deadlines(Policy policy, WorkingDays workingDays)
{
    /// <summary>Working days the hirer has to answer a notice of a possible refusal. RULEBOOK 6.</summary>
    public const int MindedToRefuseWorkingDays = 5;

    /// <summary>Working days before the first date by which that notice goes. RULEBOOK 6 N9.</summary>
    public const int N9BeforeEventWorkingDays = 8;

    /// <summary>Working days before each date at which the list of speakers freezes. RULEBOOK 3 B8.</summary>
    public const int SpeakersFreezeWorkingDays = 5;

    /// <summary>Working days in which a statutory election meeting is decided. RULEBOOK 3.</summary>
    public const int ElectionMeetingWorkingDays = 2;

    /// <summary>First look by.</summary>
    public DateOnly Triage(DateOnly sentOn) => workingDays.Add(sentOn, policy.TriageWorkingDays);

    /// <summary>Decide by, with the days added on which the clock stood still; null while it stands still.</summary>
    public DateOnly? Decide(DateOnly sentOn, Tier tier, bool electionMeeting, IReadOnlyList<Pause> pauses)
    {
        ArgumentNullException.ThrowIfNull(pauses);
        if (pauses.Any(pause => pause.Until is null))
            return null;
        var limit = electionMeeting ? ElectionMeetingWorkingDays : tier switch
        {
            Tier.Standard => policy.DecideStandardWorkingDays,
            Tier.Enhanced => policy.DecideEnhancedWorkingDays,
        };
        return Add(sentOn, limit, pauses);
    }

    /// <summary>A grant is decided by, counted from the day its round closes, with the days added on which the clock stood still; null while it stands still.</summary>
    public DateOnly? DecideGrant(DateOnly closesOn, IReadOnlyList<Pause> pauses)
    {
        ArgumentNullException.ThrowIfNull(pauses);
        return pauses.Any(pause => pause.Until is null) ? null : Add(closesOn, policy.DecideGrantWorkingDays, pauses);
    }

    /// <summary>Working days after which an unsigned declaration lapses the application. RULEBOOK 5.</summary>
    public const int DeclarationWorkingDays = 10;

    /// <summary>A declaration is signed by, with the days added on which the clock stood still; null while it stands still.</summary>
    /// <param name="since">The day the application was sent, or the day after an earlier signature stopped counting.</param>
    /// <param name="pauses">When the clock stood still.</param>
    public DateOnly? Declaration(DateOnly since, IReadOnlyList<Pause> pauses)
    {
        ArgumentNullException.ThrowIfNull(pauses);
        return pauses.Any(pause => pause.Until is null) ? null : Add(since, DeclarationWorkingDays, pauses);
    }

    /// <summary>The working day so many working days before a day.</summary>
    public DateOnly Before(DateOnly day, int count) => workingDays.Add(day, -count);

    /// <summary>The working day so many working days after a day.</summary>
    public DateOnly After(DateOnly day, int count) => workingDays.Add(day, count);

    /// <summary>The group answers a question by.</summary>
    public DateOnly Information(DateOnly askedOn) => workingDays.Add(askedOn, policy.InformationWorkingDays);

    /// <summary>The group is reminded of it on.</summary>
    public DateOnly InformationReminder(DateOnly askedOn) => workingDays.Add(askedOn, policy.InformationReminderWorkingDays);

    /// <summary>Last day of an untouched draft, on the calendar.</summary>
    public DateOnly IdleDraft(DateOnly changedOn) => changedOn.AddDays(policy.IdleDraftDays);

    /// <summary>Its owner is reminded on.</summary>
    public DateOnly IdleDraftReminder(DateOnly changedOn) => changedOn.AddDays(policy.IdleDraftReminderDays);

    /// <summary>A consultation is answered by.</summary>
    public DateOnly Consultation(DateOnly askedOn) => workingDays.Add(askedOn, policy.ConsultationWorkingDays);

    /// <summary>A hold ends on.</summary>
    public DateOnly Hold(DateOnly heldOn) => workingDays.Add(heldOn, policy.HoldWorkingDays);

    /// <summary>The hirer answers a notice of a possible refusal by. When the event is nearer, facts first known then leave a shorter time:
    /// the working day before the event, but never less than one working day.</summary>
    public DateOnly MindedToRefuse(DateOnly toldOn, DateOnly firstDay)
    {
        var full = workingDays.Add(toldOn, MindedToRefuseWorkingDays);
        if (full < firstDay)
            return full;
        var least = workingDays.Add(toldOn, 1);
        var before = workingDays.Add(firstDay, -1);
        return before > least ? before : least;
    }

    /// <summary>Whether a notice of a possible refusal may go on a day. Later than <see cref="N9BeforeEventWorkingDays"/> working days before the first date
    /// it may only on facts first known after that, and with a working day left for the answer.</summary>
    public Refusal? MayTell(DateOnly on, DateOnly firstDay, bool factsFirstKnownNow)
    {
        var ahead = workingDays.Until(on, firstDay);
        if (ahead >= N9BeforeEventWorkingDays || (factsFirstKnownNow && ahead > 1))
            return null;
        return new Refusal("N9", ahead > 1
            ? $"The hirer is told at least {N9BeforeEventWorkingDays} working days before the first date. Later only on facts first known now: say which."
            : "There is no working day left for the hirer to answer before the event.");
    }

    /// <summary>The last day on which a notice of a possible refusal may go.</summary>
    public DateOnly TellBy(DateOnly firstDay) => workingDays.Add(firstDay, -N9BeforeEventWorkingDays);

    /// <summary>True once the hirer has answered, or the whole time to answer has passed. The last day still is the hirer's.</summary>
    public static bool IsHeard(bool answered, DateOnly replyBy, DateOnly today) => answered || today > replyBy;

    /// <summary>Conditions are due on.</summary>
    public DateOnly Conditions(DateOnly day) => workingDays.Add(day, -policy.ConditionsDueWorkingDays);

    /// <summary>The list of speakers of a date freezes at the end of.</summary>
    public DateOnly SpeakersFreeze(DateOnly day) => workingDays.Add(day, -SpeakersFreezeWorkingDays);

    /// <summary>An undecided case alerts from.</summary>
    public DateOnly UndecidedAlert(DateOnly firstDay, Tier tier) => workingDays.Add(firstDay, tier switch
    {
        Tier.Standard => -policy.UndecidedAlertWorkingDays,
        Tier.Enhanced => -policy.UndecidedAlertEnhancedWorkingDays,
    });

    /// <summary>A review is asked for by.</summary>
    public DateOnly AskReview(DateOnly decidedOn) => workingDays.Add(decidedOn, policy.AskReviewWorkingDays);

    /// <summary>A review is decided by: sooner when the event is near.</summary>
    public DateOnly DecideReview(DateOnly askedOn, DateOnly firstDay) => workingDays.Add(
        askedOn, workingDays.Until(askedOn, firstDay) <= policy.NearEventWorkingDays ? policy.DecideReviewNearEventWorkingDays : policy.DecideReviewWorkingDays);

    // A working day on which the clock stood still at any time does not count against the council
    private DateOnly Add(DateOnly from, int limit, IReadOnlyList<Pause> pauses)
    {
        var day = from;
        for (var left = limit; left > 0;)
        {
            day = workingDays.Add(day, 1);
            if (!pauses.Any(pause => pause.From <= day && day <= pause.Until))
                left--;
        }
        return day;
    }
}
