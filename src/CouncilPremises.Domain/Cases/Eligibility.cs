using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Domain.Cases;

/// <summary>Somebody who works on cases, and what one case has to do with them.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Roles">Roles held.</param>
/// <param name="AwayUntil">Last day of an absence that covers today; null when here.</param>
/// <param name="HasInterest">Declared an interest (S3).</param>
/// <param name="HelpedWrite">Helped write the application (S4).</param>
/// <param name="Typed">Typed the applicant's own words (S4).</param>
public sealed record Colleague(Guid Id, string Name, Roles Roles, DateOnly? AwayUntil = null, bool HasInterest = false, bool HelpedWrite = false, bool Typed = false);

/// <summary>What a case still needs somebody for.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Safeguarding">It needs SAF or DBS.</param>
/// <param name="OpenHits">Hits are open, which two people resolve.</param>
/// <param name="Asked">Whose advice has been asked for and has not come.</param>
public sealed record CaseNeeds(CaseState State, Tier Tier, bool Safeguarding, bool OpenHits, IReadOnlyList<ConsultationKind> Asked)
{
    /// <summary>Hire or grant.</summary>
    public CaseKind Kind { get; init; }

    /// <summary>The table of its kind.</summary>
    internal WorkflowTable<CaseState, CaseAction, CaseFacts> Table => Kind switch
    {
        CaseKind.Hire => HireWorkflow.Table,
        CaseKind.Grant => GrantWorkflow.Table,
    };
}

/// <summary>"Nobody eligible": which coming act of a case no active colleague may do, and what would unblock it. Asked of the workflow table
/// itself with the facts at their best, so that only who people are and what they did stands in the way. RULEBOOK 1, small teams.</summary>
public static class Eligibility
{
    private sealed record Act(string Words, Roles By, Func<Colleague, bool> May);

    /// <summary>A sentence for each act that nobody can do; none when the case can run its course.</summary>
    public static IReadOnlyList<string> Gaps(CaseNeeds needs, IReadOnlyList<Colleague> colleagues)
    {
        ArgumentNullException.ThrowIfNull(needs);
        ArgumentNullException.ThrowIfNull(colleagues);
        var gaps = Acts(needs, colleagues).Where(act => !colleagues.Any(act.May)).Select(act => Sentence(act, colleagues)).Distinct().ToList();
        var resolvers = colleagues.Count(one => (one.Roles & needs.Kind.Officers()) != Roles.None && IsFree(one));
        if (needs.OpenHits && resolvers < 2)
            gaps.Add($"A possible list match is resolved by two people, and {(resolvers == 0 ? "nobody" : "only one person")} who may do so had no part in this case. {Remedy(needs.Kind.Officers() & ~needs.Kind.Approvers())}");
        if (needs.Kind == CaseKind.Grant && Undecided.Contains(needs.State) && colleagues.Count(one => (one.Roles & needs.Kind.Officers()) != Roles.None && IsFree(one) && !one.Typed) < AssessmentRules.Assessors)
            gaps.Add($"An application for a grant is scored by two people, and fewer than two who may do so had no part in it. {Remedy(Roles.GrantOfficer)}");
        return gaps;
    }

    private static IEnumerable<Act> Acts(CaseNeeds needs, IReadOnlyList<Colleague> colleagues)
    {
        bool Here(CaseState from, CaseAction action, Colleague one) =>
            one.AwayUntil is null && needs.Table.Try(from, action, one.Roles, Facts(needs, one, colleagues)).Succeeded;
        Act Of(string words, CaseState from, CaseAction action) => new(words, HolderRoles(needs, from, action), one => Here(from, action, one));

        if (needs.State == CaseState.Submitted)
            yield return Of("start the checks", CaseState.Submitted, CaseAction.StartChecks);
        if (needs.State == CaseState.MindedToRefuse)
        {
            yield return Of("decide whether to refuse", CaseState.MindedToRefuse, CaseAction.Refuse);
            yield break;
        }
        if (Undecided.Contains(needs.State))
        {
            if (needs.Tier == Tier.Enhanced || needs.Kind == CaseKind.Grant)
                yield return Of("recommend a decision", CaseState.Checking, CaseAction.Recommend);
            yield return Of("decide", CaseState.ReadyForDecision, CaseAction.Approve);
        }
        if (Undecided.Contains(needs.State) && needs.Safeguarding)
            yield return new Act("record the safeguarding checks", Roles.SafeguardingOfficer, one => one.Roles.HasFlag(Roles.SafeguardingOfficer) && IsFree(one));
        foreach (var kind in needs.Asked)
            yield return new Act($"record the advice of: {kind.Words()}", ConsultationRules.Recorders(kind), one => (one.Roles & ConsultationRules.Recorders(kind)) != Roles.None && IsFree(one));
    }

