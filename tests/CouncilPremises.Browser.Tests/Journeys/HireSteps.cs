using CouncilPremises.Browser.Tests.Harness;
using Shouldly;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>What people do on the way through an application, in the words of the pages.</summary>
internal static class HireSteps
{
    private const string Password = "the heron waits beside the mere";

    /// <summary>Signs in by typing.</summary>
    public static async Task SignInAsync(this Visitor visitor, string email)
    {
        await visitor.GoAsync("/sign-in");
        await visitor.FillAsync("E-mail address", email);
        await visitor.FillAsync("Password", Password);
        await visitor.PressAsync("Sign in");
        visitor.Page.Url.ShouldNotContain("/sign-in");
    }

    /// <summary>Starts an application and answers every page of it as for an ordinary members' meeting, up to the page to check.</summary>
    public static async Task<string> AnswerOrdinaryMeetingAsync(this Visitor visitor, string room, string day, string from, string to)
    {
        var reference = await visitor.StartAsync();
        await visitor.EventAsync("Spring members' meeting", "Meeting", "Our members meet to plan the summer programme and to elect the officers for the year.");
        await visitor.WhenAsync(room, day, from, to);
        await visitor.MembersAsync("12");
        await visitor.AnswerAsync("Will anyone speak who is not part of your group?", "No: nobody gives a talk or speech");
        await visitor.ContinueAsync();
        await visitor.AnswerAsync("Will under-18s or adults at risk take part?", "No");
        await visitor.ContinueAsync();
        await visitor.NothingMoreAsync();
        await visitor.ContactAsync();
        return reference;
    }

    /// <summary>Starts an application and answers every page as for a public evening for young people with a guest speaker, up to the page to check.</summary>
    public static async Task<string> AnswerYouthEveningAsync(this Visitor visitor, string room, string day, string speaker, string leader)
    {
        var reference = await visitor.StartAsync();
        await visitor.EventAsync("Clocks and how they work", "Talk, lecture or debate", "A clock maker shows young people how a longcase clock is made, and they take one apart themselves.");
        await visitor.WhenAsync(room, day, "5pm", "7pm");
        await visitor.FillBoxAsync("[name='Input.Attendance.People']", "18");
        await visitor.AnswerAsync("Who is it for?", "Anybody: it is open to the public");
        await visitor.AnswerAsync("Will you advertise it?", "Yes");
        await visitor.FillAsync("What does it say, or where can we see it?", "A poster in the library window");
        await visitor.AnswerAsync("Will there be tickets?", "No");
        await visitor.ContinueAsync();

        await visitor.AnswerAsync("Will anyone speak who is not part of your group?", "Yes");
        await visitor.FillAsync("Full name", speaker);
        await visitor.FillAsync("What will they speak about?", "How a longcase clock is made");
        await visitor.AnswerAsync("Do they take part from elsewhere, by video or telephone?", "No");
        await visitor.ContinueAsync();

        await visitor.AnswerAsync("Will under-18s or adults at risk take part?", "Yes, and our group looks after them");
        await visitor.ChooseBoxAsync("[name='Input.PeopleAtRisk.InOurCare'][value='Under18']");
        await visitor.FillAsync("Full name", leader);
        await visitor.FillAsync("What do they do?", "Leads the young people's group");
        await visitor.ChooseBoxAsync("[name='Input.PeopleAtRisk.Roles[0].Role'][value='ChildrenSometimes']");
        await visitor.ContinueAsync();
        await visitor.NothingMoreAsync();
        await visitor.ContactAsync();
        return reference;
    }

    /// <summary>Goes on to the next page, which must not be the same one with mistakes.</summary>
    public static async Task ContinueAsync(this Visitor visitor, string button = "Continue")
    {
        await visitor.PressAsync(button);
        (await visitor.Page.Locator(".govuk-error-summary").AllInnerTextsAsync()).ShouldBeEmpty(visitor.Page.Url);
    }

    /// <summary>Fills the three boxes of a date.</summary>
    public static async Task FillDateAsync(this Visitor visitor, string name, string day)
    {
        var parts = day.Split('-');
        await visitor.FillBoxAsync($"[name$='{name}.Day']", parts[2]);
        await visitor.FillBoxAsync($"[name$='{name}.Month']", parts[1]);
        await visitor.FillBoxAsync($"[name$='{name}.Year']", parts[0]);
    }

    private static async Task<string> StartAsync(this Visitor visitor)
    {
        await visitor.GoAsync("/hire/new");
        await visitor.PressAsync("Start");
        var reference = new Uri(visitor.Page.Url).Segments[2].Trim('/');
        await visitor.GoAsync($"/hire/{reference}/event");
        return reference;
    }

    private static async Task EventAsync(this Visitor visitor, string title, string category, string description)
    {
        await visitor.FillAsync("What is your event called?", title);
        await visitor.AnswerAsync("What kind of activity is it?", category);
        await visitor.FillAsync("What will happen?", description);
        await visitor.ContinueAsync();
    }

    /// <summary>Signs the declaration when the group has none that counts.</summary>
    public static async Task SignIfAskedAsync(this Visitor visitor, string name = "Alex Morgan")
    {
        if (!visitor.Page.Url.Contains("/sign", StringComparison.Ordinal))
            return;
        await visitor.AnswerAsync("Do you agree, for your group?", "Yes, we agree");
        await visitor.FillAsync("Your full name", name);
        await visitor.FillAsync("The office you hold", "Chair");
        await visitor.ContinueAsync("Save my answer");
    }

    private static async Task WhenAsync(this Visitor visitor, string room, string day, string from, string to)
    {
        await visitor.PickAsync("Which room?", room);
        await visitor.FillDateAsync("FirstDay", day);
        await visitor.FillAsync("From what time do you need the room?", from);
        await visitor.FillAsync("Until what time?", to);
        await visitor.AnswerAsync("Does it happen again?", "No, it happens once");
        await visitor.ContinueAsync();
    }

    private static async Task MembersAsync(this Visitor visitor, string people)
    {
        await visitor.FillBoxAsync("[name='Input.Attendance.People']", people);
        await visitor.AnswerAsync("Who is it for?", "Members of our group only");
        await visitor.AnswerAsync("Will you advertise it?", "No");
        await visitor.AnswerAsync("Will there be tickets?", "No");
        await visitor.ContinueAsync();
    }

    private static async Task NothingMoreAsync(this Visitor visitor)
    {
        foreach (var question in new[]
        {
            "Will you raise money, collect or sell anything?", "Will it be shown live somewhere else?", "Will it be recorded?",
            "Is it a party, candidate or campaign meeting?", "Will people be separated, or kept out, by sex or another personal characteristic?",
            "In the last 24 months, was a booking of yours refused or cancelled elsewhere?",
        })
            await visitor.AnswerAsync(question, "No");
        await visitor.ContinueAsync();
    }

    private static async Task ContactAsync(this Visitor visitor)
    {
        await visitor.FillBoxAsync("[name='Input.Contact.Role']", "Chair");
        await visitor.FillBoxAsync("[name='Input.Contact.Phone']", "07700 900100");
        await visitor.AnswerAsync("Are they 18 or over?", "Yes");
        await visitor.AnswerAsync("Do you book for another group or person?", "No");
        await visitor.AnswerAsync("Will you let part of the room or the time to somebody else?", "No");
        await visitor.AnswerAsync("Which insurance will you use?", "The venue’s own, which covers hirers");
        await visitor.ContinueAsync();
    }
}
