using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CouncilPremises.Web.TagHelpers;

/// <summary>A table inside a region that scrolls by itself and can be reached by keyboard. Write thead and tbody in it.</summary>
[HtmlTargetElement("govuk-table", Attributes = "caption")]
public sealed class TableTagHelper : TagHelper
{
    /// <summary>What the table shows.</summary>
    public string Caption { get; set; } = "";

    /// <summary>Size of the caption: s, m, l or xl.</summary>
    public string CaptionSize { get; set; } = "m";

    /// <summary>The caption is read out but not seen.</summary>
    public bool HideCaption { get; set; }

    /// <summary>On a phone each row stands as a list of its cells, each after the heading of its column: for rows that are read one by one.</summary>
    public bool Stacked { get; set; }

    /// <inheritdoc />
    public override void Init(TagHelperContext context) => context?.Items.TryAdd(typeof(TableColumns), new TableColumns(Stacked));

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = new HtmlString((await output.GetChildContentAsync()).GetContent());
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "council-table-region");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Caption);
        output.Attributes.SetAttribute("tabindex", "0");
        var caption = Markup.Element("caption",
            HideCaption ? "govuk-visually-hidden" : $"govuk-table__caption govuk-table__caption--{CaptionSize}", Caption);
        var table = Markup.Element("table", Stacked ? "govuk-table council-table--stacked" : "govuk-table", caption, content);
        output.Content.SetHtmlContent(Stacked ? table.With("role", "table") : table);
    }
}

/// <summary>The headings of a table that stacks, as its cells need them.</summary>
internal sealed class TableColumns(bool stacked)
{
    private readonly List<string> headings = [];
    private int next;

    /// <summary>The table stacks on a phone.</summary>
    public bool Stacked => stacked;

    /// <summary>A row begins.</summary>
    public void Row() => next = 0;

    /// <summary>A column's heading, read in the head.</summary>
    public void Add(string heading) => headings.Add(heading);

    /// <summary>The heading over the next cell of the row; none over a cell beside the last column.</summary>
    public string Next() => headings.ElementAtOrDefault(next++) ?? "";
}

/// <summary>Gives the parts of our tables their classes, so that a page writes plain table markup. Parts of a table that stacks name their
/// roles, because a browser forgets them when they are shown as blocks.</summary>
[HtmlTargetElement("thead", ParentTag = "govuk-table")]
[HtmlTargetElement("tbody", ParentTag = "govuk-table")]
[HtmlTargetElement("tr", ParentTag = "thead")]
[HtmlTargetElement("tr", ParentTag = "tbody")]
[HtmlTargetElement("th", ParentTag = "tr")]
[HtmlTargetElement("td", ParentTag = "tr")]
public sealed class TablePartTagHelper : TagHelper
{
    /// <summary>A number: set to the right.</summary>
    public bool Numeric { get; set; }

    /// <inheritdoc />
    public override void Init(TagHelperContext context)
    {
        if (context?.TagName == "tr")
            Columns(context)?.Row();
    }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var part = output.TagName switch { "thead" => "head", "tbody" => "body", "tr" => "row", "th" => "header", _ => "cell" };
        var numeric = Numeric ? $" govuk-table__{part}--numeric" : "";
        var extra = output.Attributes["class"]?.Value is { } own ? " " + own : "";
        output.Attributes.SetAttribute("class", $"govuk-table__{part}{numeric}{extra}");
        if (output.TagName == "th" && !output.Attributes.ContainsName("scope"))
            output.Attributes.SetAttribute("scope", "col");
        if (Columns(context) is { Stacked: true } columns)
            await StackAsync(columns, output);
    }

    private static TableColumns? Columns(TagHelperContext context) =>
        context.Items.TryGetValue(typeof(TableColumns), out var columns) ? columns as TableColumns : null;

    private static async Task StackAsync(TableColumns columns, TagHelperOutput output)
    {
        var isRowHeading = output.TagName == "th" && output.Attributes["scope"].Value?.ToString() == "row";
        output.Attributes.SetAttribute("role", output.TagName switch
        {
            "thead" or "tbody" => "rowgroup",
            "tr" => "row",
            "th" => isRowHeading ? "rowheader" : "columnheader",
            _ => "cell"
        });
        if (output.TagName is not ("th" or "td"))
            return;
        var content = (await output.GetChildContentAsync()).GetContent();
        if (output.TagName == "th" && !isRowHeading)
            columns.Add(content.Contains('<', StringComparison.Ordinal) ? "" : WebUtility.HtmlDecode(content).Trim());
        else if (columns.Next() is { Length: > 0 } heading && !string.IsNullOrWhiteSpace(content))
            output.Attributes.SetAttribute("data-heading", heading);
    }
}
