using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Awards;

/// <summary>An award on its pages: the group accepts, gives bank details and reports; finance verifies, releases and makes the file; officers read.</summary>
public sealed class AwardPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string GrantOfficer = "owen.prytherch@fallowmere.example";
    private const string GrantApprover = "yasmin.holroyd@fallowmere.example";
    private const string Keyer = "ingrid.falk@fallowmere.example";
    private const string Payer = "peter.langley@fallowmere.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "G12"), Trait("Rule", "S2")]
    public async Task Award_FromOfferToReport_IsWalkedByGroupFinanceAndOfficers()
    {
        var database = new CouncilDatabase(web);
        var grant = await A.Grant().OfferedAsync(database, await GrantTeam.AddAsync(database));
        await JoinAsync(grant, DemoPerson.GroupLead);
        using var lead = await web.VisitAsync(DemoPerson.GroupLead);
        await AcceptAsync(lead, grant.Reference);
        await GiveBankDetailsAsync(lead, grant.Reference);

        using var keyer = await web.VisitAsync(Keyer);
        await VerifyAsync(keyer, grant.Reference);
        using var payer = await web.VisitAsync(Payer);
        await PayAsync(payer, grant.Reference);
        await SendReportAsync(lead, grant.Reference);

        using var officer = await web.VisitAsync(GrantOfficer);
        await ReadAsync(officer, grant.Reference);
        (await lead.GetAsync("/grants/lessons")).Text.ShouldContain("Ask the library first");
        using var stranger = await web.VisitAsync(DemoPerson.OtherLead);
        foreach (var path in new[] { "award", "bank", "reports/1" })
            (await stranger.GetAsync($"/grants/applications/{grant.Reference}/{path}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync("/grants/lessons")).Status.ShouldBe(HttpStatusCode.NotFound, "lessons are for funded groups");
        await ChangeAsync(officer, grant.Reference);
    }

    private static async Task AcceptAsync(Visit lead, string reference)
    {
        var offer = await lead.GetAsync($"/grants/applications/{reference.ToLowerInvariant()}/award");
        offer.Heading.ShouldBe("Your offer of a grant");
        offer.Text.ShouldContain("£4,800");
        offer.Text.ShouldContain("An agreement between");
        var unticked = await lead.PostHandlerAsync(offer, "Accept");
        unticked.Errors.ShouldHaveSingleItem().ShouldStartWith("Tick that your group accepts");
        var accepted = await lead.PostHandlerAsync(unticked, "Accept", ("Agrees", "true"));
        accepted.Heading.ShouldBe("Your grant");
        accepted.Text.ShouldContain("You: give us the bank details of your group.");
        (await lead.PostHandlerAsync(offer, "Accept", ("Agrees", "true"))).Status.ShouldBe(HttpStatusCode.Conflict, "the page sent again finds it done");
    }

    private static async Task GiveBankDetailsAsync(Visit lead, string reference)
    {
        var wrong = await lead.PostFormAsync($"/grants/applications/{reference}/bank", ("AccountName", "Fernley Youth Trust"), ("SortCode", "3094"), ("AccountNumber", "00733445"));
        wrong.Errors.ShouldHaveSingleItem().ShouldStartWith("Enter a sort code of 6 digits");
        var given = await lead.PostFormAsync(wrong, ("SortCode", "30-94-30"));
        given.Text.ShouldContain("account ending 3445");
        given.Text.ShouldNotContain("00733445");
        (await lead.GetAsync($"/grants/applications/{reference}/bank")).Document.QuerySelector("#AccountNumber")!.GetAttribute("value").ShouldBeNullOrEmpty("numbers are never written back");
    }

    private static async Task VerifyAsync(Visit finance, string reference)
    {
        var queue = await finance.GetAsync("/payments");
        queue.Text.ShouldContain("Bank details to verify");
        queue.Text.ShouldContain("Make your conflict-of-interest statement for this case first");
        await finance.PostFormAsync($"/cases/{reference}/interest", ("HasInterest", "false"));
        var page = await finance.GetAsync($"/cases/{reference}/money/bank");
        var unseen = await finance.PostHandlerAsync(page, "Verify", ("NameResult", "Full match"), ("StatementSeen", "false"), ("Outcome", nameof(CheckOutcome.Clear)));
        unseen.Errors.ShouldHaveSingleItem().ShouldStartWith("A Clear needs a statement");
        var done = await finance.PostHandlerAsync(unseen, "Verify", ("StatementSeen", "true"));
        done.Heading.ShouldBe("Award and payments Active");
        done.Text.ShouldContain("You keyed or verified these bank details, so a colleague must release the payment.");
    }

    private async Task PayAsync(Visit finance, string reference)
    {
        await finance.PostFormAsync($"/cases/{reference}/interest", ("HasInterest", "false"));
        var money = await finance.GetAsync($"/cases/{reference}/money");
        money.Text.ShouldContain("A report that is due is not accepted");
        var released = await finance.PostHandlerAsync(money, "Release");
        released.Text.ShouldContain("Released");
        (await finance.PostHandlerAsync(money, "Release")).Status.ShouldBe(HttpStatusCode.Conflict);
        var queue = await finance.GetAsync("/payments");
        var file = await finance.PostHandlerAsync(queue, "File");
        file.Heading.ShouldStartWith("Payment file GP-2026-");
        (await finance.PostHandlerAsync(queue, "File")).Heading.ShouldBe(file.Heading, "the same page gives the same file");
        (await TakeAsync(finance, file)).ShouldContain($"{reference}-1,Fernley Youth Trust,309430,00733445,2400.00,Grant {reference}-1");

        using var officer = await web.VisitAsync(GrantOfficer);
        foreach (var address in new[] { "/payments", file.Address.AbsolutePath })
        {
            using var answer = await officer.Client.GetAsync(address, Token);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    private static async Task<string> TakeAsync(Visit finance, WebPage file)
    {
        using var content = new FormUrlEncodedContent(WebPage.Entries(file.FormWith(new HashSet<string>())));
        using var answer = await finance.Client.PostAsync(file.Address, content, Token);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private static async Task SendReportAsync(Visit lead, string reference)
    {
        var form = await lead.GetAsync($"/grants/applications/{reference}/reports/1");
        form.Text.ShouldContain("the target is 120");
        var saved = await lead.PostFormAsync(form, ("act", "save"), ("Input.Done", "Ten evenings were held, each with four tables."));
        saved.Text.ShouldContain("Your report is saved");
        var gaps = await lead.PostFormAsync(await lead.GetAsync($"/grants/applications/{reference}/reports/1"), ("act", "send"), ("Input.Spend[0].Spent", "1,500"));
        gaps.Errors.ShouldContain("Say how many people took part: enter the first group.");
        gaps.Text.ShouldContain("Ten evenings were held", Case.Sensitive, "nothing typed is lost");
        var sent = await lead.PostFormAsync(gaps, ("act", "send"), ("Input.Outcomes[0].Actual", "60"), ("Input.Spend[1].Spent", "800"), ("Input.Counts[0].What", "people who use a wheelchair"),
            ("Input.Counts[0].People", "3"), ("Input.Lessons", "Ask the library first: it knows who eats alone."), ("Input.MayShare", "true"));
        sent.Errors.ShouldBeEmpty();
        (await lead.GetAsync($"/grants/applications/{reference}/reports/1")).Text.ShouldContain("people who use a wheelchair: 3", Case.Sensitive, "a group reads its own counts");
    }

    private static async Task ReadAsync(Visit officer, string reference)
    {
        (await officer.GetAsync($"/cases/{reference}")).Document.QuerySelector($"a[href='/cases/{reference}/money']").ShouldNotBeNull();
        await officer.PostFormAsync($"/cases/{reference}/interest", ("HasInterest", "false"));
        var report = await officer.GetAsync($"/cases/{reference}/money/reports/1");
        report.Text.ShouldContain("people who use a wheelchair: fewer than 5");
        report.Text.ShouldContain("£1,500");
        (await officer.PostHandlerAsync(report, "Return")).Errors.ShouldHaveSingleItem().ShouldStartWith("Say what the group is to put right");
        (await officer.PostHandlerAsync(report, "Accept")).Text.ShouldContain("Accepted");
    }

    private static async Task ChangeAsync(Visit officer, string reference)
    {
        var path = $"/cases/{reference}/money";
        foreach (var page in new[] { "", "/schedule", "/vary", "/suspend", "/terminate", "/recover", "/payments/2", "/bank", "/reports/2" })
            (await officer.GetAsync(path + page)).Status.ShouldBe(HttpStatusCode.OK, page);
        (await officer.GetAsync($"{path}/payments/9")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync($"{path}/reports/9")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.PostFormAsync($"{path}/schedule", ("Rows[0].Amount", "2399.99"))).Errors.ShouldHaveSingleItem().ShouldContain("Add £0.01");
        (await officer.PostFormAsync($"{path}/vary", ("Amounts[0].Amount", "5000"), ("Reason", "The cook is paid more this year."))).Errors.ShouldContain(no => no.StartsWith("The lines come to more than was awarded", StringComparison.Ordinal));
        (await officer.PostFormAsync($"{path}/recover", ("Kind", "WriteOff"), ("Amount", "10"), ("Reason", "Too little to be worth the postage."))).Errors.ShouldHaveSingleItem().ShouldStartWith("A grant approver decides");
        var stopped = await officer.PostFormAsync($"{path}/suspend", ("Reason", "Safeguarding"), ("Text", "Please send us your new safeguarding policy."));
        stopped.Heading.ShouldBe("Award and payments Suspended");
        (await officer.PostHandlerAsync(stopped, "Resume")).Heading.ShouldBe("Award and payments Active");
        (await officer.PostHandlerAsync(await officer.GetAsync(path), "Close")).Errors.ShouldContain(no => no.StartsWith("A report is still to be sent", StringComparison.Ordinal));
        var proposed = await officer.PostHandlerAsync(await officer.GetAsync($"{path}/terminate"), "Propose", ("Reason", "The kitchen has closed for good, and nobody answers our letters any more."));
        proposed.Text.ShouldContain("proposes to end this grant");
    }

    [Fact]
    public async Task Money_OfACaseWithoutAnAward_IsNotFound()
    {
        var database = new CouncilDatabase(web);
        var grant = await A.Grant().SubmittedAsync(database);
        using var officer = await web.VisitAsync(GrantApprover);
        (await officer.GetAsync($"/cases/{grant.Reference}/money")).Status.ShouldBe(HttpStatusCode.NotFound);
        await JoinAsync(grant, DemoPerson.OtherLead);
        using var lead = await web.VisitAsync(DemoPerson.OtherLead);
        (await lead.GetAsync($"/grants/applications/{grant.Reference}/award")).Status.ShouldBe(HttpStatusCode.NotFound, "nothing is published");
    }

    private Task<int> JoinAsync(TestGrant grant, string email) => web.With<AppDbContext, int>(async db =>
    {
        var organisation = await db.Organisations.Include(o => o.Memberships).SingleAsync(o => o.Id == grant.Group.Organisation.Id, Token);
        organisation.Join(await db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync(Token), Roles.AnyGroupRole, grant.Database.Time.NowUtc);
        return await db.SaveChangesAsync(Token);
    });
}
