using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CouncilPremises.Web.TagHelpers;

/// <summary>Short ways to write elements. Text given as a string is always encoded.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? cssClass, params IHtmlContent?[] content)
    {
        var element = new TagBuilder(name);
        if (cssClass is not null)
            element.AddCssClass(cssClass);
        foreach (var part in content)
        {
            if (part is not null)
                element.InnerHtml.AppendHtml(part);
        }

        return element;
    }

    public static TagBuilder Element(string name, string? cssClass, string text)
    {
        var element = Element(name, cssClass);
        element.InnerHtml.Append(text);
        return element;
    }

    public static TagBuilder With(this TagBuilder element, string attribute, object? value)
    {
        if (value is not null)
            element.MergeAttribute(attribute, Convert.ToString(value, CultureInfo.InvariantCulture), replaceExisting: true);
        return element;
    }

    public static TagBuilder Hint(string id, string text, string cssClass = "govuk-hint") =>
        Element("div", cssClass, text).With("id", id);

    public static TagBuilder Error(string id, string text) =>
        Element("p", "govuk-error-message", Element("span", "govuk-visually-hidden", "Error:"), new HtmlString(" "), Text(text))
            .With("id", id);

    public static IHtmlContent Text(string text)
    {
        var content = new HtmlContentBuilder();
        content.Append(text);
        return content;
    }
}
