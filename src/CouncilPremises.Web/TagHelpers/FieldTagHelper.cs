using System.Globalization;
using CouncilPremises.Domain;
using CouncilPremises.Web.Binding;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CouncilPremises.Web.TagHelpers;

/// <summary>
/// What every question on a form shares: its name, its first control's id (which the error summary links to),
/// its hint, its error and what was typed. The error comes from the model state; nothing typed is lost.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The property asked for.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>The question. Without one, the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>Help under the question.</summary>
    public string? Hint { get; set; }

    /// <summary>Size of the question's text: s, m, l or xl.</summary>
    public string? LabelSize { get; set; }

    /// <summary>The question is the page's only heading (one question a page): it becomes the h1.</summary>
    public bool PageHeading { get; set; }

    /// <summary>The view being rendered.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The form field's name.</summary>
    protected string FieldName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>The id of the field's first control.</summary>
    protected string FieldId => FieldIds.For(FieldName);

    /// <summary>The question's text.</summary>
    protected string LabelText => Label ?? For.Metadata.GetDisplayName();

    /// <summary>The first thing wrong with the answer, if anything is.</summary>
    protected string? Error =>
        ViewContext.ModelState.TryGetValue(FieldName, out var entry) && entry.Errors.Count > 0
            ? entry.Errors[0].ErrorMessage
            : null;

    /// <summary>The ids of the hint and the error, for aria-describedby.</summary>
    protected string? DescribedBy(string? also = null)
    {
        var ids = new[] { also, Hint is null ? null : FieldId + "-hint", Error is null ? null : FieldId + "-error" }
            .Where(id => id is not null).ToList();
        return ids.Count == 0 ? null : string.Join(' ', ids);
    }

    /// <summary>What was typed, or else what the model holds.</summary>
    protected string? Typed(string? subName = null)
    {
        var name = subName is null ? FieldName : $"{FieldName}.{subName}";
        if (ViewContext.ModelState.TryGetValue(name, out var entry) && entry.RawValue is not null)
            return entry.AttemptedValue;
        return subName is null ? Show(For.Model) : null;
    }

    /// <summary>A value as it is written in a box.</summary>
    protected static string? Show(object? value) => value switch
    {
        null => null,
        TimeOnly time => TimeText.Show(time),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Money money => (money.Pence / 100m).ToString(money.Pence % 100 == 0 ? "0" : "0.00", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()
    };

    /// <summary>The label of a question with one control.</summary>
    protected IHtmlContent LabelContent()
    {
        var size = LabelSize ?? (PageHeading ? "l" : null);
        var label = Markup.Element("label", size is null ? "govuk-label" : $"govuk-label govuk-label--{size}", LabelText)
            .With("for", FieldId);
        return PageHeading ? Markup.Element("h1", "govuk-label-wrapper", label) : label;
    }

    /// <summary>The hint and the error, where there are any.</summary>
    protected IHtmlContent HintAndError()
    {
        var content = new HtmlContentBuilder();
        if (Hint is not null)
            content.AppendHtml(Markup.Hint(FieldId + "-hint", Hint));
        if (Error is { } error)
            content.AppendHtml(Markup.Error(FieldId + "-error", error));
        return content;
    }

    /// <summary>A group of controls with a legend.</summary>
    protected IHtmlContent Fieldset(IHtmlContent content, string? role = null)
    {
        var size = LabelSize ?? (PageHeading ? "l" : "m");
        IHtmlContent words = PageHeading
            ? Markup.Element("h1", "govuk-fieldset__heading", LabelText)
            : Markup.Text(LabelText);
        return Markup.Element("fieldset", "govuk-fieldset",
                Markup.Element("legend", $"govuk-fieldset__legend govuk-fieldset__legend--{size}", words), HintAndError(), content)
            .With("aria-describedby", DescribedBy()).With("role", role);
    }

    /// <summary>Attributes written on the tag that it does not know itself go to the control.</summary>
    protected static void MoveAttributes(TagHelperOutput output, TagBuilder control)
    {
        foreach (var attribute in output.Attributes)
        {
            if (attribute.Name == "class")
                control.AddCssClass(attribute.Value?.ToString() ?? "");
            else
                control.MergeAttribute(attribute.Name, attribute.Value?.ToString() ?? "", replaceExisting: true);
        }

        output.Attributes.Clear();
    }

    /// <summary>Turns the tag into a form group.</summary>
    protected void FormGroup(TagHelperOutput output, params IHtmlContent[] content)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
        output.Content.Clear();
        foreach (var part in content)
            output.Content.AppendHtml(part);
    }
}

/// <summary>The one place that turns a field's name into its control's id.</summary>
public static class FieldIds
{
    /// <summary>"Input.Title" becomes "Input_Title".</summary>
    public static string For(string fieldName) => TagBuilder.CreateSanitizedId(fieldName, "_");
}
