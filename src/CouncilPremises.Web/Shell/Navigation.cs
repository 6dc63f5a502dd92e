using System.Security.Claims;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;

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
        var links = Links(user).Where(link => Has(link.Href)).ToList();
        // A page below another link's page is that link's: /screening/lists is Lists, not Possible matches
        var here = links.Select(link => link.Href).Where(href => path.StartsWithSegments(href, StringComparison.OrdinalIgnoreCase)).MaxBy(href => href.Length);
        return [.. links.Select(link => new NavigationItem(link.Text, link.Href, link.Href == here))];
    }

    /// <summary>Where somebody who signs in begins: staff at their work, groups at their account.</summary>
    public string HomeOf(ClaimsPrincipal user) =>
        Links(user).Select(link => link.Href).FirstOrDefault(href => href is not ("/rooms" or "/grants" or "/guidance") && Has(href)) ?? "/";

    private static IEnumerable<(string Text, string Href)> Links(ClaimsPrincipal user)
    {
        var actor = user.ToActor();
        if (!actor.IsStaff)
            return [("Find a room", "/rooms"), ("Grants", "/grants"), ("Guidance", "/guidance"), actor == Actor.Nobody ? ("Sign in", "/sign-in") : ("Your account", "/account")];
        var menu = new (string Text, string Href, Permission Permission)[]
        {
            ("Work", "/work", Permission.ReadCases),
            ("Type an application", "/typing", Permission.TypeApplications),
            ("Funds", "/funds", Permission.ReadGrants),
            ("Payments", "/payments", Permission.PayGrants),
            ("Advice", "/advice", Permission.AnswerConsultations),
            ("Team", "/team", Permission.ReadCases),
            ("Second signatures", "/second-signatures", Permission.ReadDuties),
            ("Close premises", "/closures/new", Permission.CloseBookings),
            ("Calendar", "/calendar", Permission.ReadCalendar),
            ("Calendar addresses", "/calendar/addresses", Permission.ReadCalendar),
            ("Possible matches", "/screening", Permission.ResolveHits),
            ("Lists", "/screening/lists", Permission.ManageLists),
            ("Fairness", "/screening/fairness", Permission.ReadFairness),
            ("Venues and rooms", "/settings/venues", Permission.ManagePremises),
            ("Elections", "/settings/elections", Permission.ManageElections),
            ("Users", "/users", Permission.ManageUsers),
            ("Settings", "/settings", Permission.ReadSettings),
            ("Messages", "/notices", Permission.ReadNotices),
            ("Words of letters", "/letters", Permission.ReadLetters),
            ("Exports", "/exports", Permission.ExportAudit),
            ("Your account", "/account", Permission.UseAccount),
        };
        return menu.Where(link => user.Has(link.Permission)).Select(link => (link.Text, link.Href));
    }
}
