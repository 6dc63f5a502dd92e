using CouncilPremises.Application.Seeding;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Seeding;

/// <summary>The seeded applications on every day somebody may first start the demonstration.</summary>
public sealed class SeedDaysTests
{
    private static readonly SeedFolder Folder = new();

    [Fact]
    [Trait("Rule", "B4")]
    public void Applications_SeededOnAnyDayOfTwoYears_FallInOpenHoursOutsideClosuresAndNeverClash()
    {
        var bankHolidays = Folder.BankHolidays().Events.Select(holiday => holiday.Date).ToHashSet();
        var rooms = Rooms();
        for (var today = new DateOnly(2026, 1, 1); today < new DateOnly(2028, 1, 1); today = today.AddDays(1))
        {
            var answers = new DemoAnswers(today, bankHolidays);
            var taken = new HashSet<(string Root, DateOnly Day)>();
            foreach (var seed in Folder.Applications().Applications)
            {
                var (venue, root) = rooms[seed.Space];
                var all = answers.Of(seed, Guid.Empty, venue.InsuranceCoversHirers);
                foreach (var day in all.Days())
                {
                    if (!IsOpen(venue, root, seed, day, today) || !taken.Add((root.Slug, day)))
                        Assert.Fail($"{seed.Key} on {day:O}, seeded on {today:O}: the room is closed or taken.");
                }

                all.Attendance.People!.Value.ShouldBeLessThanOrEqualTo(Space(root, seed.Space).Capacity.Values.Max(), seed.Key);
            }
        }
    }

    [Fact]
    public void Series_OverChristmas_LeavesOutTheHolidays()
    {
        var bankHolidays = Folder.BankHolidays().Events.Select(holiday => holiday.Date).ToHashSet();
        var netball = Folder.Applications().Applications.Single(seed => seed.Key == "netball-training");

        var days = new DemoAnswers(new DateOnly(2026, 11, 23), bankHolidays).Of(netball, Guid.Empty, false).Days();

        days.ShouldContain(new DateOnly(2026, 12, 22));
        days.ShouldNotContain(new DateOnly(2026, 12, 29));
        days.ShouldContain(new DateOnly(2027, 1, 5));
    }

    private static bool IsOpen(VenueSeed venue, SpaceSeed root, ApplicationSeed seed, DateOnly day, DateOnly today)
    {
        var hours = venue.OpeningHours.SingleOrDefault(hours => hours.Day == day.DayOfWeek);
        // A closed hall closes its parts, and a closed part closes the hall, but not the other part
        var closed = venue.Closures.Any(closure => (closure.Space is null || closure.Space == seed.Space || closure.Space == root.Slug
            || (seed.Space == root.Slug && root.Parts.Any(part => part.Slug == closure.Space)))
            && today.AddDays(closure.StartsInDays) <= day && day < today.AddDays(closure.StartsInDays + closure.Days));
        return hours is not null && hours.Opens <= seed.Start && seed.End <= hours.Closes && !closed;
    }

    private static Dictionary<string, (VenueSeed Venue, SpaceSeed Root)> Rooms() =>
        (from venue in Folder.Premises().Venues
         from root in venue.Spaces
         from space in root.Parts.Prepend(root)
         select (space.Slug, venue, root)).ToDictionary(room => room.Slug, room => (room.venue, room.root));

    private static SpaceSeed Space(SpaceSeed root, string slug) => root.Parts.Prepend(root).Single(space => space.Slug == slug);
}
