using static CouncilPremises.Domain.Hire.TriggerCode;

namespace CouncilPremises.Domain.Hire;

/// <summary>A tier and why. Officers read the reasons; the group never does.</summary>
public sealed record TierFinding(Tier Tier, IReadOnlyList<TierReason> Reasons);

/// <summary>One reason for Enhanced tier.</summary>
/// <param name="Trigger">The trigger behind it; null for an open Refer.</param>
/// <param name="Sentence">What officers read.</param>
public sealed record TierReason(TriggerCode? Trigger, string Sentence);

/// <summary>Standard or Enhanced. Faith, politics and controversy never set it. RULEBOOK 3.</summary>
public static class TierRules
{
    /// <summary>The tier now. An open Refer raises it until every Refer has closed favourably.</summary>
    public static TierFinding Of(HireAnswers answers, HireFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var finding = OfAnswers(answers);
        if (!facts.OpenRefer || answers.IsElectionMeeting())
            return finding;
        return new TierFinding(Tier.Enhanced, [.. finding.Reasons, new TierReason(null, "A check is still a Refer.")]);
    }

    /// <summary>The tier by the answers alone, which rules the lead time.</summary>
    public static TierFinding OfAnswers(HireAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        // A statutory election meeting is always Standard
        IReadOnlyList<TierReason> reasons = answers.IsElectionMeeting() ? [] : [.. Reasons(answers)];
        return new TierFinding(reasons.Count == 0 ? Tier.Standard : Tier.Enhanced, reasons);
    }

    private static IEnumerable<TierReason> Reasons(HireAnswers answers)
    {
        if (answers.Speakers.Kind == SpeakersKind.External)
        {
            if (answers.Audience.Kind == AudienceKind.Public)
                yield return new TierReason(T1, "An external speaker addresses the public.");
            if (answers.Recording.Livestream == true)
                yield return new TierReason(T1, "An external speaker is shown live.");
            if (HasUnder18s(answers.PeopleAtRisk))
                yield return new TierReason(T1, "An external speaker addresses under-18s.");
        }
        if (answers.Attendance.People is { } people && Triggers.IsVeryLarge(people))
            yield return new TierReason(T8, "200 people or more are expected.");
        if (answers.OnBehalf.IsForOthers())
            yield return new TierReason(T9, "Somebody else stands behind the event.");
        if (answers.Past.RefusedElsewhere == true)
            yield return new TierReason(T10, "The group was refused or cancelled elsewhere in the last 24 months.");
    }

    // Until the group says which, people at risk may be under 18
    private static bool HasUnder18s(PeopleAtRiskAnswers people) =>
        people.Care is CareKind.WithCarers or CareKind.GroupsCare && people.Under18s != false;
}
