using System.Net;
using System.Text.RegularExpressions;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Importing;
using CouncilPremises.Application.Setup;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Setup;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Settings;

/// <summary>From an installation nobody has opened yet to applications by the public: the checklist, settings and texts, through the real pages.</summary>
public partial class FirstWeekTests(RealCouncilWeb web) : IClassFixture<RealCouncilWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstWeek_PointByPoint_OpensApplications()
    {
        using var group = new Visit(web);
        await group.TypeAsync(DemoPerson.GroupLead, DemoPerson.Password);
        (await group.GetAsync("/hire/new")).Heading.ShouldBe("Applications are not open yet");
        (await group.GetAsync("/")).Text.ShouldContain("Applications are not open yet");

        using var administrator = await AdministratorAsync(DemoPerson.Administrator);
        var week = await administrator.GetAsync("/setup");
        var refused = await administrator.PostHandlerAsync(week, "Open");
        refused.Errors.ShouldBe(["Some points are still to be done. Applications can open when every point is"]);

        await administrator.PostHandlerAsync(week, "Send");
        var code = MailCode().Match(await NewestTextAsync(DemoPerson.Administrator)).Groups[1].Value;
        (await administrator.PostFormAsync("/setup", ("Input.Code", "00000000"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await administrator.PostFormAsync("/setup", ("Input.Code", code))).Text.ShouldContain("Mail works.");

        await StateAsync(administrator, SetupPoint.ElectionsConsidered, "No election before May 2027");
        (await StateAsync(administrator, SetupPoint.ImpactAssessed, "x")).Status.ShouldBe(HttpStatusCode.BadRequest);
        await StateAsync(administrator, SetupPoint.ImpactAssessed, "12 January 2026, records room 4");
        await administrator.PostFormAsync("/settings/declarations/new", ("Input.EffectiveFrom.Day", "12"), ("Input.EffectiveFrom.Month", "1"), ("Input.EffectiveFrom.Year", "2026"),
            ("Input.ApprovedBy", "R. Shaw, solicitor"), ("Input.ApprovedOn.Day", "5"), ("Input.ApprovedOn.Month", "1"), ("Input.ApprovedOn.Year", "2026"));
        (await administrator.GetAsync("/settings/declarations")).Text.ShouldContain("Approved by R. Shaw, solicitor on 5 January 2026");

        await FillRolesAsync();
        var missing = (await web.With<FirstWeek, SetupView>(one => one.ViewAsync(Cancellation))).Lines.Where(line => !line.IsDone).Select(line => $"{line.Name}: {line.Missing}").ToList();
        missing.ShouldBeEmpty();
        (await administrator.PostHandlerAsync(await administrator.GetAsync("/setup"), "Open")).Text.ShouldContain("Applications are open to the public");
        (await group.GetAsync("/hire/new")).Heading.ShouldBe("Ask for a room");
        (await administrator.PostHandlerAsync(await administrator.GetAsync("/setup"), "Close")).Text.ShouldContain("Applications are closed to the public");
        (await web.With<AppDbContext, List<string>>(db => db.AuditEntries.Where(entry => entry.SubjectKind == "Setup" && !entry.WasRefused).OrderBy(entry => entry.AtUtc).Select(entry => entry.Action).ToListAsync(Cancellation)))
            .ShouldBe(["Setup.SendTest", "Setup.State", "Setup.State", "Setup.State", "Setup.Open", "Setup.Close"]);
    }

    [Fact]
    public async Task Settings_OneProposesAnotherAgrees_GuidanceShowsIt()
    {
        await MakeAdministratorAsync(DemoPerson.Information);
        using var first = await AdministratorAsync(DemoPerson.Director, make: true);
        using var second = await AdministratorAsync(DemoPerson.Information);
        var form = await first.GetAsync("/settings/policy/change");
        var wrong = await first.PostFormAsync(form, ("Input.Values[TriageWorkingDays]", "x"), ("Input.Reason", "Winter staffing"),
            ("Input.EffectiveFrom.Day", "12"), ("Input.EffectiveFrom.Month", "1"), ("Input.EffectiveFrom.Year", "2026"));
        wrong.Errors.ShouldBe(["First look at an application within: enter a whole number from 1 to 20"]);
        wrong.Document.QuerySelector("input[name='Input.Values[TriageWorkingDays]']")!.GetAttribute("value").ShouldBe("x");
        var proposed = await first.PostFormAsync(wrong, ("Input.Values[TriageWorkingDays]", "4"));
        proposed.Text.ShouldContain("First look at an application within: 2 working days, then 4 working days");
        proposed.Document.QuerySelector("form[action*='handler=Agree']").ShouldBeNull();

        (await second.PostHandlerAsync(await second.GetAsync("/settings/policy"), "Agree")).Text.ShouldContain("In force: number 2");
        using var visitor = new Visit(web);
        (await visitor.GetAsync("/guidance/decisions")).Text.ShouldContain("We look at it within 4 working days.");
    }

    [Fact]
    public async Task Import_VenueFileByPage_TriesThenAdds()
    {
        using var administrator = await AdministratorAsync(DemoPerson.Auditor, make: true);
        using var template = await administrator.Client.GetAsync("/settings/import/venues.xlsx", Cancellation);
        template.Content.Headers.ContentDisposition!.FileName.ShouldBe("import-venues.xlsx");
        using var csv = await administrator.Client.GetAsync("/settings/import/bookings.csv", Cancellation);
        (await csv.Content.ReadAsStringAsync(Cancellation)).ShouldStartWith("Booking,Organisation,");
        const string File = "Venue,Address,Ward,Description,Opening hours,Room,Room description,Capacity,Price an hour\r\nLate Hall,1 Quay,Quay,A hall.,Mon 08:00-22:00,Hall,A hall.,10,5\r\n";
        (await SendAsync(administrator, ImportKind.Venues, File, isTrial: true)).Text.ShouldContain("1 rows are right. It was a trial");
        (await SendAsync(administrator, ImportKind.Venues, File, isTrial: false)).Text.ShouldContain("1 rows are imported: 1 venues with 1 rooms.");
        (await SendAsync(administrator, ImportKind.Venues, File, isTrial: false)).Text.ShouldContain("Row 2, Venue: Late Hall is here already");
    }

    [Fact]
    public async Task ImportedBooking_ItsHirerFollowsTheLetter_LooksAfterItAndStaffSeeThatNothingWasChecked()
    {
        const string Contact = "jo@claim-choir.example";
        using var administrator = await AdministratorAsync(DemoPerson.Approver, make: true);
        await SendAsync(administrator, ImportKind.Venues, "Venue,Address,Ward,Description,Opening hours,Room,Room description,Capacity,Price an hour\r\nClaim House,1 Quay,Quay,A house.,Mon-Sun 08:00-22:00,Long Room,A room.,40,5\r\n");
        await SendAsync(administrator, ImportKind.Organisations, "Name,Type,Address,Office-holder 1,Office 1,Office-holder 2,Office 2\r\nClaim Choir,Group,2 Quay,Jo Brown,Chair,Sam Green,Treasurer\r\n");
        const string Row = "B-1042,Claim Choir,Claim House,Long Room,{0},19:00,21:00,Weekly rehearsal,30,Jo Brown,jo@claim-choir.example\r\n";
        (await SendAsync(administrator, ImportKind.Bookings, "Booking,Organisation,Venue,Room,Date,Start,End,Title,People,Contact name,Contact e-mail\r\n" + Row.Replace("{0}", "2026-03-03") + Row.Replace("{0}", "2026-03-10")))
            .Text.ShouldContain("2 rows are imported: 1 bookings with 2 dates; 1 invitations to look after them.");
        var reference = await web.With<AppDbContext, string>(db => db.Cases.Where(c => db.HireApplications.Any(h => h.CaseId == c.Id && h.ImportedAs == "B-1042")).Select(c => c.Reference).SingleAsync(Cancellation));

        using var hirer = new Visit(web);
        var link = await web.NewestLinkAsync(Contact);
        var invitation = await hirer.GetAsync(link);
        invitation.Heading.ShouldBe("Act for Claim Choir");
        (await hirer.GetAsync($"/hire/{reference}")).Heading.ShouldBe("Sign in", "nobody sees it before accepting");
        var account = await hirer.PostFormAsync(invitation, ("Input.FullName", "Jo Brown"), ("Input.Password", "herons sing in the choir"));
        account.Text.ShouldContain("Welcome. Your account is ready.");
        account.Text.ShouldContain("Weekly rehearsal");
        account.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain($"/hire/{reference}");
        var booking = await hirer.GetAsync($"/hire/{reference}");
        booking.Status.ShouldBe(HttpStatusCode.OK);
        booking.Text.ShouldContain("Booked");
        booking.Text.ShouldContain("3 March 2026");
        (await hirer.GetAsync($"/hire/{reference}/cancel")).Status.ShouldBe(HttpStatusCode.OK, "the letter promises that it can be cancelled online");

        using var late = new Visit(web);
        (await late.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound, "a link is used once");
        using var stranger = new Visit(web);
        await stranger.TypeAsync(DemoPerson.OtherLead, DemoPerson.Password);
        (await stranger.GetAsync($"/hire/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var officer = await AdministratorAsync(DemoPerson.Officer);
        (await officer.GetAsync($"/cases/{reference}")).Text.ShouldContain("Taken over from the earlier system as B-1042. Checks were not made here.");
    }

    private static async Task<WebPage> SendAsync(Visit visit, ImportKind kind, string file, bool isTrial = false)
    {
        var page = await visit.GetAsync("/settings/import");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(kind.ToString()), "Input.Kind" },
            { new StringContent(isTrial ? "true" : "false"), "Input.IsTrial" },
            { new StringContent(file), "Input.File", "mine.csv" },
        };
        using var answer = await visit.Client.PostAsync("/settings/import", content, Cancellation);
        return answer.StatusCode == HttpStatusCode.Redirect ? await visit.GetAsync(answer.Headers.Location!.ToString()) : await WebPage.ReadAsync(new Uri("https://localhost/settings/import"), answer);
    }

    private static async Task<WebPage> StateAsync(Visit visit, SetupPoint point, string note)
    {
        var page = await visit.GetAsync("/setup");
        page.Document.QuerySelector($"#note-{point}").ShouldNotBeNull();
        return await visit.PostHandlerAsync(page, "State", ("point", point.ToString()), ("note", note));
    }

    private async Task<Visit> AdministratorAsync(string email, bool make = false)
    {
        if (make)
            await MakeAdministratorAsync(email);
        var visit = new Visit(web);
        var setUp = await visit.TypeAsync(email, DemoPerson.Password);
        await visit.PostFormAsync(setUp, ("Input.Code", Totp.CodeOf(setUp.Document.QuerySelector("input[name=Key]")!.GetAttribute("value")!)));
        return visit;
    }

    private Task MakeAdministratorAsync(string email) => web.With<AppDbContext, int>(async db =>
    {
        var user = await db.Users.SingleAsync(one => one.Email == email, Cancellation);
        user.StaffRoles |= Roles.Administrator;
        return await db.SaveChangesAsync(Cancellation);
    });

    // A small council: people who hold several roles
    private Task FillRolesAsync() => web.With<AppDbContext, int>(async db =>
    {
        var staff = await db.Users.Where(user => user.StaffRoles != Roles.None).OrderBy(user => user.Email).ToListAsync(Cancellation);
        foreach (var user in staff.Take(2))
            user.StaffRoles |= Roles.Reviewer | Roles.Administrator | Roles.FacilitiesApprover | Roles.GrantOfficer;
        return await db.SaveChangesAsync(Cancellation);
    });

    private Task<string> NewestTextAsync(string email) => web.With<AppDbContext, string>(db => db.OutboxMessages.AsNoTracking()
        .Where(message => message.To == email && message.Notice == NoticeCode.N0).OrderByDescending(message => message.CreatedUtc).Select(message => message.Text).FirstAsync(Cancellation));

    [GeneratedRegex("([0-9A-F]{8})")]
    private static partial Regex MailCode();
}
