namespace CouncilPremises.Domain.Cases;

/// <summary>A message that officers send often: where they begin, to be changed before it leaves.</summary>
/// <param name="Title">What it is for.</param>
/// <param name="Text">The words.</param>
public sealed record CannedQuestion(string Title, string Text);

/// <summary>Questions to groups that come up again and again, in plain words. An officer picks one and edits it. RULEBOOK 6, N2.</summary>
public static class CannedQuestions
{
    /// <summary>All of them, the commonest first.</summary>
    public static IReadOnlyList<CannedQuestion> All { get; } =
    [
        new("Insurance", "Please send us the page of your public liability insurance that shows the insurer, the sum covered (£5 million or more) and the day it ends."),
        new("Governing document", "Please send us your governing document (your constitution or rules), or fill in our one-page form, and tell us the names of two people who hold office in your group."),
        new("Speakers", "Please tell us the full name of each person from outside your group who will speak, the organisation they speak for, their topic, and whether they take part from elsewhere."),
        new("Safeguarding policy", "Please send us your safeguarding policy. It should name who leads on safeguarding, say how to raise a concern, and be no more than 24 months old."),
        new("DBS checks (formerly CRB)", "Your group's safeguarding lead needs to confirm the DBS checks (formerly CRB) of the people who look after others. Ask them to sign in and open this application. Please do not send us certificates."),
        new("Number of people", "You told us how many people you expect. Please tell us the most you would let in, and how you will count them."),
        new("Event safety", "Please send us your plan for a busy event: stewards and where they stand, how people leave in an emergency, first aid, and who is in charge on the day."),
        new("Money raised", "Please tell us who will get the money you raise, how you will collect it, and, for a lottery or street collection, the licence or registration number."),
        new("A venue's reference", "You have not hired from us in the last 24 months. Please give us the name, telephone number and e-mail address of somebody at a venue you have hired before."),
        new("Publicity", "Please send us the poster, leaflet or web page that announces your event, or the words you plan to use."),
    ];
}
