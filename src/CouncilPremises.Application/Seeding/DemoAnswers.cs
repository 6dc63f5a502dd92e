using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Seeding;

/// <summary>Turns seeded applications into the answers their lead contacts would give.</summary>
/// <param name="today">The day of seeding.</param>
/// <param name="bankHolidays">Days on which nobody in the demonstration hires a room.</param>
public sealed class DemoAnswers(DateOnly today, IReadOnlySet<DateOnly> bankHolidays)
{
    /// <summary>All answers: those of the file, and for the rest the most ordinary one.</summary>
    public HireAnswers Of(ApplicationSeed seed, Guid spaceId, bool venueCovers)
    {
        ArgumentNullException.ThrowIfNull(seed);
        var given = seed.Answers;
        return given with
        {
            When = When(seed, spaceId),
            Audience = given.Audience.Kind is null ? new() { Kind = AudienceKind.Members, Advertised = false, Ticketed = false } : given.Audience,
            Speakers = given.Speakers.Kind is null ? new() { Kind = SpeakersKind.None } : given.Speakers,
            PeopleAtRisk = given.PeopleAtRisk.Care is null ? new() { Care = CareKind.None } : given.PeopleAtRisk,
            MoneyRaised = given.MoneyRaised.RaisesMoney is null ? new() { RaisesMoney = false } : given.MoneyRaised,
            Recording = new() { Livestream = given.Recording.Livestream ?? false, Recorded = given.Recording.Recorded ?? false },
            Political = given.Political.IsPolitical is null ? new() { IsPolitical = false } : given.Political,
            Separation = given.Separation.IsSeparated is null ? new() { IsSeparated = false } : given.Separation,
            Practical = given.Practical with { Alcohol = given.Practical.Alcohol ?? false, Music = given.Practical.Music ?? false },
            Past = given.Past.RefusedElsewhere is null ? new() { RefusedElsewhere = false } : given.Past,
            OnBehalf = given.OnBehalf.ForAnother is null ? new() { ForAnother = false, SubLetting = false } : given.OnBehalf,
            Insurance = Insurance(venueCovers),
        };
    }

    /// <summary>One page of the answers, put on top of what is saved already.</summary>
    internal static HireAnswers Page(HireAnswers saved, HireAnswers all, HireSection section) => section switch
    {
        HireSection.Event => saved with { Event = all.Event },
        HireSection.When => saved with { When = all.When },
        HireSection.Attendance => saved with { Attendance = all.Attendance },
        HireSection.Audience => saved with { Audience = all.Audience },
        HireSection.Speakers => saved with { Speakers = all.Speakers },
        HireSection.PeopleAtRisk => saved with { PeopleAtRisk = all.PeopleAtRisk },
        HireSection.MoneyRaised => saved with { MoneyRaised = all.MoneyRaised },
        HireSection.Recording => saved with { Recording = all.Recording },
        HireSection.Political => saved with { Political = all.Political },
        HireSection.Separation => saved with { Separation = all.Separation },
        HireSection.Practical => saved with { Practical = all.Practical },
        HireSection.Past => saved with { Past = all.Past },
        HireSection.Insurance => saved with { Insurance = all.Insurance },
        HireSection.OnBehalf => saved with { OnBehalf = all.OnBehalf },
        // Name, address and telephone come from the account of whoever starts the application; a caller's from the file
        HireSection.Contact => saved with
        {
            Contact = saved.Contact with { Role = "Lead contact", Phone = all.Contact.Phone ?? saved.Contact.Phone, NoEmail = all.Contact.NoEmail, Over18 = true },
        },
    };

    private WhenAnswers When(ApplicationSeed seed, Guid spaceId)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var first = monday.AddDays((seed.WeeksAhead * 7) + (((int)seed.Weekday + 6) % 7));
        while (IsQuiet(first))
            first = first.AddDays(7);
        var recurrence = new Recurrence { Repeats = seed.Repeats, Until = Until(seed, first) };
        return new()
        {
            SpaceId = spaceId,
            FirstDay = first,
            Start = seed.Start,
            End = seed.End,
            Recurrence = recurrence with { Except = recurrence.Expand(first).Where(IsQuiet).ToValueList() },
        };
    }

    private bool IsQuiet(DateOnly day) => bankHolidays.Contains(day) || day is { Month: 12, Day: >= 24 } or { Month: 1, Day: 1 };

    private static DateOnly? Until(ApplicationSeed seed, DateOnly first) => seed.Repeats switch
    {
        Repeats.Once or Repeats.ChosenDates => null,
        Repeats.Weekly => first.AddDays(7 * (seed.Dates - 1)),
        Repeats.Fortnightly => first.AddDays(14 * (seed.Dates - 1)),
        Repeats.MonthlyByDate => first.AddMonths(seed.Dates - 1),
        // The same weekday of a later month lies at most six days after the same date
        Repeats.MonthlyByWeekday => first.AddMonths(seed.Dates - 1).AddDays(6),
    };

    private InsuranceAnswers Insurance(bool venueCovers) => venueCovers
        ? new() { VenueCover = true }
        : new() { VenueCover = false, Insurer = "Mere & Fell Mutual", Sum = Money.Pounds(10_000_000), Expiry = today.AddDays(330) };
}
