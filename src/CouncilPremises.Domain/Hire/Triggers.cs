using CouncilPremises.Domain.Policies;
using static CouncilPremises.Domain.Hire.HireSection;
using static CouncilPremises.Domain.Hire.TriggerCode;

namespace CouncilPremises.Domain.Hire;

/// <summary>Answers that make something more necessary. RULEBOOK 3.</summary>
public enum TriggerCode
{
    /// <summary>External speakers.</summary>
    T1,

    /// <summary>Under-18s or adults at risk in the group's care.</summary>
    T2,

    /// <summary>Public, advertised or ticketed.</summary>
    T3,

    /// <summary>Money is raised.</summary>
    T4,

    /// <summary>Livestream or recording.</summary>
    T5,

    /// <summary>A group without a completed booking in 24 months.</summary>
    T6,

    /// <summary>A candidate claims a room for an election meeting.</summary>
    T7,

    /// <summary>200 people or more, or 80% of a room for 100 or more.</summary>
    T8,

    /// <summary>For another body, or sub-letting.</summary>
    T9,

    /// <summary>Refused or cancelled elsewhere for conduct, safety or false statements.</summary>
    T10,

    /// <summary>Sent later than the lead time.</summary>
    T11,

    /// <summary>Separation by sex or another characteristic.</summary>
    T12,
}

/// <summary>A trigger that the answers set off.</summary>
/// <param name="Code">Which.</param>
/// <param name="Section">The page whose answer caused it.</param>
/// <param name="Field">The answer that caused it.</param>
/// <param name="Sentence">What the group reads. It never names a tier or a list.</param>
public sealed record Trigger(TriggerCode Code, HireSection Section, string Field, string Sentence);

/// <summary>What the rules must know besides the answers.</summary>
public sealed record HireFacts
{
    /// <summary>Group, individual or internal body.</summary>
    public required HirerKind HirerKind { get; init; }

    /// <summary>The hirer completed a booking in the 24 months before sending.</summary>
    public bool BookedBefore { get; init; }

    /// <summary>The most people the room holds; null while no room is chosen.</summary>
    public int? Capacity { get; init; }

    /// <summary>The venue's own policy covers hirers.</summary>
    public bool VenueCoversHirers { get; init; }

    /// <summary>Every date lies in an election period entered for the area of the room. Derived, never asked.</summary>
    public bool ElectionPeriod { get; init; }

    /// <summary>An officer types what the hirer says on the telephone or wrote on paper.</summary>
    public bool IsTyped { get; init; }

    /// <summary>Working days from sending (today for a draft) to the first date; null while there is no date.</summary>
    public int? WorkingDaysAhead { get; init; }

    /// <summary>London's today for a draft, the day of sending afterwards. Without it a first date with no working day before it counts as past.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>A check on the case is an open Refer, or a hit is open.</summary>
    public bool OpenRefer { get; init; }

    /// <summary>The tier at sending, which rules the lead time from then on; null for a draft.</summary>
    public Tier? TierWhenSent { get; init; }
}

/// <summary>Derives T1–T12 from answers and facts. Pure. Faith, politics and controversy play no part. RULEBOOK 3.</summary>
public static class Triggers
{
    private const int LargeEvent = 200;
    private const int RoomForMany = 100;

    /// <summary>Every trigger the answers set off, in order of code.</summary>
    public static IReadOnlyList<Trigger> Of(HireAnswers answers, HireFacts facts, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(facts);
        var triggers = People(answers, HirerWords.Of(facts.HirerKind)).Concat(Organiser(answers, facts)).Concat(Size(answers, facts)).Concat(Lead(answers, facts, policy)).OrderBy(t => t.Code);
        // Of a candidate nothing more may be asked: Representation of the People Act 1983 ss.95–96
        return answers.IsElectionMeeting() ? [.. triggers.Where(t => t.Code is T7 or T8)] : [.. triggers];
    }

    /// <summary>True when so many people come to a room of that size that T8 applies: 200 or more, or 80% or more of a room for 100 or more.</summary>
    public static bool IsLarge(int people, int? capacity) =>
        people >= LargeEvent || (capacity >= RoomForMany && people * 100L >= capacity.Value * 80L);

    /// <summary>True when T8 raises the tier as well: only at 200 or more.</summary>
    public static bool IsVeryLarge(int people) => people >= LargeEvent;

