using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Seeding;

/// <summary><c>applications.json</c>, in the order in which they are walked.</summary>
public sealed record ApplicationsFile(IReadOnlyList<ApplicationSeed> Applications);

/// <summary>An application and how far it is walked.</summary>
/// <param name="Key">A word for it, unique.</param>
/// <param name="Organisation">Slug of the hirer.</param>
/// <param name="Space">Slug of the space.</param>
/// <param name="Reach">The state it is walked to, by the ordinary services.</param>
/// <param name="Story">What it shows.</param>
/// <param name="SentDaysAgo">Days before the day of seeding on which it was sent, or for a draft begun.</param>
/// <param name="WeeksAhead">Week of the first date, counted from the week of seeding.</param>
/// <param name="Weekday">Weekday of the first date.</param>
/// <param name="Start">Start on the hall clock.</param>
/// <param name="End">End on the hall clock.</param>
/// <param name="Answers">The answers; what is missing gets the most ordinary answer.</param>
public sealed record ApplicationSeed(
    string Key,
    string Organisation,
    string Space,
    CaseState Reach,
    string Story,
    int SentDaysAgo,
    int WeeksAhead,
    DayOfWeek Weekday,
    TimeOnly Start,
    TimeOnly End,
    HireAnswers Answers)
{
    /// <summary>How it repeats.</summary>
    public Repeats Repeats { get; init; }

    /// <summary>Number of dates.</summary>
    public int Dates { get; init; } = 1;

    /// <summary>A draft with only these pages answered; null for all.</summary>
    public IReadOnlyList<HireSection>? OnlySections { get; init; }

    /// <summary>A caller who is in no other file and for whom an officer types; null when the hirer fills it in.</summary>
    public OrganisationFacts? Caller { get; init; }

    /// <summary>What the officers write.</summary>
    public OfficersWords Words { get; init; } = new();
}

/// <summary>What officers write in a case.</summary>
public sealed record OfficersWords
{
    /// <summary>What the group is asked.</summary>
    public string? Question { get; init; }

    /// <summary>The recommendation, or the gist when the council is minded to refuse.</summary>
    public string? Reason { get; init; }

    /// <summary>The ground.</summary>
    public Ground? Ground { get; init; }

    /// <summary>Answers P1–P7.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>What the group writes when it asks for a review.</summary>
    public string? ReviewAsked { get; init; }

    /// <summary>Why the council cancels, as the hirer reads it.</summary>
    public string? Cancellation { get; init; }

    /// <summary>What the hirer of a refused application or a cancelled booking is offered instead.</summary>
    public string? Alternative { get; init; }

    /// <summary>Conditions of an approval; all are due three working days before the event.</summary>
    public IReadOnlyList<ConditionSeed> Conditions { get; init; } = [];

    /// <summary>A resolution one officer proposes for every hit and a second is still to agree.</summary>
    public string? FalseMatch { get; init; }
}

/// <summary>A condition.</summary>
public sealed record ConditionSeed(ConditionKind Kind, ConditionTiming Timing, string Text, string Reason, CheckCode? Check = null);
