namespace CouncilPremises.Web.Shell;

/// <summary>How every cookie of this service is set.</summary>
public static class SecureCookies
{
    /// <summary>
    /// Names and hardens a cookie: over HTTPS it carries the __Host- prefix and Secure. Only Development, which runs
    /// on plain http, drops both.
    /// </summary>
    public static void Harden(this CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(cookie);
        var plain = environment.IsDevelopment();
        cookie.Name = plain ? name : "__Host-" + name;
        cookie.SecurePolicy = plain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }
}
