using System.Collections;
using CouncilPremises.Web.Binding;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CouncilPremises.Web.TagHelpers;

/// <summary>One thing that can be chosen.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What people read.</param>
/// <param name="Hint">Help under it.</param>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    internal IHtmlContent? Reveal { get; init; }

    internal bool Divider { get; init; }
}

/// <summary>Questions answered by choosing: from given items, from child tags, or else from the property's enum.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    /// <summary>The choices, when they are neither written as child tags nor the members of an enum.</summary>
    public IEnumerable<Choice>? Items { get; set; }

    /// <summary>The legend: the question. The same as label.</summary>
    public string? Legend { get => Label; set => Label = value; }

    /// <summary>Collects the choices in the order shown.</summary>
    protected async Task<List<Choice>> ChoicesAsync(TagHelperContext context, TagHelperOutput output)
    {
        var children = new List<Choice>();
        context.Items[typeof(Choice)] = children;
        await output.GetChildContentAsync();
        context.Items.Remove(typeof(Choice));
        var known = Items?.ToList() ?? EnumChoices.For(For.Metadata.ElementType ?? For.ModelExplorer.ModelType);
        if (children.Count == 0)
            return known;
        return children.ConvertAll(child => known.Find(item => item.Value == child.Value) is { } item && child.Text.Length == 0
            ? child with { Text = item.Text, Hint = child.Hint ?? item.Hint }
            : child);
    }

    /// <summary>What has been chosen: typed values first, else the model's.</summary>
    protected IReadOnlyCollection<string> Chosen()
    {
        if (ViewContext.ModelState.TryGetValue(FieldName, out var entry) && entry.RawValue is not null)
            return entry.RawValue as string[] ?? [entry.AttemptedValue ?? ""];
        if (For.Model is IEnumerable many and not string)
            return many.Cast<object?>().Select(Show).OfType<string>().ToList();
        return Show(For.Model) is { } one ? [one] : [];
    }

    /// <summary>Radios or checkboxes in a fieldset.</summary>
    protected IHtmlContent Boxes(string kind, string type, List<Choice> choices, bool small, bool inline)
    {
        var chosen = Chosen();
        var boxes = Markup.Element("div", $"govuk-{kind}").With("data-module", $"govuk-{kind}");
        if (small)
            boxes.AddCssClass($"govuk-{kind}--small");
        if (inline && choices.TrueForAll(choice => choice.Reveal is null))
            boxes.AddCssClass($"govuk-{kind}--inline");
        var number = 0;
        foreach (var choice in choices)
        {
            if (choice.Divider)
            {
                boxes.InnerHtml.AppendHtml(Markup.Element("div", $"govuk-{kind}__divider", choice.Text));
                continue;
            }

            var id = number++ == 0 ? FieldId : $"{FieldId}-{number}";
            AppendBox(boxes, kind, type, choice, id, chosen.Contains(choice.Value, StringComparer.OrdinalIgnoreCase));
        }

        return Fieldset(boxes);
    }

    private void AppendBox(TagBuilder boxes, string kind, string type, Choice choice, string id, bool isChosen)
    {
        var input = Markup.Element("input", $"govuk-{kind}__input").With("id", id).With("name", FieldName)
            .With("type", type).With("value", choice.Value).With("checked", isChosen ? "checked" : null)
            .With("aria-describedby", choice.Hint is null ? null : id + "-item-hint")
            .With("data-aria-controls", choice.Reveal is null ? null : "conditional-" + id);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        var label = Markup.Element("label", $"govuk-label govuk-{kind}__label", choice.Text).With("for", id);
        var hint = choice.Hint is null ? null : Markup.Hint(id + "-item-hint", choice.Hint, $"govuk-hint govuk-{kind}__hint");
        boxes.InnerHtml.AppendHtml(Markup.Element("div", $"govuk-{kind}__item", input, label, hint));
        if (choice.Reveal is null)
            return;
        // Hidden by the style sheet only where script runs (see supported.js)
        var hidden = isChosen ? "" : $" govuk-{kind}__conditional--hidden";
        boxes.InnerHtml.AppendHtml(
            Markup.Element("div", $"govuk-{kind}__conditional{hidden}", choice.Reveal).With("id", "conditional-" + id));
    }
}

