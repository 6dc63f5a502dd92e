using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.People;

/// <summary>How staff prove who they are: section "SignIn" of the configuration.</summary>
public sealed record SignInSettings
{
    /// <summary>The council's own sign-in service; without an authority, staff use a password and a second step.</summary>
    public ProviderSettings OpenIdConnect { get; init; } = new();

    /// <summary>True when staff must have a second step: everywhere but in a demonstration. Not read from the section.</summary>
    public bool StaffNeedSecondStep { get; set; } = true;

    /// <summary>True when staff sign in with the council's own service.</summary>
    public bool UsesProvider => OpenIdConnect.Authority.Length > 0;
}

/// <summary>A provider of OpenID Connect.</summary>
public sealed record ProviderSettings
{
    /// <summary>Its address, https; empty for none.</summary>
    public string Authority { get; init; } = "";

    /// <summary>What this service is called there.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The secret shared with it.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>What the button says: "Sign in with …".</summary>
    public string Name { get; init; } = "your council account";

    /// <summary>The claim that holds the e-mail address.</summary>
    public string EmailClaim { get; init; } = "email";

    /// <summary>True when an address counts only with the claim email_verified. Switch off only for a provider in which people cannot choose their
    /// own address, such as the council's own directory.</summary>
    public bool RequireVerifiedEmail { get; init; } = true;
}

/// <summary>A sentence for each mistake in the settings of sign-in.</summary>
internal sealed class SignInSettingsCheck : IValidateOptions<SignInSettings>
{
    public ValidateOptionsResult Validate(string? name, SignInSettings options)
    {
        var (provider, mistakes) = (options.OpenIdConnect, new List<string>());
        if (!options.UsesProvider)
            return ValidateOptionsResult.Success;
        if (!Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority) || authority.Scheme != Uri.UriSchemeHttps)
            mistakes.Add("SignIn:OpenIdConnect:Authority is not an https address: give the one your identity provider publishes.");
        if (provider.ClientId.Length == 0 || provider.ClientSecret.Length == 0)
            mistakes.Add("SignIn:OpenIdConnect:ClientId and ClientSecret are both needed: register this service with your identity provider.");
        if (provider.EmailClaim.Length == 0)
            mistakes.Add("SignIn:OpenIdConnect:EmailClaim is empty: name the claim that holds the work e-mail address, usually email.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