    private static readonly CaseState[] Undecided =
        [CaseState.Submitted, CaseState.Checking, CaseState.Referred, CaseState.InfoRequested, CaseState.ReadyForDecision];

    private static bool IsFree(Colleague one) => one is { AwayUntil: null, HasInterest: false, HelpedWrite: false };

    // Everything that work can still bring about counts as done; who somebody is and what they did does not change.
    private static CaseFacts Facts(CaseNeeds needs, Colleague one, IReadOnlyList<Colleague> colleagues) => new()
    {
        Tier = needs.Tier,
        ActorStatedNoInterest = !one.HasInterest,
        ActorHasInterest = one.HasInterest,
        ActorHelpedWrite = one.HelpedWrite,
        ActorTyped = one.Typed,
        RecommendedByAnother = colleagues.Any(other => other.Id != one.Id && MayRecommend(needs, other)),
        ChecksSettled = true,
        ChecksAllClear = true,
        HirerHeard = true,
        SlotsHeld = true,
        D9Satisfied = true,
        Grant = new GrantFacts { RoundOpen = true, Assessed = true, FundCovers = true, CommunityFound = true },
    };

    private static bool MayRecommend(CaseNeeds needs, Colleague one) => one.AwayUntil is null && needs.Table.Try(
        CaseState.Checking, CaseAction.Recommend, one.Roles, Facts(needs, one, [])).Succeeded;

    // The roles for which the table says yes when nothing personal stands in the way.
    private static Roles HolderRoles(CaseNeeds needs, CaseState from, CaseAction action)
    {
        var nobodyInParticular = Facts(needs, new Colleague(Guid.Empty, "", Roles.None), []) with { RecommendedByAnother = true };
        return Enum.GetValues<Roles>().Where(role => int.PopCount((int)role) == 1 && needs.Table.Try(from, action, role, nobodyInParticular).Succeeded)
            .Aggregate(Roles.None, (all, role) => all | role);
    }

    private static string Sentence(Act act, IReadOnlyList<Colleague> colleagues)
    {
        var holders = colleagues.Where(one => (one.Roles & act.By) != Roles.None).ToList();
        var who = Words(act.By);
        var why = string.Join("; ", holders.Select(Why).Distinct());
        var start = holders.Count switch
        {
            0 => $"Nobody can {act.Words}: no {who} is active.",
            1 => $"Nobody can {act.Words}: only one {who} is active, and {why}.",
            _ => $"Nobody can {act.Words}, though {holders.Count} people are active as {who}: {why}.",
        };
        return $"{start} {Remedy(act.By)}";
    }

    private static string Why(Colleague one) => one switch
    {
        { AwayUntil: { } until } => $"{one.Name} is away until {until.ToString("dddd d MMMM", British)}",
        { HasInterest: true } => $"{one.Name} declared an interest (S3)",
        { HelpedWrite: true } => $"{one.Name} helped write this application (S4)",
        { Typed: true } => $"{one.Name} typed this application (S4)",
        _ => $"{one.Name} needs a recommendation from a colleague, and nobody can give one (S1)",
    };

    private static string Remedy(Roles by) =>
        $"Ask an administrator to invite a guest {Words(by)} from another council, or to give the role to a colleague who had no part in this case.";

    private static string Words(Roles roles) => string.Join(" or ", Enum.GetValues<Roles>()
        .Where(role => int.PopCount((int)role) == 1 && roles.HasFlag(role)).Select(role => role switch
        {
            Roles.FacilitiesOfficer => "facilities officer",
            Roles.FacilitiesApprover => "facilities approver",
            Roles.GrantOfficer => "grant officer",
            Roles.GrantApprover => "grant approver",
            Roles.SafeguardingOfficer => "safeguarding officer",
            Roles.PreventLead => "Prevent lead",
            Roles.Director => "director",
            _ => role.ToString(),
        }));

    private static readonly System.Globalization.CultureInfo British = System.Globalization.CultureInfo.GetCultureInfo("en-GB");
}
