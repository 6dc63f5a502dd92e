using System.Security.Cryptography;
using System.Text;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Calendars;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Calendars;

/// <summary>A feed and the tag by which a calendar program knows that nothing has changed.</summary>
public sealed record CalendarFeed(string Text, string ETag);

/// <summary>What stands behind a secret address: the bookings of a group, a room or a venue, from a month ago to 18 months ahead.
/// A cancelled date stays for 30 days, so that programs which look seldom take it out.</summary>
public sealed class CalendarFeeds(AppDbContext db, CouncilTime time, IOptions<NoticeSettings> settings)
{
    private const int MonthsBack = 1;
    private const int MonthsAhead = 18;
    private const int CancelledStaysDays = 30;

    /// <summary>Writes the feed; null when no working link has this secret.</summary>
    public async Task<CalendarFeed?> ReadAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = CalendarLinks.HashOf(secret);
        var link = await db.CalendarLinks.AsNoTracking().FirstOrDefaultAsync(l => l.SecretHash == hash && l.RevokedUtc == null, cancellationToken);
        if (link is null)
            return null;
        var now = time.NowUtc;
        var entries = await EntriesAsync(link, now, cancellationToken);
        // Nothing in it depends on the moment of asking, or no tag would ever match
        var text = BookingCalendar.Write(entries, CalendarMethod.Publish, settings.Value, link.CreatedUtc, await NameAsync(link, cancellationToken));
        return new CalendarFeed(text, $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]}\"");
    }

    private async Task<List<CalendarEntry>> EntriesAsync(CalendarLink link, DateTime now, CancellationToken cancellationToken)
    {
        var (from, until, since) = (now.AddMonths(-MonthsBack), now.AddMonths(MonthsAhead), now.AddDays(-CancelledStaysDays));
        var spaces = await SpacesAsync(link, cancellationToken);
        var dates = db.Occurrences.AsNoTracking().Where(o => o.EndUtc > from && o.StartUtc < until
            && (o.State == OccurrenceState.Confirmed || o.State == OccurrenceState.Completed
                || o.State == OccurrenceState.OnHold
                || ((o.State == OccurrenceState.CancelledByHirer || o.State == OccurrenceState.CancelledByCouncil) && o.Sequence > 0 && o.StateSinceUtc > since)));
        var found = await (
            from date in spaces is null ? dates : dates.Where(o => spaces.Contains(o.SpaceId))
            join @case in db.Cases on date.CaseId equals @case.Id
            where link.Scope != FeedScope.Organisation || @case.OrganisationId == link.ScopeId
            join room in BookedRoom.Query(db) on date.SpaceId equals room.SpaceId
            select new { date, @case.Reference, room }).ToListAsync(cancellationToken);
        return [.. found.Select(one => new CalendarEntry(one.date, one.Reference, one.room))];
    }

    // Null for a group, whose bookings may be anywhere. A room's feed also shows what takes the room as part of a larger one.
    private async Task<List<Guid>?> SpacesAsync(CalendarLink link, CancellationToken cancellationToken)
    {
        if (link.Scope == FeedScope.Organisation)
            return null;
        if (link.Scope == FeedScope.Venue)
            return await db.Spaces.Where(s => s.VenueId == link.ScopeId).Select(s => s.Id).ToListAsync(cancellationToken);
        var tree = await db.Spaces.Where(s => db.Spaces.Any(own => own.Id == link.ScopeId && own.RootId == s.RootId))
            .ToDictionaryAsync(s => s.Id, s => s.ParentId, cancellationToken);
        return [.. tree.Keys.Where(id => Chain(id).Contains(link.ScopeId) || Chain(link.ScopeId).Contains(id))];

        IEnumerable<Guid> Chain(Guid id)
        {
            for (Guid? at = id; at is { } one; at = tree.GetValueOrDefault(one))
                yield return one;
        }
    }

    private async Task<string> NameAsync(CalendarLink link, CancellationToken cancellationToken) => link.Scope switch
    {
        FeedScope.Organisation => $"{settings.Value.Name}: our room bookings",
        FeedScope.Venue => await db.Venues.Where(v => v.Id == link.ScopeId).Select(v => v.Name).SingleAsync(cancellationToken),
        FeedScope.Space => (await BookedRoom.Query(db).SingleAsync(room => room.SpaceId == link.ScopeId, cancellationToken)).FullName,
    };
}
