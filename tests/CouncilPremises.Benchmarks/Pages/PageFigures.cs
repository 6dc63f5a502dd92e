using System.Globalization;
using System.Text.RegularExpressions;

namespace CouncilPremises.Benchmarks.Pages;

/// <summary>
/// How long pages take in Production and what they weigh. Every page that the start pages of a visitor, a group, an officer and an
/// administrator link to is fetched, one of each kind, in turn; the first rounds warm up and do not count.
/// </summary>
internal static partial class PageFigures
{
    private const int WarmUps = 5;
    private const int Visits = 30;

    private static readonly (string Who, string? Email, string[] Start)[] People =
    [
        ("visitor", null, ["/", "/venues"]),
        ("group", "elspeth.marr@fallowmere-history.example", ["/account", "/hire/new"]),
        ("facilities", "daniel.whitlock@fallowmere.example", ["/work"]),
        ("administrator", "admin.thorne@fallowmere.example", ["/settings"]),
    ];

    /// <summary>Prints a line for each page: median and 95th percentile in milliseconds, gzipped kilobytes of page and of all it loads. Returns the exit code.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        await using var site = await PublishedSite.StartAsync();
        var slowest = 0.0;
        var heaviest = 0.0;
        await output.WriteLineAsync($"{"who",-14} {"median ms",10} {"p95 ms",8} {"page KB",8} {"all KB",8}  address");
        foreach (var (who, email, start) in People)
        {
            using var browser = new Browser(site.Address);
            if (email is not null)
                await browser.SignInAsync(email);
            foreach (var address in await FindAsync(browser, start))
            {
                var (median, late, page, all) = await MeasureAsync(browser, address);
                slowest = Math.Max(slowest, median);
                heaviest = Math.Max(heaviest, all);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{who,-14} {median,10:0.0} {late,8:0.0} {page,8:0.0} {all,8:0.0}  {address}"));
            }
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Slowest median {slowest:0.0} ms; heaviest page {heaviest:0.0} KB"));
        return 0;
    }

    private static async Task<List<string>> FindAsync(Browser browser, string[] start)
    {
        var found = new Dictionary<string, string>();
        foreach (var first in start)
        {
            var (_, html, _) = await browser.VisitAsync(first);
            found.TryAdd(Varying().Replace(first, "/#"), first);
            foreach (var link in Browser.Links(html).Where(link => !Sent().IsMatch(link)))
                found.TryAdd(Varying().Replace(link.Split('?')[0], "/#"), link);
        }

        return [.. found.Values];
    }

    private static async Task<(double Median, double Late, double PageKilobytes, double AllKilobytes)> MeasureAsync(Browser browser, string address)
    {
        var times = new List<double>();
        var (_, html, bytes) = await browser.VisitAsync(address);
        for (var visit = 1 - WarmUps; visit <= Visits; visit++)
        {
            var (took, _, _) = await browser.VisitAsync(address);
            if (visit > 0)
                times.Add(took.TotalMilliseconds);
        }

        times.Sort();
        return (times[Visits / 2], times[Visits * 95 / 100], bytes / 1024.0, (bytes + await browser.WeightOfAssetsAsync(html)) / 1024.0);
    }

    // One page of each kind: an address's numbers, references and ids do not make another page
    [GeneratedRegex("/[^/]*[0-9][^/]*")]
    private static partial Regex Varying();

    // Files and signing out are no pages
    [GeneratedRegex(@"sign-out|\.(ics|xlsx|csv|json)|/export|/feeds/")]
    private static partial Regex Sent();
}
