using System.Security.Claims;
using System.Security.Cryptography;
using CouncilPremises.Application.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace CouncilPremises.Web.Shell;

/// <summary>Text typed before a session ended is not lost: a form that comes too late is kept, and shown again to its author after sign-in.</summary>
/// <remarks>A second cookie remembers, encrypted, who signed in last in this browser, also after signing out. A form is kept only when its own
/// antiforgery token was made for that person, so a form of one person is never kept for another.</remarks>
public static class TypedText
{
    private const string CookieName = "last-signed-in";

    /// <summary>Remembers who signed in, for a form that comes after the session has ended.</summary>
    public static void RememberWho(this HttpContext context, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cookie = Cookie(context);
        context.Response.Cookies.Append(cookie.Name!, Protector(context).Protect(userId.ToString("N")), cookie.Build(context));
    }

    /// <summary>Leads to the sign-in page, and from there back to what was typed where a form was sent.</summary>
    public static async Task LeadToSignInAsync(RedirectContext<CookieAuthenticationOptions> redirect)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        var context = redirect.HttpContext;
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && LastSignedIn(context) is { } userId
            && await KeepAsync(context, userId) is { } id)
            redirect.RedirectUri = $"/sign-in?returnUrl={Uri.EscapeDataString($"/kept/{id}")}";
        context.Response.Redirect(redirect.RedirectUri);
    }

    private static async Task<Guid?> KeepAsync(HttpContext context, Guid userId)
    {
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
            if (!await IsOwnFormAsync(context, antiforgery, userId))
                return null;
            var token = antiforgery.GetTokens(context).FormFieldName;
            var fields = form.Where(pair => pair.Key != token).SelectMany(pair => pair.Value, (pair, value) => new TypedField(pair.Key, value ?? "")).ToList();
            // A password is never kept, and what no database keeps is refused when it is sent in time, too
            if (fields.Exists(field => field.Name.Contains("password", StringComparison.OrdinalIgnoreCase) || !TextGuard.IsSound(field.Name) || !TextGuard.IsSound(field.Value)))
                return null;
            var address = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            return await context.RequestServices.GetRequiredService<KeptForms>().KeepAsync(userId, new TypedForm(address, fields), context.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    // The token of the form was made for the person who opened it: asked as that person, it is valid for no other
    private static async Task<bool> IsOwnFormAsync(HttpContext context, IAntiforgery antiforgery, Guid userId)
    {
        var nobody = context.User;
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userId.ToString())], "last-signed-in"));
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        finally
        {
            context.User = nobody;
        }
    }

    private static Guid? LastSignedIn(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Cookie(context).Name!, out var value))
            return null;
        try
        {
            return Guid.TryParseExact(Protector(context).Unprotect(value), "N", out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieBuilder Cookie(HttpContext context)
    {
        var cookie = new CookieBuilder();
        cookie.Harden(CookieName, context.RequestServices.GetRequiredService<IWebHostEnvironment>());
        return cookie;
    }

    private static IDataProtector Protector(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("CouncilPremises.LastSignedIn");
}
