using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Web.Pages.Shared;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>What happened to an application so far, newest first: only what the group did or was told.</summary>
public static class HireTimeline
{
    public static IReadOnlyList<CaseMoment> Of(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. Moments(file).OrderByDescending(moment => moment.AtUtc)];
    }

    private static IEnumerable<CaseMoment> Moments(HireFile file)
    {
        foreach (var moment in CaseTimeline.Of(file))
            yield return moment;
        foreach (var decision in file.Decisions)
        {
            if (Words(decision.Kind) is { } what)
                yield return new(decision.MadeUtc, what);
        }
        foreach (var atUtc in file.Hire.Occurrences.Where(o => o is { State: OccurrenceState.CancelledByHirer, StateSinceUtc: not null }).Select(o => o.StateSinceUtc!.Value).Distinct())
            yield return new(atUtc, "You cancelled dates.");
        if (file.Case is { State: CaseState.Confirmed or CaseState.Completed or CaseState.Withdrawn, StateSinceUtc: { } sinceUtc })
            yield return new(sinceUtc, file.Case.State switch { CaseState.Confirmed => "Your booking was confirmed.", CaseState.Completed => "Your event was over.", _ => "You took the application back." });
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
