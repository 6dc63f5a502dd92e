using static CouncilPremises.Domain.Hire.Answered;

namespace CouncilPremises.Domain.Grants;

/// <summary>G2, G4, G5, G7 and G8.</summary>
internal static class ProjectRules
{
    /// <summary>Longest project, included.</summary>
    public const int MostYears = 3;

    private const int LongestTitle = 120;
    private const int MostWards = 100;

    public static IEnumerable<Refusal> Project(ProjectAnswers project, GrantContext context) =>
    [
        .. Words(project.Title, "G2", nameof(project.Title), "Enter a title for your project", LongestTitle),
        .. NotTooLong(project.LocalTitle, "G2", nameof(project.LocalTitle), LongestTitle),
        .. NotNull(project.Starts, "G2", nameof(project.Starts), "Enter the first day of your project"),
        .. NotNull(project.Ends, "G2", nameof(project.Ends), "Enter the last day of your project"),
        .. Dates(project, context.Today),
        .. Wards(project, context),
        .. PlanLine(project, context),
        .. Words(project.Owner, "G2", nameof(project.Owner), "Enter who answers for the project under the delivery plan"),
        .. Words(project.Explanation, "G2", nameof(project.Explanation), "Say how you will explain the project locally", Text),
        .. Words(project.PressContact, "G2", nameof(project.PressContact), "Enter who answers questions from the press"),
    ];

    private static IEnumerable<Refusal> Dates(ProjectAnswers project, DateOnly today)
    {
        if (project.Starts < today)
            yield return new Refusal("G2", "The first day must be today or later: a grant never pays for past costs", nameof(project.Starts));
        if (project is not { Starts: { } starts, Ends: { } ends })
            yield break;
        if (ends <= starts)
            yield return new Refusal("G2", "The last day must be after the first", nameof(project.Ends));
        if (CalendarMonths.IsLonger(starts, ends, MostYears * 12))
            yield return new Refusal("G2", $"A project lasts at most {MostYears} years. Enter an earlier last day", nameof(project.Ends));
    }

    private static IEnumerable<Refusal> Wards(ProjectAnswers project, GrantContext context)
    {
        var wards = project.Wards;
        if (!wards.Any(ward => !string.IsNullOrWhiteSpace(ward)))
            yield return new Refusal("G2", "Choose at least one ward", nameof(project.Wards));
        else if (wards.Count > MostWards)
            yield return new Refusal("G2", $"Choose at most {MostWards} wards", nameof(project.Wards));
        else if (wards.Any(ward => context.Wards.Count > 0 && !context.Wards.Contains(ward)))
            yield return new Refusal("G2", "Choose wards from the list", nameof(project.Wards));
        foreach (var refusal in wards.SelectMany(ward => NotTooLong(ward, "G2", nameof(project.Wards))).Take(1))
            yield return refusal;
    }

    private static IEnumerable<Refusal> PlanLine(ProjectAnswers project, GrantContext context)
    {
        if (context.DeliveryPlanLineIds.Count > 0 && !(project.DeliveryPlanLineId is { } line && context.DeliveryPlanLineIds.Contains(line)))
            yield return new Refusal("G2", "Choose the line of the delivery plan that your project serves", nameof(project.DeliveryPlanLineId));
    }

    public static IEnumerable<Refusal> Need(NeedAnswers need) =>
    [
        .. Words(need.Need, "G4", nameof(need.Need), "Say why the project is needed here", Text),
        .. Words(need.Sources, "G4", nameof(need.Sources), "Enter the published sources this rests on", Text),
        .. need.NamesNobody == true
            ? Array.Empty<Refusal>()
            : [new Refusal("G4", "Confirm that no individual is named. Take out any name first", nameof(need.NamesNobody))],
    ];

    public static IEnumerable<Refusal> Community(CommunityAnswers community) =>
    [
        .. Words(community.WhoBenefits, "G5", nameof(community.WhoBenefits), "Say who benefits from the project", Text),
        .. Words(community.HowOthersTakePart, "G5", nameof(community.HowOthersTakePart), "Say how people beyond one ethnic or faith community take part", Text),
        .. Words(community.WhoWorksAlongside, "G5", nameof(community.WhoWorksAlongside), "Say who works alongside you", Text),
    ];

    public static IEnumerable<Refusal> Monitoring(MonitoringAnswers monitoring) =>
    [
        .. Words(monitoring.Lead, "G7", nameof(monitoring.Lead), "Enter who leads on monitoring"),
        .. Words(monitoring.Method, "G7", nameof(monitoring.Method), "Say how you will find out what the project achieves", Text),
    ];

