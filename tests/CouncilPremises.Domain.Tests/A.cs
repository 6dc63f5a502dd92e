using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Domain.Tests;

/// <summary>Ordinary things that are right in every way; a test changes what it is about.</summary>
internal static class A
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>The bank holidays around it.</summary>
    public static readonly WorkingDays Calendar = new([new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 4), new(2026, 5, 25), new(2026, 12, 25), new(2026, 12, 28)]);

    /// <summary>A members' meeting on one evening, complete, Standard, with nothing to trigger anything.</summary>
    public static HireAnswers Hire() => new()
    {
        When = new WhenAnswers { SpaceId = new Guid("0197a000-0000-7000-8000-000000000001"), FirstDay = new(2026, 3, 24), Start = new(19, 0), End = new(21, 0) },
        Event = new EventAnswers { Title = "Allotment society meeting", Category = ActivityCategory.Meeting, Description = "Our monthly meeting: plots, seeds, the water butts and the summer show, with tea." },
        Attendance = new AttendanceAnswers { People = 30 },
        Audience = new AudienceAnswers { Kind = AudienceKind.Members, Advertised = false, Ticketed = false },
        Speakers = new SpeakersAnswers { Kind = SpeakersKind.Own },
        PeopleAtRisk = new PeopleAtRiskAnswers { Care = CareKind.None },
        MoneyRaised = new MoneyRaisedAnswers { RaisesMoney = false },
        Recording = new RecordingAnswers { Livestream = false, Recorded = false },
        Political = new PoliticalAnswers { IsPolitical = false },
        Separation = new SeparationAnswers { IsSeparated = false },
        Past = new PastAnswers { RefusedElsewhere = false },
        Insurance = new InsuranceAnswers { VenueCover = false, Insurer = "Mutual of Mere", Sum = Money.Pounds(5_000_000), Expiry = new(2026, 12, 31) },
        OnBehalf = new OnBehalfAnswers { ForAnother = false, SubLetting = false },
        Contact = new ContactAnswers { Name = "Ruth Okonjo", Role = "Secretary", Email = "ruth@plots.example", Phone = "01632 960123", Over18 = true },
    };
}
