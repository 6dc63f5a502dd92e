using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(CouncilPremises.Browser.Tests.Harness.Chromium))]

namespace CouncilPremises.Browser.Tests.Harness;

/// <summary>One browser for all journeys: Debian's, never a downloaded one.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows", "--disable-background-timer-throttling",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path))
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Flags });
    }

    /// <summary>A person at a fresh browser: no cookies, no cache, London time.</summary>
    public async Task<Visitor> VisitorAsync(Uri site, bool javaScript = true, int width = 1280)
    {
        if (browser is null)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("COUNCILPREMISES_TEST_RUN") is null, $"{Path} is not installed.");
            Assert.Fail($"{Path} is not installed.");
        }

        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            IgnoreHTTPSErrors = true,
            JavaScriptEnabled = javaScript,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            AcceptDownloads = true,
            ViewportSize = new() { Width = width, Height = 600 },
        });
        context.SetDefaultTimeout(15_000);
        if (javaScript)
            await Accessibility.PrepareAsync(context);
        return new Visitor(context, await context.NewPageAsync(), javaScript);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
