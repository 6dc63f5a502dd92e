using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Grants;

/// <summary>The programme report, delivery plans and self-assessments as people read and write them. It is Monday 12 January 2026: the year began in April 2025.</summary>
public sealed class ProgrammePagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string GrantOfficer = "owen.prytherch@fallowmere.example";
    private const string OtherOfficer = "chloe.adeyemi@fallowmere.example";
    private const string Approver = "robert.ashdown@fallowmere.example";
    private const string Finance = "ingrid.falk@fallowmere.example";
    private const string Said = "Shown by the survey of March and the notes of four meetings.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "G7")]
    public async Task Report_OfAFund_ShowsChartsTablesAndWorkbook_AndNoGroup()
    {
        var database = new CouncilDatabase(web);
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().AddAsync(database);
        var group = await A.Group().Named("Thirteen Herons Society").WithThreeOfficeHolders().AddAsync(database);
        var grant = await A.Grant().By(group).In(round).Answering(answers => answers with { Project = answers.Project with { Wards = ["Quay", "Market", "Hill"] } }).ActiveAsync(database, team);
        await grant.ReleaseAsync(1, team.OtherFinance);
        await grant.SendReportAsync(1, Money.Pounds(1_500), Money.Pounds(800));
        await grant.AcceptReportAsync(1, team.Officer);

        using var visit = await web.VisitAsync(Finance);
        var page = await visit.GetAsync($"/funds/programme?year=2025&fund={round.Fund.Id}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldEndWith("Programme report, April 2025 to March 2026");
        page.Text.ShouldContain("£4,800 in 1 award approved in the year");
        page.Text.ShouldContain("shared equally between them, to the penny");
        page.Text.ShouldNotContain("Thirteen Herons", Case.Insensitive, "no group is profiled");
        page.Text.ShouldNotContain("Alex Morgan");
        var charts = page.Document.QuerySelectorAll("svg.council-chart");
        charts.Length.ShouldBe(3);
        foreach (var chart in charts)
        {
            chart.GetAttribute("role").ShouldBe("img");
            chart.GetAttribute("aria-labelledby")!.Split(' ').ShouldAllBe(id => page.Document.GetElementById(id)!.TextContent.Length > 10);
        }

        var rows = page.Document.QuerySelectorAll("table tbody tr").Select(row => row.TextContent).ToList();
        rows.ShouldContain(row => row.Contains("O4: increase community resilience", StringComparison.Ordinal) && row.Contains("£2,400", StringComparison.Ordinal));
        rows.ShouldContain(row => row.Contains("Quay", StringComparison.Ordinal) && row.Contains("£1,600", StringComparison.Ordinal) && row.Contains("£800", StringComparison.Ordinal));
        rows.ShouldContain(row => row.Contains("50%", StringComparison.Ordinal) && row.Contains("64", StringComparison.Ordinal));
        page.Document.QuerySelector("a[href='/grants/lessons']").ShouldNotBeNull();

        using var book = await visit.Client.GetAsync($"/funds/programme?handler=Workbook&year=2025&fund={round.Fund.Id}", Token);
        book.StatusCode.ShouldBe(HttpStatusCode.OK);
        book.Content.Headers.ContentDisposition!.FileName.ShouldBe("programme-2025-2026.xlsx");
        (await book.Content.ReadAsByteArrayAsync(Token))[..2].ShouldBe("PK"u8.ToArray());

        var coverage = await visit.GetAsync($"/funds/{round.Fund.Id}/coverage?year=2025");
        coverage.Text.ShouldContain("Every line of the plan is served by an award.");
        coverage.Text.ShouldContain("Hill £1,600; Market £1,600; Quay £1,600");
        (await visit.GetAsync($"/funds/{round.Fund.Id}/coverage?year=2024")).Text.ShouldContain("No award serves 1 line of the plan.");
    }

    [Fact]
    public async Task Report_AskedForWrongly_SaysWhatToDo()
    {
        using var visit = await web.VisitAsync(GrantOfficer);
        var fund = await DemoFundAsync();
        foreach (var address in new[] { "/funds/programme", $"/funds/{fund}/coverage" })
        {
            var unknown = await visit.GetAsync(address + "?year=1066");
            unknown.Status.ShouldBe(HttpStatusCode.BadRequest);
            unknown.Errors.ShouldBe(["Choose a financial year from the list"]);
            (await visit.GetAsync(address + "?year=next")).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await visit.GetAsync($"/funds/programme?fund={Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.GetAsync("/funds/programme?fund=all")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visit.GetAsync($"/funds/{Guid.CreateVersion7()}/coverage")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.GetAsync("/funds/programme?year=2001")).Text.ShouldContain("Nothing was sent or awarded in this year.");
        (await visit.GetAsync("/funds")).Document.QuerySelector("a[href='/funds/programme']").ShouldNotBeNull();
        (await visit.GetAsync($"/funds/{fund}")).Document.QuerySelector($"a[href='/funds/{fund}/coverage']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Fund_LineThatAnApplicationPointsAt_CannotBeRemovedAndNothingTypedIsLost()
    {
        using var visit = await web.VisitAsync(GrantOfficer);
        var fund = await DemoFundAsync();
        var edit = await visit.GetAsync($"/funds/{fund}/edit");
        edit.Document.QuerySelectorAll("button[value^='remove-']").ShouldBeEmpty("applications point at all three lines");
        edit.Text.ShouldContain("An application points at this line, so it stays in the plan.");
        // Crafted, or from a page opened before the application came
        var without = await visit.PostFormAsync(edit, ("act", "remove-1"), ("Input.SchemeTitle", "Typed meanwhile"));
        var no = await visit.PostFormAsync(without, ("act", "save"));
        no.Status.ShouldBe(HttpStatusCode.BadRequest);
        no.Errors.ShouldBe(["“Neighbours of different backgrounds do something together” has to stay in the plan: an application or award points at it. Change its words if the plan has moved on"]);
        no.Document.QuerySelector("#Input_Lines_2__Title-error").ShouldNotBeNull("beside the line that is put back");
        no.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe("#Input_Lines_2__Title");
        no.Document.GetElementById("Input_Lines_2__Title")!.GetAttribute("value").ShouldBe("Neighbours of different backgrounds do something together");
        no.Document.GetElementById("Input_SchemeTitle")!.GetAttribute("value").ShouldBe("Typed meanwhile");
        (await visit.PostFormAsync(no, ("act", "save"), ("Input.SchemeTitle", "Common Ground grants"))).Status.ShouldBe(HttpStatusCode.OK, "saved again, it is as it was");
        (await web.With<AppDbContext, int>(db => db.Funds.Where(f => f.Id == fund).SelectMany(f => f.Lines).CountAsync(Token))).ShouldBe(3);
    }

    [Fact]
    public async Task Funds_List_ShowsWhatIsLeft()
    {
        var database = new CouncilDatabase(web);
        var round = await A.Round().With(Money.Pounds(9_000)).AddAsync(database);
        await A.Grant().In(round).OfferedAsync(database, await GrantTeam.AddAsync(database));
        using var visit = await web.VisitAsync(Finance);
        var page = await visit.GetAsync("/funds");
        page.Document.QuerySelectorAll("tbody tr").ShouldContain(row => row.TextContent.Contains("£9,000") && row.TextContent.Contains("£4,200"));
    }

    [Fact]
    [Trait("Rule", "S1")]
    public async Task SelfAssessment_FromCriteriaToSignature_ByTwoPeople()
    {
        using var officer = await web.VisitAsync(GrantOfficer);
        var criteria = await officer.GetAsync("/funds/self-assessment/criteria/new");
        var wrong = await officer.PostFormAsync(criteria, ("Input.Title", "Trust between wards"), ("Input.Place", "many"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Document.QuerySelector("#Input_Place-error").ShouldNotBeNull();
        var gaps = await officer.PostFormAsync(wrong, ("Input.Place", "9"), ("Input.LooksLike[0].Text", "None"));
        gaps.Errors.ShouldBe(Enumerable.Range(2, 4).Select(level => $"Say what level {level} looks like, in 1,000 characters or fewer"));
        gaps.Document.GetElementById("Input_LooksLike_0__Text")!.TextContent.Trim().ShouldBe("None");
        var added = await officer.PostFormAsync(gaps, ("Input.LooksLike[1].Text", "Some"), ("Input.LooksLike[2].Text", "Much"), ("Input.LooksLike[3].Text", "More"), ("Input.LooksLike[4].Text", "Most"));
        added.Text.ShouldContain("Trust between wards");

        var begun = await officer.PostFormAsync(await officer.GetAsync("/funds/self-assessment"), ("Year", "2025"));
        begun.Heading.ShouldBe("Self-assessment of the programme, 2025 to 2026");
        begun.Document.QuerySelectorAll("h2").Length.ShouldBeGreaterThanOrEqualTo(9);
        using var other = await web.VisitAsync(OtherOfficer);
        var theirs = await other.GetAsync("/funds/self-assessment/2025");
        (await officer.PostFormAsync(begun, ("act", "save"), ("Input.Findings[0].Level", "3"), ("Input.Findings[0].Evidence", Said))).Text.ShouldContain("What you wrote is kept.");
        var late = await other.PostFormAsync(theirs, ("act", "save"), ("Input.Findings[0].Evidence", "Mine, typed at the same time."));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("Owen Prytherch got there first");
        late.Document.GetElementById("Input_Findings_0__Evidence")!.TextContent.Trim().ShouldBe("Mine, typed at the same time.");

        var open = await officer.GetAsync("/funds/self-assessment/2025");
        var incomplete = await officer.PostFormAsync(open, ("act", "complete"));
        incomplete.Status.ShouldBe(HttpStatusCode.BadRequest);
        incomplete.Document.QuerySelectorAll(".govuk-error-summary a").ShouldAllBe(link => incomplete.Document.GetElementById(link.GetAttribute("href")!.TrimStart('#')) != null, "each gap leads to its box");
        var count = open.Document.QuerySelectorAll("input[name$='.CriterionId']").Length;
        var completed = await officer.PostFormAsync(incomplete, [("act", "complete"), .. Enumerable.Range(0, count).SelectMany(i => new[]
        {
            ($"Input.Findings[{i}].Level", "3"), ($"Input.Findings[{i}].Evidence", Said), ($"Input.Findings[{i}].Action", Said),
        })]);
        completed.Text.ShouldContain("Completed, to be signed");
        completed.Document.QuerySelectorAll("button[value='sign']").ShouldBeEmpty("whoever completed it, and an officer, does not sign");

        using var approver = await web.VisitAsync(Approver);
        var toSign = await approver.GetAsync("/funds/self-assessment/2025");
        (await approver.PostFormAsync(toSign, ("act", "back"), ("Input.Reason", "Short"))).Document.QuerySelector("#Input_Reason-error").ShouldNotBeNull();
        var signed = await approver.PostFormAsync(toSign, ("act", "sign"));
        signed.Text.ShouldContain("Robert Ashdown");
        signed.Document.QuerySelectorAll("main form").ShouldBeEmpty("it does not change any more");
        (await approver.GetAsync("/funds/self-assessment")).Text.ShouldContain("Signed");
    }

    [Fact]
    [Trait("Rule", "Roles")]
    public async Task Pages_ByOthersAndOfNothing_AreForbiddenOrNotFound()
    {
        using var finance = await web.VisitAsync(Finance);
        using var officer = await web.VisitAsync(GrantOfficer);
        using var facilities = await web.VisitAsync(DemoPerson.Officer);
        var criterion = StartingCriteria.All()[0].Id;
        foreach (var address in new[] { "/funds/programme", "/funds/self-assessment", "/funds/self-assessment/criteria" })
        {
            var seen = await finance.GetAsync(address);
            seen.Status.ShouldBe(HttpStatusCode.OK);
            seen.Document.QuerySelectorAll("main form[method='post'], main a.govuk-button").ShouldBeEmpty("who may only read changes nothing");
            (await facilities.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        foreach (var address in new[] { "/funds/self-assessment/criteria/new", $"/funds/self-assessment/criteria/{criterion}" })
        {
            (await finance.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await officer.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        }

        foreach (var address in new[] { "/funds/self-assessment/2019", "/funds/self-assessment/1", $"/funds/self-assessment/criteria/{Guid.CreateVersion7()}" })
            (await officer.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        // A form crafted by somebody who sees no button
        (await finance.CraftAsync("/account/name", "/funds/self-assessment", ("Year", "2022"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await web.With<AppDbContext, int>(db => db.SelfAssessments.CountAsync(a => a.Year == 2022, Token))).ShouldBe(0);
    }

    private Task<Guid> DemoFundAsync() => web.With<AppDbContext, Guid>(db => db.Funds.Where(f => f.SchemeTitle == "Common Ground grants").Select(f => f.Id).SingleAsync(Token));
}
