using System.Security.Claims;
using CouncilPremises.Application.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CouncilPremises.Web.People;

/// <summary>The council's own sign-in service (OpenID Connect): code flow with PKCE. It says who somebody is; roles are given here.</summary>
public static class CouncilProvider
{
    /// <summary>The scheme that sends people there.</summary>
    public const string Scheme = "council";

    private const string Returned = "returned";
    private const int ReturnedMinutes = 5;

    /// <summary>Adds the service when it is configured.</summary>
    public static AuthenticationBuilder AddCouncilProvider(this AuthenticationBuilder authentication, WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(authentication);
        ArgumentNullException.ThrowIfNull(builder);
        var settings = builder.Configuration.GetSection("SignIn").Get<SignInSettings>() ?? new SignInSettings();
        if (!settings.UsesProvider)
            return authentication;
        return authentication.AddCookie(Returned, cookie =>
        {
            cookie.Cookie.Harden(Returned, builder.Environment);
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(ReturnedMinutes);
        }).AddOpenIdConnect(Scheme, provider => Configure(provider, settings.OpenIdConnect));
    }

    /// <summary>Who has come back from there; nobody when nobody has. It counts once.</summary>
    public static async Task<ProvidedIdentity?> TakeProvidedAsync(this HttpContext context, ProviderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        var principal = (await context.AuthenticateAsync(Returned)).Principal;
        await context.SignOutAsync(Returned);
        if (principal?.FindFirst("sub") is not { } subject)
            return null;
        var verified = principal.FindFirstValue("email_verified");
        return new ProvidedIdentity(principal.FindFirstValue("iss") ?? subject.Issuer, subject.Value, principal.FindFirstValue(settings.EmailClaim),
            string.Equals(verified, "true", StringComparison.OrdinalIgnoreCase), principal.FindFirstValue("name"));
    }

    private static void Configure(OpenIdConnectOptions provider, ProviderSettings settings)
    {
        (provider.Authority, provider.ClientId, provider.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
        provider.SignInScheme = Returned;
        provider.ResponseType = OpenIdConnectResponseType.Code;
        provider.ResponseMode = OpenIdConnectResponseMode.Query;
        provider.CallbackPath = "/sign-in/council/callback";
        provider.MapInboundClaims = false;
        provider.GetClaimsFromUserInfoEndpoint = true;
        provider.ClaimActions.Remove("iss"); // the issuer is part of the lasting name of a person
        provider.SaveTokens = false;
        provider.Scope.Clear();
        foreach (var scope in new[] { "openid", "profile", "email" })
            provider.Scope.Add(scope);
        // Over HTTPS the cookies that tie answer to question carry Secure; the answer comes as a link, so Lax is enough
        provider.CorrelationCookie.SameSite = provider.NonceCookie.SameSite = SameSiteMode.Lax;
        provider.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect("/sign-in/council/done");
            return Task.CompletedTask;
        };
    }
}
