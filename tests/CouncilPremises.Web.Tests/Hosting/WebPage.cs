using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CouncilPremises.Web.Tests.Shell;

namespace CouncilPremises.Web.Tests.Hosting;

/// <summary>A page as it was answered. The house rules are checked as it is read.</summary>
public sealed class WebPage
{
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
        page.Document.ShouldFollowTheHouseRules();
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

    /// <summary>The form of a handler: the one whose address says "handler=RemoveApp".</summary>
    public IHtmlFormElement FormOf(string handler) =>
        Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>().FirstOrDefault(form =>
            form.GetAttribute("action")?.Contains($"handler={handler}", StringComparison.OrdinalIgnoreCase) is true)
        ?? throw new InvalidOperationException($"{Address} holds no form for {handler}.");

    /// <summary>The form that holds a box or button of this name, or else the first form of the main part.</summary>
    public IHtmlFormElement FormWith(IEnumerable<string> names) =>
        names.Select(name => Document.QuerySelector($"main form [name='{name}']")?.Closest("form")).FirstOrDefault(form => form is not null) as IHtmlFormElement
        ?? Document.QuerySelector("main form") as IHtmlFormElement
        ?? throw new InvalidOperationException($"{Address} holds no form.");
}