/// <summary>One of several.</summary>
[HtmlTargetElement("govuk-radios", Attributes = "asp-for")]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    /// <summary>Smaller circles, for filters.</summary>
    public bool Small { get; set; }

    /// <summary>In one row, for two short answers.</summary>
    public bool Inline { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var choices = await ChoicesAsync(context, output);
        var yesOrNo = (Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType) == typeof(bool);
        FormGroup(output, Boxes("radios", "radio", choices, Small, Inline || (yesOrNo && choices.Count == 2)));
    }
}

/// <summary>Any number of several, bound to a list; or one box, bound to a bool.</summary>
[HtmlTargetElement("govuk-checkboxes", Attributes = "asp-for")]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    /// <summary>Smaller boxes, for filters.</summary>
    public bool Small { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var choices = await ChoicesAsync(context, output);
        FormGroup(output, Boxes("checkboxes", "checkbox", choices, Small, inline: false));
    }
}

/// <summary>One box to tick, bound to a bool: its label says what ticking it means.</summary>
[HtmlTargetElement("govuk-checkbox", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxTagHelper : FieldTagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var ticked = string.Equals(Typed(), "true", StringComparison.OrdinalIgnoreCase);
        var input = Markup.Element("input", "govuk-checkboxes__input").With("id", FieldId).With("name", FieldName)
            .With("type", "checkbox").With("value", "true").With("checked", ticked ? "checked" : null)
            .With("aria-describedby", DescribedBy());
        input.TagRenderMode = TagRenderMode.SelfClosing;
        MoveAttributes(output, input);
        var label = Markup.Element("label", "govuk-label govuk-checkboxes__label", LabelText).With("for", FieldId);
        var hint = Hint is null ? null : Markup.Hint(FieldId + "-hint", Hint, "govuk-hint govuk-checkboxes__hint");
        var error = Error is { } wrong ? Markup.Error(FieldId + "-error", wrong) : null;
        var boxes = Markup.Element("div", "govuk-checkboxes", Markup.Element("div", "govuk-checkboxes__item", input, label, hint))
            .With("data-module", "govuk-checkboxes");
        FormGroup(output, error ?? Markup.Text(""), boxes);
    }
}

/// <summary>One of many, in a drop-down.</summary>
[HtmlTargetElement("govuk-select", Attributes = "asp-for")]
public sealed class SelectTagHelper : ChoicesTagHelper
{
    /// <summary>The text of the empty first item; without it there is none.</summary>
    public string? Empty { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var choices = await ChoicesAsync(context, output);
        var chosen = Chosen();
        var select = Markup.Element("select", "govuk-select").With("id", FieldId).With("name", FieldName)
            .With("aria-describedby", DescribedBy());
        if (Error is not null)
            select.AddCssClass("govuk-select--error");
        MoveAttributes(output, select);
        if (Empty is not null)
            select.InnerHtml.AppendHtml(Markup.Element("option", null, Empty).With("value", ""));
        foreach (var choice in choices)
        {
            var isChosen = chosen.Contains(choice.Value, StringComparer.OrdinalIgnoreCase);
            select.InnerHtml.AppendHtml(Markup.Element("option", null, choice.Text)
                .With("value", choice.Value).With("selected", isChosen ? "selected" : null));
        }

        FormGroup(output, LabelContent(), HintAndError(), select);
    }
}

/// <summary>One choice inside radios or checkboxes. What it contains is asked only when it is chosen.</summary>
[HtmlTargetElement("govuk-radio", ParentTag = "govuk-radios")]
[HtmlTargetElement("govuk-checkbox", ParentTag = "govuk-checkboxes")]
[HtmlTargetElement("govuk-divider", ParentTag = "govuk-radios")]
[HtmlTargetElement("govuk-divider", ParentTag = "govuk-checkboxes")]
public sealed class ChoiceTagHelper : TagHelper
{
    /// <summary>What the form sends.</summary>
    public object? Value { get; set; }

    /// <summary>What people read; without it, the enum member's text.</summary>
    public string? Label { get; set; }

    /// <summary>Help under it.</summary>
    public string? Hint { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var choices = (List<Choice>)context.Items[typeof(Choice)];
        // Questions revealed by this choice collect their own choices
        var content = await output.GetChildContentAsync();
        var divider = output.TagName == "govuk-divider";
        var value = Value is bool yes ? (yes ? "true" : "false") : Value?.ToString() ?? "";
        choices.Add(new Choice(value, Label ?? (divider ? "or" : ""), Hint)
        {
            Reveal = divider || content.IsEmptyOrWhiteSpace ? null : new HtmlString(content.GetContent()),
            Divider = divider
        });
        output.SuppressOutput();
    }
}
