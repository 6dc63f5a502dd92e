namespace CouncilPremises.Domain.Hire;

/// <summary>What a hirer is called to its face: a private person never reads of a group.</summary>
/// <param name="Yours">"your group", "you", "your department or school".</param>
/// <param name="SpeakersQuestion">B8 as it is asked.</param>
/// <param name="OwnSpeakers">The answer that only the hirer's own people speak.</param>
/// <param name="OutsideSpeaker">The answer that somebody else does, as it is read back.</param>
/// <param name="Members">B7: only the hirer's own people come.</param>
/// <param name="Invited">B7: people invited by name.</param>
/// <param name="OwnCare">B9: in the hirer's care.</param>
/// <param name="BecauseSpeaker">How the sentence about T1 begins.</param>
/// <param name="BecausePublic">How the sentence about T3 begins.</param>
public sealed record HirerWords(
    string Yours, string SpeakersQuestion, string OwnSpeakers, string OutsideSpeaker, string Members, string Invited, string OwnCare,
    string BecauseSpeaker, string BecausePublic)
{
    private static readonly HirerWords Group = new(
        "your group", "Will anyone speak who is not part of your group?",
        "Only our own members, workers or regular leaders", "Somebody from outside our group", "Members of our group only", "People we invite",
        "Yes, and our group looks after them",
        "Because somebody from outside your group will speak", "Because people outside your group will hear of it");

    private static readonly HirerWords Individual = new(
        "you", "Will anyone from outside your family and friends give a talk or speech?",
        "Only I, my family or my friends", "Somebody else", "My family and friends only", "People I invite",
        "Yes, and I look after them without their parents or carers",
        "Because somebody will be announced as a speaker", "Because people you do not know will hear of it");

    private static readonly HirerWords InternalBody = new(
        "your department or school", "Will anyone speak who is not part of your department or school?",
        "Only our own staff, pupils or governors", "Somebody from outside our department or school", "Our own staff, pupils or service users only", "People we invite",
        "Yes, and we look after them",
        "Because somebody from outside your department or school will speak", "Because people outside your department or school will hear of it");

    /// <summary>The words for a kind of hirer.</summary>
    public static HirerWords Of(HirerKind kind) => kind switch
    {
        HirerKind.Group => Group,
        HirerKind.Individual => Individual,
        HirerKind.InternalBody => InternalBody,
    };

    /// <summary>B7 in words.</summary>
    public string Words(AudienceKind audience) => audience switch
    {
        AudienceKind.Members => Members,
        AudienceKind.Invited => Invited,
        AudienceKind.Public => "Anybody: it is open to the public",
    };

    /// <summary>B8 in words.</summary>
    public string Words(SpeakersKind speakers) => speakers switch
    {
        SpeakersKind.None => "Nobody gives a talk or speech",
        SpeakersKind.Own => OwnSpeakers,
        SpeakersKind.External => OutsideSpeaker,
    };

    /// <summary>B9 in words.</summary>
    public string Words(CareKind care) => care switch
    {
        CareKind.None => "No",
        CareKind.WithCarers => "Yes, with parents or carers who stay",
        CareKind.GroupsCare => OwnCare,
    };
}
