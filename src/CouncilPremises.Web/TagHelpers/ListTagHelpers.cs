using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CouncilPremises.Web.TagHelpers;

/// <summary>Facts in rows: a key, a value and perhaps a link to change it.</summary>
[HtmlTargetElement("govuk-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    /// <summary>Without lines between the rows.</summary>
    public bool NoBorder { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", NoBorder ? "govuk-summary-list govuk-summary-list--no-border" : "govuk-summary-list");
    }
}

/// <summary>One row. Its content is the value; an empty one reads "Not given".</summary>
[HtmlTargetElement("govuk-summary-row", ParentTag = "govuk-summary-list")]
public sealed class SummaryRowTagHelper : TagHelper
{
    private string? changeHref;

    /// <summary>What the value is.</summary>
    public string Key { get; set; } = "";

    /// <summary>Where it can be changed; nothing, or empty as a page writes it, for nowhere.</summary>
    public string? ChangeHref { get => changeHref; set => changeHref = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>The link's word.</summary>
    public string ChangeText { get; set; } = "Change";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        IHtmlContent value = content.IsEmptyOrWhiteSpace ? Markup.Text("Not given") : new HtmlString(content.GetContent());
        output.TagName = "div";
        output.Attributes.SetAttribute("class", ChangeHref is null ? "govuk-summary-list__row govuk-summary-list__row--no-actions" : "govuk-summary-list__row");
        output.Content.SetHtmlContent(Markup.Element("dt", "govuk-summary-list__key", Key));
        output.Content.AppendHtml(Markup.Element("dd", "govuk-summary-list__value", value));
        if (ChangeHref is null)
            return;
#pragma warning disable CA1308 // Words for people, not a key: the key follows the verb in one sentence
        var hidden = " " + Key.ToLowerInvariant();
#pragma warning restore CA1308
        output.Content.AppendHtml(Markup.Element("dd", "govuk-summary-list__actions",
            Markup.Element("a", "govuk-link", Markup.Text(ChangeText), Markup.Element("span", "govuk-visually-hidden", hidden))
                .With("href", ChangeHref)));
    }
}

/// <summary>Where we are, from the top: pairs of text and address, the last without one.</summary>
[HtmlTargetElement("govuk-breadcrumbs")]
public sealed class BreadcrumbsTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = new HtmlString((await output.GetChildContentAsync()).GetContent());
        output.TagName = "nav";
        output.Attributes.SetAttribute("class", "govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile");
        output.Attributes.SetAttribute("aria-label", "Breadcrumb");
        output.Content.SetHtmlContent(Markup.Element("ol", "govuk-breadcrumbs__list", content));
    }
}

/// <summary>One step of the breadcrumbs.</summary>
[HtmlTargetElement("govuk-breadcrumb", ParentTag = "govuk-breadcrumbs")]
public sealed class BreadcrumbTagHelper : TagHelper
{
    /// <summary>Its address; none for the page itself.</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = new HtmlString((await output.GetChildContentAsync()).GetContent());
        output.TagName = "li";
        output.Attributes.SetAttribute("class", "govuk-breadcrumbs__list-item");
        if (Href is null)
            output.Attributes.SetAttribute("aria-current", "page");
        output.Content.SetHtmlContent(Href is null ? content : Markup.Element("a", "govuk-breadcrumbs__link", content).With("href", Href));
    }
}

/// <summary>The tasks of a journey, each with its status.</summary>
[HtmlTargetElement("govuk-task-list")]
public sealed class TaskListTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "govuk-task-list");
    }
}

