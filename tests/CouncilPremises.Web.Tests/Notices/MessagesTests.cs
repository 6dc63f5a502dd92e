using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Notices;

/// <summary>Messages sent, as staff see them, and the reader's side in demonstration mode.</summary>
public class MessagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Officer = "daniel.whitlock@fallowmere.example";
    private const string Auditor = "colin.hargreave@fallowmere.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_FilteredByReference_ShowOnlyThatCase()
    {
        using var visit = await web.VisitAsync(Officer);
        var all = await visit.GetAsync("/notices");
        var reference = all.Document.QuerySelector("tbody a")!.TextContent;

        var page = await visit.GetAsync($"/notices?reference={reference.ToLowerInvariant()}&delivery=");
        page.Document.QuerySelectorAll("tbody td:nth-child(2) a").Select(link => link.TextContent).Distinct().ShouldHaveSingleItem().ShouldBe(reference);
        (await visit.GetAsync("/notices?reference=HB-1999-00001")).Text.ShouldContain("No message fits");
    }

    [Fact]
    public async Task Messages_OfACaseNotStated_LeadToTheStatementInsteadOfAButton()
    {
        using var visit = await web.VisitAsync(Officer);
        var rows = (await visit.GetAsync("/notices")).Document.QuerySelectorAll("tbody tr").ToList();
        foreach (var cell in rows.SelectMany(row => row.Children.Take(5)).Where(cell => cell.TextContent.Trim().Length > 0))
            cell.GetAttribute("data-heading").ShouldNotBeNullOrEmpty("on a phone each cell follows the heading of its column");
        rows.ShouldAllBe(row => row.Children[5].GetAttribute("data-heading") == null, "that heading is for readers of the table only");
        var unstated = rows.Where(row => row.QuerySelector("td:last-child a") is { } link && link.TextContent.StartsWith("State your interest first", StringComparison.Ordinal)).ToList();
        unstated.ShouldNotBeEmpty("nobody has looked at some cases yet");
        unstated.ShouldAllBe(row => row.QuerySelector("form") == null);

        var page = await visit.GetAsync(unstated[0].QuerySelector("td:last-child a")!.GetAttribute("href")!);
        page.Document.Title.ShouldNotBeNull().ShouldContain(unstated[0].QuerySelector("td:nth-child(2) a")!.TextContent);
        page.Text.ShouldContain("I have no interest in this case");
    }

    [Theory]
    [InlineData("/notices?delivery=Nonsense")]
    [InlineData("/notices?reference=HB-2026-00001-which-is-far-too-long")]
    public async Task Messages_BadQuery_SaysSo(string address)
    {
        using var visit = await web.VisitAsync(Officer);
        var page = await visit.GetAsync(address);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public async Task Messages_PageThatCannotBe_IsNotFound(string number)
    {
        using var visit = await web.VisitAsync(Officer);
        (await visit.GetAsync($"/notices?page={number}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SendAgain_ByAnOfficer_LeavesWithoutWaitingAndIsAudited()
    {
        using var visit = await web.VisitAsync(Officer);
        var list = await visit.GetAsync("/notices");
        var id = Guid.Parse(list.Document.QuerySelector("tbody input[name=id]")!.GetAttribute("value")!);
        await UntilAsync(id, message => message is { SentUtc: not null, NextAttemptUtc: null });
        await StatedAsync(id);
        var before = (await MessageAsync(id)).SentUtc;
        web.Clock.Advance(TimeSpan.FromSeconds(1));

        var page = await visit.PostFormAsync(list, ("id", id.ToString()));
        page.Text.ShouldContain("The message is being sent again.");
        await UntilAsync(id, message => message.SentUtc > before && message.NextAttemptUtc is null);
        (await web.With<AppDbContext, bool>(db => db.AuditEntries.AnyAsync(e => e.Action == "Notice.SendAgain" && e.SubjectId == id, Ct))).ShouldBeTrue();
    }

    [Fact]
    public async Task SendAgain_ByAnAuditor_IsNotOfferedAndRefused()
    {
        using var officer = await web.VisitAsync(Officer);
        var id = (await officer.GetAsync("/notices")).Document.QuerySelector("tbody input[name=id]")!.GetAttribute("value")!;
        using var visit = await web.VisitAsync(Auditor);
        var list = await visit.GetAsync("/notices");
        list.Document.QuerySelectorAll("tbody form").ShouldBeEmpty();
        var token = (await visit.GetAsync("/exports")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("id", id), new("__RequestVerificationToken", token)]);
        using var answer = await visit.Client.PostAsync(new Uri("/notices", UriKind.Relative), form, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task DemoMessages_ShowEachAsItsReaderGetsIt()
    {
        using var visit = new Visit(web);
        var list = await visit.GetAsync("/demo/messages");
        var link = list.Document.QuerySelector("tbody a")!;
        var page = await visit.GetAsync(link.GetAttribute("href")!);
        page.Heading.ShouldBe(link.TextContent);
        page.Document.QuerySelectorAll("pre").Length.ShouldBeGreaterThanOrEqualTo(2);
        page.Document.QuerySelector("pre")!.TextContent.ShouldStartWith("Dear ");
        (await visit.GetAsync($"/demo/messages/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    // The officer works on the message's case: they have stated that they have no interest in it
    private async Task StatedAsync(Guid messageId)
    {
        var of = (await MessageAsync(messageId)).CaseId!.Value;
        await web.With<AppDbContext, int>(async db =>
        {
            var officer = await db.Users.Where(u => u.Email == Officer).Select(u => u.Id).SingleAsync(Ct);
            if (await db.ConflictStatements.AnyAsync(s => s.CaseId == of && s.OfficerId == officer, Ct))
                return 0;
            db.ConflictStatements.Add(new ConflictStatement(Guid.CreateVersion7(), of, officer, false, null, web.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync(Ct);
        });
    }

    private Task<OutboxMessage> MessageAsync(Guid id) => web.With<AppDbContext, OutboxMessage>(db => db.OutboxMessages.AsNoTracking().SingleAsync(m => m.Id == id, Ct));

    private async Task UntilAsync(Guid id, Func<OutboxMessage, bool> isSo)
    {
        for (var tries = 0; !isSo(await MessageAsync(id)); tries++)
        {
            tries.ShouldBeLessThan(400, "The worker was not woken.");
            await Task.Delay(100, Ct);
        }
    }
}

/// <summary>Without demonstration mode nobody reads other people's messages.</summary>
public class NoDemoMessagesTests
{
    [Fact]
    public async Task DemoMessages_OutsideDemonstrationMode_AreNotFound()
    {
        await using var app = new Shell.ShellApp { Environment = "Production" };
        using var visitor = app.Visitor("https://localhost");
        foreach (var address in new[] { "/demo/messages", "/demo/messages/01942f2e-0000-7000-8000-000000000000" })
        {
            using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
