using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Something that happened, as the group reads it.</summary>
public sealed record HireMoment(DateTime AtUtc, string What)
{
    /// <summary>When, in London.</summary>
    public CivilTime When => CouncilTime.ToCivil(AtUtc);
}

/// <summary>What happened to an application so far, newest first: only what the group did or was told.</summary>
public static class HireTimeline
{
    public static IReadOnlyList<HireMoment> Of(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. Moments(file).OrderByDescending(moment => moment.AtUtc)];
    }

    private static IEnumerable<HireMoment> Moments(HireFile file)
    {
        if (file.Case.SubmittedUtc is { } sentUtc)
            yield return new(sentUtc, "You sent the application.");
        foreach (var request in file.InformationRequests)
        {
            if (request.ReturnsTo != CaseState.MindedToRefuse)
                yield return new(request.AskedUtc, "We asked you a question.");
            if (request.AnsweredUtc is { } answeredUtc)
                yield return new(answeredUtc, request.ReturnsTo == CaseState.MindedToRefuse ? "You told us your side." : "You answered.");
        }

        foreach (var decision in file.Decisions)
        {
            if (Words(decision.Kind) is { } what)
                yield return new(decision.MadeUtc, what);
        }

        foreach (var moment in After(file))
            yield return moment;
        foreach (var atUtc in file.Hire.Occurrences.Where(o => o is { State: OccurrenceState.CancelledByHirer, StateSinceUtc: not null }).Select(o => o.StateSinceUtc!.Value).Distinct())
            yield return new(atUtc, "You cancelled dates.");
        if (file.Case is { State: CaseState.Confirmed or CaseState.Completed or CaseState.Withdrawn, StateSinceUtc: { } sinceUtc })
            yield return new(sinceUtc, file.Case.State switch { CaseState.Confirmed => "Your booking was confirmed.", CaseState.Completed => "Your event was over.", _ => "You took the application back." });
    }

    private static IEnumerable<HireMoment> After(HireFile file)
    {
        foreach (var hold in file.After.Holds)
        {
            yield return new(hold.LaidUtc, hold.IsOfBooking ? "We paused your booking." : "We paused your application.");
            if (hold.EndedUtc is { } endedUtc)
                yield return new(endedUtc, "The pause ended.");
        }
        foreach (var review in file.After.Reviews)
        {
            yield return new(review.AskedUtc, "You asked for a review.");
            if (review.DecidedUtc is { } decidedUtc)
                yield return new(decidedUtc, "The review was decided.");
        }
    }

    // Recommendations stay inside the council until somebody decides
    private static string? Words(DecisionKind kind) => kind switch
    {
        DecisionKind.RecommendApproval or DecisionKind.RecommendRefusal or DecisionKind.ApproveFirst or DecisionKind.ProposeCancellation or DecisionKind.SetAside => null,
        DecisionKind.Approve => "We approved it.",
        DecisionKind.ApproveWithConditions => "We approved it, with conditions.",
        DecisionKind.MindedToRefuse => "We told you that we may say no.",
        DecisionKind.AcceptChange => "We agreed to your change.",
        DecisionKind.DeclineChange => "We decided about your change, and could not agree to all of it.",
        DecisionKind.Refuse => "We decided not to approve it.",
        DecisionKind.RefuseDates => "We decided not to approve some dates.",
        DecisionKind.Cancel => "We cancelled dates.",
    };
}
