using CouncilPremises.Application.Database;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Premises;

/// <summary>Administrators keep venues, trees, closures and bank holidays; what is booked is never lost.</summary>
[Trait("Rule", "B4")]
public abstract class PremisesKeepingTests(TestDatabase database)
{
    private static readonly DateOnly Day = new(2026, 3, 24);
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddVenue_TwoOfOneName_GetAddressesOfTheirOwnAndAuditEntries()
    {
        var admin = await AdminAsync();
        var facts = VenueOf("St Mary’s Hall");

        var first = await database.With<VenueKeeping, Outcome<string>>(venues => venues.AddAsync(facts, admin, Token));
        var second = await database.With<VenueKeeping, Outcome<string>>(venues => venues.AddAsync(facts, admin, Token));

        (first.Value, second.Value).ShouldBe(("st-marys-hall", "st-marys-hall-2"));
        (await AuditedAsync(admin, "Venue.Add", refused: false)).ShouldBe(2);
    }

    [Fact]
    public async Task ChangeVenue_HoursThatLeaveABookedDateOutside_AreRefusedWithTheDateAndLogged()
    {
        var (hall, admin) = (await A.Hall().AddAsync(database), await AdminAsync());
        await database.BookAsync(hall.PartA, ("2026-03-24", "19:00-21:00"));
        var venue = await database.With<VenueKeeping, KeptVenue?>(venues => venues.FindAsync(hall.Venue.Slug, Token));
        Task<Outcome> ChangeAsync(int closes) => database.With<VenueKeeping, Outcome>(venues => venues.ChangeAsync(
            hall.Venue.Slug, venue!.Version, venue.Facts with { Hours = [.. venue.Facts.Hours.Select(h => h with { Closes = new TimeOnly(closes, 0) })] }, admin, Token));

        var refused = await ChangeAsync(20);
        refused.Refusals.Select(refusal => refusal.Sentence).ShouldContain("Main Hall A, Tuesday 24 March 2026, 7pm to 9pm");
        (await AuditedAsync(admin, "Venue.Change", refused: true)).ShouldBe(1);
        (await ChangeAsync(21)).Succeeded.ShouldBeTrue();
        (await ChangeAsync(22)).IsConflict.ShouldBeTrue("the page showed an older version");
    }

    [Fact]
    public async Task ChangeRoom_SmallerThanABookedDateNeeds_IsRefusedWithTheDate()
    {
        var (hire, admin) = (await A.Hire().SubmittedAsync(database), await AdminAsync());
        var room = await database.With<AppDbContext, Space>(db => db.Spaces.SingleAsync(s => db.Occurrences.Any(o => o.SpaceId == s.Id && db.Cases.Any(c => c.Id == o.CaseId && c.Reference == hire.Reference)), Token));
        var venue = await database.With<AppDbContext, string>(db => db.Venues.Where(v => v.Id == room.VenueId).Select(v => v.Slug).SingleAsync(Token));
        var kept = await database.With<SpaceKeeping, KeptSpaceFacts?>(spaces => spaces.FindAsync(venue, room.Slug, Token));
        var refused = await database.With<SpaceKeeping, Outcome>(spaces => spaces.ChangeAsync(venue, room.Slug, kept!.Version, kept.Facts with { Capacities = new Dictionary<string, int> { ["theatre"] = 1 } }, admin, Token));
        refused.Refusals[0].Sentence.ShouldStartWith("These dates are booked for more people than the room would hold.");
        refused.Refusals[1].Sentence.ShouldStartWith(room.Name);
        refused.Refusals[^1].Sentence.ShouldContain("facilities approver");
    }

