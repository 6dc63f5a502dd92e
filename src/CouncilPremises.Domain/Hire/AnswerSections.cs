namespace CouncilPremises.Domain.Hire;

/// <summary>Answers taken section by section: the same switch copies and compares, so that no section can be forgotten.</summary>
public static class AnswerSections
{
    /// <summary>The answers with one section taken from others.</summary>
    public static HireAnswers With(this HireAnswers answers, HireSection section, HireAnswers from)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(from);
        return section switch
        {
            HireSection.Event => answers with { Event = from.Event },
            HireSection.When => answers with { When = from.When },
            HireSection.Attendance => answers with { Attendance = from.Attendance },
            HireSection.Audience => answers with { Audience = from.Audience },
            HireSection.Speakers => answers with { Speakers = from.Speakers },
            HireSection.PeopleAtRisk => answers with { PeopleAtRisk = from.PeopleAtRisk },
            HireSection.MoneyRaised => answers with { MoneyRaised = from.MoneyRaised },
            HireSection.Recording => answers with { Recording = from.Recording },
            HireSection.Political => answers with { Political = from.Political },
            HireSection.Separation => answers with { Separation = from.Separation },
            HireSection.Practical => answers with { Practical = from.Practical },
            HireSection.Past => answers with { Past = from.Past },
            HireSection.Insurance => answers with { Insurance = from.Insurance },
            HireSection.OnBehalf => answers with { OnBehalf = from.OnBehalf },
            HireSection.Contact => answers with { Contact = from.Contact },
        };
    }

    /// <summary>The sections in which two sets of answers differ, in order.</summary>
    public static IReadOnlyList<HireSection> Differing(HireAnswers before, HireAnswers after) =>
        [.. Enum.GetValues<HireSection>().Where(section => before.With(section, after) != before)];
}
