using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Hire;

/// <summary>What a group writes again after sending: parts the council asked about, changes of its own, and starting again.</summary>
public sealed class ChangePagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Room = "saltmarsh-small-hall";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "N2")]
    public async Task Answer_OnlyTheNamedPart_IsOpenAndACraftedPostIsRefusedAndLogged()
    {
        using var patricia = await SentAsync("2026-08-06");
        using var officer = await OfficerAsync(patricia.Reference);
        var asked = await officer.PostFormAsync($"/cases/{patricia.Reference}/ask", ("Sections", "Attendance"), ("Questions[Attendance]", "Are children counted?"));
        asked.Text.ShouldContain("The group has been asked. The clock is paused.");

        var answer = await patricia.OpenAsync("answer");
        answer.Text.ShouldContain("Are children counted?");
        var who = await patricia.OpenAsync("who");
        who.Text.ShouldContain("Are children counted?");
        who.Document.QuerySelector("[name='Input.Attendance.People']")!.GetAttribute("value").ShouldBe("20");
        who.Document.QuerySelector("[name='Input.Audience.Kind']").ShouldBeNull();
        (await patricia.OpenAsync("event")).Address.AbsolutePath.ShouldBe($"/hire/{patricia.Reference}");

        // The page of an open part, with a closed one added by hand
        var crafted = await patricia.Visit.PostFormAsync(who, ("Input.Attendance.People", "25"), ("Input.Audience.Kind", "Public"));
        crafted.Status.ShouldBe(HttpStatusCode.BadRequest);
        crafted.Errors.ShouldHaveSingleItem().ShouldStartWith("This part of your application is not open");
        // The page of a closed part, with a token of an open one
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", who.Document.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!), new("Input.Event.Title", "Another"),
            new("Input.Event.Category", "Meeting"), new("Input.Event.Description", "Something else entirely happens here, and nobody at the council was told.")]);
        (await patricia.Visit.Client.PostAsync($"/hire/{patricia.Reference}/event", content, Token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await web.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.Action == "Hire.SaveSection" && e.WasRefused, Token))).ShouldBe(2);

        (await patricia.Visit.PostFormAsync(answer, ("Input.Answer", "We count everybody."))).Errors.ShouldHaveSingleItem().ShouldContain("How many people come");
        (await patricia.AnswerAsync("who", ("Input.Attendance.People", "25"))).Address.AbsolutePath.ShouldBe($"/hire/{patricia.Reference}/answer");
        // What was typed before the part was gone over is still there
        patricia.Page.Document.QuerySelector("[name='Input.Answer']")!.TextContent.Trim().ShouldBe("We count everybody.");
        (await patricia.AnswerAsync("answer")).Text.ShouldContain("Thank you: we have your answer.");
        var seen = await officer.GetAsync($"/cases/{patricia.Reference}");
        var row = seen.Document.QuerySelectorAll("main tr").First(one => one.TextContent.Contains("Changed", StringComparison.Ordinal));
        row.TextContent.ShouldContain("People");
        row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ShouldBe(["20", "25"]);
        seen.Text.ShouldContain("Winter supper");
    }

    [Fact]
    [Trait("Rule", "B4")]
    public async Task Change_BeforeADecision_MovesTheDateAtOnce()
    {
        using var patricia = await SentAsync("2026-08-13");
        (await patricia.AnswerAsync("change")).Errors.ShouldHaveSingleItem().ShouldBe("Choose what you want to change.");
        (await patricia.AnswerAsync("change", ("Pages", "when"))).Address.AbsolutePath.ShouldEndWith("/change/when");
        (await patricia.AnswerAsync("change/when", ("Input.Which", "2026-08-13"))).Errors.ShouldHaveSingleItem().ShouldStartWith("Enter what is to be different");
        (await patricia.AnswerAsync("change/when", ("Input.Which", "2026-08-13"), ("Input.Day.Day", "2"), ("Input.Day.Month", "1"), ("Input.Day.Year", "2026"))).Errors.ShouldHaveSingleItem().ShouldBe("The new day must be in the future");
        var hub = await patricia.AnswerAsync("change/when", ("Input.Which", "2026-08-13"), ("Input.Day.Day", "14"), ("Input.Day.Month", "8"), ("Input.Day.Year", "2026"), ("Input.End", "1pm"));
        hub.Text.ShouldContain("Friday 14 August 2026");
        var sent = await patricia.Visit.PostFormAsync(hub, ("SeenVersion", hub.Document.QuerySelector("[name='SeenVersion']")!.GetAttribute("value")!));
        sent.Text.ShouldContain("Your change is part of the application now.");
        sent.Text.ShouldContain("10am to 1pm");
        // A second click finds nothing to send
        (await patricia.Visit.PostFormAsync(hub, ("SeenVersion", "999"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Again_FromAnEarlierOne_StartsADraftToLookOver()
    {
        using var patricia = await SentAsync("2026-08-20");
        var draft = await patricia.AnswerAsync("again");
        draft.Text.ShouldContain("Not sent yet");
        var reference = draft.Address.AbsolutePath.Split('/')[^1];
        reference.ShouldNotBe(patricia.Reference);
        var page = await patricia.Visit.GetAsync($"/hire/{reference}/event");
        page.Text.ShouldContain("Is it still right?");
        page.Document.QuerySelector("#Input_Event_Title")!.GetAttribute("value").ShouldBe("Winter supper");
    }

    [Theory]
    [InlineData("/change")]
    [InlineData("/change/when")]
    [InlineData("/again")]
    public async Task AnyPage_ForAStranger_IsNotFound(string page)
    {
        using var patricia = await SentAsync(page == "/change" ? "2026-08-27" : page == "/again" ? "2026-08-28" : "2026-09-01");
        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);

        (await carys.Visit.GetAsync($"/hire/{patricia.Reference}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Rule", "N12")]
    public async Task Change_OfABooking_SaysThatTheCouncilActsNext()
    {
        var (reference, email, lead) = await web.With<AppDbContext, (string, string, Actor)>(async db =>
        {
            var soon = web.Clock.GetUtcNow().UtcDateTime.AddDays(20);
            var booked = await db.Cases.Where(c => c.State == CaseState.Confirmed && c.FirstEventUtc > soon).OrderBy(c => c.Reference).FirstAsync(Token);
            var members = await db.Memberships.Where(m => m.OrganisationId == booked.OrganisationId).ToListAsync(Token);
            var id = members.First(m => m.Roles.HasFlag(Roles.LeadContact)).UserId;
            return (booked.Reference, await db.Users.Where(u => u.Id == id).Select(u => u.Email!).SingleAsync(Token), new Actor(id, Roles.None));
        });
        using var visit = await web.VisitAsync(email);
        (await visit.GetAsync($"/hire/{reference}")).Text.ShouldContain("Enjoy your event");

        (await web.With<Changes, Outcome>(changes => changes.StartAsync(reference, [HireSection.Attendance], lead, Token))).Refusals.ShouldBeEmpty();
        (await web.With<HireDrafts, Outcome>(drafts => drafts.SaveAsync(reference, HireSection.Attendance,
            answers => answers with { Attendance = new AttendanceAnswers { People = answers.Attendance.People - 1 } }, lead, Token))).Refusals.ShouldBeEmpty();
        var version = await web.With<AppDbContext, int>(db => db.Cases.Where(c => c.Reference == reference).Select(c => c.Version).SingleAsync(Token));
        (await web.With<Changes, Outcome>(changes => changes.SendAsync(reference, version, lead, Token))).Refusals.ShouldBeEmpty();

        var page = await visit.GetAsync($"/hire/{reference}");
        page.Text.ShouldContain("We decide about the change you asked for by");
        page.Text.ShouldNotContain("Enjoy your event");
    }

    private async Task<Applicant> SentAsync(string day)
    {
        var patricia = await Applicant.SignInAsync(web, Applicant.Patricia);
        await patricia.StartAsync($"?room={Room}");
        await patricia.AnswerAllAsync(day, "10am", "noon");
        (await patricia.AnswerAsync("check")).Heading.ShouldBe("Application sent");
        return patricia;
    }

    private async Task<Visit> OfficerAsync(string reference)
    {
        var officer = new Visit(web);
        await officer.PostFormAsync("/sign-in", ("Input.Email", DemoPerson.Officer), ("Input.Password", "the heron waits beside the mere"));
        await officer.PostFormAsync($"/cases/{reference}");
        return officer;
    }
}
