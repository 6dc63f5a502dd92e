using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace CouncilPremises.Web.Shell;

/// <summary>Reverse proxies in front of this service: section "Proxies" of the configuration.</summary>
public sealed record ProxySettings
{
    /// <summary>Addresses or networks (10.0.0.0/8) of proxies whose word about the client is taken; none when clients come straight here.</summary>
    public IReadOnlyList<string> Trusted { get; init; } = [];

    /// <summary>How many proxies a request passes through.</summary>
    public int Hops { get; init; } = 1;
}

/// <summary>A sentence for each mistake in the settings of proxies.</summary>
public sealed class ProxySettingsCheck : IValidateOptions<ProxySettings>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, ProxySettings options)
    {
        var mistakes = options.Trusted.Where(entry => !IPAddress.TryParse(entry, out _) && !IPNetwork.TryParse(entry, out _))
            .Select(entry => $"Proxies:Trusted holds '{entry}', which is neither an address like 10.1.2.3 nor a network like 10.1.0.0/16.").ToList();
        if (options.Hops is < 1 or > 10)
            mistakes.Add("Proxies:Hops must be a number from 1 to 10: how many proxies a request passes through.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}

/// <summary>Takes the client's address and scheme from trusted proxies, so that sign-in is throttled per client and links keep https.</summary>
public static class Proxies
{
    /// <summary>Reads the settings.</summary>
    public static WebApplicationBuilder AddProxies(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<ProxySettings>().Bind(builder.Configuration.GetSection("Proxies")).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ProxySettings>, ProxySettingsCheck>();
        return builder;
    }

    /// <summary>Believes the proxies named, and nobody else; does nothing when none is.</summary>
    public static WebApplication UseProxies(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var settings = app.Configuration.GetSection("Proxies").Get<ProxySettings>() ?? new ProxySettings();
        if (settings.Trusted.Count == 0)
            return app;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = settings.Hops,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var entry in settings.Trusted)
        {
            if (IPAddress.TryParse(entry, out var address))
                options.KnownProxies.Add(address);
            else if (IPNetwork.TryParse(entry, out var network))
                options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
        return app;
    }
}
