using System.Net;
using System.Net.Http.Headers;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Calendars;

/// <summary>Calendar addresses through HTTP: made by the lead contact, read by anybody who knows them, ended for good.</summary>
public class CalendarAddressTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Address_MadeReadAndEnded()
    {
        var (lead, _) = await LeadOfABookingAsync();
        using var visit = await web.VisitAsync(lead);
        var page = await visit.PostFormAsync("/account/calendar");
        var address = new Uri(page.Document.QuerySelector("#new-address")!.GetAttribute("value")!).AbsolutePath;
        (await visit.GetAsync("/account/calendar")).Document.QuerySelector("#new-address").ShouldBeNull();

        using var program = new Visit(web);
        using var first = await program.Client.GetAsync(new Uri(address, UriKind.Relative), Ct);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        (await first.Content.ReadAsStringAsync(Ct)).ShouldStartWith("BEGIN:VCALENDAR\r\n");
        (await AskAsync(program, address, first.Headers.ETag!)).ShouldBe(HttpStatusCode.NotModified);
        (await AskAsync(program, address, new EntityTagHeaderValue("\"other\""))).ShouldBe(HttpStatusCode.OK);

        var again = await visit.GetAsync("/account/calendar");
        using var token = new FormUrlEncodedContent([new("id", IdOf(again)), new("__RequestVerificationToken", TokenOf(again))]);
        using var end = await visit.Client.PostAsync(new Uri("/account/calendar?handler=End", UriKind.Relative), token, Ct);
        end.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await AskAsync(program, address, null)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/feeds/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")]
    [InlineData("/feeds/short.ics")]
    [InlineData("/feeds/.ics")]
    public async Task Address_ThatNobodyMade_IsNotFound(string address)
    {
        using var program = new Visit(web);
        (await AskAsync(program, address, null)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Download_ForTheGroupAndCaseReaders_NobodyElse()
    {
        var (lead, reference) = await LeadOfABookingAsync();
        using var own = await web.VisitAsync(lead);
        using var answer = await own.Client.GetAsync(new Uri($"/hire/{reference}/calendar", UriKind.Relative), Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"hire-{reference}.ics");
        using var officer = await web.VisitAsync("daniel.whitlock@fallowmere.example");
        (await AskAsync(officer, $"/hire/{reference}/calendar", null)).ShouldBe(HttpStatusCode.OK);
        using var stranger = await web.VisitAsync(await StrangerAsync(reference));
        (await AskAsync(stranger, $"/hire/{reference}/calendar", null)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task StaffPage_MakesAnAddressForAVenue()
    {
        using var visit = await web.VisitAsync("daniel.whitlock@fallowmere.example");
        var page = await visit.PostFormAsync("/calendar/addresses");
        page.Document.QuerySelector("#new-address").ShouldNotBeNull();
        page.Text.ShouldContain("Made on 12 January 2026");
        using var wrong = new FormUrlEncodedContent([new("scope", "Organisation"), new("id", IdOf(page)), new("__RequestVerificationToken", TokenOf(page))]);
        using var answer = await visit.Client.PostAsync(new Uri("/calendar/addresses", UriKind.Relative), wrong, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string IdOf(WebPage page) => page.Document.QuerySelector("main input[name=id]")!.GetAttribute("value")!;

    private static string TokenOf(WebPage page) => page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<HttpStatusCode> AskAsync(Visit visit, string address, EntityTagHeaderValue? known)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (known is not null)
            question.Headers.IfNoneMatch.Add(known);
        using var answer = await visit.Client.SendAsync(question, Ct);
        return answer.StatusCode;
    }

    private Task<(string Email, string Reference)> LeadOfABookingAsync() => web.With<AppDbContext, (string, string)>(async db =>
    {
        var booked = await db.Occurrences.Where(o => o.State == OccurrenceState.Confirmed).Join(db.Cases, o => o.CaseId, c => c.Id, (o, c) => c).FirstAsync(Ct);
        var lead = (await db.Memberships.Where(m => m.OrganisationId == booked.OrganisationId).ToListAsync(Ct)).First(m => m.Roles.HasFlag(Roles.LeadContact));
        return ((await db.Users.SingleAsync(u => u.Id == lead.UserId, Ct)).Email!, booked.Reference);
    });

    private Task<string> StrangerAsync(string reference) => web.With<AppDbContext, string>(async db =>
    {
        var organisation = await db.Cases.Where(c => c.Reference == reference).Select(c => c.OrganisationId).SingleAsync(Ct);
        var stranger = await db.Memberships.FirstAsync(m => !db.Memberships.Any(own => own.UserId == m.UserId && own.OrganisationId == organisation), Ct);
        return (await db.Users.SingleAsync(u => u.Id == stranger.UserId, Ct)).Email!;
    });
}
