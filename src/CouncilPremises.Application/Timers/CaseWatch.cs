using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;

namespace CouncilPremises.Application.Timers;

/// <summary>What the clocks make of a case file: what is due, what is late, and when to look again.</summary>
public static class CaseWatch
{
    /// <summary>When the timers look at what a new day brings: letters at seven in the morning, not at midnight.</summary>
    public static readonly TimeOnly Morning = new(7, 0);

    /// <summary>Everything the clocks bring for the case, due or still to come.</summary>
    public static IReadOnlyList<TimerThing> Things(CaseFile file) => CaseTimers.Of(FactsOf(file), file.Clocks);

    /// <summary>Derives what is late and when to look again.</summary>
    public static void Set(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var attention = Things(file).Where(thing => thing.From <= file.Today)
            .Aggregate(CaseAttention.None, (all, thing) => all | CaseAttentions.Of(thing.Kind));
        file.Case.Watch(attention, LookAgainUtc(file));
    }

    /// <summary>The first instant after now at which something may come: the next morning, the start of a date that is only held, the end of a
    /// booked one. Each case is looked at once a day at least, because bank holidays and records of its group change without it.</summary>
    private static DateTime? LookAgainUtc(CaseFile file)
    {
        if (file.Case.State.IsClosed() && file is not GrantFile { Balance.Awaited.Pence: > 0 })
            return null;
        // A hold or a review that ended after a date had begun leaves that date to be closed at once
        var isReached = file.Occurrences.Any(date => date.State == OccurrenceState.Held && date.StartUtc <= file.NowUtc);
        if (isReached && (file.Case.State is CaseState.Approved or CaseState.ApprovedWithConditions || CaseTimers.IsUndecided(file.Case.State, file.Case.StateLeft)))
            return file.NowUtc;
        var instants = file.Occurrences.Select(date => date.State switch
        {
            OccurrenceState.Held => date.StartUtc,
            OccurrenceState.Confirmed => date.EndUtc,
            OccurrenceState.OnHold => date.StartUtc > file.NowUtc ? date.StartUtc : date.EndUtc,
            OccurrenceState.Refused or OccurrenceState.Released or OccurrenceState.CancelledByHirer or OccurrenceState.CancelledByCouncil
                or OccurrenceState.NotDecided or OccurrenceState.Completed => (DateTime?)null,
        });
        var next = instants.OfType<DateTime>().Where(at => at > file.NowUtc).DefaultIfEmpty(DateTime.MaxValue).Min();
        var morning = MorningOf(file.Today) is var today && today > file.NowUtc ? today : MorningOf(file.Today.AddDays(1));
        return next < morning ? next : morning;
    }

    /// <summary>The instant of a day's morning in London. The clocks never skip or repeat that hour.</summary>
    public static DateTime MorningOf(DateOnly day) =>
        CouncilTime.ToUtc(day, Morning) ?? throw new InvalidOperationException("The clocks do not skip seven in the morning.");

    private static TimerFacts FactsOf(CaseFile file)
    {
        var setOn = file.Decisions.ToDictionary(decision => decision.Id, decision => CouncilTime.DayOf(decision.MadeUtc));
        var question = file.Case.State == CaseState.InfoRequested ? file.InformationRequests.LastOrDefault(request => request.Answer is null) : null;
        var grant = file as GrantFile;
        return new TimerFacts
        {
            CaseId = file.Case.Id,
            State = file.Case.State,
            StateLeft = file.Case.StateLeft,
            Tier = file.Case.Tier,
            ChangedOn = CouncilTime.DayOf(file.Case.ChangedUtc),
            DueOn = file.NextDueOn(),
            Question = question is null ? null : new Awaited(question.Id, CouncilTime.DayOf(question.AskedUtc), question.DueOn),
            Declaration = Declaration(file),
            Conditions = HasConditions(file.Case.State)
                ? [.. file.Conditions.Where(condition => !condition.LetsConfirm).Select(condition => new Awaited(
                    condition.Id, condition.SetUtc is { } set ? CouncilTime.DayOf(set) : setOn.GetValueOrDefault(condition.DecisionId), condition.DueOn))]
                : [],
            Consultations = file.Case.State.IsClosed() ? []
                : [.. file.Consultations.Where(c => c.IsOpen).Select(c => new Awaited(c.Id, CouncilTime.DayOf(c.AskedUtc), c.DueOn))],
            Owed = file.Case.State.IsClosed() && file.Case.State != CaseState.Completed ? []
                : [.. file.After.Owed(file), .. file.ChangeOwed is { } change ? [change] : Array.Empty<Owed>(), .. grant?.OwedOnAward() ?? []],
            Offer = grant?.OfferAwaited,
            Reports = grant?.ReportsAwaited ?? [],
            FirstDay = file.Occurrences.Where(o => o.State == OccurrenceState.Held).Select(o => (DateOnly?)o.Day).Min(),
        };
    }

    private static bool HasConditions(CaseState state) =>
        state is CaseState.Approved or CaseState.ApprovedWithConditions or CaseState.Confirmed;

    // Declining is a Refer and a conversation, not silence: only a declaration nobody has answered counts. RULEBOOK 5
    internal static Awaited? Declaration(CaseFile file)
    {
        if (!file.Needs(CheckCode.DEC) || file.Case.SubmittedUtc is null)
            return null;
        var standing = file.StandingOn(CheckCode.DEC, file.Today);
        if (standing.Kind is not (StandingKind.Missing or StandingKind.Expired))
            return null;
        var since = standing.ValidUntil is { } last && last >= file.SubmittedOn ? last.AddDays(1) : file.SubmittedOn;
        return file.Clocks.Declaration(since, [.. file.Pauses()]) is { } due ? new Awaited(file.Case.Id, since, due) : null;
    }
}
