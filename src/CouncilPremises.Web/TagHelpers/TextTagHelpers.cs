using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CouncilPremises.Web.TagHelpers;

/// <summary>A one-line answer. Unknown attributes (autocomplete, inputmode, spellcheck …) go to the input.</summary>
[HtmlTargetElement("govuk-input", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public class InputTagHelper : FieldTagHelper
{
    /// <summary>The input's type. A password is never written back.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Width in characters: 2, 3, 4, 5, 10, 20 or 30, or a fraction such as one-half.</summary>
    public string? Width { get; set; }

    /// <summary>Text before the box, such as £.</summary>
    public string? Prefix { get; set; }

    /// <summary>Text after the box, such as people.</summary>
    public string? Suffix { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var password = Type == "password";
        var input = Markup.Element("input", "govuk-input").With("id", FieldId).With("name", FieldName).With("type", Type)
            .With("value", password ? null : Typed()).With("aria-describedby", DescribedBy());
        input.TagRenderMode = TagRenderMode.SelfClosing;
        if (Width is not null)
            input.AddCssClass(char.IsDigit(Width[0]) ? $"govuk-input--width-{Width}" : $"govuk-!-width-{Width}");
        if (Error is not null)
            input.AddCssClass("govuk-input--error");
        MoveAttributes(output, input);
        FormGroup(output, LabelContent(), HintAndError(), password ? PasswordWrapper(input) : Wrapper(input));
        if (password)
        {
            output.Attributes.SetAttribute("class", output.Attributes["class"].Value + " govuk-password-input");
            output.Attributes.SetAttribute("data-module", "govuk-password-input");
        }
    }

    private TagBuilder Wrapper(TagBuilder input)
    {
        if (Prefix is null && Suffix is null)
            return input;
        return Markup.Element("div", "govuk-input__wrapper", Affix("prefix", Prefix), input, Affix("suffix", Suffix));
    }

    private static TagBuilder? Affix(string kind, string? text) =>
        text is null ? null : Markup.Element("div", $"govuk-input__{kind}", text).With("aria-hidden", "true");

    private TagBuilder PasswordWrapper(TagBuilder input)
    {
        input.AddCssClass("govuk-password-input__input govuk-js-password-input-input");
        input.With("spellcheck", "false").With("autocapitalize", "none");
        var show = Markup.Element("button",
                "govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle", "Show")
            .With("type", "button").With("data-module", "govuk-button").With("aria-controls", FieldId)
            .With("aria-label", "Show password").With("hidden", "");
        return Markup.Element("div", "govuk-input__wrapper govuk-password-input__wrapper", input, show);
    }
}

/// <summary>A time of day, typed as 7pm, 19:00 or 7.30pm.</summary>
[HtmlTargetElement("govuk-time", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeTagHelper : InputTagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Hint ??= "For example, 7pm or 19:00";
        Width ??= "10";
        output.Attributes.SetAttribute("autocomplete", "off");
        base.Process(context, output);
    }
}

/// <summary>A sum in pounds.</summary>
[HtmlTargetElement("govuk-money", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper : InputTagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Prefix ??= "£";
        Width ??= "10";
        output.Attributes.SetAttribute("inputmode", "decimal");
        output.Attributes.SetAttribute("spellcheck", "false");
        output.Attributes.SetAttribute("autocomplete", "off");
        base.Process(context, output);
    }
}

/// <summary>A longer answer, with a count of the characters left where there is a limit.</summary>
[HtmlTargetElement("govuk-textarea", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    /// <summary>Lines shown.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>The most characters allowed. More can be typed, and is refused with a sentence: nothing is cut off.</summary>
    public int? Maxlength { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var infoId = Maxlength is null ? null : FieldId + "-info";
        var area = Markup.Element("textarea", "govuk-textarea", "\n" + Typed())
            .With("id", FieldId).With("name", FieldName).With("rows", Rows).With("aria-describedby", DescribedBy(infoId));
        if (Error is not null)
            area.AddCssClass("govuk-textarea--error");
        if (Maxlength is not null)
            area.AddCssClass("govuk-js-character-count");
        MoveAttributes(output, area);
        if (Maxlength is not { } most)
        {
            FormGroup(output, LabelContent(), HintAndError(), area);
            return;
        }

        var info = Markup.Hint(infoId!, string.Create(CultureInfo.GetCultureInfo("en-GB"), $"You can enter up to {most:N0} characters"),
            "govuk-hint govuk-character-count__message");
        FormGroup(output, LabelContent(), HintAndError(), area, info);
        output.Attributes.SetAttribute("class", output.Attributes["class"].Value + " govuk-character-count");
        output.Attributes.SetAttribute("data-module", "govuk-character-count");
        output.Attributes.SetAttribute("data-maxlength", most);
    }
}

/// <summary>A day, in three boxes named Day, Month and Year under the property's own name.</summary>
[HtmlTargetElement("govuk-date", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : FieldTagHelper
{
    /// <summary>The day is a birthday: browsers may fill it in.</summary>
    public bool Birthday { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var day = For.Model as DateOnly?;
        var boxes = Markup.Element("div", "govuk-date-input",
            Box("Day", FieldId, day?.Day, 2, "bday-day"),
            Box("Month", FieldId + "-month", day?.Month, 2, "bday-month"),
            Box("Year", FieldId + "-year", day?.Year, 4, "bday-year"));
        FormGroup(output, Fieldset(boxes, role: "group"));
    }

    private TagBuilder Box(string name, string id, int? value, int width, string autocomplete)
    {
        var input = Markup.Element("input", $"govuk-input govuk-date-input__input govuk-input--width-{width}")
            .With("id", id).With("name", $"{FieldName}.{name}").With("type", "text").With("inputmode", "numeric")
            .With("value", Typed(name) ?? Show(value)).With("autocomplete", Birthday ? autocomplete : null);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        if (Error is not null)
            input.AddCssClass("govuk-input--error");
        return Markup.Element("div", "govuk-date-input__item",
            Markup.Element("div", "govuk-form-group",
                Markup.Element("label", "govuk-label govuk-date-input__label", name).With("for", id), input));
    }
}
