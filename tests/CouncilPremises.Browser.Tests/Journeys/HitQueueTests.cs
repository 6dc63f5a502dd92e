using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>The possible matches, by keyboard: from the queue through one after the other.</summary>
[Trait("Rule", "XREF")]
public class HitQueueTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    [Fact]
    public async Task Queue_ByKeyboard_IsWorkedThroughByTwo()
    {
        Assert.SkipUnless(TestDatabase.IsLongRun, "Part of tests/run --long.");
        await using var officer = await chromium.VisitorAsync(web.Address);
        await officer.SignInAsync("daniel.whitlock@fallowmere.example");
        await officer.GoAsync("/screening/fairness");
        await officer.GoAsync("/screening");
        await PhotographAsync(officer, "queue");
        await officer.PressAsync("Start with the strongest");
        for (var hits = 0; hits < 2; hits++)
        {
            var address = officer.Page.Url;
            if (await officer.Page.GetByText("I have no interest in this case").CountAsync() > 0)
                await officer.PressAsync("I have no interest in this case");
            await PhotographAsync(officer, $"hit-{hits}");
            var kinds = await officer.Page.Locator("fieldset:has(input[value='Differs']) legend").AllInnerTextsAsync();
            await officer.AnswerAsync(kinds[0].Trim(), "Differs");
            await officer.AnswerAsync(kinds[1].Trim(), "Differs");
            await officer.ChooseAsync("False match");
            await officer.PressAsync("Propose and go to the next");
            officer.Page.Url.ShouldNotBe(address);
            (await officer.MainTextAsync()).ShouldContain("Your proposal waits for a colleague.");
        }

        await using var approver = await chromium.VisitorAsync(web.Address);
        await approver.SignInAsync("helen.marchbank@fallowmere.example");
        await approver.GoAsync("/screening?view=ToAgree");
        await approver.PressAsync("Start with the strongest");
        if (await approver.Page.GetByText("I have no interest in this case").CountAsync() > 0)
            await approver.PressAsync("I have no interest in this case");
        await PhotographAsync(approver, "proposal");
        await approver.PressAsync("Agree");
        (await approver.MainTextAsync()).ShouldContain("The hit is resolved.");
        officer.LeftNoComplaints();
        approver.LeftNoComplaints();
    }

    // Pictures for whoever wants to look at the pages, in a folder named by the environment
    private static async Task PhotographAsync(Visitor visitor, string name)
    {
        if (Environment.GetEnvironmentVariable("COUNCILPREMISES_TEST_PICTURES") is not { Length: > 0 } folder)
            return;
        foreach (var width in new[] { 320, 1280 })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }
}
