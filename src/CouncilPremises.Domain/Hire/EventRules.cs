using static CouncilPremises.Domain.Hire.Answered;

namespace CouncilPremises.Domain.Hire;

/// <summary>B5–B7 and B10–B15.</summary>
internal static class EventRules
{
    private const int ShortestDescription = 50;
    private const int LongestTitle = 120;
    private const int MostStewards = 1000;

    public static IEnumerable<Refusal> Event(EventAnswers e)
    {
        var length = e.Description?.Trim().Length ?? 0;
        return
        [
            .. Words(e.Title, "B5", nameof(e.Title), "Enter a title for your event", LongestTitle),
            .. NotNull(e.Category, "B5", nameof(e.Category), "Choose what kind of activity it is"),
            .. length is >= ShortestDescription and <= Text
                ? Array.Empty<Refusal>()
                : [new Refusal("B5", length == 0 ? "Describe what will happen" : $"The description must be between {ShortestDescription} and {Text:#,0} characters. It has {length:#,0}", nameof(e.Description))],
        ];
    }

    public static IEnumerable<Refusal> Attendance(AttendanceAnswers attendance, HireContext context)
    {
        if (attendance.People is not { } people)
            yield return new Refusal("B6", "Enter how many people you expect", nameof(attendance.People));
        else if (people < 1)
            yield return new Refusal("B6", "Enter 1 person or more", nameof(attendance.People));
        else if (people > context.Facts.Capacity)
            yield return new Refusal("B6", $"This room holds {context.Facts.Capacity:#,0} people. Enter fewer, or choose a larger room", nameof(attendance.People));
    }

    public static IEnumerable<Refusal> Audience(AudienceAnswers audience) =>
    [
        .. NotNull(audience.Kind, "B7", nameof(audience.Kind), "Choose who it is for"),
        .. NotNull(audience.Advertised, "B7", nameof(audience.Advertised), "Say whether you will advertise it"),
        .. NotNull(audience.Ticketed, "B7", nameof(audience.Ticketed), "Say whether there will be tickets"),
        .. audience.Advertised == true
            ? Words(audience.Publicity, "B7", nameof(audience.Publicity), "Enter what your publicity says, or where we can see it", Text)
            : NotTooLong(audience.Publicity, "B7", nameof(audience.Publicity), Text),
    ];

    public static IEnumerable<Refusal> MoneyRaised(MoneyRaisedAnswers money) => money.RaisesMoney == true
        ?
        [
            .. Words(money.Beneficiary, "B10", nameof(money.Beneficiary), "Enter who will receive the money"),
            .. Words(money.Method, "B10", nameof(money.Method), "Enter how the money will be collected"),
        ]
        : NotNull(money.RaisesMoney, "B10", nameof(money.RaisesMoney), "Say whether money will be raised");

    public static IEnumerable<Refusal> Recording(RecordingAnswers recording) =>
    [
        .. NotNull(recording.Livestream, "B11", nameof(recording.Livestream), "Say whether it will be shown live elsewhere"),
        .. NotNull(recording.Recorded, "B11", nameof(recording.Recorded), "Say whether it will be recorded"),
    ];

    public static IEnumerable<Refusal> Political(PoliticalAnswers political, HireContext context) =>
    [
        .. NotNull(political.IsPolitical, "B12", nameof(political.IsPolitical), "Say whether it is a party, candidate or campaign meeting"),
        // The right is offered only while an election period applies; a claim made before the dates changed is said to be outside it
        .. political is { IsPolitical: true, RightClaimed: true } && !context.Facts.ElectionPeriod
            ? [new Refusal("T7", "No election period covers every date at this place. Choose dates between the notice of election and the day before polling day, or say that no candidate claims a room", nameof(political.RightClaimed))]
            : Array.Empty<Refusal>(),
        .. political.IsPolitical == true && context.Facts.ElectionPeriod
            ? NotNull(political.RightClaimed, "B12", nameof(political.RightClaimed), "Say whether a candidate claims a room for an election meeting")
            : [],
        .. political is { IsPolitical: true, RightClaimed: true }
            ? Words(political.Candidate, "B12", nameof(political.Candidate), "Enter the candidate's name")
                .Concat(Words(political.Agent, "B12", nameof(political.Agent), "Enter the election agent's name"))
            : [],
    ];

    public static IEnumerable<Refusal> Separation(SeparationAnswers separation) => separation.IsSeparated == true
        ?
        [
            .. Words(separation.Details, "B13", nameof(separation.Details), "Enter what will be separate, and how", Text),
            .. Words(separation.LawfulBasis, "T12", nameof(separation.LawfulBasis), "Enter the lawful basis you rely on", Text),
        ]
        : NotNull(separation.IsSeparated, "B13", nameof(separation.IsSeparated), "Say whether people will be separated by sex or another characteristic");

    public static IEnumerable<Refusal> Practical(PracticalAnswers practical)
    {
        if (practical.Stewards is < 0 or > MostStewards)
            yield return new Refusal("B14", $"Enter a number of stewards from 0 to {MostStewards:#,0}", nameof(practical.Stewards));
        foreach (var refusal in NotTooLong(practical.AccessNeeds, "B14", nameof(practical.AccessNeeds), Text))
            yield return refusal;
    }

    public static IEnumerable<Refusal> Past(PastAnswers past) => past.RefusedElsewhere == true
        ? Words(past.WhatHappened, "T10", nameof(past.WhatHappened), "Tell us what happened", Text)
        : NotNull(past.RefusedElsewhere, "B15", nameof(past.RefusedElsewhere),
            "Say whether a booking was refused or cancelled elsewhere in the last 24 months for conduct, safety or false statements");
}
