using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;

namespace CouncilPremises.Web.Tests.Hosting;

/// <summary>A page as it was answered. House rules are checked as it is read: one h1, a title, a label for each box.</summary>
public sealed class WebPage
{
    private static readonly string[] NeedNoLabel = ["hidden", "submit", "button", "image", "reset"];

    private WebPage(Uri address, HttpStatusCode status, IHtmlDocument document) => (Address, Status, Document) = (address, status, document);

    public Uri Address { get; }

    public HttpStatusCode Status { get; }

    public IHtmlDocument Document { get; }

    /// <summary>The text of the page's main part, in single spaces.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Heading => Document.QuerySelector("h1")!.TextContent.Trim();

    /// <summary>Sentences of the error summary; empty when nothing is wrong.</summary>
    public IEnumerable<string> Errors => Document.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim());

    public static async Task<WebPage> ReadAsync(Uri address, HttpResponseMessage answer)
    {
        var page = new WebPage(address, answer.StatusCode, await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync()));
        page.KeepsHouseRules();
        return page;
    }

    /// <summary>What a browser would send when this form is sent as it stands, in order, without its buttons.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Entries(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.Where(one => !one.HasAttribute("disabled") && one.GetAttribute("name") is { Length: > 0 }))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "button" or "file" }:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement list:
                    yield return new(name, list.Value ?? "");
                    break;
            }
        }
    }

    /// <summary>The form that holds a box or button of this name, or else the first form of the main part.</summary>
    public IHtmlFormElement FormWith(IEnumerable<string> names) =>
        names.Select(name => Document.QuerySelector($"main form [name='{name}']")?.Closest("form")).FirstOrDefault(form => form is not null) as IHtmlFormElement
        ?? Document.QuerySelector("main form") as IHtmlFormElement
        ?? throw new InvalidOperationException($"{Address} holds no form.");

    private void KeepsHouseRules()
    {
        Document.QuerySelectorAll("h1").Length.ShouldBe(1, $"{Address} should have one h1");
        Document.Title.ShouldNotBeNullOrWhiteSpace($"{Address} should have a title");
        (Document.DocumentElement.GetAttribute("lang") ?? "").ShouldStartWith("en", customMessage: $"{Address} should say its language");
        Document.QuerySelectorAll("input, select, textarea")
            .Where(box => !NeedNoLabel.Contains(box.GetAttribute("type")) && !IsLabelled(box))
            .Select(box => box.OuterHtml).ShouldBeEmpty($"{Address} should label each box");
        Document.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1)
            .Select(same => same.Key).ShouldBeEmpty($"{Address} should use each id once");
    }

    private bool IsLabelled(IElement box) =>
        box.HasAttribute("aria-label") || box.HasAttribute("aria-labelledby") || box.Closest("label") is not null
        || (box.Id is { Length: > 0 } id && Document.QuerySelectorAll("label").Any(label => label.GetAttribute("for") == id));
}
