using CouncilPremises.Browser.Tests.Harness;
using Shouldly;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>What a grant officer does before anybody can apply, and with a round as a whole.</summary>
internal static class FundSteps
{
    /// <summary>Sets up a fund with two lines of a delivery plan, and leaves the officer on its page.</summary>
    public static async Task SetUpFundAsync(this Visitor officer, string name, string scheme)
    {
        await officer.GoAsync("/funds");
        await officer.FollowAsync("Set up a fund");
        await officer.FillAsync("What do you call the fund?", name);
        await officer.FillAsync("What do groups call it?", scheme);
        await officer.FillAsync("What is it for?", "To stop people being drawn into terrorism, by giving neighbours reasons to meet.");
        await officer.FillAsync("Where does the money come from?", "Home Office Prevent funding, through the council");
        await officer.FillAsync("Budget: all there is to award", "20,000");
        await officer.FillAsync("Smallest grant", "500");
        await officer.FillAsync("Largest grant", "5,000");
        await officer.FillAsync("Share of a project’s cost that must come from elsewhere", "5");
        await officer.PickAsync("Who answers for the fund?", "Owen Prytherch");
        await officer.LineAsync(0, "Neighbours cook and eat together", "O4", "40 evenings by March 2027");
        if (await officer.Page.Locator("[name='Input.Lines[1].Title']").CountAsync() == 0)
            await officer.PressAsync("Add another line");
        await officer.LineAsync(1, "Young people question what they read", "O1", "12 debates by March 2027");
        await officer.ContinueAsync("Set up the fund");
        (await officer.HeadingAsync()).ShouldBe(name);
        (await officer.MainTextAsync()).ShouldContain("Neighbours cook and eat together");
    }

    /// <summary>Sets a round of the fund whose page the officer is on, and returns its word in addresses.</summary>
    public static async Task<string> SetRoundAsync(this Visitor officer, string title, (string Day, string Time) opens, (string Day, string Time) closes)
    {
        await officer.FollowAsync("Set a round");
        await officer.FillAsync("What is the round called?", title);
        await officer.FillAsync("What do you tell groups about it?", "We hope for evenings at which people meet who otherwise would not.");
        await officer.FillDateAsync("OpensOn", opens.Day);
        await officer.FillAsync("Time it opens", opens.Time);
        await officer.FillDateAsync("ClosesOn", closes.Day);
        await officer.FillAsync("Time it closes", closes.Time);
        await officer.ContinueAsync("Set the round");
        if (!officer.Page.Url.Contains("/rounds/", StringComparison.Ordinal))
            await officer.FollowAsync(title);
        (await officer.HeadingAsync()).ShouldContain(title);
        (await officer.MainTextAsync()).ShouldContain("Open");
        return new Uri(officer.Page.Url).Segments[^1].Trim('/');
    }

    /// <summary>Publishes the outcome of one application from the page of its round, reached from the case.</summary>
    public static async Task PublishAsync(this Visitor officer, string reference)
    {
        await officer.GoAsync($"/cases/{reference}");
        await officer.FollowAsync(officer.Page.Locator("main a[href$='/ranking']"));
        (await officer.MainTextAsync()).ShouldContain(reference);
        await officer.FollowAsync("Publish outcomes");
        await officer.ChooseBoxAsync($"[id='tick-{reference}']");
        await officer.PressAsync("Publish the outcomes ticked");
        (await officer.MainTextAsync()).ShouldContain($"Done: 1. {reference}");
    }

    private static async Task LineAsync(this Visitor officer, int row, string title, string objective, string target)
    {
        await officer.FillBoxAsync($"[name='Input.Lines[{row}].Title']", title);
        await officer.PickBoxAsync($"[name='Input.Lines[{row}].Objective']", objective);
        await officer.FillBoxAsync($"[name='Input.Lines[{row}].Owner']", "Community cohesion officer");
        await officer.FillBoxAsync($"[name='Input.Lines[{row}].Target']", target);
    }
}
