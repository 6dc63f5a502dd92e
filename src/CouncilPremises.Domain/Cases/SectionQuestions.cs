using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Domain.Cases;

/// <summary>A section that a request for information opens again, and what is asked about it.</summary>
public sealed record SectionQuestion(HireSection Section, string Question);

/// <summary>What officers usually ask about a section; they may word it otherwise.</summary>
public static class SectionQuestions
{
    /// <summary>Longest question about one section, in characters.</summary>
    public const int MostCharacters = 1000;

    /// <summary>What the section is called.</summary>
    public static string Name(HireSection section) => section switch
    {
        HireSection.Event => "What the event is",
        HireSection.When => "Room, dates and times",
        HireSection.Attendance => "How many people come",
        HireSection.Audience => "Who it is for, advertising and tickets",
        HireSection.Speakers => "Who speaks",
        HireSection.PeopleAtRisk => "Under-18s and adults at risk",
        HireSection.MoneyRaised => "Raising money",
        HireSection.Recording => "Livestream and recording",
        HireSection.Political => "Party, candidate or campaign meeting",
        HireSection.Separation => "Separation",
        HireSection.Past => "Refused or cancelled elsewhere",
        HireSection.Practical => "Alcohol, music, stewards, access",
        HireSection.Insurance => "Insurance",
        HireSection.OnBehalf => "Whose event it is",
        HireSection.Contact => "The contact person",
    };

    /// <summary>The usual question.</summary>
    public static string Usual(HireSection section) => section switch
    {
        HireSection.Event => "Please tell us more about what will happen: the programme, and who leads each part.",
        HireSection.When => "Please look at your dates and times again: is setting up and clearing away included?",
        HireSection.Attendance => "Please check how many people you expect at the fullest time.",
        HireSection.Audience => "Please tell us who may come, and what your publicity says or where we can see it.",
        HireSection.Speakers => "Please give the full name, organisation and topic of everybody from outside your group who speaks.",
        HireSection.PeopleAtRisk => "Please tell us who looks after under-18s and adults at risk, and what each of them does.",
        HireSection.MoneyRaised => "Please tell us who receives the money, and how it is collected.",
        HireSection.Recording => "Please tell us whether the event is shown live or recorded, and where it can be seen.",
        HireSection.Political => "Please tell us whether a candidate claims a room, and who the election agent is.",
        HireSection.Separation => "Please tell us what will be separate, and on which lawful basis.",
        HireSection.Past => "Please tell us what happened, and what has changed since.",
        HireSection.Practical => "Please tell us how many stewards you bring, and what people need to take part.",
        HireSection.Insurance => "Please give the insurer, the sum and the last day of your public liability insurance.",
        HireSection.OnBehalf => "Please tell us who the real organiser is, and how we can reach them.",
        HireSection.Contact => "Please check the name, email address and telephone number of the person we should speak to.",
    };
}