    [Fact]
    public async Task Close_DayWithADateOfAPart_IsRefusedForVenueAndHallAndAllowedForTheOtherPart()
    {
        var (hall, admin) = (await A.Hall().AddAsync(database), await AdminAsync());
        await database.BookAsync(hall.PartA, ("2026-03-24", "19:00-21:00"));
        Task<Outcome> CloseAsync(string? space) => database.With<ClosureKeeping, Outcome>(closures =>
            closures.CloseAsync(new NewClosure(hall.Venue.Slug, space, Day.AddDays(-1), Day, "Floor repair"), admin, Token));

        (await CloseAsync(null)).Refusals.Select(refusal => refusal.Sentence).ShouldContain("Main Hall A, Tuesday 24 March 2026, 7pm to 9pm");
        (await CloseAsync(hall.Hall.Slug)).Succeeded.ShouldBeFalse();
        (await CloseAsync(hall.PartA.Slug)).Succeeded.ShouldBeFalse();
        (await CloseAsync(hall.PartB.Slug)).Succeeded.ShouldBeTrue();
        (await database.BookAsync(hall.PartB, ("2026-03-24", "10:00-11:00"))).Outcome.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task Reopen_Closure_LetsTheDayBeBooked()
    {
        var (hall, admin) = (await A.Hall().AddAsync(database), await AdminAsync());
        await database.With<ClosureKeeping, Outcome>(closures => closures.CloseAsync(new NewClosure(hall.Venue.Slug, null, Day, Day, "Floor repair"), admin, Token));
        (await database.BookAsync(hall.Hall, ("2026-03-24", "10:00-11:00"))).Outcome.Succeeded.ShouldBeFalse();
        var closure = (await database.With<VenueKeeping, KeptVenue?>(venues => venues.FindAsync(hall.Venue.Slug, Token)))!.Closures.ShouldHaveSingleItem();

        (await database.With<ClosureKeeping, Outcome>(closures => closures.ReopenAsync(hall.Venue.Slug, closure.Id, admin, Token))).Succeeded.ShouldBeTrue();

        (await database.BookAsync(hall.Hall, ("2026-03-24", "10:00-11:00"))).Outcome.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task AddPart_HallIsBooked_TheBookingHoldsTheNewPartToo()
    {
        var (hall, admin) = (await A.Hall().AddAsync(database), await AdminAsync());
        var (_, dates) = await database.BookAsync(hall.Hall, ("2026-03-24", "19:00-21:00"));

        var added = await database.With<SpaceKeeping, Outcome<string>>(spaces => spaces.AddAsync(hall.Venue.Slug, hall.Hall.Slug, SpaceOf("Stage"), admin, Token));

        var part = await database.With<AppDbContext, Space>(db => db.Spaces.SingleAsync(space => space.Slug == added.Value, Token));
        part.RootId.ShouldBe(hall.Hall.Id);
        (await database.BookAsync(part, ("2026-03-24", "20:00-21:00"))).Outcome.Succeeded.ShouldBeFalse();
        (await database.With<Claims, bool>(claims => claims.IsHeldAsync(dates[0], Token))).ShouldBeTrue();
    }

    [Fact]
    public async Task Move_PartOutOfTheHall_FreesItFromTheHallsBookings()
    {
        var (hall, admin) = (await A.Hall().AddAsync(database), await AdminAsync());
        var (_, dates) = await database.BookAsync(hall.Hall, ("2026-03-24", "19:00-21:00"));

        (await MoveAsync(hall, hall.PartA, null, admin)).Succeeded.ShouldBeTrue();

        (await database.BookAsync(hall.PartA, ("2026-03-24", "19:00-21:00"))).Outcome.Succeeded.ShouldBeTrue();
        (await database.BookAsync(hall.PartB, ("2026-03-24", "19:00-21:00"))).Outcome.Succeeded.ShouldBeFalse();
        (await database.With<Claims, bool>(claims => claims.IsHeldAsync(dates[0], Token))).ShouldBeTrue();
    }

    [Fact]
    public async Task Move_IntoATreeWhereDatesClash_IsRefusedWithTheDatesAndChangesNothing()
    {
        var (hall, admin) = (await A.Hall().AddAsync(database), await AdminAsync());
        (await MoveAsync(hall, hall.PartA, null, admin)).Succeeded.ShouldBeTrue();
        await database.BookAsync(hall.PartA, ("2026-03-24", "20:00-22:00"));
        await database.BookAsync(hall.Hall, ("2026-03-24", "19:00-21:00"));

        var refused = await MoveAsync(hall, hall.PartA, hall.Hall.Slug, admin);

        refused.Refusals.Select(refusal => refusal.Sentence).ShouldBe(
        [
            "In the new tree these dates would need the same room at the same time. Have them moved or cancelled first (2)",
            "Main Hall, Tuesday 24 March 2026, 7pm to 9pm",
            "Main Hall A, Tuesday 24 March 2026, 8pm to 10pm",
            "Who booked them is not shown to administrators. Send this list to a facilities approver, who moves or cancels the dates or orders a closure; then save again here",
        ]);
        (await database.With<AppDbContext, Space>(db => db.Spaces.SingleAsync(space => space.Id == hall.PartA.Id, Token))).RootId.ShouldBe(hall.PartA.Id);
    }

    [Fact]
    public async Task Move_IntoItsOwnPart_IsRefused()
    {
        var (hall, admin) = (await A.Hall().AddAsync(database), await AdminAsync());

        (await MoveAsync(hall, hall.Hall, hall.PartA.Slug, admin)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("PartOf");
    }

    [Fact]
    public async Task AddBankHoliday_Weekday_IsNoWorkingDayUntilRemoved()
    {
        var admin = await AdminAsync();
        var day = new DateOnly(2026, 6, 16);
        Task<bool> IsWorkingDayAsync() => database.With<BankHolidays, bool>(async holidays => (await holidays.WorkingDaysAsync(Token)).IsWorkingDay(day));

        (await database.With<ClosureKeeping, Outcome>(keeping => keeping.AddBankHolidayAsync(day, "A royal wedding", admin, Token))).Succeeded.ShouldBeTrue();
        (await IsWorkingDayAsync()).ShouldBeFalse();
        (await database.With<ClosureKeeping, Outcome>(keeping => keeping.AddBankHolidayAsync(day, "Again", admin, Token))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Day");
        (await database.With<ClosureKeeping, Outcome>(keeping => keeping.RemoveBankHolidayAsync(day, admin, Token))).Succeeded.ShouldBeTrue();
        (await IsWorkingDayAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Keep_WithoutThePermission_FindsNothing()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer | Roles.FacilitiesApprover).AddAsync(database);

        (await database.With<VenueKeeping, Outcome<string>>(venues => venues.AddAsync(VenueOf("Hall"), officer, Token))).IsNotFound.ShouldBeTrue();
    }

    private Task<Actor> AdminAsync() => A.Person().Staff(Roles.Administrator).AddAsync(database);

    private async Task<Outcome> MoveAsync(TestHall hall, Space space, string? partOf, Actor admin)
    {
        var version = (await database.With<SpaceKeeping, KeptSpaceFacts?>(spaces => spaces.FindAsync(hall.Venue.Slug, space.Slug, Token)))!.Version;
        return await database.With<SpaceKeeping, Outcome>(spaces => spaces.MoveAsync(hall.Venue.Slug, space.Slug, version, partOf, admin, Token));
    }

    private Task<int> AuditedAsync(Actor actor, string action, bool refused) => database.With<AppDbContext, int>(db =>
        db.AuditEntries.CountAsync(entry => entry.ActorId == actor.Id && entry.Action == action && entry.WasRefused == refused, Token));

    private static VenueFacts VenueOf(string name) => new(
        name, "1 Church Lane", "Fernley East", "A hall.", [], false, true, [new DayHours(DayOfWeek.Monday, new TimeOnly(8, 0), TimeOnly.MinValue)]);

    private static SpaceFacts SpaceOf(string name) => new(name, "A stage.", new Dictionary<string, int> { ["standing"] = 20 }, [], [], 1000, 0, 0, true);
}

public class SqlitePremisesKeepingTests(SqliteDatabase database) : PremisesKeepingTests(database), IClassFixture<SqliteDatabase>;

public class PostgresPremisesKeepingTests(PostgresDatabase database) : PremisesKeepingTests(database), IClassFixture<PostgresDatabase>;
