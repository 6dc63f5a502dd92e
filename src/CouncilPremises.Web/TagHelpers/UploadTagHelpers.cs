using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CouncilPremises.Web.TagHelpers;

/// <summary>Files to send. The form around it says <c>enctype="multipart/form-data"</c>. A browser never fills it in again.</summary>
[HtmlTargetElement("govuk-file", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper : FieldTagHelper
{
    /// <summary>More than one file may be chosen.</summary>
    public bool Multiple { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Markup.Element("input", "govuk-file-upload").With("id", FieldId).With("name", FieldName).With("type", "file")
            .With("multiple", Multiple ? "multiple" : null).With("aria-describedby", DescribedBy());
        input.TagRenderMode = TagRenderMode.SelfClosing;
        if (Error is not null)
            input.AddCssClass("govuk-file-upload--error");
        MoveAttributes(output, input);
        FormGroup(output, LabelContent(), HintAndError(), input);
    }
}
