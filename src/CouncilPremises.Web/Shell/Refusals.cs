using CouncilPremises.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Shell;

/// <summary>Shows a page again with the reasons why an act was refused.</summary>
public static class Refusals
{
    /// <summary>
    /// The same page with what was typed, each reason beside its field where the page has that field and at the top
    /// where it has not. A rule's no is 400, somebody else having been first is 409, a record that is not there for
    /// this person is 404.
    /// </summary>
    public static IActionResult PageWithRefusals(this PageModel page, IReadOnlyList<Refusal> refusals)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(refusals);
        if (refusals.Any(refusal => refusal.Code == Refusal.NotFoundCode))
            return page.NotFound();
        foreach (var refusal in refusals)
            page.ModelState.AddModelError(page.KeyOf(refusal.Field), refusal.Sentence);
        var changed = refusals.Any(refusal => refusal.Code == Refusal.ChangedCode);
        return new PageResult { StatusCode = changed ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest };
    }

    /// <summary>The same page with the mistakes already found while binding: status 400.</summary>
    public static IActionResult PageWithMistakes(this PageModel page) =>
        new PageResult { StatusCode = StatusCodes.Status400BadRequest };

    // A refusal names the domain's field, "EventTitle"; the page may have it as Input.EventTitle
    private static string KeyOf(this PageModel page, string? field)
    {
        // What the address names has no box on the page
        if (string.IsNullOrEmpty(field) || page.RouteData.Values.ContainsKey(field))
            return "";
        var metadata = page.MetadataProvider.GetMetadataForType(page.GetType());
        if (HasProperty(metadata, field))
            return field;
        foreach (var property in metadata.Properties)
        {
            if (property.PropertyName == "Input" && HasProperty(property, field))
                return $"Input.{field}";
        }

        return "";
    }

    private static bool HasProperty(ModelMetadata metadata, string field)
    {
        var name = field.Split('.', '[')[0];
        return metadata.Properties.Any(property => string.Equals(property.PropertyName, name, StringComparison.OrdinalIgnoreCase));
    }
}
