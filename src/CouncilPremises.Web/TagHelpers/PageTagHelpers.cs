using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CouncilPremises.Web.TagHelpers;

/// <summary>What is wrong, listed with links to the answers. The layout shows it on every page that needs it.</summary>
[HtmlTargetElement("govuk-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = InPageOrder().ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var list = Markup.Element("ul", "govuk-list govuk-error-summary__list");
        foreach (var (key, message) in errors)
        {
            IHtmlContent words = key.Length == 0
                ? Markup.Text(message)
                : Markup.Element("a", null, message).With("href", "#" + FieldIds.For(key));
            list.InnerHtml.AppendHtml(Markup.Element("li", null, words));
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        output.Content.SetHtmlContent(Markup.Element("div", null,
            Markup.Element("h2", "govuk-error-summary__title", "There is a problem"),
            Markup.Element("div", "govuk-error-summary__body", list)).With("role", "alert"));
    }

    // The model state is sorted by name; people read the page from the top, so follow the order of declaration
    private IEnumerable<(string Key, string Message)> InPageOrder()
    {
        var order = new List<string>();
        AddNames(ViewContext.ViewData.ModelMetadata, "", order, depth: 0);
        return ViewContext.ModelState
            .Where(entry => entry.Value is { Errors.Count: > 0 })
            // A box shows its first mistake; what belongs to no box is said here or nowhere
            .SelectMany(entry => entry.Value!.Errors.Take(entry.Key.Length == 0 ? int.MaxValue : 1), (entry, error) => (entry.Key, Message: error.ErrorMessage))
            .OrderBy(error => Place(error.Key, order))
            .DistinctBy(error => (error.Key, error.Message));
    }

    private static int Place(string key, List<string> order)
    {
        for (var name = key; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOfAny(['.', '[']))])
        {
            var place = order.FindIndex(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
            if (place >= 0)
                return place;
        }

        return int.MaxValue;
    }

    // The framework's own properties of a page (its request, its user …) hold no answers
    private static bool IsOurs(Type type) =>
        type.Namespace is { } name && !name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("Microsoft", StringComparison.Ordinal);

    private static void AddNames(ModelMetadata metadata, string prefix, List<string> order, int depth)
    {
        foreach (var property in metadata.Properties)
        {
            var name = prefix.Length == 0 ? property.PropertyName! : $"{prefix}.{property.PropertyName}";
            order.Add(name);
            if (property.IsComplexType && !property.IsEnumerableType && depth < 3 && IsOurs(property.ModelType))
                AddNames(property, name, order, depth + 1);
        }
    }
}

/// <summary>What has just happened, carried over a redirect by <see cref="Notices"/>.</summary>
[HtmlTargetElement("govuk-notification-banner")]
public sealed class NotificationBannerTagHelper : TagHelper
{
    /// <summary>The text. Without it, what the last page left behind; without that, nothing is shown.</summary>
    public string? Text { get; set; }

    /// <summary>Good news (green) rather than something to know.</summary>
    public bool Success { get; set; }

    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        if (Text is null && content.IsEmptyOrWhiteSpace && Notices.MayBeWaiting(ViewContext.HttpContext.Request))
        {
            Text = ViewContext.TempData[Notices.Key] as string;
            Success = true;
        }

        if (Text is null && content.IsEmptyOrWhiteSpace)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Success ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner");
        output.Attributes.SetAttribute("role", Success ? "alert" : "region");
        output.Attributes.SetAttribute("aria-labelledby", "govuk-notification-banner-title");
        output.Attributes.SetAttribute("data-module", "govuk-notification-banner");
        IHtmlContent words = Text is null ? content : Markup.Element("p", "govuk-notification-banner__heading", Text);
        output.Content.AppendHtml(Markup.Element("div", "govuk-notification-banner__header",
            Markup.Element("h2", "govuk-notification-banner__title", Success ? "Done" : "Important")
                .With("id", "govuk-notification-banner-title")));
        output.Content.AppendHtml(Markup.Element("div", "govuk-notification-banner__content", words));
    }
}

