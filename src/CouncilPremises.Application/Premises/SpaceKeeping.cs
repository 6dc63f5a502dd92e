using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>A space as its administrator sees it.</summary>
public sealed record KeptSpaceFacts(string Slug, int Version, SpaceFacts Facts, string? ParentSlug, IReadOnlyList<RoomLink> PossibleParents);

/// <summary>Adds, changes, divides and moves spaces. Every change of a tree derives the future claims anew, so that a booking of a hall also holds its new parts.</summary>
public sealed class SpaceKeeping(AppDbContext db, CouncilTime time, PremisesActs acts, BookedDates booked)
{
    /// <summary>A space of a venue with the spaces it may become part of; null when there is none.</summary>
    public async Task<KeptSpaceFacts?> FindAsync(string venue, string slug, CancellationToken cancellationToken)
    {
        var space = await db.Spaces.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Slug == slug && db.Venues.Any(v => v.Id == s.VenueId && v.Slug == venue), cancellationToken);
        if (space is null)
            return null;
        var all = await db.Spaces.AsNoTracking().Where(s => s.VenueId == space.VenueId).OrderBy(s => s.Name).ToListAsync(cancellationToken);
        var inside = Tree(all).LeavesOf(space.Id);
        var facts = new SpaceFacts(
            space.Name, space.Description, space.Capacities, space.Equipment, space.AccessFeatures, space.PencePerHour,
            space.BufferBeforeMinutes, space.BufferAfterMinutes, space.IsOpenForHire);
        return new KeptSpaceFacts(
            space.Slug, space.Version, facts, all.Find(s => s.Id == space.ParentId)?.Slug,
            [.. all.Where(s => !inside.Contains(s.Id)).Select(s => new RoomLink(s.Slug, s.Name))]);
    }

    /// <summary>Adds a space to a venue, at the top or as a part of another; gives the word in its address.</summary>
    public async Task<Outcome<string>> AddAsync(string venue, string? partOf, SpaceFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        var slug = "";
        var outcome = await acts.DoAsync(actor, "Space.Add", async cancel =>
        {
            var place = await db.Venues.Where(v => v.Slug == venue).Select(v => new { v.Id, v.Slug }).SingleOrDefaultAsync(cancel);
            if (place is null)
                return Outcome.NotFound<PremisesChange>();
            if (PremisesRules.Mistakes(facts) is { Count: > 0 } mistakes)
                return Outcome.Refused<PremisesChange>(mistakes);
            await TreeLock.TakeVenueAsync(db, place.Id, cancel);
            var all = await db.Spaces.Where(s => s.VenueId == place.Id).ToListAsync(cancel);
            var parent = all.Find(s => s.Slug == partOf);
            if (partOf is not null && parent is null)
                return Outcome.Refused<PremisesChange>(new Refusal("Premises", "Choose a room of this venue", "PartOf"));
            slug = VenueKeeping.FreeSlug(PremisesRules.SlugOf($"{place.Slug} {facts.Name}"), await db.Spaces.Select(s => s.Slug).ToListAsync(cancel));
            var id = Guid.CreateVersion7();
            var space = new Space(id, place.Id, parent?.Id, parent?.RootId ?? id, slug, facts);
            db.Spaces.Add(space);
            await db.SaveChangesAsync(cancel);
            var clashes = await TreeClaims.RederiveAsync(db, Tree(all), Tree([.. all, space]), time.NowUtc, cancel);
            return clashes.Count > 0
                ? Outcome.Refused<PremisesChange>(clashes)
                : Outcome.Ok(new PremisesChange(nameof(Space), id, new { facts, PartOf = partOf }));
        }, cancellationToken);
        return outcome.Succeeded ? Outcome.Ok(slug) : Outcome.Refused<string>(outcome.Refusals);
    }

    /// <summary>Changes a space's facts. Dates booked keep the buffers they were booked with; a room too small for a booked date is refused with a list.</summary>
    public Task<Outcome> ChangeAsync(string venue, string slug, int seenVersion, SpaceFacts facts, Actor actor, CancellationToken cancellationToken) =>
        acts.DoAsync(actor, "Space.Change", async cancel =>
        {
            var space = await db.Spaces.SingleOrDefaultAsync(s => s.Slug == slug && db.Venues.Any(v => v.Id == s.VenueId && v.Slug == venue), cancel);
            if (space is null)
                return Outcome.NotFound<PremisesChange>();
            if (space.Version != seenVersion)
                return Outcome.Refused<PremisesChange>(Outcome.Changed().Refusals);
            if (PremisesRules.Mistakes(facts) is { Count: > 0 } mistakes)
                return Outcome.Refused<PremisesChange>(mistakes);
            var holds = facts.Capacities.Values.DefaultIfEmpty(0).Max();
            if (holds < space.Capacity && await booked.AboveAsync(space.Id, holds, cancel) is { Count: > 0 } above)
                return Outcome.Refused<PremisesChange>(BookedDates.Refuse("These dates are booked for more people than the room would hold. Have them moved or cancelled first", above, nameof(facts.Capacities)));
            space.Describe(facts);
            return Outcome.Ok(new PremisesChange(nameof(Space), space.Id, facts));
        }, cancellationToken);

    /// <summary>Makes a space part of another, or a room of its own. Refused with a list when bookings would clash in the new tree.</summary>
    public Task<Outcome> MoveAsync(string venue, string slug, int seenVersion, string? partOf, Actor actor, CancellationToken cancellationToken) =>
        acts.DoAsync(actor, "Space.Move", async cancel =>
        {
            var venueId = await db.Venues.Where(v => v.Slug == venue).Select(v => (Guid?)v.Id).SingleOrDefaultAsync(cancel);
            if (venueId is null)
                return Outcome.NotFound<PremisesChange>();
            await TreeLock.TakeVenueAsync(db, venueId.Value, cancel);
            var all = await db.Spaces.Where(s => s.VenueId == venueId).ToListAsync(cancel);
            if (all.Find(s => s.Slug == slug) is not { } space)
                return Outcome.NotFound<PremisesChange>();
            if (space.Version != seenVersion)
                return Outcome.Refused<PremisesChange>(Outcome.Changed().Refusals);
            var before = Tree(all);
            var parent = all.Find(s => s.Slug == partOf);
            if ((partOf is not null && parent is null) || (parent is not null && before.LeavesOf(space.Id).Contains(parent.Id)))
                return Outcome.Refused<PremisesChange>(new Refusal("Premises", "Choose a room of this venue that is not this room or a part of it", "PartOf"));
            var rootId = parent?.RootId ?? space.Id;
            var parts = all.Where(s => s.Id != space.Id && before.LeavesOf(space.Id).Contains(s.Id)).ToList();
            space.MoveTo(parent?.Id, rootId);
            foreach (var part in parts)
                part.MoveTo(part.ParentId, rootId);
            await db.SaveChangesAsync(cancel);
            var clashes = await TreeClaims.RederiveAsync(db, before, Tree(all), time.NowUtc, cancel);
            return clashes.Count > 0
                ? Outcome.Refused<PremisesChange>(clashes)
                : Outcome.Ok(new PremisesChange(nameof(Space), space.Id, new { PartOf = partOf }));
        }, cancellationToken);

    private static SpaceTree Tree(IEnumerable<Space> spaces) => new(spaces.Select(s => new SpaceNode(s.Id, s.ParentId, s.RootId)));
}
