using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>A venue as its administrator sees it.</summary>
public sealed record KeptVenue(Guid Id, string Slug, int Version, VenueFacts Facts, IReadOnlyList<KeptSpace> Spaces, IReadOnlyList<ClosureRow> Closures);

/// <summary>A space in its tree: <paramref name="Depth"/> is 0 at the top.</summary>
public sealed record KeptSpace(Guid Id, string Slug, string Name, int Depth, int Capacity, bool IsOpenForHire);

/// <summary>Adds and changes venues: facts, access features, opening hours.</summary>
public sealed class VenueKeeping(AppDbContext db, PremisesActs acts, BookedDates booked, RoomQueries rooms)
{
    /// <summary>Every venue, closed ones too.</summary>
    public async Task<IReadOnlyList<VenueRow>> ListAsync(CancellationToken cancellationToken) =>
        await rooms.EveryVenueAsync(cancellationToken);

    /// <summary>A venue with its tree of spaces and closures from today on; null when there is none.</summary>
    public async Task<KeptVenue?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var venue = await db.Venues.AsNoTracking().Include(v => v.OpeningHours).SingleOrDefaultAsync(v => v.Slug == slug, cancellationToken);
        if (venue is null)
            return null;
        var spaces = await db.Spaces.AsNoTracking().Where(s => s.VenueId == venue.Id).OrderBy(s => s.Name).ToListAsync(cancellationToken);
        var page = await rooms.FindVenueAsync(slug, cancellationToken);
        var facts = new VenueFacts(
            venue.Name, venue.Address, venue.Ward, venue.Description, venue.AccessFeatures, venue.CoversHirers, venue.IsOpenForHire,
            [.. venue.OpeningHours.OrderBy(h => h.Day).ThenBy(h => h.Opens).Select(h => new DayHours(h.Day, h.Opens, h.Closes))]);
        return new KeptVenue(venue.Id, venue.Slug, venue.Version, facts, [.. Below(null, 0, spaces)], page!.Closures);
    }

    /// <summary>Adds a venue; gives the word in its address.</summary>
    public async Task<Outcome<string>> AddAsync(VenueFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        var slug = "";
        var outcome = await acts.DoAsync(actor, "Venue.Add", async cancel =>
        {
            if (PremisesRules.Mistakes(facts) is { Count: > 0 } mistakes)
                return Outcome.Refused<PremisesChange>(mistakes);
            var taken = await db.Venues.Select(v => v.Slug).ToListAsync(cancel);
            slug = FreeSlug(PremisesRules.SlugOf(facts.Name), taken);
            var venue = new Venue(Guid.CreateVersion7(), slug, facts);
            db.Venues.Add(venue);
            return Outcome.Ok(new PremisesChange(nameof(Venue), venue.Id, facts));
        }, cancellationToken);
        return outcome.Succeeded ? Outcome.Ok(slug) : Outcome.Refused<string>(outcome.Refusals);
    }

    /// <summary>Changes a venue. New hours that would leave booked dates outside are refused with a list of those dates.</summary>
    public Task<Outcome> ChangeAsync(string slug, int seenVersion, VenueFacts facts, Actor actor, CancellationToken cancellationToken) =>
        acts.DoAsync(actor, "Venue.Change", async cancel =>
        {
            var venue = await db.Venues.Include(v => v.OpeningHours).SingleOrDefaultAsync(v => v.Slug == slug, cancel);
            if (venue is null)
                return Outcome.NotFound<PremisesChange>();
            if (venue.Version != seenVersion)
                return Outcome.Refused<PremisesChange>(Outcome.Changed().Refusals);
            if (PremisesRules.Mistakes(facts) is { Count: > 0 } mistakes)
                return Outcome.Refused<PremisesChange>(mistakes);
            await TreeLock.TakeVenueAsync(db, venue.Id, cancel);
            var outside = await booked.OutsideAsync(venue.Id, facts.Hours, cancel);
            if (outside.Count > 0)
                return Outcome.Refused<PremisesChange>(BookedDates.Refuse("These dates are booked outside the new opening hours. Have them moved or cancelled first", outside, nameof(DayOfWeek.Monday)));
            venue.Describe(facts);
            return Outcome.Ok(new PremisesChange(nameof(Venue), venue.Id, facts));
        }, cancellationToken);

    /// <summary>A word like this one that is not in use.</summary>
    internal static string FreeSlug(string wanted, IReadOnlyCollection<string> taken) =>
        Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? wanted : $"{wanted}-{number}").First(slug => !taken.Contains(slug));

    private static IEnumerable<KeptSpace> Below(Guid? parentId, int depth, IReadOnlyList<Space> spaces) =>
        spaces.Where(space => space.ParentId == parentId).SelectMany(space =>
            Below(space.Id, depth + 1, spaces).Prepend(new KeptSpace(space.Id, space.Slug, space.Name, depth, space.Capacity, space.IsOpenForHire)));
}
