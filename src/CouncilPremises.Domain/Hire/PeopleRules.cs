using static CouncilPremises.Domain.Hire.Answered;

namespace CouncilPremises.Domain.Hire;

/// <summary>B8 and B9.</summary>
internal static class PeopleRules
{
    private const int MostPeople = 50;

    public static IEnumerable<Refusal> Speakers(HireAnswers answers, HirerWords words)
    {
        var speakers = answers.Speakers;
        if (speakers.Kind is null)
            return [new Refusal("B8", words.SpeakersQuestion.Replace("Will anyone", "Say whether anyone will", StringComparison.Ordinal).TrimEnd('?'), nameof(speakers.Kind))];
        if (speakers.Kind != SpeakersKind.External)
            return [];
        if (speakers.External.Count is 0 or > MostPeople)
            return [new Refusal("B8", speakers.External.Count == 0 ? "Add the first speaker" : $"Add at most {MostPeople} speakers", nameof(speakers.External))];
        var days = answers.Days();
        return speakers.External.SelectMany((speaker, i) => Speaker(speaker, $"{nameof(speakers.External)}[{i}]", i + 1, days));
    }

    private static IEnumerable<Refusal> Speaker(SpeakerAnswer speaker, string at, int number, IReadOnlyList<DateOnly> days) =>
    [
        .. Words(speaker.Name, "B8", $"{at}.{nameof(speaker.Name)}", $"Enter the name of speaker {number}"),
        .. NotTooLong(speaker.Organisation, "B8", $"{at}.{nameof(speaker.Organisation)}"),
        .. Words(speaker.Topic, "B8", $"{at}.{nameof(speaker.Topic)}", $"Enter what speaker {number} will speak about"),
        .. NotNull(speaker.Remote, "B8", $"{at}.{nameof(speaker.Remote)}", $"Say whether speaker {number} takes part from elsewhere"),
        .. SpeakerDates(speaker, $"{at}.{nameof(speaker.Dates)}", number, days),
    ];

    // A series names its speakers per date; for a single date nobody has to repeat it
    private static IEnumerable<Refusal> SpeakerDates(SpeakerAnswer speaker, string field, int number, IReadOnlyList<DateOnly> days)
    {
        if (days.Count > 1 && speaker.Dates.Count == 0)
            yield return new Refusal("B8", $"Choose the dates at which speaker {number} speaks", field);
        if (days.Count > 0 && speaker.Dates.Any(day => !days.Contains(day)))
            yield return new Refusal("B8", $"Choose dates of your event for speaker {number}", field);
    }

    public static IEnumerable<Refusal> PeopleAtRisk(PeopleAtRiskAnswers people)
    {
        if (people.Care is null)
            return [new Refusal("B9", "Say whether under-18s or adults at risk will take part", nameof(people.Care))];
        if (people.Care == CareKind.None)
            return [];
        return
        [
            .. NotNull(people.Under18s, "B9", nameof(people.Under18s), "Say whether under-18s will take part"),
            .. NotNull(people.AdultsAtRisk, "B9", nameof(people.AdultsAtRisk), "Say whether adults at risk will take part"),
            .. people is { Under18s: false, AdultsAtRisk: false }
                ? [new Refusal("B9", "Choose under-18s, adults at risk or both, or go back and say that none take part", nameof(people.Under18s))]
                : Array.Empty<Refusal>(),
            .. people.Care == CareKind.GroupsCare ? Carers(people) : [],
        ];
    }

    private static IEnumerable<Refusal> Carers(PeopleAtRiskAnswers people)
    {
        if (people.Roles.Count is 0 or > MostPeople)
            return [new Refusal("B9", people.Roles.Count == 0 ? "Add the first person who looks after them" : $"Add at most {MostPeople} people", nameof(people.Roles))];
        return people.Roles.SelectMany((role, i) => (IEnumerable<Refusal>)
        [
            .. Words(role.Name, "B9", $"{nameof(people.Roles)}[{i}].{nameof(role.Name)}", $"Enter the name of person {i + 1}"),
            .. NotNull(role.Role, "B9", $"{nameof(people.Roles)}[{i}].{nameof(role.Role)}", $"Choose what best describes person {i + 1}"),
            .. Words(role.Does, "B9", $"{nameof(people.Roles)}[{i}].{nameof(role.Does)}", $"Enter what person {i + 1} does"),
        ]);
    }
}
