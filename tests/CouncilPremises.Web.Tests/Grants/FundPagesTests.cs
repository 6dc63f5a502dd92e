using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Grants;

/// <summary>Funds and rounds as grant staff set them up and as the public reads them. It is Monday 12 January 2026, 9am.</summary>
public sealed class FundPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string GrantOfficer = "owen.prytherch@fallowmere.example";
    private const string Finance = "ingrid.falk@fallowmere.example";
    private const string Reason = "The decisions are needed before the summer break begins.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fund_SetUpWithoutScript_LosesNothingTypedAndIsChangedByOneAtATime()
    {
        using var visit = await web.VisitAsync(GrantOfficer);
        var form = await visit.GetAsync("/funds/new");
        // A second line is asked for while a sum is wrong: both stay as typed
        var two = await visit.PostFormAsync(form, ("act", "add"), ("Input.Name", "Heron fund"), ("Input.Budget", "lots"), ("Input.Lines[0].Title", "Suppers"), ("Input.Lines[0].Wards", "market, Far Side"));
        two.Status.ShouldBe(HttpStatusCode.OK);
        two.Errors.ShouldBeEmpty("nobody asked to save yet");
        Box(two, "Input_Budget").ShouldBe("lots");
        two.Text.ShouldContain("Line 2");

        var wrong = await visit.PostFormAsync(two, ("act", "save"), ("Input.Lines[1].Title", "Debates"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Errors.ShouldBe(["The budget must be a sum in pounds, like 24 or 24.50"]);
        var more = await visit.PostFormAsync(wrong, ("act", "save"), ("Input.Budget", "£40,000"), ("Input.LowestAward", "50000"), ("Input.HighestAward", "5000"));
        more.Errors.ShouldContain("Enter what groups call it, in 200 characters or fewer");
        more.Errors.ShouldContain("The largest grant must be as much as the smallest, or more");
        more.Errors.ShouldContain("Choose the objective that line 2 serves");
        more.Document.QuerySelectorAll(".govuk-error-summary a").ShouldAllBe(link => more.Document.GetElementById(link.GetAttribute("href")!.TrimStart('#')) != null, "each mistake leads to its box");
        Box(more, "Input_Lines_1__Title").ShouldBe("Debates");

        var one = await visit.PostFormAsync(more, ("act", "remove-0"));
        Box(one, "Input_Lines_0__Title").ShouldBe("Debates");
        Box(one, "Input_Budget").ShouldBe("£40,000");
        var officer = one.Document.QuerySelectorAll("#Input_ResponsibleOfficerId option").Single(option => option.TextContent == "Chloe Adeyemi").GetAttribute("value")!;
        var saved = await visit.PostFormAsync(one, ("act", "save"), ("Input.SchemeTitle", "Heron grants"), ("Input.Purpose", "To help neighbours meet."), ("Input.FundingSource", "The council’s own money"),
            ("Input.LowestAward", "250.50"), ("Input.ResponsibleOfficerId", officer), ("Input.Lines[0].Objective", "O4"), ("Input.Lines[0].Owner", "Head of communities"),
            ("Input.Lines[0].Target", "12 debates"), ("Input.Lines[0].Wards", "market, Far Side"));
        saved.Heading.ShouldBe("Heron fund");
        saved.Text.ShouldContain("£250.50 to £5,000");
        saved.Text.ShouldContain("Market, Far Side", Case.Sensitive, "a known ward is written as it is known");
        saved.Text.ShouldContain("There are no rounds yet");
        (await visit.GetAsync("/funds")).Text.ShouldContain("Heron fund");

        var edit = saved.Address.AbsolutePath + "/edit";
        var (mine, theirs) = (await visit.GetAsync(edit), await visit.GetAsync(edit));
        (await visit.PostFormAsync(theirs, ("act", "save"), ("Input.Budget", "45000"))).Status.ShouldBe(HttpStatusCode.OK);
        var late = await visit.PostFormAsync(mine, ("act", "save"), ("Input.Budget", "41000"));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        Box(late, "Input_Budget").ShouldBe("41000");
        late.Text.ShouldContain("See what the fund says now");
        (await visit.PostFormAsync(late, ("act", "save"))).Text.ShouldContain("£41,000");
    }

    [Fact]
    public async Task Round_SetChangedAndLateGroupLetIn_TheWordsSayWhatToDo()
    {
        using var visit = await web.VisitAsync(GrantOfficer);
        var fund = await FundAsync();
        var form = await visit.GetAsync($"/funds/{fund}/rounds/new");
        var empty = await visit.PostFormAsync(form, ("Input.Title", "March round"), ("Input.Description", "For neighbours."), ("Input.OpensAt", "9"));
        empty.Errors.ShouldBe(["The time it opens must say morning or evening, like 9am or 9pm"]);
        var skipped = await visit.PostFormAsync(empty, ("Input.OpensOn.Day", "10"), ("Input.OpensOn.Month", "1"), ("Input.OpensOn.Year", "2026"), ("Input.OpensAt", "9am"), ("Input.ClosesOn.Day", "29"), ("Input.ClosesOn.Month", "3"), ("Input.ClosesOn.Year", "2026"), ("Input.ClosesAt", "1.30am"));
        skipped.Status.ShouldBe(HttpStatusCode.BadRequest);
        skipped.Errors.ShouldBe(["There is no such time as Sunday 29 March 2026, 01:30: the clocks go forward that night. Choose a time before 01:00 or from 02:00"]);
        skipped.Document.QuerySelector("#Input_ClosesAt-error").ShouldNotBeNull("beside the box");
        Box(skipped, "Input_Title").ShouldBe("March round");
        var twice = await visit.PostFormAsync(skipped, ("Input.ClosesOn.Day", "25"), ("Input.ClosesOn.Month", "10"), ("Input.ClosesOn.Year", "2026"));
        twice.Errors.ShouldBe(["Sunday 25 October 2026, 01:30 comes twice: the clocks go back that night. Choose a time before 01:00 or from 02:00"]);
        var set = await visit.PostFormAsync(twice, ("Input.ClosesOn.Day", "30"), ("Input.ClosesOn.Month", "3"), ("Input.ClosesOn.Year", "2026"), ("Input.ClosesAt", "midday"));
        set.Heading.ShouldEndWith("March round");
        set.Text.ShouldContain("Monday 30 March 2026, midday");

        var address = set.Address.AbsolutePath;
        var edit = await visit.GetAsync(address + "/edit");
        var unexplained = await visit.PostFormAsync(edit, ("Input.ClosesOn.Day", "27"), ("Input.ClosesOn.Month", "3"), ("Input.ClosesOn.Year", "2026"));
        unexplained.Errors.ShouldBe(["Groups may have begun and would lose time. Enter why the round closes earlier, in 20 to 2,000 characters"]);
        (await visit.PostFormAsync(unexplained, ("Input.Reason", Reason))).Text.ShouldContain("Friday 27 March 2026, midday");
        (await visit.PostFormAsync(edit, ("Input.Title", "Mine"))).Status.ShouldBe(HttpStatusCode.Conflict);

        var none = await visit.GetAsync(address + "/late?search=nobody%25");
        none.Text.ShouldContain("No group fits");
        var found = await visit.GetAsync(address + "/late?search=wharfside+bi");
        var group = found.Document.QuerySelector("input[name='Input.OrganisationId']")!.GetAttribute("value")!;
        var early = await visit.PostFormAsync(found, ("Input.OrganisationId", group), ("Input.UntilDay.Day", "27"), ("Input.UntilDay.Month", "3"), ("Input.UntilDay.Year", "2026"), ("Input.UntilTime", "midday"), ("Input.Reason", "Short"));
        early.Errors.Count().ShouldBe(2);
        early.Document.QuerySelector("#Input_UntilTime-error").ShouldNotBeNull();
        Box(early, "Input_UntilTime").ShouldBe("midday");
        var let = await visit.PostFormAsync(early, ("Input.UntilDay.Day", "31"), ("Input.UntilDay.Month", "3"), ("Input.UntilDay.Year", "2026"), ("Input.Reason", Reason));
        let.Text.ShouldContain("Tuesday 31 March 2026, midday");
        let.Text.ShouldContain("Owen Prytherch");
    }

    [Fact]
    [Trait("Rule", "Roles")]
    public async Task Pages_ByOthersAndOfNothing_AreForbiddenOrNotFound()
    {
        var fund = await FundAsync();
        var round = $"/funds/{fund}/rounds/neighbours-round";
        using var finance = await web.VisitAsync(Finance);
        using var officer = await web.VisitAsync(GrantOfficer);
        using var facilities = await web.VisitAsync(DemoPerson.Officer);
        foreach (var address in new[] { "/funds", $"/funds/{fund}", round })
        {
            var seen = await finance.GetAsync(address);
            seen.Status.ShouldBe(HttpStatusCode.OK);
            seen.Document.QuerySelectorAll("main .govuk-button").ShouldBeEmpty("who may only read sees no buttons");
            (await facilities.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        foreach (var address in new[] { "/funds/new", $"/funds/{fund}/edit", $"/funds/{fund}/rounds/new", round + "/edit", round + "/late" })
        {
            (await finance.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await officer.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        }

        var nothing = $"/funds/{Guid.CreateVersion7()}";
        foreach (var address in new[] { nothing, nothing + "/edit", nothing + "/rounds/new", nothing + "/rounds/neighbours-round", nothing + "/rounds/neighbours-round/edit",
            nothing + "/rounds/neighbours-round/late", $"/funds/{fund}/rounds/nowhere", "/grants/nowhere" })
            (await officer.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        (await officer.GetAsync("/funds")).Document.QuerySelectorAll("header a, nav a").ShouldContain(link => link.TextContent.Trim() == "Funds");
    }

    private static string? Box(WebPage page, string id) => page.Document.GetElementById(id)!.GetAttribute("value");

    private Task<Guid> FundAsync() => web.With<AppDbContext, Guid>(db => db.Funds.Where(f => f.SchemeTitle == "Common Ground grants").Select(f => f.Id).SingleAsync(Token));
}
