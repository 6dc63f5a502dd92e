using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>An Enhanced hire with an outside speaker whose name resembles a list entry and young people in the group's care: the hit is
/// resolved by two people, conditions are set and accepted, and the booking is confirmed. By keyboard, with JavaScript and without.</summary>
public class EnhancedHireTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    [Theory]
    [Trait("Rule", "N7")]
    [InlineData(true, "2026-06-16", "Silas Thornecroft")]
    [InlineData(false, "2026-06-17", "Leonid Varenkov")] // a false match is remembered, so the second walk needs another name
    public async Task EnhancedHire_WithAHitAndConditions_IsConfirmed(bool javaScript, string day, string speaker)
    {
        Assert.SkipUnless(javaScript || TestDatabase.IsLongRun, "The walk without JavaScript is part of tests/run --long.");
        await using var group = await chromium.VisitorAsync(web.Address, javaScript);
        var reference = await SendAsync(group, day, speaker);

        await using var daniel = await StaffAsync("daniel.whitlock", javaScript);
        await daniel.OpenCaseAsync(reference, "Unassigned");
        await daniel.PressAsync("I have no interest in this case");
        (await daniel.MainTextAsync()).ShouldContain("Enhanced");
        foreach (var code in new[] { "REG", "SPK", "PUB", "REF" })
            await daniel.SettleAsync(reference, code);
        await ProposeFalseMatchAsync(daniel);

        await using var aisha = await StaffAsync("aisha.kamara", javaScript);
        await aisha.JoinAsync(reference);
        await aisha.FollowAsync(aisha.Page.Locator("main a[href*='/hits/']"));
        await aisha.PressAsync("Agree");

        await using var naomi = await StaffAsync("naomi.fairweather", javaScript);
        await naomi.JoinAsync(reference);
        await naomi.SettleAsync(reference, "SAF");

        await daniel.RecommendAsync(reference, "Approve");
        await using var helen = await StaffAsync("helen.marchbank", javaScript);
        await helen.JoinAsync(reference);
        await ApproveWithStewardsAsync(helen, day);
        (await helen.MainTextAsync()).ShouldContain("at the event");

        await AcceptAsync(group, reference);
        foreach (var visitor in new[] { group, daniel, aisha, naomi, helen })
            visitor.LeftNoComplaints();
    }

    private async Task<Visitor> StaffAsync(string name, bool javaScript)
    {
        var visitor = await chromium.VisitorAsync(web.Address, javaScript);
        await visitor.SignInAsync($"{name}@fallowmere.example");
        return visitor;
    }

    /// <summary>The lead contact answers and sends; the safeguarding lead confirms the leader's DBS check.</summary>
    private async Task<string> SendAsync(Visitor group, string day, string speaker)
    {
        await group.SignInAsync("patricia.mulholland@fallowmere-food-larder.example");
        var reference = await group.AnswerYouthEveningAsync("Saltmarsh Road Community Centre: Meeting Room", day, speaker, "Edwin Asante");
        await group.SignIfAskedAsync();
        await group.PressAsync("Send application");
        (await group.HeadingAsync()).ShouldBe("Application sent");
        (await group.MainTextAsync()).ShouldNotContain("Enhanced");

        await using var gwen = await chromium.VisitorAsync(web.Address);
        await gwen.SignInAsync("gwen.tolliver@fallowmere-food-larder.example");
        await gwen.GoAsync($"/hire/{reference}/dbs");
        if (await gwen.Page.Locator("[name='Input.Person']").CountAsync() == 0)
            return reference;
        await gwen.ChooseBoxAsync("[name='Input.Person']");
        await gwen.ChooseBoxAsync("[name='Input.Level'][value='Enhanced']");
        await gwen.ChooseBoxAsync("[name='Input.Workforce'][value='Child']");
        await gwen.FillAsync("Certificate number", "001234567890");
        await gwen.FillDateAsync("IssuedOn", "2025-11-03");
        await gwen.ChooseAsync("Confirmed");
        await gwen.ContinueAsync("Save");
        gwen.LeftNoComplaints();
        return reference;
    }

    private static async Task ProposeFalseMatchAsync(Visitor officer)
    {
        await officer.FollowAsync(officer.Page.Locator("main a[href*='/hits/']"));
        (await officer.MainTextAsync()).ShouldContain("A likeness of names is not a finding about anybody");
        var kinds = await officer.Page.Locator("fieldset:has(input[value='Differs']) legend").AllInnerTextsAsync();
        await officer.AnswerAsync(kinds[0].Trim(), "Differs");
        await officer.AnswerAsync(kinds[1].Trim(), "Differs");
        await officer.ChooseAsync("False match");
        await officer.FillAsync("Why", "The year of birth and the town differ from those on the list.");
        await officer.ContinueAsync("Propose");
    }

    private static async Task ApproveWithStewardsAsync(Visitor approver, string day)
    {
        await approver.FollowAsync("Approve with conditions");
        await approver.FillBoxAsync("[name='Conditions[0].Text']", "Two stewards are at the door throughout.");
        await approver.FillBoxAsync("[name='Conditions[0].Reason']", "The room is small and the evening is advertised to the public.");
        await approver.PickBoxAsync("[name='Conditions[0].Kind']", "Stewards");
        await approver.PickBoxAsync("[name='Conditions[0].Timing']", "At");
        await approver.FillDateAsync("Conditions[0].DueOn", day);
        await approver.FillAsync("Reasons for the decision", "Every check is settled and the stewards answer what remained of the risk at the door.");
        await approver.ChooseAsync("I confirm that none of these was weighed");
        await approver.ContinueAsync("Approve with these conditions");
    }

    private static async Task AcceptAsync(Visitor group, string reference)
    {
        await group.GoAsync("/demo/messages");
        (await group.MainTextAsync()).ShouldContain($"{reference}: approved, with conditions");
        await group.GoAsync($"/hire/{reference}");
        (await group.MainTextAsync()).ShouldContain("Approved: things to do first");
        await group.FollowAsync(group.Page.GetByRole(AriaRole.Button, new() { NameString = "conditions" }).Or(group.Page.Locator("main a[href$='/conditions']")));
        await group.PressAsync("Accept these conditions");
        await group.GoAsync($"/hire/{reference}");
        (await group.MainTextAsync()).ShouldContain("Booked");
    }
}
