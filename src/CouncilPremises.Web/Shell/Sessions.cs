using System.Security.Claims;
using System.Threading.RateLimiting;
using CouncilPremises.Application.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CouncilPremises.Web.Shell;

/// <summary>How a signed-in person is remembered from page to page.</summary>
public static class Sessions
{
    /// <summary>The limit on forms that try a password or send a message: <c>[EnableRateLimiting(Sessions.Throttled)]</c>.</summary>
    public const string Throttled = "throttled";

    private const int IdleHours = 8;

    /// <summary>Adds the session cookie; whoever needs one and has none is led to the sign-in page.</summary>
    public static WebApplicationBuilder AddSessions(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddPermissionPolicies();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(session =>
        {
            session.Cookie.Harden("session", builder.Environment);
            session.LoginPath = "/sign-in";
            session.ReturnUrlParameter = "returnUrl";
            session.ExpireTimeSpan = TimeSpan.FromHours(IdleHours);
            session.SlidingExpiration = true;
            session.Events.OnValidatePrincipal = ValidateAsync;
            session.Events.OnRedirectToLogin = TypedText.LeadToSignInAsync;
            session.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        AddThrottle(builder);
        return builder;
    }

    /// <summary>Opens a session for somebody who has proved who they are.</summary>
    public static Task OpenSessionAsync(this HttpContext context, SignedIn session)
    {
        ArgumentNullException.ThrowIfNull(session);
        context.RememberWho(session.UserId);
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, session.ToPrincipal());
    }

    /// <summary>Ends the session of this browser.</summary>
    public static Task EndSessionAsync(this HttpContext context) => context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    // Looked up on every request: a changed role, a new password or a disabled account ends a session at once
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var (http, principal) = (context.HttpContext, context.Principal);
        var session = Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await http.RequestServices.GetRequiredService<SignIns>().FindAsync(id, principal?.FindFirstValue(ActorClaims.Stamp) ?? "", http.RequestAborted)
            : null;
        if (session is { Succeeded: true })
        {
            context.ReplacePrincipal(session.Value.ToPrincipal());
            return;
        }

        context.RejectPrincipal();
        await http.EndSessionAsync();
    }

    private static void AddThrottle(WebApplicationBuilder builder)
    {
        var perMinute = builder.Configuration.GetValue("SignIn:FormsPerMinuteAndAddress", defaultValue: 30);
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(Throttled, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = perMinute,
                    Window = TimeSpan.FromMinutes(1),
                })
                : RateLimitPartition.GetNoLimiter("reading"));
        });
    }
}
