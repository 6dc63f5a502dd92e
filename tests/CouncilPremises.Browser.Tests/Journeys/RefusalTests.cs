using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>Minded to refuse, the hirer's answer, refusal with ground and P1–P7; and the hirer who cancels. By keyboard, errors included.</summary>
public class RefusalTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    private const string Reason = "The hall was left open and unattended twice this winter, as the caretaker's book of 3 and 10 January shows.";

    [Fact]
    [Trait("Rule", "N9")]
    [Trait("Rule", "N10")]
    public async Task Refusal_AfterTheHirersAnswer_GivesGroundAndReasons()
    {
        await using var group = await chromium.VisitorAsync(web.Address);
        var reference = await SendAsync(group, "2026-06-23");

        await using var officer = await chromium.VisitorAsync(web.Address);
        await officer.SignInAsync("daniel.whitlock@fallowmere.example");
        await officer.JoinAsync(reference);
        await officer.RecommendAsync(reference, "Refuse", "D2");

        await using var approver = await chromium.VisitorAsync(web.Address);
        await approver.SignInAsync("helen.marchbank@fallowmere.example");
        await approver.JoinAsync(reference);
        await MindToRefuseAsync(approver);

        await group.GoAsync($"/hire/{reference}");
        (await group.MainTextAsync()).ShouldContain("We may say no: tell us your side");
        await group.GoAsync($"/hire/{reference}/answer");
        await group.PressAsync("Send answer");
        (await group.Page.Locator(".govuk-error-summary").CountAsync()).ShouldBe(1);
        await group.FillAsync("Your answer", "We have since named a key holder for each evening and can show the rota.");
        await group.ContinueAsync("Send answer");

        await RefuseAsync(approver, reference);
        (await approver.HeadingAsync()).ShouldContain("Refused");

        await group.GoAsync($"/hire/{reference}");
        var told = await group.MainTextAsync();
        told.ShouldContain("Not approved");
        told.ShouldContain(Reason);
        told.ShouldContain("review");
        foreach (var visitor in new[] { group, officer, approver })
            visitor.LeftNoComplaints();
    }

    [Fact]
    [Trait("Rule", "N11")]
    public async Task Cancellation_OfABooking_FreesTheDateAndTakesItOutOfTheCalendar()
    {
        await using var group = await chromium.VisitorAsync(web.Address);
        var reference = await SendAsync(group, "2026-06-25");
        await using var officer = await chromium.VisitorAsync(web.Address);
        await officer.SignInAsync("daniel.whitlock@fallowmere.example");
        await officer.JoinAsync(reference);
        await officer.SettleAsync(reference, "REG");
        await officer.SettleAsync(reference, "REF");
        await officer.FollowAsync(officer.Page.Locator("main a[href$='/approve']"));
        await officer.ChooseAsync("I confirm that none of these was weighed");
        await officer.ContinueAsync("Approve and confirm");

        await group.GoAsync($"/hire/{reference}/cancel");
        await group.PressAsync("Cancel these dates");
        if (await group.Page.Locator("[name='Input.OccurrenceIds']").CountAsync() > 0)
        {
            await group.ChooseBoxAsync("[name='Input.OccurrenceIds']");
            await group.ContinueAsync("Cancel these dates");
        }

        await group.GoAsync($"/hire/{reference}");
        (await group.MainTextAsync()).ShouldContain("Cancelled");
        await group.GoAsync("/demo/messages");
        (await group.MainTextAsync()).ShouldContain($"{reference}: ");
        (await group.DownloadTextAsync($"/hire/{reference}/calendar")).ShouldContain("STATUS:CANCELLED");
        group.LeftNoComplaints();
        officer.LeftNoComplaints();
    }

    private static async Task<string> SendAsync(Visitor group, string day)
    {
        await group.SignInAsync("patricia.mulholland@fallowmere-food-larder.example");
        var reference = await group.AnswerOrdinaryMeetingAsync("Saltmarsh Road Community Centre: Meeting Room", day, "2pm", "4pm");
        await group.SignIfAskedAsync();
        await group.PressAsync("Send application");
        (await group.HeadingAsync()).ShouldBe("Application sent");
        return reference;
    }

    private static async Task MindToRefuseAsync(Visitor approver)
    {
        await approver.FollowAsync("Minded to refuse");
        await approver.PressAsync("Tell the hirer");
        (await approver.Page.Locator(".govuk-error-summary").CountAsync()).ShouldBe(1);
        await approver.PickAsync("Ground in mind", "D2");
        await approver.FillAsync("What we have in mind, and on what facts", Reason);
        await approver.ContinueAsync("Tell the hirer");
    }

    private static async Task RefuseAsync(Visitor approver, string reference)
    {
        await approver.GoAsync($"/cases/{reference}/refuse");
        await approver.PressAsync("Refuse");
        // The ground on which the hirer was heard is chosen already: the reason, seven answers and the confirmation are missing
        (await approver.Page.Locator(".govuk-error-summary li").CountAsync()).ShouldBe(9);
        await approver.FillAsync("Reason the hirer will read", Reason);
        foreach (var question in RefusalReasons.Questions)
            await approver.FillBoxAsync($"[name='Answers[{question.Code}]']", $"{question.Code}: answered from the caretaker's book and from what the hirer wrote to us on the matter.");
        await approver.ChooseAsync("I confirm that none of these was weighed");
        await approver.ContinueAsync("Refuse");
    }
}
