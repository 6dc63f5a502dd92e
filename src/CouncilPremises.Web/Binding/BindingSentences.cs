using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CouncilPremises.Web.Binding;

/// <summary>What is said when a typed value cannot be read at all: plain sentences instead of the framework's.</summary>
internal static class BindingSentences
{
    public static void Use(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, field) => $"{field}: choose or enter one of the answers offered");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Choose or enter one of the answers offered");
        messages.SetUnknownValueIsInvalidAccessor(field => $"{field}: choose or enter one of the answers offered");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Choose or enter one of the answers offered");
        messages.SetValueIsInvalidAccessor(_ => "Choose or enter one of the answers offered");
        messages.SetValueMustBeANumberAccessor(field => $"{field} must be a number");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Enter a number");
        messages.SetValueMustNotBeNullAccessor(_ => "Choose or enter an answer");
        messages.SetMissingBindRequiredValueAccessor(field => $"{field} is missing");
        messages.SetMissingKeyOrValueAccessor(() => "Choose or enter an answer");
    }
}
