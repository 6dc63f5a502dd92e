using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Lists;

/// <summary>A list file from its page into use, and the possible matches from the queue to the second person.</summary>
[Trait("Rule", "XREF")]
public class ListPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Administrator = "admin.thorne@fallowmere.example";
    private const string Officer = "daniel.whitlock@fallowmere.example";
    private const string Approver = "helen.marchbank@fallowmere.example";
    private const string Header = "name,aliases,from,to,source,checked_by,checked_on\r\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_GoodFile_ShowsTheDifferenceAndGoesIntoUse()
    {
        using var admin = await web.VisitAsync(Administrator);
        var waiting = await UploadAsync(admin, Header + "Osier Bank League,,2020-01-01,,Order,M Thorne,2026-01-05\r\n");
        waiting.Heading.ShouldBe("What this file changes");
        waiting.Text.ShouldContain("Osier Bank League");
        waiting.Text.ShouldContain("More than a tenth of the entries are gone");
        (await admin.GetAsync("/screening/lists")).Text.ShouldContain("has been read and is not in use");

        var refused = await admin.PostFormAsync(waiting);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldHaveSingleItem().ShouldContain("If it is meant to be shorter");

        var used = await admin.PostFormAsync(refused, ("ConfirmShrink", "true"));
        used.Heading.ShouldBe("Screening lists");
        used.Text.ShouldContain("is in use: 1 entries");
        (await admin.GetAsync(waiting.Address.ToString())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Import_DamagedFile_NamesTheLine()
    {
        using var admin = await web.VisitAsync(Administrator);
        var page = await UploadAsync(admin, Header + "Osier Bank League,,2020-01-01\r\n");
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldHaveSingleItem().ShouldStartWith("Line 2:");
    }

    [Fact]
    public async Task Hit_FromTheQueue_IsProposedByOneAgreedByAnotherAndTheNextComesUp()
    {
        using var officer = await web.VisitAsync(Officer);
        var queue = await officer.GetAsync("/screening");
        var links = queue.Document.QuerySelectorAll("td a[href*='/hits/']").Select(link => link.GetAttribute("href")!).ToList();
        links.Count.ShouldBeGreaterThan(1, "the demonstration council has several hits to resolve");

        var hit = await officer.GetAsync(links[0]);
        if (hit.Text.Contains("I have no interest in this case", StringComparison.Ordinal))
            hit = await officer.PostFormAsync(hit);
        hit.Text.ShouldContain("What we were given");
        hit.Text.ShouldContain("For or against a match");
        hit.Document.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(2);

        var kinds = hit.Document.QuerySelectorAll("input[value='Differs']").Select(input => input.GetAttribute("name")!).ToList();
        var alone = await officer.PostFormAsync(hit, (kinds[0], "Differs"), ("Resolution", "FalseMatch"));
        alone.Errors.ShouldHaveSingleItem().ShouldContain("at least two identifiers");
        var agreeing = await officer.PostFormAsync(hit, (kinds[0], "Agrees"), (kinds[1], "Agrees"), ("Resolution", "FalseMatch"));
        agreeing.Errors.ShouldHaveSingleItem().ShouldContain("needs one that differs");
        var next = await officer.PostFormAsync(hit, (kinds[0], "Differs"), (kinds[1], "Agrees"), ("Resolution", "FalseMatch"));
        next.Heading.ShouldBe("Possible list match");
        next.Address.ToString().ShouldNotContain(links[0].Split('?')[0], customMessage: "the next one comes up");
        (await officer.GetAsync("/screening?view=MyProposals")).Text.ShouldContain("Proposed: False match");

        using var approver = await web.VisitAsync(Approver);
        var proposal = await approver.GetAsync(links[0].Split('?')[0] + "?queue=ToAgree");
        if (proposal.Text.Contains("I have no interest in this case", StringComparison.Ordinal))
            proposal = await approver.PostFormAsync(proposal);
        proposal.Text.ShouldContain("proposes: False match");
        var agreed = await approver.PostFormAsync(proposal);
        agreed.Text.ShouldContain("The hit is resolved.");
    }

    [Fact]
    public async Task Fairness_Officer_SeesEveryGroupOfNames()
    {
        using var officer = await web.VisitAsync(Officer);
        var page = await officer.GetAsync("/screening/fairness");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Romanian and Bulgarian");
        page.Text.ShouldContain("By rule of the matcher");
    }

    private static async Task<WebPage> UploadAsync(Visit visit, string file)
    {
        var form = (await visit.GetAsync("/screening/lists/import")).FormWith(["Input.List"]);
        using var content = new MultipartFormDataContent();
        foreach (var entry in WebPage.Entries(form).Where(entry => entry.Key != "Input.List"))
            content.Add(new StringContent(entry.Value), entry.Key);
        content.Add(new StringContent("L1"), "Input.List");
        using var bytes = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        bytes.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(bytes, "Input.Files", "register.csv");
        using var answer = await visit.Client.PostAsync(new Uri("/screening/lists/import", UriKind.Relative), content, Cancellation);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? await visit.GetAsync(answer.Headers.Location!.OriginalString)
            : await WebPage.ReadAsync(new Uri("https://localhost/screening/lists/import"), answer);
    }
}
