using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Shell;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Something the group can do now.</summary>
public sealed record HireAct(string Text, string Href, string? Kind = null);

/// <summary>The buttons of an application's own page: what the group must do comes first, what it may do after.</summary>
public static class GroupActs
{
    /// <summary>The buttons for somebody of the group.</summary>
    public static IEnumerable<HireAct> Of(HireFile file, Actor actor, Navigation navigation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(navigation);
        return [.. Must(file, navigation), .. May(file, actor, navigation)];
    }

    private static IEnumerable<HireAct> Must(HireFile file, Navigation navigation)
    {
        var (state, at) = (file.Case.State, HireSteps.Home(file.Case.Reference));
        if (state == CaseState.InfoRequested)
            yield return new("Answer our question", at + "/answer");
        if (state == CaseState.MindedToRefuse)
            yield return new("Tell us your side", at + "/answer");
        if (state == CaseState.ApprovedWithConditions && file.Conditions.Any(c => c is { Timing: ConditionTiming.AtTheEvent, State: ConditionState.Open }))
            yield return new("Read and accept the conditions", at + "/conditions");
        foreach (var breach in file.After.Breaches.Where(b => b.CaseId == file.Case.Id && b is { State: BreachState.Alleged, AnsweredUtc: null }))
            yield return new("Tell us your side", $"{at}/breaches/{breach.Id}");
        if (!state.IsClosed() && HireSteps.MustSign(file))
            yield return new("Sign the declaration", at + "/sign");
        if (AsksDbs(file, navigation) && !file.IsClear(CheckCode.DBS))
            yield return new("Confirm DBS checks", at + "/dbs");
    }

    private static IEnumerable<HireAct> May(HireFile file, Actor actor, Navigation navigation)
    {
        var (state, at) = (file.Case.State, HireSteps.Home(file.Case.Reference));
        var review = HireActs.MayAskReview(file, actor) ? new HireAct("Ask for a review", at + "/review", state.IsClosed() ? null : "secondary") : null;
        if (review is { Kind: null })
            yield return review;
        if (CoSigning.IsOpen(file))
            yield return new("Ask the real organiser to sign again", at + "/co-sign", "secondary");
        if (Changes.MayNotStart(file, actor) is null)
            yield return new(file.Change is { State: ChangeState.Draft } ? "Go on with your change" : "Change something", at + "/change", "secondary");
        else if (file.Proposed is not null)
            yield return new("See the change you asked for", at + "/change", "secondary");
        if (HireActs.MayCancel(file, actor))
            yield return new("Cancel dates", at + "/cancel", "secondary");
        if (review is { Kind: not null })
            yield return review;
        if (AsksDbs(file, navigation) && file.IsClear(CheckCode.DBS))
            yield return new("See your DBS checks", at + "/dbs", "secondary");
        if (HireActs.MayWithdraw(file, actor))
            yield return new("Take this application back", at + "/withdraw", "secondary");
        if (state != CaseState.Draft && file.GroupRoles(actor).HasFlag(Roles.LeadContact))
            yield return new("Start again from this one", at + "/again", state.IsClosed() ? null : "secondary");
    }

    private static bool AsksDbs(HireFile file, Navigation navigation) =>
        !file.Case.State.IsClosed() && file.Derived.Needs(CheckCode.DBS) && navigation.Has("/hire/{reference}/dbs");
}
