using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace CouncilPremises.Web.Binding;

/// <summary>
/// A posted form is always read under its property's name. Otherwise a form with nothing chosen, which sends no
/// "Input." field at all, would be read without the prefix, and its mistakes would be told about fields that are not
/// on the page.
/// </summary>
internal sealed class FormPrefixConvention : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        foreach (var property in model.HandlerProperties)
        {
            if (property.BindingInfo is { BinderModelName: null } binding
                && property.Attributes.OfType<BindPropertyAttribute>().Any(attribute => !attribute.SupportsGet))
                binding.BinderModelName = property.PropertyName;
        }
    }
}
