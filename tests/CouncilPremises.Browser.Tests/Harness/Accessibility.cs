using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace CouncilPremises.Browser.Tests.Harness;

/// <summary>The rules of WCAG 2.2 at levels A and AA, on a phone's width and on a desk's.</summary>
internal static partial class Accessibility
{
    private static readonly int[] Widths = [320, 1280];

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    // Pages that differ in nothing but numbers, ids and tokens are looked at once in a run
    private static readonly ConcurrentDictionary<string, bool> Good = new();

    /// <summary>Fails with the rule, the element and the address for each violation; a page may not scroll sideways either.</summary>
    public static async Task CheckAsync(IPage page)
    {
        var html = Varying().Replace(await page.ContentAsync(), "#");
        if (Good.ContainsKey(html))
            return;
        var found = new List<string>();
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            var result = await page.RunAxe(Rules);
            found.AddRange(result.Violations.SelectMany(violation =>
                violation.Nodes.Select(node => $"{width} px {page.Url}: {violation.Id} at {node.Target}: {violation.Help}")));
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))
                found.Add($"{width} px {page.Url}: the page scrolls sideways");
        }

        found.ShouldBeEmpty();
        Good[html] = true;
    }

    [GeneratedRegex("""<input name="__RequestVerificationToken"[^>]*>|nonce="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+""")]
    private static partial Regex Varying();
}
