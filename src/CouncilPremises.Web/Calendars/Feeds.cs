using System.Text;
using CouncilPremises.Application.Calendars;
using Microsoft.Net.Http.Headers;

namespace CouncilPremises.Web.Calendars;

/// <summary>The addresses calendar programs ask for. Whoever knows the secret may read: nobody signs in.</summary>
public static class Feeds
{
    /// <summary>Adds <c>/feeds/{secret}.ics</c>.</summary>
    public static IEndpointConventionBuilder MapFeeds(this IEndpointRouteBuilder app) =>
        app.MapGet("/feeds/{secret:length(43)}.ics", ReadAsync).AllowAnonymous();

    private static async Task<IResult> ReadAsync(string secret, CalendarFeeds feeds, HttpContext context, CancellationToken cancellationToken)
    {
        if (await feeds.ReadAsync(secret, cancellationToken) is not { } feed)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=300";
        // Answers 304 by itself when the program already has this version
        return Results.Bytes(Encoding.UTF8.GetBytes(feed.Text), "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue(feed.ETag));
    }
}
