using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Domain.Hire;

/// <summary>What validation must know besides the answers.</summary>
internal sealed record HireContext(HireFacts Facts, Policy Policy);

/// <summary>B2–B16 checked page by page. Each refusal carries the rule's code, a sentence that says what to do, and the page's field. RULEBOOK 3.</summary>
/// <remarks>A time the clocks skip is refused; a short lead time is not, it triggers T11. Clashes are the database's business.</remarks>
public static class HireValidation
{
    /// <summary>The pages this hirer is asked, in order. Internal bodies are insured by the council.</summary>
    public static IReadOnlyList<HireSection> SectionsFor(HireAnswers answers, HireFacts facts)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(facts);
        return [.. Enum.GetValues<HireSection>().Where(section => section != HireSection.Insurance || AsksInsurance(answers, facts))];
    }

    /// <summary>Everything that is missing or wrong, page after page; empty when the application may be sent.</summary>
    public static IReadOnlyList<Refusal> All(HireAnswers answers, HireFacts facts, Policy policy) =>
        [.. SectionsFor(answers, facts).SelectMany(section => Section(section, answers, facts, policy))];

    /// <summary>What is missing or wrong on one page; empty when it is complete.</summary>
    public static IReadOnlyList<Refusal> Section(HireSection section, HireAnswers answers, HireFacts facts, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var context = new HireContext(facts, policy);
        return [.. section switch
        {
            HireSection.When => WhenRules.Check(answers.When, context),
            HireSection.Event => EventRules.Event(answers.Event),
            HireSection.Attendance => EventRules.Attendance(answers.Attendance, context),
            HireSection.Audience => EventRules.Audience(answers.Audience),
            HireSection.Speakers => PeopleRules.Speakers(answers, HirerWords.Of(facts.HirerKind)),
            HireSection.PeopleAtRisk => PeopleRules.PeopleAtRisk(answers.PeopleAtRisk),
            HireSection.MoneyRaised => EventRules.MoneyRaised(answers.MoneyRaised),
            HireSection.Recording => EventRules.Recording(answers.Recording),
            HireSection.Political => EventRules.Political(answers.Political, context),
            HireSection.Separation => EventRules.Separation(answers.Separation),
            HireSection.Practical => EventRules.Practical(answers.Practical),
            HireSection.Past => EventRules.Past(answers.Past),
            HireSection.Insurance => OrganiserRules.Insurance(answers, context),
            HireSection.OnBehalf => OrganiserRules.OnBehalf(answers),
            HireSection.Contact => OrganiserRules.Contact(answers.Contact, context),
        }];
    }

    private static bool AsksInsurance(HireAnswers answers, HireFacts facts) =>
        facts.HirerKind != HirerKind.InternalBody && !answers.IsElectionMeeting();
}

/// <summary>Questions that many pages ask of an answer.</summary>
internal static class Answered
{
    /// <summary>Longest one-line answer.</summary>
    public const int Line = 200;

    /// <summary>Longest answer of several lines.</summary>
    public const int Text = 2000;

    public static IEnumerable<Refusal> NotNull<T>(T? answer, string code, string field, string sentence)
        where T : struct
    {
        if (answer is null)
            yield return new Refusal(code, sentence, field);
    }

    /// <summary>Needed, and no longer than the limit.</summary>
    public static IEnumerable<Refusal> Words(string? answer, string code, string field, string sentence, int longest = Line)
    {
        if (string.IsNullOrWhiteSpace(answer))
            yield return new Refusal(code, sentence, field);
        foreach (var refusal in NotTooLong(answer, code, field, longest))
            yield return refusal;
    }

    /// <summary>May be left out, but is no longer than the limit.</summary>
    public static IEnumerable<Refusal> NotTooLong(string? answer, string code, string field, int longest = Line)
    {
        if (answer?.Length > longest)
            yield return new Refusal(code, $"Your answer must be {longest:#,0} characters or fewer", field);
    }
}

/// <summary>B4.</summary>
internal static class WhenRules
{
    public static IEnumerable<Refusal> Check(WhenAnswers when, HireContext context)
    {
        IEnumerable<Refusal> missing =
        [
            .. Answered.NotNull(when.SpaceId, "B4", nameof(when.SpaceId), "Choose a room"),
            .. Answered.NotNull(when.FirstDay, "B4", nameof(when.FirstDay), "Enter the date of your event"),
            .. Answered.NotNull(when.Start, "B4", nameof(when.Start), "Enter when you need the room from, with time to set up"),
            .. Answered.NotNull(when.End, "B4", nameof(when.End), "Enter when you will leave the room, with time to clear away"),
        ];
        var times = Times(when).ToList();
        return [.. missing, .. times, .. Dates(when, context), .. times.Count == 0 ? ClocksSkip(when) : []];
    }

    private static IEnumerable<Refusal> Times(WhenAnswers when)
    {
        if (when.Start is { } start && !IsQuarter(start))
            yield return No(nameof(when.Start), "The start must be on a quarter-hour, like 7pm or 7.15pm");
        if (when.End is { } end && !IsQuarter(end))
            yield return No(nameof(when.End), "The end must be on a quarter-hour, like 9pm or 9.15pm");
        if (when is { Start: { } from, End: { } to } && to != TimeOnly.MinValue && to <= from)
            yield return No(nameof(when.End), "The end must be after the start. To stay until midnight, type midnight. For the time after it, make another application for the next day, from 00:00");
    }

    private static IEnumerable<Refusal> Dates(WhenAnswers when, HireContext context)
    {
        var repeats = when.Recurrence;
        if (repeats.Repeats is not (Repeats.Once or Repeats.ChosenDates) && repeats.Until is null)
            yield return No(nameof(repeats.Until), "Enter the date after which it no longer repeats");
        if (when.FirstDay is not { } first)
            yield break;
        if (context.Facts.Today is { } today ? first <= today : context.Facts.WorkingDaysAhead == 0)
            yield return No(nameof(when.FirstDay), "The date of your event must be in the future");
        if (repeats.Repeats is not (Repeats.Once or Repeats.ChosenDates) && repeats.Until <= first)
            yield return No(nameof(repeats.Until), "The last date must be after the first");
        if (repeats.Repeats == Repeats.ChosenDates && repeats.Chosen.Count == 0)
            yield return No(nameof(repeats.Chosen), "Choose at least one more date, or say that it happens once");
        if (repeats.Repeats == Repeats.ChosenDates && repeats.Chosen.Any(day => day < first))
            yield return No(nameof(repeats.Chosen), "Each chosen date must be after the first date");
        var days = repeats.Expand(first);
        if (days.Count > Recurrence.MostDates)
            yield return No(nameof(repeats.Until), $"One application has at most {Recurrence.MostDates} dates. Choose an earlier last date and apply again for the rest");
        if (days.Count == 0)
            yield return No(nameof(repeats.Except), "Keep at least one date");
    }

    // Each date whose clock skips a time, with the date in the sentence
    private static IEnumerable<Refusal> ClocksSkip(WhenAnswers when) =>
        when is { FirstDay: { } first, Start: { } start, End: { } end }
            ? when.Recurrence.Expand(first).SelectMany(day => CouncilTime.SlotOn(day, start, end).Refusals)
            : [];

    private static bool IsQuarter(TimeOnly time) => time.Ticks % (TimeSlot.QuarterMinutes * TimeSpan.TicksPerMinute) == 0;

    private static Refusal No(string field, string sentence) => new("B4", sentence, field);
}
