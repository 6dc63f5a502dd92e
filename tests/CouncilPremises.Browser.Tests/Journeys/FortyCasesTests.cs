using System.Globalization;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Timers;
using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>Forty ordinary applications of returning groups, from the queue to forty bookings, by keyboard: at most five clicks or keystroke pairs each.</summary>
public class FortyCasesTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    private const int Cases = 40;
    private const string CountKeys = "addEventListener('keydown', () => sessionStorage.setItem('keys', Number(sessionStorage.getItem('keys')) + 1), true)";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_FortyOrdinaryCases_TakeFewKeystrokesEach()
    {
        Assert.SkipUnless(TestDatabase.IsLongRun, "Part of tests/run --long.");
        await SubmitAsync();
        await using var officer = await chromium.VisitorAsync(web.Address);
        await officer.SignInAsync("daniel.whitlock@fallowmere.example");
        await officer.Page.AddInitScriptAsync(CountKeys);

        await officer.GoAsync("/work?view=Unassigned&search=Heron+Mere");
        await officer.FollowAsync("Tick all 40 on this page");
        await officer.PressAsync("I have no interest in the cases ticked");
        (await officer.MainTextAsync()).ShouldContain($"Done: {Cases}.");
        await officer.FollowAsync(officer.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { NameRegex = new("^Mine") }));
        await officer.FollowAsync("Tick all 40 on this page");
        await officer.PressAsync("Approve the cases ticked");
        await officer.ChooseAsync("I confirm that none of these was weighed in any of these cases");
        await officer.PressAsync("Approve and confirm");
        (await officer.MainTextAsync()).ShouldContain($"Done: {Cases}.");

        var keys = await officer.Page.EvaluateAsync<int>("Number(sessionStorage.getItem('keys'))");
        TestContext.Current.TestOutputHelper?.WriteLine($"{keys} keystrokes for {Cases} cases: {keys / 2.0 / Cases:0.0} pairs each");
        keys.ShouldBeInRange(20, 2 * 5 * Cases);
        (await web.With<AppDbContext, int>(db => db.Cases.CountAsync(c => c.State == CaseState.Confirmed
            && db.Organisations.Any(o => o.Id == c.OrganisationId && o.Name.StartsWith("Heron Mere")), Token))).ShouldBe(Cases);
        await officer.GoAsync("/team");
        await officer.GoAsync("/advice");
        officer.LeftNoComplaints();
    }

    // Four groups that hired in February, ten applications each: the most one hirer may have open.
    private async Task SubmitAsync()
    {
        var database = new CouncilDatabase(web);
        var before = await A.Person().Named("Robin Before").Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var groups = new List<(TestGroup Group, TestHall Hall)>();
        for (var number = 1; number <= Cases / 10; number++)
        {
            var group = (await A.Group().Named($"Heron Mere Club {number}").AddAsync(database), await A.Hall().Named($"Heron Hall {number}").AddAsync(database));
            groups.Add(group);
            await A.Hire().By(group.Item1).For(group.Item2.Hall).On("2026-02-02", "10:00-12:00").ConfirmedAsync(database, before);
        }

        web.Clock.Advance(TimeSpan.FromDays(22));
        var process = Guid.CreateVersion7();
        while (await web.With<TimerRun, TimerReport?>(timers => timers.RunAsync(process, Token)) is not { IsFinished: true })
            continue;
        foreach (var (group, hall) in groups)
            for (var day = 1; day <= 10; day++)
                await A.Hire().By(group).For(hall.Hall).On(string.Create(CultureInfo.InvariantCulture, $"2026-03-{day:00}"), "10:00-12:00").SubmittedAsync(database);
    }
}
