using CouncilPremises.Browser.Tests.Harness;
using Shouldly;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>What group, officers and finance do once a grant is awarded.</summary>
internal static class GrantMoneySteps
{
    private const string Done = "Ten evenings were held, each with four tables.";

    /// <summary>The signatory reads the offer and accepts it.</summary>
    public static async Task AcceptOfferAsync(this Visitor signatory, string reference, string amount)
    {
        await signatory.ReadsAsync(reference, "Awarded", "You");
        await signatory.FollowAsync("Read our offer");
        (await signatory.MainTextAsync()).ShouldContain(amount);
        await signatory.ChooseAsync("I may sign for my group, and we accept this agreement and its conditions");
        await signatory.PressAsync("Accept the grant");
        (await signatory.HeadingAsync()).ShouldBe("Your grant");
        (await signatory.MainTextAsync()).ShouldContain("Accepted on");
    }

    /// <summary>The lead contact gives the account, which is not shown again.</summary>
    public static async Task GiveBankDetailsAsync(this Visitor lead, string reference, string sortCode, string accountNumber)
    {
        await lead.ReadsAsync(reference, "Awarded", "You");
        await lead.FollowAsync("See your grant");
        await lead.FollowAsync("Give bank details");
        await lead.FillAsync("Sort code", sortCode);
        await lead.FillAsync("Account number", accountNumber);
        await lead.ContinueAsync("Save bank details");
        var text = await lead.MainTextAsync();
        text.ShouldContain($"account ending {accountNumber[^4..]}");
        text.ShouldNotContain(accountNumber);
    }

    /// <summary>A finance officer who did not key them verifies the bank details.</summary>
    public static async Task VerifyBankAsync(this Visitor finance, string reference)
    {
        await finance.JoinAsync(reference);
        await finance.GoAsync("/payments");
        await finance.FollowAsync(finance.Page.Locator($"main a[href='/cases/{reference}/money/bank']"));
        await finance.FillAsync("What did the account-name check answer?", "Full match");
        await finance.AnswerAsync("Have you seen a statement?", "Yes");
        await finance.AnswerAsync("Is the account the group’s?", "Yes");
        await finance.ContinueAsync("Record");
    }

    /// <summary>An officer has the names tried again, since a payment needs them tried in the last seven days.</summary>
    public static async Task LookNamesUpAsync(this Visitor officer, string reference)
    {
        await officer.GoAsync($"/cases/{reference}");
        await officer.PressAsync("Look the names up again");
        (await officer.MainTextAsync()).ShouldContain("The names have been looked up again.");
    }

    /// <summary>A second finance officer releases the next instalment, makes the file and takes it.</summary>
    public static async Task<string> PayAsync(this Visitor finance, string reference, int instalment)
    {
        await finance.GoAsync("/payments");
        await finance.FollowAsync(finance.Page.Locator($"main a[href='/cases/{reference}/money']", new() { HasTextString = "Yes: release it" }));
        await finance.PressAsync($"Release instalment {instalment}");
        (await finance.MainTextAsync()).ShouldContain("Released");
        await finance.GoAsync("/payments");
        await finance.PressAsync("Make the payment file");
        return await finance.DownloadByButtonAsync("Take the file (CSV)");
    }

    /// <summary>The lead contact writes a report and sends it: at first with gaps, which are named while nothing that was typed is lost.</summary>
    public static async Task SendReportAsync(this Visitor lead, string reference, int number, string reached, string staff, string materials)
    {
        await lead.GoAsync($"/grants/applications/{reference}/award");
        await lead.FollowAsync(lead.Page.Locator($"main a[href$='/reports/{number}']"));
        await lead.FillAsync("What did you do?", Done);
        await lead.PressAsync("Send the report");
        (await lead.Page.Locator(".govuk-error-summary li").AllInnerTextsAsync()).ShouldContain("Say how many people took part: enter the first group.");
        (await lead.Page.GetByLabel("What did you do?").InputValueAsync()).ShouldBe(Done);
        await lead.FillAsync("Number reached for outcome 1", reached);
        await lead.FillBoxAsync("[name='Input.Spend[0].Spent']", staff);
        await lead.FillBoxAsync("[name='Input.Spend[1].Spent']", materials);
        await lead.FillAsync("1. Whom do you count?", "people who use a wheelchair");
        await lead.FillAsync("1. How many people?", "3");
        await lead.FillAsync("What did you learn?", "Ask the library first: it knows who eats alone.");
        await lead.AnswerAsync("May other funded groups read what you learned?", "Yes");
        await lead.ContinueAsync("Send the report");
    }

    /// <summary>An officer reads a report, where small counts are hidden, and accepts it.</summary>
    public static async Task AcceptReportAsync(this Visitor officer, string reference, int number)
    {
        await officer.GoAsync($"/cases/{reference}/money");
        await officer.FollowAsync(officer.Page.Locator($"main a[href$='/reports/{number}']"));
        (await officer.MainTextAsync()).ShouldContain("people who use a wheelchair: fewer than 5");
        await officer.PressAsync("Accept the report");
    }

    /// <summary>Opens every page on which the running award could be changed.</summary>
    public static async Task LookAtChangesAsync(this Visitor officer, string reference)
    {
        foreach (var (link, page) in new[] { ("Change the schedule", "schedule"), ("Vary the award", "vary"), ("Stop payments", "suspend"), ("Recover or write off", "recover"), ("Propose to end the grant", "terminate") })
        {
            await officer.GoAsync($"/cases/{reference}/money");
            await officer.FollowAsync(link);
            officer.Page.Url.ShouldEndWith($"/money/{page}");
        }
    }
}
