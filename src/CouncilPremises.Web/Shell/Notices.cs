using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Shell;

/// <summary>What the page after a redirect tells about the act just done.</summary>
public static class Notices
{
    internal const string Key = "Notice";

    // Reading the notices of somebody who has none would send them a cookie about nothing
    internal static bool MayBeWaiting(HttpRequest request) =>
        request.Cookies.Keys.Any(name => name.EndsWith(CookieName, StringComparison.Ordinal));

    internal const string CookieName = "notice";

    /// <summary>Leaves a sentence for the next page's banner: "The date has been added."</summary>
    public static void Notify(this PageModel page, string sentence)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.TempData[Key] = sentence;
    }
}
