using System.IO.Compression;
using System.Net;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Shell;

/// <summary>What every answer of the web process is held to: headers, errors, assets, the public pages.</summary>
public sealed class ShellTests(ShellApp app) : IClassFixture<ShellApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Uri At(string address) => new(address, UriKind.Relative);

    [Theory]
    [InlineData("/")]
    [InlineData("/guidance")]
    [InlineData("/guidance/decisions")]
    [InlineData("/guidance/declaration")]
    [InlineData("/guidance/dbs")]
    [InlineData("/guidance/reviews")]
    [InlineData("/guidance/privacy")]
    [InlineData("/guidance/accessibility")]
    [InlineData("/guidance/cookies")]
    public async Task PublicPage_Visitor_IsServedWithEverythingItLinksInUnder100Kilobytes(string address)
    {
        (await app.Visitor().GetPageAsync(address)).Body!.TextContent.ShouldContain("This is a demonstration: do not enter real details.");
        var visitor = app.Production.Value.Visitor("https://rooms.fallowmere.example");
        var page = await visitor.GetPageAsync(address);
        var weight = await WeightAsync(visitor, address);
        foreach (var asset in page.QuerySelectorAll("link[href], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
            weight += await WeightAsync(visitor, asset);
        weight += await WeightAsync(visitor, "/js/govuk-frontend.min.js");
        weight.ShouldBeLessThan(100_000);

        foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!).Distinct())
        {
            var response = await visitor.GetAsync(At(link), Stop);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{address} links to {link}");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("/css/site.css")]
    [InlineData("/samples/form?fail=throw")]
    [InlineData("/?a=%00")]
    public async Task Answer_OfAnyKind_CarriesTheSecurityHeaders(string address)
    {
        var response = await app.Visitor().GetAsync(At(address), Stop);
        string Header(string name) => string.Join(' ', response.Headers.GetValues(name));
        Header("Content-Security-Policy").ShouldBe(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("Referrer-Policy").ShouldBe("same-origin");
        Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        response.Headers.Contains("Permissions-Policy").ShouldBeTrue();
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "Page not found")]
    [InlineData("/samples/form?fail=throw", HttpStatusCode.InternalServerError, "Sorry, something went wrong")]
    [InlineData("/samples/form?page=%00", HttpStatusCode.BadRequest, "We could not read that")]
    [InlineData("/error/403", HttpStatusCode.Forbidden, "You cannot open this page")]
    [InlineData("/error/409", HttpStatusCode.Conflict, "This has changed since you opened it")]
    [InlineData("/error/200", HttpStatusCode.NotFound, "Page not found")]
    public async Task ErrorPage_EachKind_HelpsAndTellsNoSecret(string address, HttpStatusCode status, string heading)
    {
        var response = await app.Visitor().GetAsync(At(address), Stop);
        response.StatusCode.ShouldBe(status);
        var page = await response.ReadPageAsync();
        page.QuerySelector("h1")!.TextContent.ShouldBe(heading);
        page.DocumentElement.OuterHtml.ShouldNotContain("secret detail");
        page.DocumentElement.OuterHtml.ShouldNotContain(" at CouncilPremises.");
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Input.Name", "Fair")]);
        var response = await app.Visitor().PostAsync(At("/samples/form"), form, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("We could not read that");
    }

    [Theory]
    [InlineData("Input.Name", "Fa\0ir")]
    [InlineData("Any\0thing", "Fair")]
    public async Task Form_WithNul_IsRefusedBeforeThePageSeesIt(string name, string value)
    {
        var response = await ShellApp.SendAsync(app.Visitor(), "/samples/form", (name, value));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("We could not read that");
    }

    [Fact]
    public async Task Health_Live_AnswersVisitors()
    {
        (await app.Visitor().GetStringAsync(At("/health/live"), Stop)).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Production_OverHttps_HasHstsAndHostCookies()
    {
        var response = await app.Production.Value.Visitor("https://rooms.fallowmere.example").GetAsync(At("/samples/form"), Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000"]);
        foreach (var cookie in response.Headers.GetValues("Set-Cookie"))
        {
            cookie.ShouldStartWith("__Host-");
            cookie.ShouldContain("; secure");
            cookie.ShouldContain("; path=/");
            cookie.ShouldContain("; httponly");
        }

        (await response.ReadPageAsync()).Body!.TextContent.ShouldNotContain("This is a demonstration");
    }

    // As a browser would fetch it: what is compressed counts compressed, and the rest is counted as if it were
    private static async Task<long> WeightAsync(HttpClient visitor, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At(address));
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var response = await visitor.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        var body = await response.Content.ReadAsByteArrayAsync(Stop);
        if (response.Content.Headers.ContentEncoding.Contains("gzip"))
            return body.Length;
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(body, Stop);
        return packed.Length;
    }
}