/// <summary>Where the page before this one is: put it in the BeforeContent section.</summary>
[HtmlTargetElement("govuk-back-link", Attributes = "href")]
public sealed class BackLinkTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-back-link");
        if (content.IsEmptyOrWhiteSpace)
            output.Content.SetContent("Back");
    }
}

/// <summary>A button, which a second click does not press again. With href it is a link that looks like one.</summary>
[HtmlTargetElement("govuk-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary>secondary, warning, or start for the arrow of a start page.</summary>
    public string? Kind { get; set; }

    /// <summary>Where a link leads.</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        var extra = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "govuk-button", string.IsNullOrEmpty(Kind) ? null : "govuk-button--" + Kind, extra }.OfType<string>()));
        output.Attributes.SetAttribute("data-module", "govuk-button");
        if (Href is null)
        {
            if (!output.Attributes.ContainsName("type"))
                output.Attributes.SetAttribute("type", "submit");
            output.Attributes.SetAttribute("data-prevent-double-click", "true");
        }
        else
        {
            output.Attributes.SetAttribute("href", Href);
            output.Attributes.SetAttribute("role", "button");
            output.Attributes.SetAttribute("draggable", "false");
        }

        output.Content.SetHtmlContent(content);
        if (Kind == "start")
            output.Content.AppendHtml(StartArrow);
    }

    private static readonly HtmlString StartArrow = new(
        """<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>""");
}

/// <summary>A status: always a word, its colour only beside it.</summary>
[HtmlTargetElement("govuk-tag")]
public sealed class TagTagHelper : TagHelper
{
    /// <summary>grey, green, turquoise, blue, purple, pink, red, orange or yellow.</summary>
    public string? Colour { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Colour is null ? "govuk-tag" : $"govuk-tag govuk-tag--{Colour}");
    }
}

/// <summary>More for those who want it.</summary>
[HtmlTargetElement("govuk-details", Attributes = "summary")]
public sealed class DetailsTagHelper : TagHelper
{
    /// <summary>The line that opens it.</summary>
    public string Summary { get; set; } = "";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "govuk-details");
        output.Content.SetHtmlContent(Markup.Element("summary", "govuk-details__summary",
            Markup.Element("span", "govuk-details__summary-text", Summary)));
        output.Content.AppendHtml(Markup.Element("div", "govuk-details__text", new HtmlString(content.GetContent())));
    }
}

/// <summary>Something set apart.</summary>
[HtmlTargetElement("govuk-inset")]
public sealed class InsetTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-inset-text");
    }
}

/// <summary>A consequence to know before going on.</summary>
[HtmlTargetElement("govuk-warning")]
public sealed class WarningTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = new HtmlString((await output.GetChildContentAsync()).GetContent());
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-warning-text");
        output.Content.SetHtmlContent(Markup.Element("span", "govuk-warning-text__icon", "!").With("aria-hidden", "true"));
        output.Content.AppendHtml(Markup.Element("strong", "govuk-warning-text__text",
            Markup.Element("span", "govuk-visually-hidden", "Warning"), new HtmlString(" "), content));
    }
}

/// <summary>
/// Forms are checked on the server, whose sentences are better than a browser's. A form shown again under the address of one of the
/// page's other buttons (?handler=List) goes to the page itself, not to that button's handler once more. Written out so that no page forgets.
/// </summary>
[HtmlTargetElement("form")]
public sealed class HouseFormTagHelper : TagHelper
{
    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate", null, HtmlAttributeValueStyle.Minimized));
        var request = ViewContext.HttpContext.Request;
        if (request.Query.ContainsKey("handler") && !context.AllAttributes.ContainsName("action") && !context.AllAttributes.ContainsName("asp-page-handler"))
            output.Attributes.SetAttribute("action", request.PathBase + request.Path + QueryString.Create(request.Query.Where(pair => pair.Key != "handler")));
    }
}
