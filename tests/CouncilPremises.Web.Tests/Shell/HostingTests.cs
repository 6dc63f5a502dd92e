using System.Net;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Shell;

/// <summary>How the application answers in Production, before any page is looked at closely.</summary>
public class HostingTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    [Fact]
    public async Task Start_Page_IsServed()
    {
        using var visit = new Visit(web);
        var page = await visit.GetAsync("/");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task UnknownAddress_Page_IsAHelpful404()
    {
        using var visit = new Visit(web);
        (await visit.GetAsync("/nothing/here")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Headers_EveryAnswer_AreStrict()
    {
        using var visit = new Visit(web);
        foreach (var path in new[] { "/", "/nothing/here", "/health/live", "/council.css" })
        {
            using var answer = await visit.Client.GetAsync(path, TestContext.Current.CancellationToken);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldNotContain("unsafe-", customMessage: path);
            policy.ShouldContain("frame-ancestors 'none'", customMessage: path);
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff", path);
            answer.Headers.Contains("Server").ShouldBeFalse(path);
        }
    }

    [Fact]
    public async Task LinkedAssets_StartPage_AllAnswer()
    {
        using var visit = new Visit(web);
        var page = await visit.GetAsync("/");
        var links = page.Document.QuerySelectorAll("link[href], script[src], img[src]").Select(one => one.GetAttribute("href") ?? one.GetAttribute("src")!).ToList();

        links.ShouldNotBeEmpty();
        foreach (var link in links)
        {
            using var answer = await visit.Client.GetAsync(link, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, link);
        }
    }
}
