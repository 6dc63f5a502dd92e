using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A button of the case page.</summary>
/// <param name="Page">Below the case's address.</param>
/// <param name="Words">What it says.</param>
/// <param name="IsNext">True for the one that decides when nothing blocks it.</param>
public sealed record CaseAct(string Page, string Words, bool IsNext = false);

/// <summary>The buttons of a case, by its kind: what the person's role and the state allow.</summary>
public static class CaseActs
{
    /// <summary>In the order shown.</summary>
    public static IReadOnlyList<CaseAct> Of(CaseView view, Func<CaseAction, bool> may, Actor me)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(may);
        var offered = view.File is GrantFile grant ? OfGrant(grant, view, may, me) : OfHire(view, may);
        return [.. offered.Where(act => act.May).Select(act => act.Act)];
    }

    private static IEnumerable<(bool May, CaseAct Act)> OfHire(CaseView view, Func<CaseAction, bool> may) =>
    [
        (may(CaseAction.Approve), new("approve", "Approve", view.Blockers.Count == 0)),
        (may(CaseAction.ApproveWithConditions), new("approve-with-conditions", "Approve with conditions")),
        (may(CaseAction.Recommend), new("recommend", "Recommend")),
        (may(CaseAction.RequestInformation), new("ask", "Ask the group")),
        (may(CaseAction.MindToRefuse), new("mind-to-refuse", "Minded to refuse")),
        (may(CaseAction.Refuse), new("refuse", "Refuse")),
        (may(CaseAction.ResumeChecks), new("resume", "Go on checking")),
        (may(CaseAction.Hold), new("hold", "Put on hold")),
        (may(CaseAction.ProposeCancellation), new("cancel", "Cancel")),
    ];

    private static IEnumerable<(bool May, CaseAct Act)> OfGrant(GrantFile grant, CaseView view, Func<CaseAction, bool> may, Actor me)
    {
        var scores = Assessments.WhyNotScore(grant, me) is null;
        var first = grant.Grant.Asked > grant.Policy.GrantAuthorityLimit && grant.FirstApproval is null;
        return
        [
            (may(CaseAction.Approve) || may(CaseAction.ApproveFirst), new("award", first ? "Give the first approval" : "Award", view.Blockers.Count == 0)),
            (scores && (Assessments.Own(grant, me) is not null || AssessmentRules.WhyNotStart(grant.Assessments, grant.SubmissionNumber, me.Id) is null),
                new("score", Assessments.Own(grant, me) is { State: AssessmentState.Given } ? "See your scores" : "Score")),
            (scores && grant.Assessed is { IsComplete: false }, new("moderate", "Settle a gap")),
            (grant.CannotWork(me) is null && CaseViews.IsOpen(grant.Case.State), new("community", "Cross-community test")),
            (may(CaseAction.RequestInformation), new("clarify", "Ask the group")),
            (may(CaseAction.Recommend), new("recommend", "Recommend")),
            (may(CaseAction.MindToRefuse), new("mind-to-refuse", "Minded to refuse")),
            (may(CaseAction.Refuse), new("decline", "Decline")),
            (may(CaseAction.ResumeChecks), new("resume", "Go on checking")),
            (may(CaseAction.Hold), new("hold", "Put on hold")),
        ];
    }
}
