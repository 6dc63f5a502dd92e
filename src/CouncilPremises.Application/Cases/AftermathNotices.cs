using CouncilPremises.Application.Notices;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Cases;

/// <summary>Letters about holds, cancellations by the council, breaches and reviews. A hold's letter is neutral; nothing names a list. RULEBOOK 10.</summary>
public sealed class AftermathNotices(NoticeWriter writer)
{
    /// <summary>N21: paused. It says nothing about why.</summary>
    public Task HeldAsync(CaseFile file, CaseHold hold, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(hold);
        var what = hold.IsOfBooking
            ? "We have paused your booking while we look into something. Please do not come on the dates below until we have written again. We keep the room for you."
            : "We have paused your application while we look into something. We keep the room for you.";
        return writer.QueueAsync(NoticeCode.N21, file.Case, new NoticeFacts
        {
            Dates = hold.IsOfBooking ? [.. CaseAftermath.DatesOf(hold, file)] : null,
            WhatHappened = $"{what} This says nothing about your group, and nothing has been decided.",
            NextStep = $"We will write to you again by {NoticeWords.Day(CouncilTime.DayOf(hold.EndsUtc.AddMinutes(-1)))}. You need do nothing until then.",
        }, cancellationToken);
    }

    /// <summary>A hold ended: N12 with the calendar for a booking, N21 for an application.</summary>
    public Task ReleasedAsync(CaseFile file, CaseHold hold, IReadOnlyList<Occurrence> dates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(hold);
        var missed = dates.Where(date => date.StartUtc <= file.NowUtc).ToList();
        if (!hold.IsOfBooking)
            return writer.QueueAsync(NoticeCode.N21, file.Case, new NoticeFacts
            {
                WhatHappened = "Your application is no longer paused.",
                NextStep = "We go on where we stopped. You need do nothing now.",
            }, cancellationToken);
        return writer.QueueAsync(NoticeCode.N12, file.Case, new NoticeFacts
        {
            Dates = dates,
            Changes = missed.Count == 0
                ? ["Your booking is no longer paused: it goes ahead as booked."]
                : [$"We should not have kept you from using the room on {string.Join("; ", missed.Select(NoticeWords.Date))}. We are sorry. {hold.EndText}"],
        }, cancellationToken);
    }

    /// <summary>N11 after two approvers cancelled, on the same day. The reasons of D1, D9 and list matches are read signed in.</summary>
    public Task CancelledAsync(CaseFile file, Cancellation cancellation, Decision decision, IReadOnlyList<Occurrence> dates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(cancellation);
        ArgumentNullException.ThrowIfNull(decision);
        var isKept = cancellation.Cause == CancellationCause.ConfirmedMatch;
        return writer.QueueAsync(NoticeCode.N11, file.Case, new NoticeFacts
        {
            Dates = dates,
            WhatHappened = "We are sorry to tell you that the council has cancelled your booking.",
            Ground = isKept ? null : decision.Ground,
            Reasons = isKept ? [$"{NoticeWords.ReasonsAreKept} {NoticeWords.ReadThemAt}"] : [decision.Text],
            Refund = Refund(cancellation.Refund),
            Alternatives = [cancellation.Alternative],
            Challenge = Challenge(file),
        }, cancellationToken);
    }

    /// <summary>N11 for a closure, with what is offered and paid back.</summary>
    public Task ClosedAsync(
        CaseFile file, Cancellation cancellation, string publicReason, IReadOnlyList<Occurrence> dates, IReadOnlyList<string> offers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(cancellation);
        return writer.QueueAsync(NoticeCode.N11, file.Case, new NoticeFacts
        {
            Dates = dates,
            WhatHappened = $"We are sorry: the room cannot be used, so we have to cancel. {publicReason.TrimEnd('.')}.",
            Refund = Refund(cancellation.Refund),
            Alternatives = [.. offers, cancellation.Alternative],
            Challenge = Challenge(file),
        }, cancellationToken);
    }

    /// <summary>N19: what a review came to.</summary>
    public Task ReviewedAsync(CaseFile file, Review review, string nextStep, bool isKept, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(review);
        // What is over stays over, whatever the review finds
        var isOver = file.Case.State.IsClosed() && file.Case.State != CaseState.Completed;
        return writer.QueueAsync(NoticeCode.N19, file.Case, new NoticeFacts
        {
            WhatHappened = review.Outcome switch
            {
                ReviewOutcome.Vary or ReviewOutcome.Return when isOver => "Somebody who had no part in it has looked at it again, and would have decided otherwise.",
                ReviewOutcome.Uphold => "Somebody who had no part in it has looked at it again. The decision stands.",
                ReviewOutcome.Vary => "Somebody who had no part in it has looked at it again, and has changed the decision.",
                ReviewOutcome.Return or null => "Somebody who had no part in it has looked at it again, and has set the decision aside.",
            },
            Reasons = isKept ? [$"{NoticeWords.ReasonsAreKept} {NoticeWords.ReadThemAt}"] : [review.Text ?? ""],
            NextStep = nextStep,
        }, cancellationToken);
    }

    /// <summary>N12: reinstated dates are booked again.</summary>
    public Task ReinstatedAsync(CaseFile file, IReadOnlyList<Occurrence> dates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return writer.QueueAsync(NoticeCode.N12, file.Case, new NoticeFacts { Dates = dates, Changes = ["These dates are booked for you again."] }, cancellationToken);
    }

    /// <summary>Asks for the hirer's side of what is said against it.</summary>
    public Task BreachRaisedAsync(CaseFile file, Breach breach, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(breach);
        return writer.QueueAsync(NoticeCode.Breach, file.Case, new NoticeFacts
        {
            WhatHappened = $"We have been told that our conditions of hire were broken on {NoticeWords.Day(breach.HappenedOn)}. Nothing has been decided. Your bookings stand.",
            NextStep = "Please sign in, read what we were told, and tell us your side by the last day named below. Somebody reads it before anything is decided.",
            Deadline = breach.HearUntil,
        }, cancellationToken);
    }

    /// <summary>Tells what was decided about a breach, and until when a review may be asked for.</summary>
    public Task BreachDecidedAsync(CaseFile file, Breach breach, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(breach);
        var day = NoticeWords.Day(breach.HappenedOn);
        var isUpheld = breach.State == BreachState.Upheld;
        return writer.QueueAsync(NoticeCode.Breach, file.Case, new NoticeFacts
        {
            WhatHappened = $"We have decided that our conditions of hire were {(isUpheld ? "" : "not ")}broken on {day}.",
            NextStep = isUpheld ? "Sign in to read why. If you disagree, ask for a review there by the last day named below." : "You need do nothing. Our reasons are with your application.",
            Deadline = isUpheld ? file.ReviewUntil(file.Today) : null,
        }, cancellationToken);
    }

    private static string Refund(Money refund) => refund > Money.Zero
        ? $"We pay {refund} back to you in the way you paid it, within ten working days."
        : "Nothing had been paid, so nothing is paid back.";

    /// <summary>By when and how a hirer asks for a review. Whoever had the application typed may have no account.</summary>
    internal static string AskForReview(CaseFile file)
    {
        var how = file.Case.IsTyped ? "ring us or write to us with your reference" : "sign in and open your application";
        return $"Ask for a review by {NoticeWords.Day(file.ReviewUntil(file.Today))}: {how}. Somebody who had no part in this will look at everything again.";
    }

    private static string Challenge(CaseFile file) =>
        $"{AskForReview(file)} If you are still unhappy after that, you may complain to the council, and then to the Local Government and Social Care Ombudsman: www.lgo.org.uk, 0300 061 0614.";
}
