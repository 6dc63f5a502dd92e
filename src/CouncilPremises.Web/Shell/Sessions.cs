using Microsoft.AspNetCore.Authentication.Cookies;

namespace CouncilPremises.Web.Shell;

/// <summary>How a signed-in person is remembered from page to page.</summary>
public static class Sessions
{
    /// <summary>Adds the session cookie; whoever needs one and has none is led to the sign-in page.</summary>
    public static WebApplicationBuilder AddSessions(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(session =>
        {
            session.Cookie.Harden("session", builder.Environment);
            session.LoginPath = "/sign-in";
            session.ReturnUrlParameter = "returnUrl";
            session.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        return builder;
    }
}
