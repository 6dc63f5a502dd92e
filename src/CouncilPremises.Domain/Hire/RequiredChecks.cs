using CouncilPremises.Domain.Checks;
using static CouncilPremises.Domain.Checks.CheckCode;
using static CouncilPremises.Domain.Hire.TriggerCode;

namespace CouncilPremises.Domain.Hire;

/// <summary>A check that a case needs, and why.</summary>
/// <param name="Code">Which.</param>
/// <param name="Why">What officers read.</param>
/// <param name="Trigger">The trigger behind it; null when every such hirer needs it.</param>
/// <param name="Party">Whom it is about.</param>
public sealed record RequiredCheck(CheckCode Code, string Why, TriggerCode? Trigger = null, CheckParty Party = CheckParty.Hirer);

/// <summary>Which checks a case needs. Derived, never stored. RULEBOOK 3.</summary>
public static class RequiredChecks
{
    /// <summary>The checks, each once a party, in the order of <see cref="CheckCode"/>, the real organiser's last. Where two reasons ask for one, the first is given.</summary>
    public static IReadOnlyList<RequiredCheck> Of(HireAnswers answers, HireFacts facts, IReadOnlyList<Trigger> triggers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(facts);
        var needed = answers.IsElectionMeeting() ? Election(triggers) : Always(facts.HirerKind).Concat(Triggered(answers, facts, triggers));
        return [.. needed.DistinctBy(check => (check.Code, check.Party)).OrderBy(check => check.Party).ThenBy(check => check.Code)];
    }

    // Besides these nothing may be asked of a candidate: Representation of the People Act 1983 ss.95–96
    private static IEnumerable<RequiredCheck> Election(IReadOnlyList<Trigger> triggers)
    {
        yield return new RequiredCheck(ELE, "A candidate claims a room: see the agent's authority and the date.", T7);
        yield return new RequiredCheck(COI, "Every officer states their interest first.");
        if (triggers.Any(trigger => trigger.Code == T8))
            yield return new RequiredCheck(EVT, "Many people are expected.", T8);
    }

    private static IEnumerable<RequiredCheck> Always(HirerKind kind)
    {
        yield return new RequiredCheck(COI, "Every officer states their interest first.");
        if (kind == HirerKind.InternalBody)
            yield break;
        yield return new RequiredCheck(DEC, "Every hirer signs the declaration.");
        yield return kind == HirerKind.Individual
            ? new RequiredCheck(REG, "See name and address of the hirer; do not copy them.")
            : new RequiredCheck(REG, "Every group is looked up in its register, or shows its governing document.");
        yield return new RequiredCheck(XREF, "Every hirer's names are tried against the lists.");
        yield return new RequiredCheck(INS, "Every hirer needs public liability cover.");
    }

    private static IEnumerable<RequiredCheck> Triggered(HireAnswers answers, HireFacts facts, IReadOnlyList<Trigger> triggers) =>
        triggers.SelectMany(trigger => For(trigger.Code, answers, facts));

    private static IEnumerable<RequiredCheck> For(TriggerCode trigger, HireAnswers answers, HireFacts facts) => trigger switch
    {
        // An internal body's own names are not tried, its external speakers are
        T1 when facts.HirerKind == HirerKind.InternalBody =>
            [new(SPK, "External people speak.", T1), new(XREF, "External speakers' names are tried against the lists.", T1)],
        T1 => [new(SPK, "External people speak.", T1)],
        T2 => [new(SAF, "People at risk are in the group's care.", T2), new(DBS, "People at risk are in the group's care.", T2)],
        T3 => [new(PUB, "The event is public, advertised or ticketed.", T3)],
        T4 => [new(FUN, "Money is raised.", T4)],
        T5 when answers.ExternalSpeakers().Any(speaker => speaker.Remote == true) => [new(SPK, "A speaker takes part from elsewhere.", T5)],
        T6 => [new(REF, "No completed booking in 24 months.", T6)],
        T7 => [new(ELE, "A candidate claims a room.", T7)],
        T8 => [new(EVT, "Many people are expected.", T8)],
        T9 =>
        [
            new(DEC, "The real organiser signs too.", T9, CheckParty.Organiser), new(REG, "The real organiser is looked up too.", T9, CheckParty.Organiser),
            // One look at the lists tries the names of both
            new(XREF, "The real organiser's names are tried too.", T9),
        ],
        T5 or T10 or T11 or T12 => [],
    };
}
