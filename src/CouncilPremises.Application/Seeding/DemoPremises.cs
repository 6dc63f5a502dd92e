using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Elections;
using CouncilPremises.Domain.Premises;

namespace CouncilPremises.Application.Seeding;

/// <summary>Venues, spaces, hours, closures and bank holidays of the demonstration council.</summary>
internal static class DemoPremises
{
    /// <summary>Adds them to the save under way.</summary>
    public static void Enter(AppDbContext db, SeedFolder folder, DateOnly today, DateTime nowUtc)
    {
        db.Elections.AddRange(folder.Premises().Elections.Select(seed =>
            new Election(Guid.CreateVersion7(), new ElectionFacts(seed.Name, today.AddDays(seed.StartsInDays), today.AddDays(seed.PollingInDays), seed.Wards), nowUtc)));
        db.BankHolidays.AddRange(folder.BankHolidays().Events.Select(holiday => new BankHoliday(holiday.Date, holiday.Title)));
        foreach (var seed in folder.Premises().Venues)
        {
            var venue = new Venue(Guid.CreateVersion7(), seed.Slug, Facts(seed));
            db.Venues.Add(venue);
            var spaces = seed.Spaces.SelectMany(space => Tree(space, venue.Id)).ToDictionary(space => space.Slug);
            db.Spaces.AddRange(spaces.Values);
            foreach (var closure in seed.Closures)
            {
                var first = today.AddDays(closure.StartsInDays);
                Guid? spaceId = closure.Space is null ? null : spaces[closure.Space].Id;
                db.Closures.Add(new Closure(Guid.CreateVersion7(), venue.Id, spaceId, first, first.AddDays(closure.Days - 1), closure.Reason));
            }
        }
    }

    private static VenueFacts Facts(VenueSeed seed) => new(
        seed.Name,
        seed.Address.Lines,
        seed.Ward,
        seed.Description,
        seed.Access,
        seed.InsuranceCoversHirers,
        IsOpenForHire: true,
        [.. seed.OpeningHours.Select(hours => new DayHours(hours.Day, hours.Opens, hours.Closes))]);

    private static IEnumerable<Space> Tree(SpaceSeed seed, Guid venueId)
    {
        var rootId = Guid.CreateVersion7();
        yield return new Space(rootId, venueId, null, rootId, seed.Slug, Facts(seed));
        foreach (var part in seed.Parts)
            yield return new Space(Guid.CreateVersion7(), venueId, rootId, rootId, part.Slug, Facts(part));
    }

    private static SpaceFacts Facts(SpaceSeed seed) => new(
        seed.Name,
        seed.Description,
        seed.Capacity,
        seed.Equipment,
        seed.Access,
        seed.PricePerHourPence,
        seed.BufferBeforeMinutes,
        seed.BufferAfterMinutes,
        IsOpenForHire: true);
}
