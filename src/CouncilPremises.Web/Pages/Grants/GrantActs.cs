using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Pages.Hire;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>What somebody of the group may do now: the workflow's own rows decide, so that buttons and refusals agree.</summary>
public static class GrantActs
{
    /// <summary>The buttons of the application's own page: what the group must do comes first.</summary>
    public static IReadOnlyList<HireAct> Of(GrantFile file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. Must(file), .. May(file, actor)];
    }

    /// <summary>True when the application can be taken back.</summary>
    public static bool MayWithdraw(GrantFile file, Actor actor) => May(file, CaseAction.Withdraw, actor);

    /// <summary>True when taking back is offered: it does not vanish with a decision that is not published.</summary>
    public static bool ShowsWithdraw(GrantFile file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        return MayWithdraw(file, actor) || (file.ShownState != file.Case.State && file.GroupRoles(actor).HasFlag(Roles.LeadContact));
    }

    /// <summary>What a review can be asked of; nothing of a decision that is not published.</summary>
    public static IReadOnlyList<Reviewable> Reviewables(GrantFile file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.After.OpenReview is not null || !file.GroupRoles(actor).HasFlag(Roles.LeadContact) ? []
            : [.. file.After.Reviewables(file).Where(one => one.Subject == ReviewSubject.Breach || May(file, CaseAction.AskReview, actor))];
    }

    private static IEnumerable<HireAct> Must(GrantFile file)
    {
        var at = GrantSteps.Home(file.Case.Reference);
        if (file.Case.State == CaseState.InfoRequested)
            yield return new("Answer our question", at + "/answer");
        if (file.Case.State == CaseState.MindedToRefuse)
            yield return new("Tell us your side", at + "/answer");
        if (!file.ShownState.IsClosed() && GrantSteps.MustSign(file))
            yield return new("Sign the declaration", at + "/sign");
    }

    private static IEnumerable<HireAct> May(GrantFile file, Actor actor)
    {
        var at = GrantSteps.Home(file.Case.Reference);
        if (Reviewables(file, actor).Count > 0)
            yield return new("Ask for a review", at + "/review", "secondary");
        if (ShowsWithdraw(file, actor))
            yield return new("Take this application back", at + "/withdraw", "secondary");
    }

    private static bool May(GrantFile file, CaseAction action, Actor actor) =>
        file.Workflow.Try(file.Case.State, action, file.GroupRoles(actor), file.FactsFor(actor)).Succeeded;
}
