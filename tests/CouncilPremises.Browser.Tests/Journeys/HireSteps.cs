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
        await visitor.GoAsync("/hire/new");
        await visitor.PressAsync("Start");
        var reference = new Uri(visitor.Page.Url).Segments[2].Trim('/');

        await visitor.GoAsync($"/hire/{reference}/event");
        await visitor.FillAsync("What is your event called?", "Spring members' meeting");
        await visitor.AnswerAsync("What kind of activity is it?", "Meeting");
        await visitor.FillAsync("What will happen?", "Our members meet to plan the summer programme and to elect the officers for the year.");
        await visitor.ContinueAsync();

        await visitor.WhenAsync(room, day, from, to);
        await visitor.WhoAsync("12");
        await visitor.AnswerAsync("Will anyone speak who is not part of your group?", "No: nobody gives a talk or speech");
        await visitor.ContinueAsync();
        await visitor.AnswerAsync("Will under-18s or adults at risk take part?", "No");
        await visitor.ContinueAsync();
        await visitor.NothingMoreAsync();
        await visitor.ContactAsync();
        return reference;
    }

    /// <summary>Signs the declaration when the group has none that counts.</summary>
    public static async Task SignIfAskedAsync(this Visitor visitor)
    {
        if (!visitor.Page.Url.Contains("/sign", StringComparison.Ordinal))
            return;
        await visitor.AnswerAsync("Do you agree, for your group?", "Yes, we agree");
        await visitor.FillAsync("Your full name", "Alex Morgan");
        await visitor.FillAsync("The office you hold", "Chair");
        await visitor.ContinueAsync("Sign and continue");
    }

    /// <summary>Goes on to the next page, which must not be the same one with mistakes.</summary>
    private static async Task ContinueAsync(this Visitor visitor, string button = "Continue")
    {
        await visitor.PressAsync(button);
        (await visitor.Page.Locator(".govuk-error-summary").AllInnerTextsAsync()).ShouldBeEmpty(visitor.Page.Url);
    }

    private static async Task WhenAsync(this Visitor visitor, string room, string day, string from, string to)
    {
        await visitor.PickAsync("Which room?", room);
        var parts = day.Split('-');
        await visitor.FillBoxAsync("[name$='FirstDay.Day']", parts[2]);
        await visitor.FillBoxAsync("[name$='FirstDay.Month']", parts[1]);
        await visitor.FillBoxAsync("[name$='FirstDay.Year']", parts[0]);
        await visitor.FillAsync("From what time do you need the room?", from);
        await visitor.FillAsync("Until what time?", to);
        await visitor.AnswerAsync("Does it happen again?", "No, it happens once");
        await visitor.ContinueAsync();
    }

    private static async Task WhoAsync(this Visitor visitor, string people)
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

/// <summary>What officers do on a case.</summary>
internal static class CaseSteps
{
    /// <summary>Records a check Clear with something in every box, when the case asks for it and it is not clear yet.</summary>
    public static async Task SettleAsync(this Visitor officer, string reference, string code)
    {
        var row = officer.Page.Locator("tr", new() { Has = officer.Page.Locator($"a[href$='/checks/{code}']") });
        if (await row.CountAsync() == 0 || await row.Locator(".govuk-tag", new() { HasTextString = "Clear" }).CountAsync() > 0)
            return;
        await officer.FollowAsync(row.Locator($"a[href$='/checks/{code}']"));
        foreach (var box in await officer.Page.Locator("main form input.govuk-input").AllAsync())
            await officer.FillBoxAsync($"[id='{await box.GetAttributeAsync("id")}']", "Seen by the officer on 12 January 2026");
        foreach (var list in await officer.Page.Locator("main form select.govuk-select").AllAsync())
            await officer.PickBoxAsync($"[id='{await list.GetAttributeAsync("id")}']", "Yes");
        await officer.ChooseAsync("Clear");
        await officer.PressAsync("Record");
        officer.Page.Url.ShouldEndWith($"/cases/{reference}");
    }
}
