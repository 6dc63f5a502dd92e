using System.Text;
using CouncilPremises.Application.Calendars;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.Net.Http.Headers;

namespace CouncilPremises.Web.Calendars;

/// <summary>The addresses calendar programs ask for, where whoever knows the secret may read; and an application's own calendar file.</summary>
public static class Feeds
{
    /// <summary>Adds <c>/feeds/{secret}.ics</c>, and <c>/hire/{reference}/calendar</c> for those who may see the application.</summary>
    public static void MapCalendars(this IEndpointRouteBuilder app)
    {
        app.MapGet("/feeds/{secret:length(43)}.ics", ReadAsync).AllowAnonymous();
        app.MapGet("/hire/{reference}/calendar", DownloadAsync).RequireAuthorization(RequirePermissionAttribute.PolicyOf(Permission.UseAccount));
    }

    private static async Task<IResult> DownloadAsync(string reference, CalendarFiles files, HttpContext context, CancellationToken cancellationToken)
    {
        var file = await files.OfAsync(reference, context.User.ToActor(), cancellationToken);
        return file.Succeeded
            ? Results.File(Encoding.UTF8.GetBytes(file.Value.Text), "text/calendar; charset=utf-8", file.Value.Name)
            : Results.NotFound();
    }

    private static async Task<IResult> ReadAsync(string secret, CalendarFeeds feeds, HttpContext context, CancellationToken cancellationToken)
    {
        if (await feeds.ReadAsync(secret, cancellationToken) is not { } feed)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=300";
        // Answers 304 by itself when the program already has this version
        return Results.Bytes(Encoding.UTF8.GetBytes(feed.Text), "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue(feed.ETag));
    }
}
