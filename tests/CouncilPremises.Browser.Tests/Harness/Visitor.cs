using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;

namespace CouncilPremises.Browser.Tests.Harness;

/// <summary>
/// A person using the service with the keyboard alone. Every page they land on is checked for accessibility,
/// and whatever the browser complained about on the way is kept for <see cref="LeftNoComplaints"/>.
/// </summary>
public sealed partial class Visitor(IBrowserContext context, IPage page, bool javaScript) : IAsyncDisposable
{
    private const int LongestTabWalk = 400;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private readonly List<string> complaints = Listen(page);

    public IPage Page => page;

    /// <summary>Types an address and checks the page it leads to.</summary>
    public async Task GoAsync(string address)
    {
        await page.GotoAsync(address);
        await CheckPageAsync();
    }

    /// <summary>Fills the box with this label, reaching it by Tab.</summary>
    public async Task FillAsync(string label, string text)
    {
        await ReachAsync(page.GetByLabel(label, new() { Exact = true }));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Fills a box picked by its selector, for boxes whose label is shared by several.</summary>
    public async Task FillBoxAsync(string selector, string text)
    {
        await ReachAsync(page.Locator(selector));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Chooses a radio button or ticks a checkbox by its label.</summary>
    public Task ChooseAsync(string label) => ChooseAsync(page.GetByLabel(label, new() { Exact = true }));

    /// <summary>Answers a question: the choice with this label in the group with this legend.</summary>
    public async Task AnswerAsync(string legend, string label)
    {
        var choices = page.GetByRole(AriaRole.Group, new() { Name = legend, Exact = true }).GetByLabel(label, new() { Exact = true });
        // A further question inside the same group may have a choice of the same name
        foreach (var choice in await choices.AllAsync())
            if (await choice.EvaluateAsync<bool>("(input, legend) => input.closest('fieldset').querySelector('legend').textContent.trim() === legend", legend))
            {
                await ChooseAsync(choice);
                return;
            }

        throw new ShouldAssertException($"{page.Url} offers no '{label}' for '{legend}'.");
    }

    /// <summary>Chooses a radio button or ticks a checkbox by its selector.</summary>
    public Task ChooseBoxAsync(string selector) => ChooseAsync(page.Locator(selector));

    /// <summary>Picks an entry of a drop-down list by the start of its text, typed as on a keyboard.</summary>
    public Task PickAsync(string label, string entry) => PickAsync(page.GetByLabel(label, new() { Exact = true }), entry);

    /// <summary>Picks an entry of a drop-down list found by its selector.</summary>
    public Task PickBoxAsync(string selector, string entry) => PickAsync(page.Locator(selector), entry);

    /// <summary>Presses a button, waits for the page it leads to and checks that page.</summary>
    public Task PressAsync(string button) => FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    /// <summary>Follows a link, which may look like a button, waits for the page it leads to and checks that page.</summary>
    public Task FollowAsync(string link) => FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true })
        .Or(page.Locator("a[role=button]", new() { HasTextRegex = new($"^\\s*{Regex.Escape(link)}\\s*$") })));

    /// <summary>Reaches a link or button by Tab, presses Enter and checks the page that follows.</summary>
    public async Task FollowAsync(ILocator target)
    {
        await ReachAsync(target.First);
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage arrived) => loaded.TrySetResult();
        page.Load += Loaded;
        try
        {
            await page.Keyboard.PressAsync("Enter");
            await loaded.Task.WaitAsync(LongestWait);
        }
        finally
        {
            page.Load -= Loaded;
        }

        await CheckPageAsync();
    }

    /// <summary>Reaches a download link by Tab and returns what it sends.</summary>
    public Task<string> DownloadAsync(string link) => DownloadAsync(page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First);

    /// <summary>Reaches a button that sends a file by Tab and returns the file.</summary>
    public Task<string> DownloadByButtonAsync(string button) => DownloadAsync(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    /// <summary>What an address sends to this signed-in person, such as a calendar file.</summary>
    public async Task<string> DownloadTextAsync(string address)
    {
        var answer = await page.APIRequest.GetAsync(address);
        answer.Status.ShouldBe(200);
        return await answer.TextAsync();
    }

    /// <summary>The page's one heading.</summary>
    public async Task<string> HeadingAsync() => Spaces().Replace(await page.Locator("h1").InnerTextAsync(), " ").Trim();

    /// <summary>All text of the page's main part, in single spaces.</summary>
    public async Task<string> MainTextAsync() => Spaces().Replace(await page.Locator("main").InnerTextAsync(), " ").Trim();

    /// <summary>No script error, blocked resource, failed request or broken content policy on any page so far.</summary>
    public void LeftNoComplaints() => complaints.ShouldBeEmpty();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private async Task<string> DownloadAsync(ILocator target)
    {
        await ReachAsync(target);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        return await File.ReadAllTextAsync((await download.PathAsync())!);
    }

    private async Task ChooseAsync(ILocator choice)
    {
        if (await choice.IsCheckedAsync())
            return;
        if (await choice.GetAttributeAsync("type") != "radio")
        {
            await ReachAsync(choice);
            await page.Keyboard.PressAsync("Space");
        }
        else
        {
            var name = await choice.GetAttributeAsync("name");
            await WalkAsync("Tab", () => page.EvaluateAsync<bool>("name => document.activeElement?.name === name && document.activeElement?.type === 'radio'", name));
            var element = await choice.ElementHandleAsync();
            if (await IsFocusedAsync(element))
                await page.Keyboard.PressAsync("Space");
            else
                await WalkAsync("ArrowDown", () => IsFocusedAsync(element));
        }

        (await choice.IsCheckedAsync()).ShouldBeTrue();
    }

    private async Task PickAsync(ILocator list, string entry)
    {
        await ReachAsync(list);
        await page.Keyboard.TypeAsync(entry);
        (await list.EvaluateAsync<string>("list => list.selectedOptions[0]?.text.trim() ?? ''")).ShouldStartWith(entry);
    }

    private async Task ReachAsync(ILocator target)
    {
        // Found once: to look for a label or role anew after every key would take most of a journey's time
        var element = await target.ElementHandleAsync();
        if (!await IsFocusedAsync(element))
            await WalkAsync("Tab", () => IsFocusedAsync(element), target);
    }

    private async Task WalkAsync(string key, Func<Task<bool>> arrived, ILocator? target = null)
    {
        for (var presses = 0; presses < LongestTabWalk; presses++)
        {
            await page.Keyboard.PressAsync(key);
            if (await arrived())
                return;
        }

        throw new ShouldAssertException($"{target?.ToString() ?? "The choice"} on {page.Url} cannot be reached with {key}.");
    }

    private static Task<bool> IsFocusedAsync(IElementHandle element) => element.EvaluateAsync<bool>("element => element === document.activeElement");

    private async Task CheckPageAsync()
    {
        (await page.Locator("h1").CountAsync()).ShouldBe(1, $"{page.Url} should have one h1");
        if (Environment.GetEnvironmentVariable("COUNCILPREMISES_PICTURES") is { Length: > 0 } folder)
            foreach (var width in new[] { 320, 1280 })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.ScreenshotAsync(new() { Path = $"{folder}/{new Uri(page.Url).AbsolutePath.Trim('/').Replace('/', '_')}-{width}.png", FullPage = true });
            }
        if (javaScript)
            await Accessibility.CheckAsync(page);
    }

    private static List<string> Listen(IPage page)
    {
        var heard = new List<string>();
        page.PageError += (_, error) => heard.Add($"{page.Url}: script error: {error}");
        page.Console += (_, message) =>
        {
            // A form shown again with its errors answers 400, which the browser's console reports as a failed load
            if (message.Type == "error" && !message.Text.Contains("status of 400", StringComparison.Ordinal))
                heard.Add($"{page.Url}: {message.Text}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
                heard.Add($"{response.Url}: answered {response.Status}");
        };
        return heard;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
