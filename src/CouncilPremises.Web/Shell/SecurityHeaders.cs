namespace CouncilPremises.Web.Shell;

/// <summary>The headers sent with every answer.</summary>
public static class SecurityHeaders
{
    /// <summary>
    /// Only our own styles, script and pictures; nobody may frame a page or take its forms elsewhere. Nothing inline,
    /// so no nonce is needed.
    /// </summary>
    public static IApplicationBuilder UseCouncilSecurityHeaders(this IApplicationBuilder app) =>
        app.UseSecurityHeaders(policies => policies
            .RemoveServerHeader()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
            .AddCustomHeader("Permissions-Policy",
                "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()")
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddStyleSrc().Self();
                csp.AddScriptSrc().Self();
                csp.AddImgSrc().Self();
                csp.AddFormAction().Self();
                csp.AddFrameAncestors().None();
                csp.AddBaseUri().None();
            }));
}