    private static IEnumerable<Trigger> People(HireAnswers answers, HirerWords words)
    {
        if (answers.Speakers.Kind == SpeakersKind.External)
            yield return new Trigger(T1, HireSection.Speakers, nameof(SpeakersAnswers.Kind),
                $"{words.BecauseSpeaker}, we will look up what they have said and done in that role.");
        if (answers.PeopleAtRisk.Care == CareKind.GroupsCare)
            yield return new Trigger(T2, PeopleAtRisk, nameof(PeopleAtRiskAnswers.Care),
                $"Because {AtRisk(answers.PeopleAtRisk)} will be in your care, we will ask for your safeguarding policy and for the DBS checks (formerly CRB) that the law allows.");
        if (PublicField(answers.Audience) is { } field)
            yield return new Trigger(T3, Audience, field, $"{words.BecausePublic}, we will check that your publicity matches what you told us.");
        if (answers.MoneyRaised.RaisesMoney == true)
            yield return new Trigger(T4, MoneyRaised, nameof(MoneyRaisedAnswers.RaisesMoney), "Because money will be raised, we will check who receives it and whether a licence is needed.");
        if (answers.Recording.Livestream == true || answers.Recording.Recorded == true)
            yield return new Trigger(T5, Recording, answers.Recording.Livestream == true ? nameof(RecordingAnswers.Livestream) : nameof(RecordingAnswers.Recorded),
                "Because it will be shown live or recorded, we will also look up speakers who take part from elsewhere.");
        if (answers.Separation.IsSeparated == true)
            yield return new Trigger(T12, Separation, nameof(SeparationAnswers.IsSeparated), "Because people will be separated, we ask which lawful basis you rely on.");
    }

    private static IEnumerable<Trigger> Organiser(HireAnswers answers, HireFacts facts)
    {
        if (facts.HirerKind == HirerKind.Group && !facts.BookedBefore)
            yield return new Trigger(T6, Contact, nameof(ContactAnswers.Name), "Because you have not used our rooms in the last two years, we will ask another venue about you.");
        if (answers.IsElectionMeeting())
            yield return new Trigger(T7, Political, nameof(PoliticalAnswers.RightClaimed), "Because a candidate has a right to a room, we only check the election agent and the date, and there is no hire fee.");
        if (answers.OnBehalf.IsForOthers())
            yield return new Trigger(T9, OnBehalf, answers.OnBehalf.ForAnother == true ? nameof(OnBehalfAnswers.ForAnother) : nameof(OnBehalfAnswers.SubLetting),
                "Because somebody else stands behind the event, we will ask them the same as you, and they sign the declaration too.");
        if (answers.Past.RefusedElsewhere == true)
            yield return new Trigger(T10, Past, nameof(PastAnswers.RefusedElsewhere), "Because a booking went wrong elsewhere, we ask what happened. That alone is never a reason to say no.");
    }

    private static IEnumerable<Trigger> Size(HireAnswers answers, HireFacts facts)
    {
        if (answers.Attendance.People is { } people && IsLarge(people, facts.Capacity))
            yield return new Trigger(T8, Attendance, nameof(AttendanceAnswers.People), "Because many people will come, we will ask for your safety plan.");
    }

    private static IEnumerable<Trigger> Lead(HireAnswers answers, HireFacts facts, Policy policy)
    {
        var tier = facts.TierWhenSent ?? TierRules.OfAnswers(answers).Tier;
        if (!answers.IsElectionMeeting() && facts.WorkingDaysAhead is { } ahead && LeadTime.IsShort(ahead, tier, policy))
            yield return new Trigger(T11, When, nameof(WhenAnswers.FirstDay), LeadTime.Sentence(tier, policy));
    }

    private static string AtRisk(PeopleAtRiskAnswers people) => (people.Under18s, people.AdultsAtRisk) switch
    {
        (true, true) => "young people and adults at risk",
        (true, _) => "young people",
        (_, true) => "adults at risk",
        _ => "young people or adults at risk",
    };

    private static string? PublicField(AudienceAnswers audience) =>
        audience.Kind == AudienceKind.Public ? nameof(AudienceAnswers.Kind)
        : audience.Advertised == true ? nameof(AudienceAnswers.Advertised)
        : audience.Ticketed == true ? nameof(AudienceAnswers.Ticketed)
        : null;
}

/// <summary>How long before the first date an application must be sent. Being late never stops it: T11, which may be declined only as D8. RULEBOOK 3 B4.</summary>
public static class LeadTime
{
    /// <summary>Working days asked for.</summary>
    public static int WorkingDays(Tier tier, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return tier switch
        {
            Tier.Standard => policy.LeadTimeStandardWorkingDays,
            Tier.Enhanced => policy.LeadTimeEnhancedWorkingDays,
        };
    }

    /// <summary>True when fewer working days are left; exactly as many is in time.</summary>
    public static bool IsShort(int workingDaysAhead, Tier tier, Policy policy) => workingDaysAhead < WorkingDays(tier, policy);

    internal static string Sentence(Tier tier, Policy policy) =>
        $"Because your first date is less than {WorkingDays(tier, policy)} working days away, we may not be able to finish our checks in time. Send it soon, or choose a later date.";
}
