using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using static CouncilPremises.Domain.Checks.CheckCode;

namespace CouncilPremises.Domain.Hire;

/// <summary>An external speaker at one date.</summary>
public sealed record SpeakerOn(string Name, DateOnly Day);

/// <summary>What a change of answers comes to: which checks it opens again, whether it makes anything bigger, who is added too late. RULEBOOK 3 B8, 6.</summary>
public static class ChangeRules
{
    /// <summary>The checks whose earlier records no longer answer the question, in order of code. Those the application does not need do no harm.
    /// XREF is tried again at once for every new name and is not among them; DBS asks person by person.</summary>
    public static IReadOnlyList<CheckCode> Reopens(HireAnswers before, HireAnswers after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changed = AnswerSections.Differing(before, after).ToHashSet();
        (CheckCode Code, bool If)[] table =
        [
            (DEC, changed.Contains(HireSection.OnBehalf) && after.OnBehalf.IsForOthers()),
            (REG, changed.Contains(HireSection.OnBehalf) && after.OnBehalf.IsForOthers()),
            (SPK, NewSpeakers(before, after).Count > 0),
            (SAF, changed.Contains(HireSection.PeopleAtRisk) && WhoIsCaredFor(before) != WhoIsCaredFor(after)),
            (INS, changed.Contains(HireSection.Insurance) || (before.Insurance.VenueCover == true && Rooms(after).Except(Rooms(before)).Any())),
            (PUB, changed.Contains(HireSection.Audience) || changed.Contains(HireSection.Event)),
            (FUN, changed.Contains(HireSection.MoneyRaised)),
            (EVT, changed.Contains(HireSection.When) || after.Attendance.People > before.Attendance.People),
            (ELE, changed.Contains(HireSection.When) || changed.Contains(HireSection.Political)),
        ];
        return [.. table.Where(row => row.If).Select(row => row.Code).Order()];
    }

    /// <summary>External speakers about whom something is new: the person, whom they speak for, or the topic.</summary>
    public static IReadOnlyList<SpeakerAnswer> NewSpeakers(HireAnswers before, HireAnswers after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var known = before.ExternalSpeakers().Select(WithoutDates).ToHashSet();
        return [.. after.ExternalSpeakers().Where(speaker => !known.Contains(WithoutDates(speaker)))];
    }

    /// <summary>True when nobody more comes, no date is added or lasts longer, nobody new speaks and no trigger is new: an officer accepts in one act.</summary>
    /// <param name="before">The answers as they stand.</param>
    /// <param name="after">The answers wanted.</param>
    /// <param name="plan">What becomes of the dates.</param>
    /// <param name="newTriggers">Triggers that only the change sets off.</param>
    public static bool IsSameOrSmaller(HireAnswers before, HireAnswers after, DatePlan plan, IReadOnlyList<Trigger> newTriggers)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(newTriggers);
        return newTriggers.Count == 0
            && !(after.Attendance.People > before.Attendance.People)
            && plan.Added.Count == 0
            && plan.Moved.All(move => move.To.Slot.EndUtc - move.To.Slot.StartUtc <= move.Date.EndUtc - move.Date.StartUtc)
            && NewSpeakers(before, after).Count == 0
            && Appearances(after).Count <= Appearances(before).Count;
    }

    /// <summary>External speakers added to a date whose list is frozen: the last day to change it has passed. A date that moves takes its speakers along.</summary>
    /// <param name="before">The answers as they stand.</param>
    /// <param name="after">The answers wanted.</param>
    /// <param name="plan">What becomes of the dates.</param>
    /// <param name="today">Today in London.</param>
    /// <param name="clocks">Knows when a list freezes.</param>
    public static IReadOnlyList<SpeakerOn> Late(HireAnswers before, HireAnswers after, DatePlan plan, DateOnly today, Deadlines clocks)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(clocks);
        var movedTo = plan.Moved.ToDictionary(move => move.Date.Day, move => move.To.Slot.Day);
        var known = Appearances(before).Select(one => one with { Day = movedTo.GetValueOrDefault(one.Day, one.Day) }).ToHashSet();
        return [.. Appearances(after).Where(one => !known.Contains(one) && one.Day >= today && today > clocks.SpeakersFreeze(one.Day))];
    }

    /// <summary>The answers wanted without some appearances: a speaker stays at the other dates, and without the last of them nobody external is added.</summary>
    /// <param name="before">The answers as they stand.</param>
    /// <param name="after">The answers wanted.</param>
    /// <param name="declined">Who does not speak when.</param>
    public static HireAnswers Without(HireAnswers before, HireAnswers after, IReadOnlyCollection<SpeakerOn> declined)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var days = after.Days();
        var left = new List<SpeakerAnswer>();
        foreach (var speaker in after.ExternalSpeakers())
        {
            var gone = declined.Where(one => one.Name == speaker.Name).Select(one => one.Day).ToHashSet();
            var stays = (speaker.Dates.Count > 0 ? speaker.Dates : days).Where(day => !gone.Contains(day)).ToValueList();
            if (gone.Count == 0)
                left.Add(speaker);
            else if (stays.Count > 0)
                left.Add(speaker with { Dates = stays });
        }

        return after with
        {
            Speakers = left.Count > 0 ? after.Speakers with { External = left.ToValueList() }
                : before.Speakers.Kind != SpeakersKind.External ? before.Speakers
                : new SpeakersAnswers { Kind = SpeakersKind.Own },
        };
    }

    /// <summary>Who speaks when; a speaker without dates speaks at every one.</summary>
    private static HashSet<SpeakerOn> Appearances(HireAnswers answers) =>
        [.. from speaker in answers.ExternalSpeakers()
            from day in speaker.Dates.Count > 0 ? speaker.Dates : answers.Days()
            select new SpeakerOn(speaker.Name ?? "", day)];

    private static SpeakerAnswer WithoutDates(SpeakerAnswer speaker) => speaker with { Dates = [] };

    private static (CareKind?, bool?, bool?) WhoIsCaredFor(HireAnswers answers) =>
        (answers.PeopleAtRisk.Care, answers.PeopleAtRisk.Under18s, answers.PeopleAtRisk.AdultsAtRisk);

    private static IEnumerable<Guid?> Rooms(HireAnswers answers) =>
        answers.When.Otherwise.Select(other => (Guid?)other.SpaceId).Append(answers.When.SpaceId).Distinct();
}
