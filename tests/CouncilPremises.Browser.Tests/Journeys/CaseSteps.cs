using CouncilPremises.Browser.Tests.Harness;
using Shouldly;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>What officers do on a case.</summary>
internal static class CaseSteps
{
    /// <summary>Opens a case from the queue.</summary>
    public static async Task OpenCaseAsync(this Visitor officer, string reference, string view = "All")
    {
        await officer.GoAsync($"/work?view={view}");
        await officer.FollowAsync(reference);
    }

    /// <summary>Opens a case by its address and states that there is no interest, when that is still asked.</summary>
    public static async Task JoinAsync(this Visitor officer, string reference)
    {
        await officer.GoAsync($"/cases/{reference}");
        if (await officer.Page.GetByText("I have no interest in this case").CountAsync() > 0)
            await officer.PressAsync("I have no interest in this case");
    }

    /// <summary>Records a check Clear with something of its kind in every box, when the case asks for it and it is not clear yet.</summary>
    public static async Task SettleAsync(this Visitor officer, string reference, string code)
    {
        var row = officer.Page.Locator("tr", new() { Has = officer.Page.Locator($"a[href$='/checks/{code}']") });
        if (await row.CountAsync() == 0 || await row.Locator(".govuk-tag", new() { HasTextString = "Clear" }).CountAsync() > 0)
            return;
        await officer.FollowAsync(row.Locator($"a[href$='/checks/{code}']"));
        foreach (var box in await officer.Page.Locator("main form input.govuk-input").AllAsync())
        {
            var name = await box.GetAttributeAsync("name") ?? "";
            await officer.FillBoxAsync($"[id='{await box.GetAttributeAsync("id")}']", Typed(name));
        }

        foreach (var list in await officer.Page.Locator("main form select.govuk-select").AllAsync())
            await officer.PickBoxAsync($"[id='{await list.GetAttributeAsync("id")}']", "Yes");
        await officer.ChooseAsync("Clear");
        await officer.ContinueAsync("Record");
        officer.Page.Url.ShouldEndWith($"/cases/{reference}");
    }

    /// <summary>Puts a decision forward, with reasons.</summary>
    public static async Task RecommendAsync(this Visitor officer, string reference, string decision, string? ground = null)
    {
        await officer.GoAsync($"/cases/{reference}");
        await officer.FollowAsync("Recommend");
        await officer.AnswerAsync("What do you recommend?", decision);
        if (ground is not null)
            await officer.PickAsync("Ground", ground);
        await officer.FillAsync("Reasons", "The application was read in full and the facts in it were compared with the evidence recorded in the checks.");
        await officer.ContinueAsync("Recommend");
    }

    private static string Typed(string box) => box switch
    {
        _ when box.Contains("Date", StringComparison.Ordinal) => "12 1 2026",
        _ when box.Contains("Sum", StringComparison.Ordinal) => "5,000,000",
        _ when box.Contains("Link", StringComparison.Ordinal) => "https://talks.example/programme",
        _ => "Seen by the officer",
    };
}
