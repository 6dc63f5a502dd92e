using CouncilPremises.Domain.Time;

namespace CouncilPremises.Domain.Hire;

/// <summary>Everything a hirer answers, B2–B16, grouped as the pages people see. A null member is not answered yet.
/// Never asked: religion, ethnicity, nationality, sexuality, opinions, party membership. RULEBOOK 3.</summary>
/// <remarks>Each member is named after its <see cref="HireSection"/>. Stored as JSON: a member missing there is not answered,
/// so questions may be added without touching what is stored.</remarks>
public sealed record HireAnswers
{
    /// <summary>B4.</summary>
    public WhenAnswers When { get; init; } = new();

    /// <summary>B5.</summary>
    public EventAnswers Event { get; init; } = new();

    /// <summary>B6.</summary>
    public AttendanceAnswers Attendance { get; init; } = new();

    /// <summary>B7.</summary>
    public AudienceAnswers Audience { get; init; } = new();

    /// <summary>B8.</summary>
    public SpeakersAnswers Speakers { get; init; } = new();

    /// <summary>B9.</summary>
    public PeopleAtRiskAnswers PeopleAtRisk { get; init; } = new();

    /// <summary>B10.</summary>
    public MoneyRaisedAnswers MoneyRaised { get; init; } = new();

    /// <summary>B11.</summary>
    public RecordingAnswers Recording { get; init; } = new();

    /// <summary>B12.</summary>
    public PoliticalAnswers Political { get; init; } = new();

    /// <summary>B13.</summary>
    public SeparationAnswers Separation { get; init; } = new();

    /// <summary>B14.</summary>
    public PracticalAnswers Practical { get; init; } = new();

    /// <summary>B15.</summary>
    public PastAnswers Past { get; init; } = new();

    /// <summary>B16.</summary>
    public InsuranceAnswers Insurance { get; init; } = new();

    /// <summary>B3.</summary>
    public OnBehalfAnswers OnBehalf { get; init; } = new();

    /// <summary>B2.</summary>
    public ContactAnswers Contact { get; init; } = new();

    /// <summary>The dates asked for, in order; none until the first is chosen.</summary>
    public IReadOnlyList<DateOnly> Days() => When.FirstDay is { } first ? When.Recurrence.Expand(first) : [];

    /// <summary>External speakers; none unless the answer is that external people speak.</summary>
    public IReadOnlyList<SpeakerAnswer> ExternalSpeakers() => Speakers.Kind == SpeakersKind.External ? Speakers.External : [];

    /// <summary>True when the real organiser is asked for and signs too: T9. Never for an election meeting, whose checks the law limits.</summary>
    public bool HasRealOrganiser() => OnBehalf.IsForOthers() && !IsElectionMeeting();

    /// <summary>Legal name of whoever really organises; null when the hirer does. T9.</summary>
    public string? OrganiserName() => HasRealOrganiser() ? OnBehalf.Who?.Trim() : null;

    /// <summary>True when a candidate claims a room for a statutory election meeting. RULEBOOK 3.</summary>
    public bool IsElectionMeeting() => Political is { IsPolitical: true, RightClaimed: true };
}

/// <summary>B4: which room, and when. Times are London wall time and include setting up and clearing away.</summary>
public sealed record WhenAnswers
{
    /// <summary>The space.</summary>
    public Guid? SpaceId { get; init; }

    /// <summary>The first date.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>Start on the hall clock, in quarter-hours.</summary>
    public TimeOnly? Start { get; init; }

    /// <summary>End on the hall clock, in quarter-hours; 00:00 is midnight at the end of the day.</summary>
    public TimeOnly? End { get; init; }

    /// <summary>The other dates.</summary>
    public Recurrence Recurrence { get; init; } = new();

    /// <summary>Dates whose room or time differs from the rest, after a change of one date.</summary>
    public ValueList<DateOtherwise> Otherwise { get; init; } = [];
}

/// <summary>B5: what it is.</summary>
public sealed record EventAnswers
{
    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Kind of activity.</summary>
    public ActivityCategory? Category { get; init; }

    /// <summary>Description, 50–2,000 characters.</summary>
    public string? Description { get; init; }
}

/// <summary>B6: how many come.</summary>
public sealed record AttendanceAnswers
{
    /// <summary>People expected at the fullest time, 1 to the room's capacity.</summary>
    public int? People { get; init; }
}

/// <summary>B7: who is it for.</summary>
public sealed record AudienceAnswers
{
    /// <summary>Members, invited or public.</summary>
    public AudienceKind? Kind { get; init; }

    /// <summary>True when it is advertised.</summary>
    public bool? Advertised { get; init; }

    /// <summary>True when there are tickets.</summary>
    public bool? Ticketed { get; init; }

    /// <summary>What the publicity says, or where to see it.</summary>
    public string? Publicity { get; init; }
}

/// <summary>B8: who speaks.</summary>
public sealed record SpeakersAnswers
{
    /// <summary>None, own or external.</summary>
    public SpeakersKind? Kind { get; init; }

    /// <summary>Each external speaker; counted only when the kind is external.</summary>
    public ValueList<SpeakerAnswer> External { get; init; } = [];
}

/// <summary>An external speaker: someone announced to address the audience who is not a member, worker or regular leader of the group. RULEBOOK 2.</summary>
public sealed record SpeakerAnswer
{
    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Organisation, if any.</summary>
    public string? Organisation { get; init; }

    /// <summary>Topic.</summary>
    public string? Topic { get; init; }

    /// <summary>True when the speaker takes part from elsewhere.</summary>
    public bool? Remote { get; init; }

    /// <summary>Dates of the series at which the person speaks; needed when there are several dates.</summary>
    public ValueList<DateOnly> Dates { get; init; } = [];
}

