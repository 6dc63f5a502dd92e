using CouncilPremises.Application.Database;
using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>The money of a grant, by keyboard: accepted, bank details given by one and verified by another, the first payment, the first report.</summary>
[Trait("Rule", "G12")]
public class GrantMoneyTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    [Fact]
    public async Task Award_ByKeyboard_IsAcceptedPaidAndReportedOn()
    {
        Assert.SkipUnless(TestDatabase.IsLongRun, "Part of tests/run --long.");
        var database = new CouncilDatabase(web);
        var grant = await A.Grant().OfferedAsync(database, await GrantTeam.AddAsync(database));
        await JoinAsync(database, grant, "delroy.bancroft@saltmarsh-community-association.example");
        await using var lead = await chromium.VisitorAsync(web.Address);
        await lead.SignInAsync("delroy.bancroft@saltmarsh-community-association.example");
        await AcceptAsync(lead, grant.Reference);

        await using var keyer = await chromium.VisitorAsync(web.Address);
        await keyer.SignInAsync("ingrid.falk@fallowmere.example");
        await StateAsync(keyer, grant.Reference);
        await keyer.GoAsync("/payments");
        await PhotographAsync(keyer, "payments-to-verify");
        await keyer.GoAsync($"/cases/{grant.Reference}/money/bank");
        await PhotographAsync(keyer, "money-bank");
        await keyer.FillAsync("What did the account-name check answer?", "Full match");
        await keyer.AnswerAsync("Have you seen a statement?", "Yes");
        await keyer.ChooseBoxAsync("input[name='Outcome'][value='Clear']");
        await keyer.PressAsync("Record");
        await PhotographAsync(keyer, "money-blocked");

        await using var payer = await chromium.VisitorAsync(web.Address);
        await payer.SignInAsync("peter.langley@fallowmere.example");
        await StateAsync(payer, grant.Reference);
        await payer.GoAsync($"/cases/{grant.Reference}/money");
        await payer.PressAsync("Release instalment 1");
        await payer.GoAsync("/payments");
        await PhotographAsync(payer, "payments-released");
        await payer.PressAsync("Make the payment file");
        await PhotographAsync(payer, "payment-file");

        await ReportAsync(lead, grant.Reference);
        await ReadAsync(grant.Reference);
        lead.LeftNoComplaints();
        keyer.LeftNoComplaints();
        payer.LeftNoComplaints();
    }

    private static async Task AcceptAsync(Visitor lead, string reference)
    {
        await lead.GoAsync($"/grants/applications/{reference}/award");
        await PhotographAsync(lead, "award-offer");
        await lead.ChooseAsync("I may sign for my group, and we accept this agreement and its conditions");
        await lead.PressAsync("Accept the grant");
        await lead.FollowAsync("Give bank details");
        await PhotographAsync(lead, "bank");
        await lead.FillAsync("Sort code", "30-94-30");
        await lead.FillAsync("Account number", "00733445");
        await lead.PressAsync("Save bank details");
        await PhotographAsync(lead, "award-agreed");
    }

    private static async Task StateAsync(Visitor officer, string reference)
    {
        await officer.GoAsync($"/cases/{reference}");
        await officer.PressAsync("I have no interest in this case");
    }

    private static async Task ReportAsync(Visitor lead, string reference)
    {
        await lead.GoAsync($"/grants/applications/{reference}/reports/1");
        await PhotographAsync(lead, "report");
        await lead.PressAsync("Send the report");
        await PhotographAsync(lead, "report-mistakes");
        await lead.FillAsync("What did you do?", "Ten evenings were held, each with four tables.");
        await lead.FillAsync("Number reached for outcome 1", "60");
        await lead.FillBoxAsync("input[name='Input.Spend[0].Spent']", "1500");
        await lead.FillBoxAsync("input[name='Input.Spend[1].Spent']", "800");
        await lead.FillAsync("1. Whom do you count?", "people who use a wheelchair");
        await lead.FillAsync("1. How many people?", "3");
        await lead.FillAsync("What did you learn?", "Ask the library first: it knows who eats alone.");
        await lead.AnswerAsync("May other funded groups read what you learned?", "Yes");
        await lead.PressAsync("Send the report");
        (await lead.MainTextAsync()).ShouldContain("We are reading it");
    }

    private async Task ReadAsync(string reference)
    {
        await using var officer = await chromium.VisitorAsync(web.Address);
        await officer.SignInAsync("owen.prytherch@fallowmere.example");
        await StateAsync(officer, reference);
        await PhotographAsync(officer, "case");
        await officer.GoAsync($"/cases/{reference}/money/reports/1");
        await PhotographAsync(officer, "staff-report");
        await officer.PressAsync("Accept the report");
        await PhotographAsync(officer, "money");
        foreach (var page in new[] { "schedule", "vary", "suspend", "terminate", "recover" })
        {
            await officer.GoAsync($"/cases/{reference}/money/{page}");
            await PhotographAsync(officer, page);
        }
        await officer.GoAsync("/grants/lessons");
        await PhotographAsync(officer, "lessons");
        officer.LeftNoComplaints();
    }

    private static Task JoinAsync(CouncilDatabase database, TestGrant grant, string email) => database.With<AppDbContext>(async db =>
    {
        var organisation = await db.Organisations.Include(o => o.Memberships).SingleAsync(o => o.Id == grant.Group.Organisation.Id);
        organisation.Join(await db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync(), Roles.AnyGroupRole, database.Time.NowUtc);
        await db.SaveChangesAsync();
    });

    // Pictures for whoever wants to look at the pages, in a folder named by the environment
    private static async Task PhotographAsync(Visitor visitor, string name)
    {
        if (Environment.GetEnvironmentVariable("COUNCILPREMISES_TEST_PICTURES") is not { Length: > 0 } folder)
            return;
        foreach (var width in new[] { 320, 1280 })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }
}
