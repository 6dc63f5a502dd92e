namespace CouncilPremises.Web.People;

/// <summary>Every address that answers without signing in, as its route pattern. Anything else needs a permission.</summary>
public static class PublicPages
{
    /// <summary>The list. A page on it says <c>[AllowAnonymous]</c>; a test compares the two.</summary>
    public static IReadOnlySet<string> Addresses { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        // What the service is and how it works
        "", "Index", "guidance", "guidance/accessibility", "guidance/cookies", "guidance/dbs", "guidance/decisions", "guidance/declaration", "guidance/privacy",
        "guidance/reviews", "error/{status:int}",

        // Rooms and times, "Busy" only
        "rooms", "rooms/{room}", "venues", "venues/{venue}",

        // Rounds in which groups apply for a grant
        "grants", "grants/{round}", "grants/published", "grants/published/{name}.{format:regex(^(json|xlsx|csv)$)}",

        // Coming in and going out
        "sign-in", "sign-in/code", "sign-in/recovery", "sign-in/set-up", "sign-in/council", "sign-in/council/done", "sign-out", "register", "confirm-email", "forgotten-password", "reset-password", "invitations/{secret}",

        // The real organiser of an event signs by a mailed link
        "co-sign/{secret}",

        // A calendar program asks with the secret of its address
        "feeds/{secret:length(43)}.ics",

        // Demonstration mode only; elsewhere they are not found
        "demo/messages", "demo/messages/{id:guid}",

        // Not pages
        "health/live", "health/ready", "council.css", "{**path}",
    };
}
