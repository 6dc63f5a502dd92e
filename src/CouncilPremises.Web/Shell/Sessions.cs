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
    private const int HalfWayMinutes = 15;
    private const string HalfWay = "half-way";

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
        }).AddCookie(HalfWay, session =>
        {
            // Somebody who has taken the first step; opens no page but those of the second
            session.Cookie.Harden(HalfWay, builder.Environment);
            session.ExpireTimeSpan = TimeSpan.FromMinutes(HalfWayMinutes);
            session.SlidingExpiration = false;
        }).AddCouncilProvider(builder);
        AddThrottle(builder);
        return builder;
    }

    /// <summary>Opens a session for somebody who has proved who they are, or remembers for some minutes who has taken the first step.</summary>
    public static async Task OpenSessionAsync(this HttpContext context, SignedIn session)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (session.Step != SignInStep.Done)
        {
            await context.SignInAsync(HalfWay, session.ToPrincipal());
            return;
        }

        context.RememberWho(session.UserId);
        await context.SignOutAsync(HalfWay);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, session.ToPrincipal());
    }

    /// <summary>Who has taken the first step in this browser; nobody when none or too long ago.</summary>
    public static async Task<HalfWayIn?> HalfWayInAsync(this HttpContext context) => Read((await context.AuthenticateAsync(HalfWay)).Principal);

    /// <summary>Whose account this browser has open, or has taken the first step to.</summary>
    public static async Task<HalfWayIn?> InOrHalfWayAsync(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Read(context.User) ?? await context.HalfWayInAsync();
    }

    /// <summary>Where somebody goes next: the second step, the page asked for, or where they begin.</summary>
    public static string NextPage(this SignedIn session, Navigation navigation, string? returnUrl = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(navigation);
        var after = returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}";
        return session.Step switch
        {
            SignInStep.SecondStep => "/sign-in/code" + after,
            SignInStep.SetUp => "/sign-in/set-up" + after,
            SignInStep.Done => returnUrl ?? navigation.HomeOf(session.ToPrincipal()),
        };
    }

    /// <summary>Ends the session of this browser.</summary>
    public static async Task EndSessionAsync(this HttpContext context)
    {
        await context.SignOutAsync(HalfWay);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private static HalfWayIn? Read(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && principal.FindFirstValue(ActorClaims.Stamp) is { } stamp
            ? new HalfWayIn(id, stamp, principal.ToActor().IsStaff)
            : null;

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

/// <summary>Somebody who has taken the first step.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Stamp">The stamp of the account then: another one ends it.</param>
/// <param name="IsStaff">With a council role.</param>
public sealed record HalfWayIn(Guid UserId, string Stamp, bool IsStaff);