/// <summary>One task: its name, where it is done (none when it cannot start yet) and its status in a word.</summary>
[HtmlTargetElement("govuk-task", ParentTag = "govuk-task-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TaskTagHelper : TagHelper
{
    private string? href;
    private string? statusColour;

    /// <summary>What is to be done.</summary>
    public string Title { get; set; } = "";

    /// <summary>Where it is done; nothing, or empty as a page writes it, while it cannot start.</summary>
    public string? Href { get => href; set => href = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Its status, such as "Completed".</summary>
    public string Status { get; set; } = "";

    /// <summary>The status shown as a coloured tag; completed tasks have plain text.</summary>
    public string? StatusColour { get => statusColour; set => statusColour = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Help under the name.</summary>
    public string? Hint { get; set; }

    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Numbered through the page, which may have several lists
        var number = ViewContext.HttpContext.Items[typeof(TaskTagHelper)] is int last ? last + 1 : 1;
        ViewContext.HttpContext.Items[typeof(TaskTagHelper)] = number;
        var id = string.Create(CultureInfo.InvariantCulture, $"task-{number}");
        var name = Href is null
            ? Markup.Element("div", null, Title)
            : Markup.Element("a", "govuk-link govuk-task-list__link", Title).With("href", Href)
                .With("aria-describedby", Hint is null ? id + "-status" : $"{id}-hint {id}-status");
        var hint = Hint is null ? null : Markup.Element("div", "govuk-task-list__hint", Hint).With("id", id + "-hint");
        IHtmlContent status = StatusColour is null
            ? Markup.Text(Status)
            : Markup.Element("strong", $"govuk-tag govuk-tag--{StatusColour}", Status);
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Href is null ? "govuk-task-list__item" : "govuk-task-list__item govuk-task-list__item--with-link");
        output.Content.SetHtmlContent(Markup.Element("div", "govuk-task-list__name-and-hint", name, hint));
        output.Content.AppendHtml(Markup.Element("div",
            Href is null ? "govuk-task-list__status govuk-task-list__status--cannot-start-yet" : "govuk-task-list__status", status)
            .With("id", id + "-status"));
    }
}

/// <summary>Pages of a long list. Keeps the rest of the address as it is and sets "page".</summary>
[HtmlTargetElement("govuk-pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTagHelper : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>How many there are; one page needs no links.</summary>
    public int Pages { get; set; }

    /// <summary>What is paged, for screen readers.</summary>
    public string Label { get; set; } = "Pages";

    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", Label);
        if (Page > 1)
            output.Content.AppendHtml(Step("prev", "Previous", Page - 1));
        var list = Markup.Element("ul", "govuk-pagination__list");
        var last = 0;
        foreach (var number in Enumerable.Range(1, Pages).Where(n => n == 1 || n == Pages || Math.Abs(n - Page) <= 1))
        {
            if (number > last + 1)
                list.InnerHtml.AppendHtml(Markup.Element("li", "govuk-pagination__item govuk-pagination__item--ellipsis", "⋯"));
            list.InnerHtml.AppendHtml(Number(number));
            last = number;
        }

        output.Content.AppendHtml(list);
        if (Page < Pages)
            output.Content.AppendHtml(Step("next", "Next", Page + 1));
    }

    private TagBuilder Number(int number) =>
        Markup.Element("li", number == Page ? "govuk-pagination__item govuk-pagination__item--current" : "govuk-pagination__item",
            Markup.Element("a", "govuk-link govuk-pagination__link", Markup.Text(number.ToString(CultureInfo.InvariantCulture)))
                .With("href", Address(number)).With("aria-label", $"Page {number}").With("aria-current", number == Page ? "page" : null));

    private TagBuilder Step(string kind, string word, int number) =>
        Markup.Element("div", $"govuk-pagination__{kind}",
            Markup.Element("a", "govuk-link govuk-pagination__link",
                Markup.Element("span", "govuk-pagination__link-title", Markup.Text(word), Markup.Element("span", "govuk-visually-hidden", " page")))
                .With("href", Address(number)).With("rel", kind));

    private string Address(int number)
    {
        var request = ViewContext.HttpContext.Request;
        var rest = request.Query.Where(pair => !string.Equals(pair.Key, "page", StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(new("page", number.ToString(CultureInfo.InvariantCulture)));
        return request.PathBase + request.Path + QueryString.Create(rest);
    }
}