/// <summary>B9: under-18s and adults at risk.</summary>
public sealed record PeopleAtRiskAnswers
{
    /// <summary>None, with carers, or in the group's care.</summary>
    public CareKind? Care { get; init; }

    /// <summary>True when there are under-18s; asked when there is anybody.</summary>
    public bool? Under18s { get; init; }

    /// <summary>True when there are adults at risk; asked when there is anybody.</summary>
    public bool? AdultsAtRisk { get; init; }

    /// <summary>Who looks after them; asked when they are in the group's care.</summary>
    public ValueList<CarerAnswer> Roles { get; init; } = [];
}

/// <summary>A person who looks after others for the group.</summary>
public sealed record CarerAnswer
{
    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>The row of the DBS role table.</summary>
    public Checks.DbsRole? Role { get; init; }

    /// <summary>What the person does.</summary>
    public string? Does { get; init; }

    /// <summary>True for a volunteer whom a checked person supervises. Mattered until 1 September 2026. RULEBOOK 5 DBS.</summary>
    public bool? SupervisedVolunteer { get; init; }
}

/// <summary>B10: fundraising, collection or sale; not subscriptions, nor entry that only covers costs.</summary>
public sealed record MoneyRaisedAnswers
{
    /// <summary>True when money is raised.</summary>
    public bool? RaisesMoney { get; init; }

    /// <summary>Who gets it.</summary>
    public string? Beneficiary { get; init; }

    /// <summary>How it is collected.</summary>
    public string? Method { get; init; }
}

/// <summary>B11: livestream or recording.</summary>
public sealed record RecordingAnswers
{
    /// <summary>True when it is shown live elsewhere.</summary>
    public bool? Livestream { get; init; }

    /// <summary>True when it is recorded.</summary>
    public bool? Recorded { get; init; }
}

/// <summary>B12: party, candidate or campaign meeting. Which party is never asked.</summary>
public sealed record PoliticalAnswers
{
    /// <summary>True for a party, candidate or campaign meeting.</summary>
    public bool? IsPolitical { get; init; }

    /// <summary>True when a candidate claims the right to a room under the Representation of the People Act 1983 ss.95–96.</summary>
    public bool? RightClaimed { get; init; }

    /// <summary>The candidate, when the right is claimed.</summary>
    public string? Candidate { get; init; }

    /// <summary>The election agent, when the right is claimed.</summary>
    public string? Agent { get; init; }
}

/// <summary>B13: separation by sex or another characteristic.</summary>
public sealed record SeparationAnswers
{
    /// <summary>True when people are separated.</summary>
    public bool? IsSeparated { get; init; }

    /// <summary>What will be separate, and how.</summary>
    public string? Details { get; init; }

    /// <summary>The lawful basis the group relies on. T12.</summary>
    public string? LawfulBasis { get; init; }
}

/// <summary>B14: practical matters; none of them must be answered.</summary>
public sealed record PracticalAnswers
{
    /// <summary>Alcohol is sold or served.</summary>
    public bool? Alcohol { get; init; }

    /// <summary>Live or recorded music.</summary>
    public bool? Music { get; init; }

    /// <summary>Stewards the group brings.</summary>
    public int? Stewards { get; init; }

    /// <summary>What people need to take part: seating, hearing loop, parking.</summary>
    public string? AccessNeeds { get; init; }
}

/// <summary>B15: refused or cancelled elsewhere in the last 24 months for conduct, safety or false statements.</summary>
public sealed record PastAnswers
{
    /// <summary>True when that happened.</summary>
    public bool? RefusedElsewhere { get; init; }

    /// <summary>What happened, in the group's words. T10.</summary>
    public string? WhatHappened { get; init; }
}

/// <summary>B16: public liability insurance.</summary>
public sealed record InsuranceAnswers
{
    /// <summary>True when the hirer relies on the venue's cover.</summary>
    public bool? VenueCover { get; init; }

    /// <summary>Insurer.</summary>
    public string? Insurer { get; init; }

    /// <summary>Sum insured.</summary>
    public Money? Sum { get; init; }

    /// <summary>Last day of cover, included.</summary>
    public DateOnly? Expiry { get; init; }
}

/// <summary>B3: for another body, or sub-letting. The real organiser then gives B1–B2. T9.</summary>
public sealed record OnBehalfAnswers
{
    /// <summary>True when another body stands behind it.</summary>
    public bool? ForAnother { get; init; }

    /// <summary>True when part of the room or time is let on.</summary>
    public bool? SubLetting { get; init; }

    /// <summary>Legal name of the real organiser.</summary>
    public string? Who { get; init; }

    /// <summary>What it has to do with the event.</summary>
    public string? Role { get; init; }

    /// <summary>Postal address of the real organiser.</summary>
    public string? Address { get; init; }

    /// <summary>Two office-holders of the real organiser, when it is a body.</summary>
    public ValueList<string> OfficeHolders { get; init; } = [];

    /// <summary>True when the real organiser is one person and not a body.</summary>
    public bool? IsPerson { get; init; }

    /// <summary>Whom to ask there.</summary>
    public string? ContactName { get; init; }

    /// <summary>Its e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Its UK telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>True when either question is answered yes: T9.</summary>
    public bool IsForOthers() => ForAnother == true || SubLetting == true;
}

/// <summary>B2: whom the council speaks to.</summary>
public sealed record ContactAnswers
{
    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Role in the group; not asked of a private person.</summary>
    public string? Role { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>True when the person has no e-mail address, so that letters go by post. Only where an officer types for them.</summary>
    public bool? NoEmail { get; init; }

    /// <summary>UK telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>True when 18 or over.</summary>
    public bool? Over18 { get; init; }
}
