using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using CouncilPremises.TestSupport.Sites;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CouncilPremises.Web.Tests.Hosting;

/// <summary>A real OpenID Connect provider, listening on HTTPS, as a council's directory would: code flow with PKCE and a client secret.
/// Its sign-in page asks only for an e-mail address; the address is also the lasting name of a person unless another is given.</summary>
public sealed class CouncilProvider : IAsyncDisposable
{
    public const string ClientId = "room-hire";
    public const string ClientSecret = "a secret that both sides know";

    private readonly WebApplication app;

    private CouncilProvider(WebApplication app) => this.app = app;

    /// <summary>Where it is.</summary>
    public Uri Address => new(app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public static async Task<CouncilProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(LocalSite.ThrowAwayCertificate())));
        builder.Services.AddAuthentication();
        builder.Services.AddRouting();
        builder.Services.AddOpenIddict().AddServer(Configure);
        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.MapGet("/connect/authorize", Authorize);
        app.MapGet("/favicon.ico", () => Results.NoContent());
        await app.StartAsync();
        return new CouncilProvider(app);
    }

    /// <summary>Tells a web application of this provider.</summary>
    public void Serve(IWebHostBuilder web)
    {
        ArgumentNullException.ThrowIfNull(web);
        web.UseSetting("SignIn:OpenIdConnect:Authority", Address.ToString());
        web.UseSetting("SignIn:OpenIdConnect:ClientId", ClientId);
        web.UseSetting("SignIn:OpenIdConnect:ClientSecret", ClientSecret);
        web.ConfigureServices(services => services.Configure<OpenIdConnectOptions>("council", options =>
        {
            options.BackchannelHttpHandler = Trusting();
#pragma warning disable RS0030 // the browser that keeps its cookies goes by the machine's clock
            options.TimeProvider = TimeProvider.System;
#pragma warning restore RS0030
        }));
    }

    /// <summary>Takes the throw-away certificate of the provider, and follows nothing by itself.</summary>
    public static HttpClientHandler Trusting() => new()
    {
        AllowAutoRedirect = false,
        ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
    };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetUserInfoEndpointUris("connect/userinfo");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
        server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough();
        // Without a database of clients: the one client there is, is checked here
        server.EnableDegradedMode();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.RedirectUri?.EndsWith("/sign-in/council/callback", StringComparison.Ordinal) != true)
                context.Reject(Errors.InvalidClient, "This client is not known here.");
            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                context.Reject(Errors.InvalidClient, "This client is not known here.");
            return default;
        }));
    }

    private static IResult Authorize(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if (context.Request.Query["cancel"].Count > 0)
            return Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied,
            }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        var email = (string?)context.Request.Query["user"];
        if (string.IsNullOrEmpty(email))
            return Results.Content(Form(context.Request), "text/html");
        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, (string?)context.Request.Query["subject"] ?? email).SetClaim(Claims.Email, email)
            .SetClaim(Claims.EmailVerified, context.Request.Query["unverified"].Count == 0).SetClaim(Claims.Name, "Robin Ashworth");
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken, Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static string Form(HttpRequest request)
    {
        var kept = string.Concat(request.Query.Select(pair =>
            $"<input type=\"hidden\" name=\"{HtmlEncoder.Default.Encode(pair.Key)}\" value=\"{HtmlEncoder.Default.Encode(pair.Value.ToString())}\">"));
        return $"""
            <!doctype html><html lang="en"><head><title>The council's directory</title></head><body><main><h1>The council's directory</h1>
            <form method="get" action="/connect/authorize">{kept}<p><label for="user">Work e-mail address</label> <input id="user" name="user" size="30"></p>
            <p><button>Go on</button></p></form></main></body></html>
            """;
    }
}
