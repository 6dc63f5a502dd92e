using CouncilPremises.Browser.Tests.Harness;
using Shouldly;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>What a group does to apply for a grant, section by section.</summary>
internal static class GrantApplicationSteps
{
    private const string TooShort = "People meet and talk.";
    private const string Because = "Neighbours who cook together learn each other's names, and somebody who is drawn away is noticed and has people to turn to.";
    private const string Next = "Save and continue";

    /// <summary>Finds the round among those that are open and starts an application.</summary>
    public static async Task<string> StartGrantAsync(this Visitor lead, string round)
    {
        await lead.GoAsync("/grants");
        await lead.FollowAsync(lead.Page.Locator($"main a[href='/grants/{round}']"));
        (await lead.MainTextAsync()).ShouldContain("Home Office Prevent funding, through the council");
        await lead.FollowAsync(lead.Page.Locator("main a[href$='/apply']"));
        await lead.PressAsync("Start, or go on");
        (await lead.MainTextAsync()).ShouldContain("Not sent yet");
        return new Uri(lead.Page.Url).Segments[^1].Trim('/');
    }

    /// <summary>Answers every section in order, one of them wrongly first, up to the declaration.</summary>
    public static async Task AnswerGrantAsync(this Visitor lead)
    {
        await lead.FollowAsync("Your project");
        await lead.ProjectAsync();
        await lead.ObjectivesAsync();
        await lead.NeedAsync();
        await lead.CommunityAsync();
        await lead.OutcomesAsync();
        await lead.MonitoringAsync();
        await lead.SafeguardingAsync();
        await lead.BudgetAsync();
        await lead.AnswerAsync("Do others take part in the project, or receive part of the money?", "No");
        await lead.ContinueAsync(Next);
        await lead.AnswerAsync("Do you have, or have you asked for, other public money?", "No");
        await lead.AnswerAsync("Do you offer goods or services on a market?", "No");
        await lead.ContinueAsync(Next);
        await lead.GroupAsync();
        await lead.SpeakToAsync();
    }

    /// <summary>Goes over the answers and sends them; a colleague signs the declaration.</summary>
    public static async Task SendGrantAsync(this Visitor lead, string reference)
    {
        (await lead.MainTextAsync()).ShouldContain("Somebody who may sign for your group signs it");
        await lead.FollowAsync("Continue without signing");
        (await lead.HeadingAsync()).ShouldBe("Check your answers");
        var answers = await lead.MainTextAsync();
        foreach (var answer in new[] { "One pot, many cooks", "£2,999.99", "The declaration is not signed yet." })
            answers.ShouldContain(answer);
        answers.ShouldNotContain("Before you can send it");
        await lead.PressAsync("Send application");
        (await lead.HeadingAsync()).ShouldBe("Application sent");
        (await lead.MainTextAsync()).ShouldContain(reference);
    }

    /// <summary>The signatory finds what to do at home and signs.</summary>
    public static async Task SignGrantAsync(this Visitor signatory, string reference, string name)
    {
        await signatory.GoAsync("/account");
        await signatory.FollowAsync(signatory.Page.Locator($"main a[href*='{reference}']"));
        await signatory.FollowAsync("Sign the declaration");
        await signatory.SignIfAskedAsync(name);
        await signatory.ReadsAsync(reference, "Received", "The council");
    }

    /// <summary>What the group reads at the top of its application.</summary>
    public static async Task ReadsAsync(this Visitor member, string reference, string status, string whoIsNext)
    {
        await member.GoAsync($"/grants/applications/{reference}");
        var text = await member.MainTextAsync();
        text.ShouldContain($"Where it stands {status}");
        text.ShouldContain($"Who acts next {whoIsNext}");
    }

    private static async Task ProjectAsync(this Visitor lead)
    {
        await lead.FillAsync("Title of your project", "One pot, many cooks");
        await lead.FillDateAsync("Starts", "2026-01-28");
        await lead.FillDateAsync("Ends", "2026-02-10");
        await lead.ChooseAsync("Chantry");
        await lead.ChooseBoxAsync("[name='Input.Project.DeliveryPlanLineId'] >> nth=0");
        await lead.FillAsync("How will you explain the project locally?", "A poster in the library, which says who pays.");
        await lead.FillAsync("Who answers questions from the press?", "Carys Pugh, company secretary");
        await lead.ContinueAsync(Next);
    }

    // Sent wrong at first: the page says what is missing, leads to it, and keeps what was typed
    private static async Task ObjectivesAsync(this Visitor lead)
    {
        await lead.AnswerAsync("What is the main objective of your project?", "O4: increase community resilience");
        await lead.FillAsync("How does your project serve it?", TooShort);
        await lead.PressAsync(Next);
        var summary = lead.Page.Locator(".govuk-error-summary");
        (await summary.EvaluateAsync<bool>("summary => summary.contains(document.activeElement)")).ShouldBeTrue("the summary takes the keyboard");
        (await summary.Locator("li").AllInnerTextsAsync()).ShouldBe(
        [
            $"Say why your project serves your main objective in 100 to 2,000 characters. You have written {TooShort.Length}",
            "Choose the national objective your project serves",
            "Say why your project serves the national objective",
        ]);
        (await lead.Page.GetByLabel("How does your project serve it?").InputValueAsync()).ShouldBe(TooShort);
        (await lead.Page.GetByLabel("O4: increase community resilience").First.IsCheckedAsync()).ShouldBeTrue();
        await lead.FillAsync("How does your project serve it?", Because);
        await lead.AnswerAsync("Which national objective does it serve?", "A2: intervene early");
        await lead.FillAsync("How does your project serve the national objective?", Because);
        await lead.ContinueAsync(Next);
    }