    public static IEnumerable<Refusal> Safeguarding(SafeguardingAnswers safeguarding) => safeguarding.Under18s == true
        ?
        [
            .. Words(safeguarding.Lead, "G8", nameof(safeguarding.Lead), "Enter who leads on safeguarding"),
            .. safeguarding.HasPolicy == true
                ? Array.Empty<Refusal>()
                : [new Refusal("G8", safeguarding.HasPolicy is null ? "Say whether you have a safeguarding policy" : "A project with under-18s needs a safeguarding policy. Adopt one, then say yes", nameof(safeguarding.HasPolicy))],
            .. Words(safeguarding.ParentalConsent, "G8", nameof(safeguarding.ParentalConsent), "Say how parents or carers give their consent", Text),
        ]
        : NotNull(safeguarding.Under18s, "G8", nameof(safeguarding.Under18s), "Say whether under-18s take part");
}

/// <summary>G3.</summary>
internal static class ObjectiveRules
{
    private const int ShortestJustification = 100;
    private const int MostSecondary = 2;

    public static IEnumerable<Refusal> Check(ObjectivesAnswers objectives) =>
    [
        .. One(objectives.Primary, nameof(objectives.Primary), "your main objective"),
        .. Secondary(objectives),
        .. NotNull(objectives.National, "G3", nameof(objectives.National), "Choose the national objective your project serves"),
        .. Justified(objectives.NationalJustification, nameof(objectives.NationalJustification), "the national objective"),
    ];

    private static IEnumerable<Refusal> Secondary(ObjectivesAnswers objectives)
    {
        if (objectives.Secondary.Count > MostSecondary)
            return [new Refusal("G3", $"Choose at most {MostSecondary} other objectives", nameof(objectives.Secondary))];
        var chosen = objectives.Secondary.Select(other => other.Objective).Prepend(objectives.Primary.Objective).ToList();
        return objectives.Secondary.SelectMany((other, i) => One(other, $"{nameof(objectives.Secondary)}[{i}]", $"other objective {i + 1}")
            .Concat(other.Objective is not null && chosen.IndexOf(other.Objective) <= i
                ? [new Refusal("G3", $"You have chosen {other.Objective} already. Choose a different objective, or take it out", $"{nameof(objectives.Secondary)}[{i}].{nameof(other.Objective)}")]
                : []));
    }

    private static IEnumerable<Refusal> One(ObjectiveAnswer answer, string at, string called) =>
    [
        .. NotNull(answer.Objective, "G3", $"{at}.{nameof(answer.Objective)}", $"Choose {called}"),
        .. Justified(answer.Justification, $"{at}.{nameof(answer.Justification)}", called),
    ];

    private static IEnumerable<Refusal> Justified(string? text, string field, string called)
    {
        var length = text?.Trim().Length ?? 0;
        if (length is < ShortestJustification or > Text)
            yield return new Refusal("G3", length == 0 ? $"Say why your project serves {called}" : $"Say why your project serves {called} in {ShortestJustification} to {Text:#,0} characters. You have written {length:#,0}", field);
    }
}

/// <summary>G6.</summary>
internal static class OutcomeRules
{
    private const int MostOutcomes = 6;
    private const decimal LargestNumber = 1_000_000_000m;

    public static IEnumerable<Refusal> Check(OutcomesAnswers outcomes, ProjectAnswers project)
    {
        var items = outcomes.Items;
        if (items.Count is 0 or > MostOutcomes)
            return [new Refusal("G6", items.Count == 0 ? "Add the first outcome" : $"Add at most {MostOutcomes} outcomes", nameof(outcomes.Items))];
        return items.SelectMany((outcome, i) => One(outcome, $"{nameof(outcomes.Items)}[{i}]", i + 1, project));
    }

    private static IEnumerable<Refusal> One(OutcomeAnswer outcome, string at, int number, ProjectAnswers project) =>
    [
        .. Words(outcome.Indicator, "G6", $"{at}.{nameof(outcome.Indicator)}", $"Enter what is measured for outcome {number}"),
        .. Number(outcome.Baseline, $"{at}.{nameof(outcome.Baseline)}", $"Enter the number now for outcome {number}"),
        .. Number(outcome.Target, $"{at}.{nameof(outcome.Target)}", $"Enter the number you aim at for outcome {number}"),
        .. Words(outcome.Method, "G6", $"{at}.{nameof(outcome.Method)}", $"Say how outcome {number} is measured", Text),
        .. NotNull(outcome.Due, "G6", $"{at}.{nameof(outcome.Due)}", $"Enter the day by which outcome {number} is reached"),
        .. outcome.Due < project.Starts || outcome.Due > project.Ends
            ? [new Refusal("G6", $"The day for outcome {number} must lie within the project", $"{at}.{nameof(outcome.Due)}")]
            : Array.Empty<Refusal>(),
    ];

    private static IEnumerable<Refusal> Number(decimal? number, string field, string sentence)
    {
        if (number is null)
            yield return new Refusal("G6", sentence, field);
        else if (number is < 0 or > LargestNumber || decimal.Round(number.Value, 2) != number)
            yield return new Refusal("G6", $"{sentence}, from 0 to {LargestNumber:#,0}, with at most two decimals", field);
    }
}
