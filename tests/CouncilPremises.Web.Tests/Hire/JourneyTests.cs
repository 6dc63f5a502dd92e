using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Hire;

/// <summary>The application journey, page by page, through HTTP.</summary>
public sealed class JourneyTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Room = "saltmarsh-small-hall";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "DEC")]
    [Trait("Rule", "N1")]
    public async Task Journey_FromARoomToSent_IsSignedByAnotherPersonAndSentOnce()
    {
        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        (await carys.StartAsync($"?room={Room}&date=2026-05-14&start=15:00&end=16:30")).Text.ShouldContain("Not sent yet");
        (await carys.OpenAsync("when")).Document.QuerySelector("option[selected]")!.TextContent.ShouldContain("Small Hall");

        var signPage = await carys.AnswerAllAsync("2026-05-14", "3pm", "4.30pm");
        signPage.Heading.ShouldBe("The declaration");
        signPage.Text.ShouldContain("We need not share the council's opinions.");
        signPage.Text.ShouldContain("Somebody who may sign for your group signs it");

        using var hazel = await Applicant.SignInAsync(web, Applicant.Hazel);
        (await hazel.Visit.PostFormAsync($"/hire/{carys.Reference}/sign", ("Input.Agrees", "true"), ("Input.Name", "Mickey Mouse"), ("Input.Role", "Trustee")))
            .Errors.ShouldHaveSingleItem().ShouldStartWith("You are signed in as Dr Hazel Winstanley");
        // No name is asked of whoever does not sign
        (await hazel.Visit.PostFormAsync($"/hire/{carys.Reference}/sign", ("Input.Agrees", "false"))).Text.ShouldContain("We noted that you did not sign.");
        var signed = await hazel.Visit.PostFormAsync($"/hire/{carys.Reference}/sign",
            ("Input.Agrees", "true"), ("Input.Name", "hazel  winstanley"), ("Input.Role", "Trustee"));
        signed.Text.ShouldContain("the declaration is signed");
        (await carys.OpenAsync("sign")).Text.ShouldContain("There is nothing to sign.");

        var check = await carys.OpenAsync("check");
        check.Text.ShouldContain("3pm to 4:30pm");
        check.Text.ShouldContain("for your date, if we approve it");
        var sent = await carys.Visit.PostFormAsync(check);
        sent.Heading.ShouldBe("Application sent");
        sent.Text.ShouldContain(carys.Reference);

        // A second click sends the same form again
        (await carys.Visit.PostFormAsync(check)).Address.AbsolutePath.ShouldBe($"/hire/{carys.Reference}/sent");
        (await carys.OpenAsync("event")).Address.AbsolutePath.ShouldBe($"/hire/{carys.Reference}");
        carys.Page.Text.ShouldContain("Received");
        carys.Page.Text.ShouldContain("We take a first look by");
        (await carys.Visit.GetAsync($"/hire/{carys.Reference.ToLowerInvariant()}")).Text.ShouldContain(carys.Reference);
    }

    [Fact]
    [Trait("Rule", "T2")]
    public async Task Sent_WithPeopleInTheGroupsCare_SaysWhatTheGroupMustDoEverywhere()
    {
        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        await carys.StartAsync($"?room={Room}");
        await carys.AnswerAllAsync("2026-05-21", "3pm", "4.30pm");
        await carys.AnswerAsync("safety", ("Input.PeopleAtRisk.Care", "GroupsCare"), ("Input.PeopleAtRisk.InOurCare", "Under18"), ("Input.PeopleAtRisk.Roles[0].Name", "Maud Ferrier"),
            ("Input.PeopleAtRisk.Roles[0].Does", "Helps at the party"), ("Input.PeopleAtRisk.Roles[0].Role", "ChildrenSometimes"), ("act", "continue"));
        var sent = await carys.Visit.PostFormAsync($"/hire/{carys.Reference}/check");

        sent.Text.ShouldContain("confirm DBS checks (formerly CRB) for 1 person");
        sent.Text.ShouldContain("give us your safeguarding policy: e-mail it to");
        var page = await carys.OpenAsync("");
        page.Text.ShouldContain("You, and then the council");
        page.Text.ShouldContain("We still need your safeguarding policy.");
        (await carys.Visit.GetAsync("/account")).Text.ShouldContain($"{carys.Reference} Winter supper: give us your safeguarding policy");
        var letter = await web.With<AppDbContext, string>(db => db.OutboxMessages
            .Where(m => m.Notice == NoticeCode.N1 && db.Cases.Any(c => c.Id == m.CaseId && c.Reference == carys.Reference)).Select(m => m.Text).FirstAsync(Token));
        letter.ShouldContain("give us your safeguarding policy");
        letter.ShouldNotContain("do nothing");
    }

    [Fact]
    [Trait("Rule", "B4")]
    public async Task When_TakenAlready_SaysWhatIsFreeAndKeepsWhatWasTyped()
    {
        using var patricia = await Applicant.SignInAsync(web, Applicant.Patricia);
        await patricia.StartAsync($"?room={Room}");
        await patricia.AnswerAllAsync("2026-06-11", "10am", "noon");
        await patricia.Visit.PostFormAsync($"/hire/{patricia.Reference}/check");

        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        await carys.StartAsync($"?room={Room}");
        var page = await carys.AnswerAsync("when", ("Input.When.FirstDay.Day", "11"), ("Input.When.FirstDay.Month", "6"), ("Input.When.FirstDay.Year", "2026"),
            ("Input.When.Start", "11am"), ("Input.When.End", "1pm"), ("Input.When.Recurrence", "Once"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldHaveSingleItem().ShouldStartWith("Small Hall is taken from 10am to midday on Thursday 11 June 2026. You can have it from");
        page.Document.QuerySelector("#Input_When_Start")!.GetAttribute("value").ShouldBe("11am");
    }

    [Theory]
    [Trait("Rule", "B4")]
    [InlineData("Input.When.FirstDay.Day", "31", "The date of your event must be a real date, like 24 3 2026")]
    [InlineData("Input.When.Start", "7", "The start time must say morning or evening, like 7am or 7pm")]
    [InlineData("Input.When.Start", "19:10", "The start must be on a quarter-hour, like 7pm or 7.15pm")]
    [InlineData("Input.When.End", "6pm", "The end must be after the start. To stay until midnight, type midnight. For the time after it, make another application for the next day, from 00:00")]
    [InlineData("Input.When.FirstDay.Year", "2025", "The date of your event must be in the future")]
    [InlineData("Input.When.Recurrence", "Regular", "Choose how often it happens")]
    public async Task When_WrongAnswer_SaysWhatToDo(string box, string typed, string sentence)
    {
        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        await carys.StartAsync($"?room={Room}");
        var answers = new Dictionary<string, string>
        {
            ["Input.When.FirstDay.Day"] = "24",
            ["Input.When.FirstDay.Month"] = "6",
            ["Input.When.FirstDay.Year"] = "2026",
            ["Input.When.Start"] = "7pm",
            ["Input.When.End"] = "9pm",
            ["Input.When.Recurrence"] = "Once",
            [box] = typed,
        };

        var page = await carys.AnswerAsync("when", [.. answers.Select(answer => (answer.Key, answer.Value))]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldContain(sentence);
    }

    [Fact]
    [Trait("Rule", "B8")]
    public async Task Speakers_AddAndRemoveWithoutScript_KeepsTheOthers()
    {
        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        await carys.StartAsync();

        var two = await carys.AnswerAsync("speakers", ("Input.Speakers.Kind", "External"), ("Input.Speakers.External[0].Name", "Lucian Threlkeld"), ("act", "add"));
        two.Document.QuerySelector("[name='Input.Speakers.External[1].Name']").ShouldNotBeNull();
        var one = await carys.Visit.PostFormAsync(two, ("Input.Speakers.External[1].Name", "Maud Ferrier"), ("act", "remove-0"));
        one.Document.QuerySelector("[name='Input.Speakers.External[0].Name']")!.GetAttribute("value").ShouldBe("Maud Ferrier");
        one.Document.QuerySelector("[name='Input.Speakers.External[1].Name']").ShouldBeNull();

        var wrong = await carys.Visit.PostFormAsync(one, ("act", "continue"));
        wrong.Errors.ShouldContain("Enter what speaker 1 will speak about");
        var next = await carys.Visit.PostFormAsync(wrong, ("Input.Speakers.External[0].Topic", "Bees"), ("Input.Speakers.External[0].Remote", "false"), ("act", "continue"));
        next.Address.AbsolutePath.ShouldBe($"/hire/{carys.Reference}/safety");
    }

    [Fact]
    public async Task Event_LeftForLater_IsThereAgain()
    {
        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        await carys.StartAsync();

        (await carys.AnswerAsync("event", ("Input.Event.Title", "Quiz"), ("act", "later"))).Address.AbsolutePath.ShouldBe($"/hire/{carys.Reference}");

        (await carys.OpenAsync("event")).Document.QuerySelector("#Input_Event_Title")!.GetAttribute("value").ShouldBe("Quiz");
    }

    [Fact]
    public async Task Check_Unfinished_ListsWhatIsMissingAndSendsNothing()
    {
        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        await carys.StartAsync();

        var page = await carys.AnswerAsync("check");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldContain("Enter a title for your event");
        page.Document.QuerySelector($"main a[href='/hire/{carys.Reference}/event?from=check']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/event")]
    [InlineData("/when")]
    [InlineData("/speakers")]
    [InlineData("/sign")]
    [InlineData("/check")]
    [InlineData("/sent")]
    [InlineData("/withdraw")]
    [InlineData("/cancel")]
    [InlineData("/answer")]
    [InlineData("/conditions")]
    public async Task AnyPage_ForAStranger_IsNotFound(string page)
    {
        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        await carys.StartAsync();
        using var patricia = await Applicant.SignInAsync(web, Applicant.Patricia);

        (await patricia.Visit.GetAsync($"/hire/{carys.Reference}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await patricia.Visit.GetAsync($"/hire/HB-1999-00001{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Withdraw_Sent_ClosesItAndASecondClickIsHarmless()
    {
        using var patricia = await Applicant.SignInAsync(web, Applicant.Patricia);
        await patricia.StartAsync($"?room={Room}");
        await patricia.AnswerAllAsync("2026-07-09", "10am", "noon");
        await patricia.Visit.PostFormAsync($"/hire/{patricia.Reference}/check");
        var sure = await patricia.OpenAsync("withdraw");

        (await patricia.Visit.PostFormAsync(sure)).Text.ShouldContain("You took the application back. Its dates are free again.");
        var again = await patricia.Visit.PostFormAsync(sure);

        again.Status.ShouldBe(HttpStatusCode.OK);
        again.Text.ShouldContain("Closed");
    }
}