    private static async Task NeedAsync(this Visitor lead)
    {
        await lead.FillAsync("Why is the project needed here?", "One in three residents knows nobody of another background by name.");
        await lead.FillAsync("Which published sources show it?", "Residents' survey 2025");
        await lead.ChooseAsync("No individual is named in these answers");
        await lead.ContinueAsync(Next);
    }

    private static async Task CommunityAsync(this Visitor lead)
    {
        await lead.FillAsync("Who benefits from the project?", "Residents of Chantry, above all those who live alone");
        await lead.FillAsync("How do people beyond one ethnic or faith community take part?", "Cooks change each week between four streets");
        await lead.FillAsync("Who works alongside you?", "The library and the food bank");
        await lead.ContinueAsync(Next);
    }

    private static async Task OutcomesAsync(this Visitor lead)
    {
        await lead.FillAsync("What is measured?", "Guests who made a friend");
        await lead.FillAsync("Number now", "0");
        await lead.FillAsync("Number you aim at", "60");
        await lead.FillAsync("How will you measure it?", "A card at the door");
        await lead.FillDateAsync("Due", "2026-02-10");
        await lead.ContinueAsync(Next);
    }

    private static async Task MonitoringAsync(this Visitor lead)
    {
        (await lead.MainTextAsync()).ShouldContain("report");
        await lead.FillAsync("Who leads on measuring?", "Carys Pugh");
        await lead.FillAsync("How will you find out what the project achieves?", "We count the cards; totals only.");
        await lead.ContinueAsync(Next);
    }

    private static async Task SafeguardingAsync(this Visitor lead)
    {
        await lead.AnswerAsync("Do under-18s take part?", "Yes");
        await lead.FillAsync("Who leads on safeguarding?", "Hazel Winstanley, trustee");
        await lead.AnswerAsync("Do you have a safeguarding policy?", "Yes");
        await lead.FillAsync("How do parents or carers give their consent?", "A signed form before the first evening");
        await lead.ContinueAsync(Next);
    }

    private static async Task BudgetAsync(this Visitor lead)
    {
        await lead.FillAsync("The grant you ask for", "2,999.99");
        await lead.BudgetLineAsync(0, "Staff", "Cook, 20 evenings", "20", "99.99", "1,999.80");
        if (await lead.Page.Locator("[name='Input.Budget.Lines[1].Category']").CountAsync() == 0)
            await lead.PressAsync("Add another line");
        await lead.BudgetLineAsync(1, "Materials", "Food, 20 evenings", "20", "62.51", "1,000.19");
        await lead.FillBoxAsync("[name='Input.Budget.Lines[1].MatchSource']", "Our own funds");
        await lead.PressAsync("Add up");
        (await lead.MainTextAsync()).ShouldContain("£3,250");
        await lead.ChooseAsync("No line pays for party politics, worship or proselytising, past costs, fines, loans or alcohol");
        await lead.ContinueAsync(Next);
    }

    private static async Task BudgetLineAsync(this Visitor lead, int row, string category, string what, string quantity, string unitCost, string requested)
    {
        var line = $"Input.Budget.Lines[{row}]";
        await lead.PickBoxAsync($"[name='{line}.Category']", category);
        await lead.FillBoxAsync($"[name='{line}.Description']", what);
        await lead.FillBoxAsync($"[name='{line}.Quantity']", quantity);
        await lead.FillBoxAsync($"[name='{line}.UnitCost']", unitCost);
        await lead.FillBoxAsync($"[name='{line}.Requested']", requested);
    }

    private static async Task GroupAsync(this Visitor lead)
    {
        await lead.ChooseAsync("At least 3 of them are not related to each other");
        await lead.AnswerAsync("Does your group have a governing document?", "Yes");
        await lead.FillAsync("Which one?", "Trust deed of 2014");
        await lead.ChooseBoxAsync("[name='Input.Organisation.Accounts'][value='LatestAccounts']");
        await lead.ContinueAsync(Next);
    }

    private static async Task SpeakToAsync(this Visitor lead)
    {
        await lead.FillAsync("Full name", "Carys Pugh");
        await lead.FillAsync("Their role in your group", "Company secretary");
        await lead.FillAsync("Email address", "carys.pugh@lantern-counselling.example");
        await lead.FillAsync("UK telephone number", "07700 900105");
        await lead.AnswerAsync("Are they 18 or over?", "Yes");
        await lead.ContinueAsync(Next);
    }
}
