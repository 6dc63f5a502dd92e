using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>A grant that is declined, and returned by a reviewer who had no part in it, by keyboard.</summary>
[Trait("Rule", "D10"), Trait("Rule", "N19")]
public class GrantReviewTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    private const string Reason = "The fund was asked for more than it holds, and others reached more people for each pound.";
    private const string Return = "The number of guests was read from an earlier version. The application is looked at again from the beginning.";

    [Fact]
    public async Task Declined_ReviewAskedFor_IsReturnedToCheckingByAnother()
    {
        await using var patricia = await VisitorAsync("patricia.mulholland@fallowmere-food-larder.example");
        await patricia.GoAsync("/account");
        await patricia.FollowAsync(patricia.Page.Locator("main a[href^='/grants/applications/']"));
        var reference = new Uri(patricia.Page.Url).Segments[^1];
        await DeclineAsync(reference);
        await patricia.ReadsAsync(reference, "Being checked", "The council");
        await using var owen = await VisitorAsync("owen.prytherch@fallowmere.example");
        await owen.PublishAsync(reference);

        await patricia.ReadsAsync(reference, "Not awarded", "You, if you wish");
        (await patricia.MainTextAsync()).ShouldContain(Reason);
        await patricia.FollowAsync("Ask for a review");
        await patricia.PressAsync("Ask for a review");
        (await patricia.Page.Locator(".govuk-error-summary li").AllInnerTextsAsync()).ShouldBe(["Tell us what you think is wrong"]);
        await patricia.FillBoxAsync("[name='Input.Reasons']", "You counted 50 guests. We wrote 150.");
        await patricia.ContinueAsync("Ask for a review");
        await patricia.ReadsAsync(reference, "Being reviewed", "The council");

        await ReturnAsync(reference);
        await patricia.ReadsAsync(reference, "Being checked", "The council");
        (await patricia.MainTextAsync()).ShouldContain(Return);
        await owen.GoAsync($"/cases/{reference}");
        // Back in checking, and on at once: every check and both scores still count
        (await owen.HeadingAsync()).ShouldEndWith("Ready for decision");
        foreach (var visitor in new[] { patricia, owen })
            visitor.LeftNoComplaints();
    }

    private async Task DeclineAsync(string reference)
    {
        await using var chloe = await VisitorAsync("chloe.adeyemi@fallowmere.example");
        await chloe.JoinAsync(reference);
        await chloe.RecommendAsync(reference, "Refuse", "D10");
        await using var robert = await VisitorAsync("robert.ashdown@fallowmere.example");
        await robert.JoinAsync(reference);
        await robert.FollowAsync("Decline");
        await robert.FillAsync("Reason the group will read", Reason);
        foreach (var code in new[] { "P2", "P6" })
            await robert.FillBoxAsync($"[name='Answers[{code}]']", $"{code}: read from the application and the ranking of the round, on the day of the decision.");
        await robert.ChooseAsync("I confirm that none of these was weighed");
        await robert.ContinueAsync("Decline");
        (await robert.HeadingAsync()).ShouldEndWith("Refused");
        chloe.LeftNoComplaints();
        robert.LeftNoComplaints();
    }

    private async Task ReturnAsync(string reference)
    {
        await using var judith = await VisitorAsync("judith.kemble@fallowmere.example");
        await judith.JoinAsync(reference);
        await judith.GoAsync("/second-signatures");
        await judith.FollowAsync(reference);
        var text = await judith.MainTextAsync();
        text.ShouldContain("You counted 50 guests. We wrote 150.");
        text.ShouldContain(Reason);
        await judith.AnswerAsync("What do you decide?", "Set aside");
        await judith.AnswerAsync("If set aside: where does the case go back to?", "Checking: look at it again from the beginning");
        await judith.FillAsync("Your reasons", Return);
        await judith.ContinueAsync("Decide the review");
        (await judith.MainTextAsync()).ShouldContain(ReviewOutcome.Return.ToString());
        judith.LeftNoComplaints();
    }

    private async Task<Visitor> VisitorAsync(string email)
    {
        var visitor = await chromium.VisitorAsync(web.Address);
        await visitor.SignInAsync(email);
        return visitor;
    }
}
