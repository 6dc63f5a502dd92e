using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CouncilPremises.Domain.Hire;

/// <summary>The pages of an application, in the order people think: what, when, where, who comes, who speaks, how you keep people safe, who you are.
/// Each is named after its member of <see cref="HireAnswers"/>.</summary>
public enum HireSection
{
    /// <summary>B5.</summary>
    [Display(Name = "What your event is")]
    Event,

    /// <summary>B4.</summary>
    [Display(Name = "When and where")]
    When,

    /// <summary>B6.</summary>
    [Display(Name = "How many people")]
    Attendance,

    /// <summary>B7.</summary>
    [Display(Name = "Who can come")]
    Audience,

    /// <summary>B8.</summary>
    [Display(Name = "Who will speak")]
    Speakers,

    /// <summary>B9.</summary>
    [Display(Name = "Under-18s and adults at risk")]
    PeopleAtRisk,

    /// <summary>B10.</summary>
    [Display(Name = "Raising money")]
    MoneyRaised,

    /// <summary>B11.</summary>
    [Display(Name = "Livestream and recording")]
    Recording,

    /// <summary>B12.</summary>
    [Display(Name = "Party, candidate and campaign meetings")]
    Political,

    /// <summary>B13.</summary>
    [Display(Name = "Separate arrangements")]
    Separation,

    /// <summary>B14.</summary>
    [Display(Name = "Practical matters")]
    Practical,

    /// <summary>B15.</summary>
    [Display(Name = "Bookings elsewhere")]
    Past,

    /// <summary>B16.</summary>
    [Display(Name = "Insurance")]
    Insurance,

    /// <summary>B3.</summary>
    [Display(Name = "Booking for others")]
    OnBehalf,

    /// <summary>B2.</summary>
    [Display(Name = "Who we should speak to")]
    Contact,
}

/// <summary>What kind of activity it is. None of these says anything of anybody's belief or opinion. RULEBOOK 3 B5.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActivityCategory>))]
public enum ActivityCategory
{
    /// <summary>A meeting.</summary>
    [Display(Name = "Meeting")]
    Meeting,

    /// <summary>A talk, lecture or debate.</summary>
    [Display(Name = "Talk, lecture or debate")]
    Talk,

    /// <summary>A class, course or training.</summary>
    [Display(Name = "Class, course or training")]
    Class,

    /// <summary>Sport, dance or exercise.</summary>
    [Display(Name = "Sport, dance or exercise")]
    Sport,

    /// <summary>Music, theatre, film or an exhibition.</summary>
    [Display(Name = "Music, theatre, film or exhibition")]
    Arts,

    /// <summary>A party, wedding, festival or other celebration.</summary>
    [Display(Name = "Celebration, festival or party")]
    Celebration,

    /// <summary>A regular gathering or ceremony of a community.</summary>
    [Display(Name = "Community gathering or ceremony")]
    Gathering,

    /// <summary>An activity for children, young people or families.</summary>
    [Display(Name = "Activity for children or families")]
    Children,

    /// <summary>Advice, support or care.</summary>
    [Display(Name = "Advice or support")]
    Support,

    /// <summary>A market, fair or sale.</summary>
    [Display(Name = "Market, fair or sale")]
    Market,

    /// <summary>Anything else.</summary>
    [Display(Name = "Something else")]
    Other,
}

/// <summary>Who it is for. RULEBOOK 3 B7.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AudienceKind>))]
public enum AudienceKind
{
    /// <summary>Members of the group.</summary>
    [Display(Name = "Members of our group only")]
    Members,

    /// <summary>People invited by name.</summary>
    [Display(Name = "People we invite")]
    Invited,

    /// <summary>Anybody.</summary>
    [Display(Name = "Anybody: it is open to the public")]
    Public,
}

/// <summary>Who speaks. RULEBOOK 3 B8.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpeakersKind>))]
public enum SpeakersKind
{
    /// <summary>Nobody addresses the audience.</summary>
    [Display(Name = "Nobody gives a talk or speech")]
    None,

    /// <summary>Members, workers or regular leaders of the group.</summary>
    [Display(Name = "Only our own members, workers or regular leaders")]
    Own,

    /// <summary>Somebody from outside.</summary>
    [Display(Name = "Somebody from outside our group")]
    External,
}

/// <summary>Under-18s or adults at risk. RULEBOOK 3 B9.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CareKind>))]
public enum CareKind
{
    /// <summary>None take part.</summary>
    [Display(Name = "No")]
    None,

    /// <summary>With parents or carers who stay.</summary>
    [Display(Name = "Yes, with parents or carers who stay")]
    WithCarers,

    /// <summary>In the group's care.</summary>
    [Display(Name = "Yes, and our group looks after them")]
    GroupsCare,
}
