using System.Text.RegularExpressions;
using CouncilPremises.Application.Database;
using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>An administrator's first week by keyboard: every page of setting up, to the moment the public may apply.</summary>
public partial class FirstWeekJourneyTests(Chromium chromium, ListeningRealWeb web) : IClassFixture<ListeningRealWeb>
{
    private const string Administrator = "admin.thorne@fallowmere.example";

    [Fact]
    public async Task FirstWeek_ByKeyboard_OpensApplications()
    {
        Assert.SkipUnless(TestDatabase.IsLongRun, "Part of tests/run --long.");
        await FillRolesAsync();
        await using var administrator = await chromium.VisitorAsync(web.Site);
        await administrator.GoAsync("/sign-in");
        await administrator.FillAsync("E-mail address", Administrator);
        await administrator.FillAsync("Password", "the heron waits beside the mere");
        await administrator.PressAsync("Sign in");
        await administrator.FillAsync("Code that your app shows now", Totp.CodeOf((await administrator.Page.Locator("input[name=Key]").GetAttributeAsync("value"))!));
        await administrator.PressAsync("Set up the app");
        await administrator.GoAsync("/settings");
        await administrator.FollowAsync("First week");

        await administrator.PressAsync("Send a test message to me");
        await administrator.FillAsync("Code in the test message", await CodeAsync());
        await administrator.PressAsync("Mail works");
        await administrator.FillBoxAsync("#note-ElectionsConsidered", "No election before May 2027");
        await administrator.FollowAsync(administrator.Page.Locator("form:has(#note-ElectionsConsidered) button"));
        await administrator.FillBoxAsync("#note-ImpactAssessed", "12 January 2026, records room 4");
        await administrator.FollowAsync(administrator.Page.Locator("form:has(#note-ImpactAssessed) button"));
        await administrator.FollowAsync(administrator.Page.Locator("main a[href='/settings/declarations']"));
        await administrator.PressAsync("Enter the approval of a text");
        await administrator.FillBoxAsync("[name='Input.EffectiveFrom.Day']", "12");
        await administrator.FillBoxAsync("[name='Input.EffectiveFrom.Month']", "1");
        await administrator.FillBoxAsync("[name='Input.EffectiveFrom.Year']", "2026");
        await administrator.FillAsync("Who approved it for the council's lawyers?", "R. Shaw, solicitor");
        await administrator.FillBoxAsync("[name='Input.ApprovedOn.Day']", "5");
        await administrator.FillBoxAsync("[name='Input.ApprovedOn.Month']", "1");
        await administrator.FillBoxAsync("[name='Input.ApprovedOn.Year']", "2026");
        await administrator.PressAsync("Save");
        foreach (var page in new[] { "/settings/policy", "/settings/policy/change", "/settings/import", "/users", "/account/signing-in" })
            await administrator.GoAsync(page);
        await administrator.GoAsync("/setup");
        await administrator.PressAsync("Open applications to the public");
        (await administrator.MainTextAsync()).ShouldContain("Applications are open to the public since");
        administrator.LeftNoComplaints();
    }

    private Task FillRolesAsync() => web.With<AppDbContext, int>(async db =>
    {
        foreach (var user in await db.Users.Where(user => user.StaffRoles != Roles.None && user.Email != Administrator).OrderBy(user => user.Email).Take(2).ToListAsync())
            user.StaffRoles |= Roles.Reviewer | Roles.Administrator | Roles.FacilitiesApprover;
        return await db.SaveChangesAsync();
    });

    private Task<string> CodeAsync() => web.With<AppDbContext, string>(async db => MailCode().Match(
        await db.OutboxMessages.AsNoTracking().Where(message => message.To == Administrator && message.Subject == "Test message").Select(message => message.Text).FirstAsync()).Groups[1].Value);

    [GeneratedRegex("([0-9A-F]{8})")]
    private static partial Regex MailCode();
}
