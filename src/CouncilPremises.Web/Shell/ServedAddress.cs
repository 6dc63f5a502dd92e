namespace CouncilPremises.Web.Shell;

/// <summary>Where the product is served, for the links of letters.</summary>
public static class ServedAddress
{
    private const string Setting = "Council:PublicAddress";

    /// <summary>A public address on this machine can only be where the product is served: started on another port, its letters link there.
    /// A real public address is never touched.</summary>
    public static WebApplicationBuilder LeadLinksHere(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (Uri.TryCreate(builder.Configuration[Setting], UriKind.Absolute, out var links) && links.IsLoopback
            && Uri.TryCreate(builder.Configuration[WebHostDefaults.ServerUrlsKey]?.Split(';')[0], UriKind.Absolute, out var served) && served is { IsLoopback: true, Port: > 0 })
            builder.Configuration[Setting] = served.GetLeftPart(UriPartial.Authority);
        return builder;
    }
}
