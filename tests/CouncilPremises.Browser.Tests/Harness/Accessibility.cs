using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CouncilPremises.TestSupport.Databases;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Shouldly;

namespace CouncilPremises.Browser.Tests.Harness;

/// <summary>The rules of WCAG 2.2 at levels A and AA, on a phone's width and on a desk's.</summary>
internal static partial class Accessibility
{
    private static readonly int[] Widths = [320, 1280];

    /// <summary>Has the library ready on every page of a browser: read there, and run only when the page is checked.</summary>
    /// <remarks>To send its half megabyte anew for each page would take as long as the rules themselves.</remarks>
    public static Task PrepareAsync(IBrowserContext context) =>
        context.AddInitScriptAsync($"window.startAxe = () => {{ {new BundledAxeScriptProvider().GetScript()} }}");

    // Run inside the page, and only what is wrong is sent back: no page here has frames, for which the library would take a second page each time
    private const string Rules = """
        async contrast => (await axe.run(document, {
            resultTypes: ['violations'],
            preload: false, // only a rule outside these levels reads the style sheets again
            rules: { 'color-contrast': { enabled: contrast } },
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
        })).violations.flatMap(violation => violation.nodes.map(node => `${violation.id} at ${node.target}: ${violation.help}`))
        """;

    // Colours are the same at every width, and to compare them takes longer than all other rules together: at both only with --long

    // Pages that differ in nothing but words, numbers, ids and tokens are looked at once in a run: an empty element stays different from a filled one
    private static readonly ConcurrentDictionary<string, bool> Good = new();

    /// <summary>Fails with the rule, the element and the address for each violation; a page may not scroll sideways either.</summary>
    public static async Task CheckAsync(IPage page)
    {
        var look = await page.EvaluateAsync<Look>(Looking);
        look.ScrollsSideways.ShouldBeFalse($"{page.Url} scrolls sideways");
        var html = Varying().Replace(Words().Replace(look.Html, ">x<"), "#");
        if (Good.ContainsKey(html))
            return;
        look.Frames.ShouldBe(0, "frames are not looked into");
        var found = new List<string>();
        await page.EvaluateAsync("startAxe()");
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 600);
            found.AddRange((await page.EvaluateAsync<string[]>(Rules, width == Widths[^1] || TestDatabase.IsLongRun)).Select(violation => $"{width} px {page.Url}: {violation}"));
            if (await ScrollsSidewaysAsync(page))
                found.Add($"{width} px {page.Url}: the page scrolls sideways");
        }

        found.ShouldBeEmpty();
        Good[html] = true;
    }

    // One question to the page, not four: each goes through two other processes
    private const string Looking = """
        () => ({
            html: document.documentElement.outerHTML,
            frames: document.querySelectorAll('iframe, frame').length,
            scrollsSideways: document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
        })
        """;

    private sealed class Look
    {
        public string Html { get; set; } = "";
        public int Frames { get; set; }
        public bool ScrollsSideways { get; set; }
    }

    private static Task<bool> ScrollsSidewaysAsync(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

    [GeneratedRegex(@">\s*[^<>\s][^<>]*<")]
    private static partial Regex Words();

    [GeneratedRegex("""<input name="__RequestVerificationToken"[^>]*>|nonce="[^"]*"|(?<= value=")[^"]+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+""")]
    private static partial Regex Varying();
}
