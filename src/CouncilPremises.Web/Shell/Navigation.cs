using System.Security.Claims;

namespace CouncilPremises.Web.Shell;

/// <summary>One link of the navigation.</summary>
/// <param name="Text">What people read.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Current">We are there, or below it.</param>
public sealed record NavigationItem(string Text, string Href, bool Current);

/// <summary>The navigation under the header: what a visitor, a group and staff each need. Only pages that exist are linked.</summary>
public sealed class Navigation(IEnumerable<EndpointDataSource> sources)
{
    private readonly Lazy<HashSet<string>> addresses = new(() => sources
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/'))
        .ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a page answers this address.</summary>
    public bool Has(string address) => addresses.Value.Contains(address);

    /// <summary>The links for this person on this page.</summary>
    public IReadOnlyList<NavigationItem> For(ClaimsPrincipal user, PathString path)
    {
        ArgumentNullException.ThrowIfNull(user);
        var links = new List<(string Text, string Href)> { ("Find a room", "/rooms"), ("Guidance", "/guidance") };
        if (user.Identity is not { IsAuthenticated: true })
            links.Add(("Sign in", "/sign-in"));
        return links.Where(link => Has(link.Href))
            .Select(link => new NavigationItem(link.Text, link.Href, path.StartsWithSegments(link.Href, StringComparison.OrdinalIgnoreCase)))
            .ToList();
    }
}
