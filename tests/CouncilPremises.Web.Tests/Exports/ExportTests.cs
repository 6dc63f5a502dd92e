using System.Net;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Exports;

/// <summary>The audit workbook from its page.</summary>
public class ExportTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Auditor = "colin.hargreave@fallowmere.example";

    [Fact]
    public async Task Export_OfAQuarter_DownloadsAWorkbookNamedAfterIt()
    {
        using var visit = await web.VisitAsync(Auditor);
        var page = await visit.GetAsync("/exports");
        var form = page.FormWith(["Input.VenueId"]);
        using var content = new FormUrlEncodedContent(WebPage.Entries(form));
        using var answer = await visit.Client.PostAsync(new Uri("/exports", UriKind.Relative), content, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        // Today is in January 2026, so the quarter offered is the last of 2025
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("audit-2025-Q4.xlsx");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        bytes[..2].ShouldBe("PK"u8.ToArray());
    }

    [Theory]
    [InlineData("Input.From.Year", "", "First day")]
    [InlineData("Input.To.Year", "2024", "The last day must be the same as or after the first day.")]
    [InlineData("Input.From.Month", "13", "First day")]
    [InlineData("Input.VenueId", "01942f2e-0000-7000-8000-000000000000", "Choose a venue from the list.")]
    public async Task Export_MistakenForm_ShowsItAgainWithWhatWasTyped(string field, string value, string says)
    {
        using var visit = await web.VisitAsync(Auditor);
        var page = await visit.PostFormAsync("/exports", (field, value));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldContain(error => error.Contains(says, StringComparison.Ordinal));
    }
}
