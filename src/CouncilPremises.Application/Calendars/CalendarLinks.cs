using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Calendars;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Calendars;

/// <summary>Something that has or may have a feed, and since when it has a link.</summary>
public sealed record FeedRow(FeedScope Scope, Guid ScopeId, string Name, Guid? LinkId, DateTime? CreatedUtc);

/// <summary>Makes and revokes the secret addresses of feeds. A new link ends the old one; an address is shown once, and only its hash is kept.</summary>
public sealed class CalendarLinks(AppDbContext db, CouncilTime time, AuditLog audit, IOptions<NoticeSettings> settings)
{
    private const int SecretBytes = 32;

    /// <summary>The groups whose feed this person may make: those they are lead contact of.</summary>
    public async Task<IReadOnlyList<FeedRow>> OfGroupsAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var own = await OwnGroupsAsync(actor, cancellationToken);
        var groups = await db.Organisations.Where(o => own.Contains(o.Id)).OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        var links = await WorkingAsync(FeedScope.Organisation, cancellationToken);
        return [.. groups.Select(group => Row(FeedScope.Organisation, group.Id, group.Name, links))];
    }

    /// <summary>Every venue and room, for staff.</summary>
    public async Task<IReadOnlyList<FeedRow>> OfPremisesAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.StaffRoles.Has(Permission.ReadCalendar))
            return [];
        var venues = await db.Venues.OrderBy(v => v.Name).Select(v => new { v.Id, v.Name }).ToListAsync(cancellationToken);
        var rooms = await BookedRoom.Query(db).OrderBy(room => room.Room).ToListAsync(cancellationToken);
        var venueLinks = await WorkingAsync(FeedScope.Venue, cancellationToken);
        var roomLinks = await WorkingAsync(FeedScope.Space, cancellationToken);
        return [.. venues.SelectMany(venue => rooms.Where(room => room.VenueId == venue.Id)
            .Select(room => Row(FeedScope.Space, room.SpaceId, room.FullName, roomLinks))
            .Prepend(Row(FeedScope.Venue, venue.Id, venue.Name, venueLinks)))];
    }

    /// <summary>Makes a new link, which ends the old one, and returns its address: the only time it can be read.</summary>
    public async Task<Outcome<Uri>> CreateAsync(FeedScope scope, Guid scopeId, Actor actor, CancellationToken cancellationToken)
    {
        if (await MayNotAsync(scope, scopeId, actor, "Calendar.CreateLink", cancellationToken) is { } no)
            return Outcome.Refused<Uri>(no.Refusals);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        await EndAsync(scope, scopeId, cancellationToken);
        var link = new CalendarLink(Guid.CreateVersion7(), scope, scopeId, HashOf(secret), actor.Id, time.NowUtc);
        db.CalendarLinks.Add(link);
        audit.Append(actor, "Calendar.CreateLink", new AuditSubject("CalendarLink", link.Id), new { scope, scopeId });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok(settings.Value.LinkTo($"/feeds/{secret}.ics"));
    }

    /// <summary>Ends the link: whoever still asks for it finds nothing.</summary>
    public async Task<Outcome> RevokeAsync(FeedScope scope, Guid scopeId, Actor actor, CancellationToken cancellationToken)
    {
        if (await MayNotAsync(scope, scopeId, actor, "Calendar.RevokeLink", cancellationToken) is { } no)
            return no;
        foreach (var link in await EndAsync(scope, scopeId, cancellationToken))
            audit.Append(actor, "Calendar.RevokeLink", new AuditSubject("CalendarLink", link.Id), new { scope, scopeId });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok();
    }

    internal static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private async Task<List<CalendarLink>> EndAsync(FeedScope scope, Guid scopeId, CancellationToken cancellationToken)
    {
        var working = await db.CalendarLinks.Where(l => l.Scope == scope && l.ScopeId == scopeId && l.RevokedUtc == null).ToListAsync(cancellationToken);
        foreach (var link in working)
            link.Revoke(time.NowUtc);
        return working;
    }

    // Somebody else's group, or a room that does not exist, is not found; one's own with the wrong role is refused and logged
    private async Task<Outcome?> MayNotAsync(FeedScope scope, Guid scopeId, Actor actor, string action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (known, may) = scope switch
        {
            FeedScope.Organisation => (
                await db.Memberships.AnyAsync(m => m.UserId == actor.Id && m.OrganisationId == scopeId, cancellationToken),
                (await OwnGroupsAsync(actor, cancellationToken)).Contains(scopeId)),
            FeedScope.Space => (await db.Spaces.AnyAsync(s => s.Id == scopeId, cancellationToken), actor.HasAny(Roles.HireStaff)),
            FeedScope.Venue => (await db.Venues.AnyAsync(v => v.Id == scopeId, cancellationToken), actor.HasAny(Roles.HireStaff)),
        };
        if (!known)
            return Outcome.NotFound();
        if (may)
            return null;
        var refusal = new Refusal("Permission", "You may not make or end this calendar link. Ask your lead contact, or a facilities officer.");
        await audit.RefusedAsync(actor, action, new AuditSubject("CalendarLink", scopeId), [refusal], cancellationToken);
        return Outcome.Refused(refusal);
    }

    private async Task<List<Guid>> OwnGroupsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var own = await db.Memberships.Where(m => m.UserId == actor.Id).Select(m => new { m.OrganisationId, m.Roles }).ToListAsync(cancellationToken);
        return [.. own.Where(m => m.Roles.HasFlag(Roles.LeadContact)).Select(m => m.OrganisationId)];
    }

    private async Task<Dictionary<Guid, CalendarLink>> WorkingAsync(FeedScope scope, CancellationToken cancellationToken) =>
        (await db.CalendarLinks.AsNoTracking().Where(l => l.Scope == scope && l.RevokedUtc == null).OrderBy(l => l.CreatedUtc).ToListAsync(cancellationToken))
            .GroupBy(link => link.ScopeId).ToDictionary(links => links.Key, links => links.Last());

    private static FeedRow Row(FeedScope scope, Guid id, string name, Dictionary<Guid, CalendarLink> links) =>
        new(scope, id, name, links.GetValueOrDefault(id)?.Id, links.GetValueOrDefault(id)?.CreatedUtc);
}
