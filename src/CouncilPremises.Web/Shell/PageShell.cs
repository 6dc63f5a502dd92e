using System.Globalization;
using CouncilPremises.Web.Binding;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Web.Shell;

/// <summary>Everything around the pages: services, then the order in which a request passes through them.</summary>
public static class PageShell
{
    /// <summary>Adds the pages, their binders, settings, cookies and rules.</summary>
    public static WebApplicationBuilder AddPageShell(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (services, configuration, environment) = (builder.Services, builder.Configuration, builder.Environment);
        services.AddOptions<CouncilSettings>().Bind(configuration.GetSection("Council")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CouncilSettings>, CouncilSettingsCheck>();
        services.AddOptions<DemoSettings>().Bind(configuration.GetSection("Demo")).ValidateOnStart();
        builder.AddProxies();
        services.AddSingleton<Navigation>();
        services.AddHttpContextAccessor();
        services.AddScoped<People.Passkeys>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        // Found in every environment where the build left them, so that Production can be tried without publishing
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        services.Configure<ExceptionHandlerOptions>(errors => errors.StatusCodeSelector = StatusOf);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Harden("antiforgery", environment);
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            // The frame-ancestors rule says the same to every browser in use
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(tempData => tempData.Cookie.Harden(Notices.CookieName, environment));
        services.AddRazorPages(pages =>
        {
            pages.Conventions.Add(new FormPrefixConvention());
            pages.Conventions.AllowAnonymousToFolder("/Guidance");
        }).AddMvcOptions(mvc =>
        {
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.Filters.Add(new TextGuard());
            mvc.ModelBinderProviders.Insert(0, new TypedTextBinderProvider());
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            BindingSentences.Use(mvc.ModelBindingMessageProvider);
        });
        return builder;
    }

    /// <summary>Sets the order: headers first, so that every answer has them; then errors, addresses, people, pages.</summary>
    public static WebApplication UsePageShell(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        app.UseProxies();
        app.UseCouncilSecurityHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler("/error/500");
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use(next => context => ReadErrorPageAsync(context, next));
        app.Use(next => context => TextGuard.CheckAddressAsync(context, next));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapGet("/council.css", CouncilStyle).AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        // Without this, a visitor asking for a page that does not exist would be sent to sign in first
        app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();
        return app;
    }

    // The only colour that configuration chooses, as a style sheet of its own: nothing is written inline
    private static IResult CouncilStyle(IOptions<CouncilSettings> council, HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Text($":root{{--govuk-brand-colour:{council.Value.Colour}}}", "text/css");
    }

    // The page that explains a failed form must not try to read that form again
    private static Task ReadErrorPageAsync(HttpContext context, RequestDelegate next)
    {
        var failed = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (failed)
        {
            context.Request.Method = HttpMethods.Get;
            context.Request.ContentType = null;
        }

        return next(context);
    }

    // A form that cannot be read is the sender's mistake, not ours
    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError
    };
}
