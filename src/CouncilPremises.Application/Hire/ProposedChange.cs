using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Hire;

/// <summary>A change beside the application it would change: what it triggers, which checks it opens, whether it can be decided. RULEBOOK 6.</summary>
public sealed class ProposedChange
{
    private readonly HireFile file;
    private readonly Deadlines clocks;

    internal ProposedChange(HireFile file, Change change, HireFacts facts, Policy policy)
    {
        (this.file, Change, clocks) = (file, change, new Deadlines(policy, file.WorkingDays));
        Plan = PlanOf(file, change.Answers);
        Derived = HireDerivation.Of(change.Answers, facts with { WorkingDaysAhead = Ahead(facts) }, policy);
    }

    /// <summary>The change.</summary>
    public Change Change { get; }

    /// <summary>What becomes of the dates.</summary>
    public DatePlan Plan { get; }

    /// <summary>What the rules make of the answers wanted. The time left counts from the day the change was sent to the nearest new date.</summary>
    public HireDerivation Derived { get; }

    /// <summary>Triggers that only the change sets off.</summary>
    public IReadOnlyList<Trigger> NewTriggers =>
        [.. Derived.Triggers.Where(trigger => file.Derived.Triggers.All(now => now.Code != trigger.Code))];

    /// <summary>True when an officer may accept it in one act.</summary>
    public bool IsSameOrSmaller => ChangeRules.IsSameOrSmaller(file.Hire.Answers, Change.Answers, Plan, NewTriggers);

    /// <summary>Speakers added to a date whose list is frozen: each needs XREF and SPK, and without time only that speaker is declined (D8).</summary>
    public IReadOnlyList<SpeakerOn> LateSpeakers =>
        ChangeRules.Late(file.Hire.Answers, Change.Answers, Plan, file.Today, clocks);

    /// <summary>Where the checks stand that the change opens; the others are left alone.</summary>
    public IReadOnlyList<CheckStanding> Standings() =>
        [.. Derived.RequiredChecks
            .Where(check => check.Code != CheckCode.COI && (Change.Reopens.Contains(check.Code) || !file.Derived.Needs(check.Code, check.Party)))
            .Select(check => file.StandingOf(check, Change.Answers, Change.Reopens.Contains(check.Code) ? Change.SentUtc : null))];

    /// <summary>The tier with the change; an open hit or Refer raises it.</summary>
    public Tier Tier =>
        TierRules.Of(Change.Answers, Derived.Facts with { OpenRefer = file.OpenHits > 0 || Standings().Any(standing => standing.IsReferOpen) }).Tier;

    /// <summary>The newest recommendation since the change was sent; null when none stands.</summary>
    public Decision? Recommendation => file.Decisions.Count > 0
        && file.Decisions[^1] is { Kind: DecisionKind.RecommendApproval or DecisionKind.RecommendRefusal } last && last.MadeUtc >= Change.SentUtc ? last : null;

    /// <summary>The day to decide it by: as long as an application takes, and before the nearest date it touches.</summary>
    public DateOnly DueOn
    {
        get
        {
            var sent = CouncilTime.DayOf(Change.SentUtc ?? file.NowUtc);
            var usual = clocks.Decide(sent, Tier, Change.Answers.IsElectionMeeting(), [])!.Value;
            var before = file.WorkingDays.Add(NearestDay, -1);
            return before < usual && before > sent ? before : usual;
        }
    }

    /// <summary>What the workflow's conditions ask about, for this actor.</summary>
    public ChangeFacts FactsFor(Actor actor)
    {
        var (facts, standings) = (file.FactsFor(actor), Standings());
        return new ChangeFacts
        {
            ActorHasNoInterest = facts is { ActorStatedNoInterest: true, ActorHasInterest: false },
            ActorWrote = facts.ActorHelpedWrite || facts.ActorTyped,
            SameOrSmaller = IsSameOrSmaller && standings.All(standing => standing.IsSettled),
            Tier = Tier,
            ChecksSettled = standings.All(standing => standing.IsSettled),
            ChecksAllClear = standings.All(standing => standing.Kind == StandingKind.Clear),
            OpenHits = file.OpenHits,
            OpenConsultations = facts.OpenConsultations,
            ChildAtRisk = facts.ChildAtRisk,
            RecommendedByAnother = Recommendation is { } recommendation && recommendation.ById != actor.Id,
            InTime = Plan.Moved.All(move => move.Date.StartUtc > file.NowUtc && move.To.Slot.StartUtc > file.NowUtc)
                && Plan.Added.All(slot => slot.Slot.StartUtc > file.NowUtc),
        };
    }

    /// <summary>Why no change can be accepted now: what a held date becomes is decided with the hold. Null when one can.</summary>
    public static Refusal? WaitsForHold(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Case.State == CaseState.OnHold || file.Hire.Occurrences.Any(date => date.State == OccurrenceState.OnHold)
            ? new Refusal("Hold", "A date of this booking is on hold. End the hold or decide it first, then accept the change, or decline the change now.")
            : null;
    }

    /// <summary>What these answers would make of the application's dates; nothing while they name no possible time.</summary>
    public static DatePlan PlanOf(HireFile file, HireAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(answers);
        var slots = HireSlots.Of(answers);
        return answers.When == file.Hire.Answers.When || !slots.Succeeded
            ? new DatePlan([], [], [])
            : DatePlan.Of(file.Hire.Occurrences, slots.Value, file.NowUtc);
    }

    private DateOnly NearestDay => Plan.Moved.Select(move => move.To.Slot.Day).Concat(Plan.Added.Select(slot => slot.Slot.Day))
        .Concat(file.Hire.Occurrences.Where(date => DatePlan.MayMove(date, file.NowUtc)).Select(date => date.Day)).DefaultIfEmpty(file.FirstDay).Min();

    private int? Ahead(HireFacts facts)
    {
        var days = Plan.Moved.Where(move => move.To.Slot.Day != move.Date.Day).Select(move => move.To.Slot.Day).Concat(Plan.Added.Select(slot => slot.Slot.Day)).ToList();
        return days.Count == 0 ? facts.WorkingDaysAhead : file.WorkingDays.Until(CouncilTime.DayOf(Change.SentUtc ?? file.NowUtc), days.Min());
    }
}
