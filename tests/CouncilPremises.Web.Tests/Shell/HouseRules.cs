using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Shell;

/// <summary>What every page of the product must be, whatever it is about. Tests read pages through <see cref="ReadPageAsync"/>.</summary>
public static class HouseRules
{
    private static readonly HtmlParser Parser = new();

    /// <summary>Reads a page and holds it to the house rules.</summary>
    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/html", html);
        var page = Parser.ParseDocument(html);
        page.ShouldFollowTheHouseRules();
        return page;
    }

    /// <summary>Fetches a page and holds it to the house rules.</summary>
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient visitor, string address)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var response = await visitor.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return await response.ReadPageAsync();
    }

    /// <summary>Every broken rule, each with the element that breaks it.</summary>
    public static void ShouldFollowTheHouseRules(this IHtmlDocument page) => BrokenBy(page).ShouldBeEmpty();

    internal static List<string> BrokenBy(IHtmlDocument page)
    {
        var broken = new List<string>();
        void Rule(bool kept, string sentence) { if (!kept) broken.Add(sentence); }

        Rule(page.DocumentElement.GetAttribute("lang") == "en-GB", "The page does not name its language.");
        Rule(!string.IsNullOrWhiteSpace(page.Title), "The page has no title.");
        Rule(page.QuerySelectorAll("h1").Length == 1, $"The page has {page.QuerySelectorAll("h1").Length} h1 headings, not one.");
        Rule(page.QuerySelector("main") is not null, "The page has no main part.");
        foreach (var element in page.All)
        {
            foreach (var attribute in element.Attributes)
            {
                Rule(attribute.Name != "style", $"Inline style: {Short(element)}");
                Rule(!attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"Inline script: {Short(element)}");
                Rule(attribute.Name is not ("href" or "action") || !attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase),
                    $"Script address: {Short(element)}");
            }
        }

        foreach (var script in page.QuerySelectorAll("script"))
            Rule(script.HasAttribute("src"), $"Inline script: {Short(script)}");
        foreach (var style in page.QuerySelectorAll("style"))
            Rule(false, $"Inline style: {Short(style)}");
        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            Rule(IsLabelled(page, field), $"No label: {Short(field)}");
        foreach (var form in page.QuerySelectorAll("form[method=post]"))
            Rule(form.QuerySelector("input[name=__RequestVerificationToken]") is not null, $"A form without its token: {Short(form)}");
        foreach (var fieldset in page.QuerySelectorAll("fieldset"))
            Rule(!string.IsNullOrWhiteSpace(fieldset.QuerySelector("legend")?.TextContent), $"No legend: {Short(fieldset)}");
        foreach (var picture in page.QuerySelectorAll("img"))
            Rule(picture.HasAttribute("alt"), $"No text for a picture: {Short(picture)}");
        foreach (var link in page.QuerySelectorAll("a, button"))
            Rule(!string.IsNullOrWhiteSpace(link.TextContent) || link.HasAttribute("aria-label"), $"A link or button without words: {Short(link)}");
        foreach (var id in page.All.Where(element => element.HasAttribute("id")).GroupBy(element => element.Id).Where(same => same.Count() > 1))
            Rule(false, $"The id {id.Key} is used {id.Count()} times.");
        foreach (var element in page.QuerySelectorAll("[aria-describedby], [aria-labelledby], [aria-controls]"))
        {
            foreach (var name in new[] { "aria-describedby", "aria-labelledby", "aria-controls" })
            {
                foreach (var id in (element.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    Rule(page.GetElementById(id) is not null, $"{name} names {id}, which is not on the page: {Short(element)}");
            }
        }

        foreach (var link in page.QuerySelectorAll(".govuk-error-summary a"))
            Rule(page.GetElementById((link.GetAttribute("href") ?? "#").TrimStart('#')) is not null, $"An error leads nowhere: {Short(link)}");
        foreach (var form in page.QuerySelectorAll("form[method=post]"))
            Rule(form.QuerySelector("input[name=__RequestVerificationToken]") is not null, $"A form without its token: {Short(form)}");
        if (page.QuerySelector(".govuk-error-summary") is not null)
            Rule(page.Title?.StartsWith("Error: ", StringComparison.Ordinal) is true, "The title does not say that there is an error.");
        return broken;
    }

    private static bool IsLabelled(IHtmlDocument page, IElement field) =>
        field.Id is { Length: > 0 } id && page.QuerySelectorAll("label").Any(label => label.GetAttribute("for") == id && label.TextContent.Trim().Length > 0)
        || field.HasAttribute("aria-label");

    private static string Short(IElement element)
    {
        var html = element.OuterHtml;
        return html.Length > 160 ? html[..160] + "…" : html;
    }
}
