using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Something of a case that the group may still have reviewed.</summary>
/// <param name="Subject">What kind.</param>
/// <param name="SubjectId">The decision or the breach.</param>
/// <param name="MadeUtc">When it was made.</param>
/// <param name="Until">Last day to ask.</param>
public sealed record Reviewable(ReviewSubject Subject, Guid SubjectId, DateTime MadeUtc, DateOnly Until);

/// <summary>What interrupts or follows the ordinary course of a case: holds, cancellations, reviews, breaches, and who had a part in it.</summary>
public sealed class CaseAftermath(
    List<CaseHold> holds, List<Cancellation> cancellations, List<Review> reviews, List<Breach> breaches, IReadOnlySet<Guid> participants)
{
    /// <summary>Holds, oldest first.</summary>
    public IReadOnlyList<CaseHold> Holds => holds;

    /// <summary>Cancellations put forward, oldest first.</summary>
    public IReadOnlyList<Cancellation> Cancellations => cancellations;

    /// <summary>Reviews, oldest first.</summary>
    public IReadOnlyList<Review> Reviews => reviews;

    /// <summary>Breaches of this case, and of its hirer where they can still count; oldest first.</summary>
    public IReadOnlyList<Breach> Breaches => breaches;

    /// <summary>The hold of the whole case; null when there is none.</summary>
    public CaseHold? WholeHold => holds.LastOrDefault(h => h.IsOpen && h.OccurrenceIds.Count == 0);

    /// <summary>A cancellation that waits for a second approver; null when there is none.</summary>
    public Cancellation? Proposal => cancellations.LastOrDefault(c => c.IsOpen);

    /// <summary>The review under way; null when there is none.</summary>
    public Review? OpenReview => reviews.LastOrDefault(r => r.IsOpen);

    /// <summary>Adds what an act made, so that later questions in the same act see it.</summary>
    public void Add(CaseHold hold) => holds.Add(hold);

    /// <inheritdoc cref="Add(CaseHold)" />
    public void Add(Cancellation cancellation) => cancellations.Add(cancellation);

    /// <inheritdoc cref="Add(CaseHold)" />
    public void Add(Review review) => reviews.Add(review);

    /// <inheritdoc cref="Add(CaseHold)" />
    public void Add(Breach breach) => breaches.Add(breach);

    /// <summary>True when somebody acted on this case before, other than by stating their interest. RULEBOOK 1: a reviewer has no earlier part.</summary>
    public bool TookPart(Actor actor) => participants.Contains(actor.Id);

    /// <summary>Upheld breaches of the hirer that may feed D6. RULEBOOK 6.</summary>
    public IEnumerable<Breach> LiveBreaches(DateOnly today) => breaches.Where(b => b.IsLive(today));

    /// <summary>The booked dates that a hold keeps from going ahead.</summary>
    public static IEnumerable<Occurrence> DatesOf(CaseHold hold, CaseFile file) =>
        file.Occurrences.Where(o => o.State == OccurrenceState.OnHold && (hold.OccurrenceIds.Count == 0 || hold.OccurrenceIds.Contains(o.Id)));

    /// <summary>True when a date began while it was held: that counts as a cancellation until a second approver confirms or reverses it.</summary>
    public static bool RanIn(CaseHold hold, CaseFile file) => hold.IsOpen && hold.IsOfBooking && DatesOf(hold, file).Any(o => o.StartUtc <= file.NowUtc);

    /// <summary>True when each of these dates began while a colleague held it, so that the hold is the first word on cancelling it. S1.</summary>
    public bool AreHeldPastBeginning(IReadOnlyCollection<Guid> dates, CaseFile file, Actor actor)
    {
        var begun = holds.Where(h => h.LaidById != actor.Id && RanIn(h, file))
            .SelectMany(h => DatesOf(h, file)).Where(o => o.StartUtc <= file.NowUtc).Select(o => o.Id).ToHashSet();
        return dates.Count > 0 && dates.All(begun.Contains);
    }

    /// <summary>True when a hold of the whole case or a review was open at an instant.</summary>
    public bool StoodOver(DateTime instantUtc) =>
        holds.Exists(h => h.OccurrenceIds.Count == 0 && h.LaidUtc <= instantUtc && !(h.EndedUtc < instantUtc))
        || reviews.Exists(r => r.AskedUtc <= instantUtc && !(r.DecidedUtc < instantUtc));

    /// <summary>What the council owes by a day besides its decision, where the state of the case does not say so itself: a date held, a second
    /// signature on a cancellation, a review.</summary>
    public IEnumerable<Owed> Owed(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return holds.Where(h => h.IsOpen && h.OccurrenceIds.Count > 0).Select(h => new Owed(TimerKind.HoldLate, h.Id, HoldDueOn(h, file)))
            .Concat(Proposal is { } proposal ? [new Owed(TimerKind.DecisionLate, proposal.Id, SecondWordBy(proposal, file))] : [])
            .Concat(OpenReview is { } review && file.Case.State != CaseState.UnderReview ? [new Owed(TimerKind.ReviewLate, review.Id, review.DueOn)] : []);
    }

    /// <summary>Adds to the facts what these records say about them.</summary>
    /// <param name="facts">The facts so far.</param>
    /// <param name="file">The case.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="about">The hold the act is about; the whole case's when not said, and any that ran into a date.</param>
    public CaseFacts AddTo(CaseFacts facts, CaseFile file, Actor actor, CaseHold? about = null)
    {
        var hold = about ?? WholeHold ?? holds.FirstOrDefault(h => RanIn(h, file));
        return facts with
        {
            StateLeft = file.Case.StateLeft,
            HoldIsOver = hold?.IsOver(file.NowUtc) ?? false,
            HoldRanIntoEvent = hold is not null && RanIn(hold, file),
            HeldByAnother = hold is not null && hold.LaidById != actor.Id,
            CancellationProposedByAnother = Proposal is { } proposal && proposal.ProposedById != actor.Id,
            InReviewTime = Reviewables(file).Any(),
            ActorTookPart = TookPart(actor),
        };
    }

    /// <summary>What may still be reviewed: decided at most 10◆ working days ago, and not reviewed before.</summary>
    public IEnumerable<Reviewable> Reviewables(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var decided = file.Decisions.Select(d => (Subject: SubjectOf(d.Kind), d.Id, At: file.ToldUtc(d))).Where(d => d.Subject is not null)
            .Select(d => (Subject: d.Subject!.Value, d.Id, d.At))
            .Concat(breaches.Where(b => b.CaseId == file.Case.Id && b is { State: BreachState.Upheld, DecidedUtc: not null })
                .Select(b => (Subject: ReviewSubject.Breach, b.Id, At: b.DecidedUtc!.Value)));
        return from one in decided
               let until = UntilWhen(one.Id, one.At, file)
               where file.Today <= until && reviews.All(r => r.SubjectId != one.Id) && Fits(one.Subject, file.Case.State)
               select new Reviewable(one.Subject, one.Id, one.At, until);
    }

    // One review at a time: the time to ask for the next begins when the one under way is decided
    private DateOnly UntilWhen(Guid subjectId, DateTime decidedUtc, CaseFile file)
    {
        var until = file.ReviewUntil(CouncilTime.DayOf(decidedUtc));
        foreach (var other in reviews.Where(r => r.SubjectId != subjectId).OrderBy(r => r.AskedUtc))
            if (CouncilTime.DayOf(other.AskedUtc) <= until && (other.DecidedUtc ?? file.NowUtc) > decidedUtc)
                until = file.ReviewUntil(CouncilTime.DayOf(other.DecidedUtc ?? file.NowUtc));
        return until;
    }

    /// <summary>Stretches on which a hold made the council's clock stand still.</summary>
    public IEnumerable<Pause> Pauses() =>
        holds.Where(h => h is { IsOfBooking: false, OccurrenceIds.Count: 0 })
            .Select(h => new Pause(CouncilTime.DayOf(h.LaidUtc), h.EndedUtc is { } ended ? CouncilTime.DayOf(ended) : null));

    /// <summary>The day by which somebody must act because of what hangs here; null when nobody must.</summary>
    public DateOnly? DueOn(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var days = holds.Where(h => h.IsOpen).Select(h => HoldDueOn(h, file))
            .Concat(Proposal is { } proposal ? [SecondWordBy(proposal, file)] : [])
            .Concat(OpenReview is { } review ? [review.DueOn] : []);
        return days.Select(day => (DateOnly?)day).Min();
    }

    private static DateOnly SecondWordBy(Cancellation proposal, CaseFile file) => file.WorkingDays.Add(CouncilTime.DayOf(proposal.ProposedUtc), 1);

    // A hold that ran into its event is settled within one working day of the date. RULEBOOK 6
    private static DateOnly HoldDueOn(CaseHold hold, CaseFile file) => RanIn(hold, file)
        ? file.WorkingDays.Add(DatesOf(hold, file).Min(o => o.Day), 1)
        : CouncilTime.DayOf(hold.EndsUtc.AddMinutes(-1));

    private static ReviewSubject? SubjectOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Refuse or DecisionKind.RefuseDates => ReviewSubject.Refusal,
        DecisionKind.Cancel => ReviewSubject.Cancellation,
        DecisionKind.ApproveWithConditions => ReviewSubject.Conditions,
        DecisionKind.DeclineChange => ReviewSubject.Change,
        DecisionKind.RecommendApproval or DecisionKind.RecommendRefusal or DecisionKind.ApproveFirst or DecisionKind.Approve or DecisionKind.MindedToRefuse
            or DecisionKind.ProposeCancellation or DecisionKind.SetAside or DecisionKind.AcceptChange => null,
    };

    // What a closed case came to is what is reviewed there; a breach belongs to the hirer and may be reviewed whatever became of the case
    private static bool Fits(ReviewSubject subject, CaseState state) => state switch
    {
        CaseState.Refused => subject is ReviewSubject.Refusal or ReviewSubject.Breach,
        CaseState.CancelledByCouncil => subject is ReviewSubject.Cancellation or ReviewSubject.Breach,
        // A date refused by itself, while the rest goes on
        CaseState.InfoRequested or CaseState.MindedToRefuse => subject is ReviewSubject.Refusal or ReviewSubject.Breach,
        CaseState.OnHold => subject is ReviewSubject.Refusal or ReviewSubject.Breach or ReviewSubject.Change,
        // There a review is of the conditions and holds the whole case; a change can be asked for again
        CaseState.ApprovedWithConditions => subject != ReviewSubject.Change,
        CaseState.Confirmed or CaseState.Completed
            or CaseState.Checking or CaseState.Referred or CaseState.ReadyForDecision => true,
        CaseState.Draft or CaseState.Submitted or CaseState.Approved or CaseState.UnderReview or CaseState.Withdrawn or CaseState.CancelledByHirer or CaseState.Lapsed or CaseState.NotDecided => subject == ReviewSubject.Breach,
    };

    /// <summary>Reads what hangs on a case. Bounded: one case's records, and of its hirer the breaches that still count; on a draft nothing hangs yet.</summary>
    internal static async Task<CaseAftermath> LoadAsync(AppDbContext db, Case @case, DateOnly today, CancellationToken cancellationToken)
    {
        var breaches = await db.Breaches
            .Where(b => b.CaseId == @case.Id || (b.OrganisationId == @case.OrganisationId && b.State == BreachState.Upheld && b.ExpiresOn > today))
            .OrderBy(b => b.RaisedUtc).ToListAsync(cancellationToken);
        if (@case.State == CaseState.Draft)
            return new([], [], [], breaches, new HashSet<Guid>());
        return new(
            await db.CaseHolds.Where(h => h.CaseId == @case.Id).OrderBy(h => h.LaidUtc).ToListAsync(cancellationToken),
            await db.Cancellations.Where(c => c.CaseId == @case.Id).OrderBy(c => c.ProposedUtc).ToListAsync(cancellationToken),
            await db.Reviews.Where(r => r.CaseId == @case.Id).OrderBy(r => r.AskedUtc).ToListAsync(cancellationToken),
            breaches,
            (await db.AuditEntries.Where(e => e.CaseId == @case.Id && !e.WasRefused && e.Action != "Case.StateInterest").Select(e => e.ActorId).Distinct()
                .ToListAsync(cancellationToken)).ToHashSet());
    }
}
