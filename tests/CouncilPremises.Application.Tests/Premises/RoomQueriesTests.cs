using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Premises;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Premises;

/// <summary>What the public finds: rooms that are free, and a month in which a use is only ever "busy".</summary>
[Trait("Rule", "B4")]
public abstract class RoomQueriesTests(TestDatabase database)
{
    private static readonly DateOnly Day = new(2026, 3, 24);
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_ForATime_LeavesOutWhatIsTakenOrTooClose()
    {
        var hall = await A.Hall().AddAsync(database);
        await database.BookAsync(hall.PartA, ("2026-03-24", "19:00-21:00"));

        (await FreeAsync(hall, "19:00", "20:00")).ShouldBe(["Main Hall B"]);
        (await FreeAsync(hall, "21:15", "22:00")).ShouldBe(["Main Hall B"]);
        (await FreeAsync(hall, "21:30", "22:30")).ShouldBe(["Main Hall", "Main Hall A", "Main Hall B"]);
        (await FreeAsync(hall, "06:00", "07:00")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_ForPeopleAccessAndWard_KeepsRoomsThatHaveAll()
    {
        var hall = await A.Hall().AddAsync(database);
        async Task<IEnumerable<string>> NamesAsync(RoomSearch search) =>
            (await database.With<RoomQueries, RoomsFound>(rooms => rooms.SearchAsync(search with { Venue = hall.Venue.Slug }, Token))).Rooms.Select(room => room.Name);

        (await NamesAsync(new RoomSearch { People = 61 })).ShouldBe(["Main Hall"]);
        (await NamesAsync(new RoomSearch { People = 120 })).ShouldBe(["Main Hall"]);
        (await NamesAsync(new RoomSearch { People = 121 })).ShouldBeEmpty();
        (await NamesAsync(new RoomSearch { Access = ["Step-free", "Hearing loop"] })).Count().ShouldBe(3);
        (await NamesAsync(new RoomSearch { Access = ["Lift"] })).ShouldBeEmpty();
        (await NamesAsync(new RoomSearch { Ward = "Fernley East" })).Count().ShouldBe(3);
        (await NamesAsync(new RoomSearch { Ward = "Elsewhere" })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("19:00", "19:00", "Ends")]
    [InlineData("20:00", "19:00", "Ends")]
    [InlineData("19:05", "20:00", "Starts")]
    public async Task Search_ForAnImpossibleTime_SaysWhy(string starts, string ends, string field)
    {
        var search = new RoomSearch { Day = Day, Starts = TimeOnly.Parse(starts), Ends = TimeOnly.Parse(ends) };

        (await database.With<RoomQueries, RoomsFound>(rooms => rooms.SearchAsync(search, Token))).Refusals.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public async Task Month_OfAHall_ShowsUsesOfItsPartsAsBusyWithTheGapAroundThem()
    {
        var hall = await A.Hall().AddAsync(database);
        await database.BookAsync(hall.PartA, ("2026-03-24", "19:00-21:00"));
        await database.BookAsync(hall.PartB, ("2026-03-24", "20:00-21:30"));

        var month = await database.With<RoomQueries, RoomMonth>(rooms => rooms.MonthAsync(hall.Hall.Id, Day, Token));

        month.Days.Count.ShouldBe(31);
        var day = month.Days.Single(one => one.Day == Day);
        day.Busy.ShouldBe([new DaySpan(new TimeOnly(19, 0), new TimeOnly(21, 30))]);
        day.Free.ShouldBe([new DaySpan(new TimeOnly(8, 0), new TimeOnly(18, 30)), new DaySpan(new TimeOnly(22, 0), new TimeOnly(23, 0))]);
        month.Days.Single(one => one.Day == Day.AddDays(1)).Busy.ShouldBeEmpty();
    }

    [Fact]
    public async Task Month_UnderWay_BeginsTodayAndOffersNothingPast()
    {
        var hall = await A.Hall().AddAsync(database);

        var month = await database.With<RoomQueries, RoomMonth>(rooms => rooms.MonthAsync(hall.Hall.Id, database.Time.Today, Token));

        month.Days[0].Day.ShouldBe(database.Time.Today);
        month.Days[0].Free.ShouldBe([new DaySpan(new TimeOnly(10, 0), new TimeOnly(23, 0))]);
    }

    [Fact]
    public async Task FindRoom_PartOfAHall_NamesTheHallAndTheVenuesAccess()
    {
        var hall = await A.Hall().AddAsync(database);

        var part = await database.With<RoomQueries, RoomFacts?>(rooms => rooms.FindRoomAsync(hall.PartA.Slug, Token));

        part.ShouldNotBeNull().PartOf.ShouldBe(new RoomLink(hall.Hall.Slug, "Main Hall"));
        part.AccessFeatures.ShouldBe(["Hearing loop", "Step-free"]);
        (await database.With<RoomQueries, RoomFacts?>(rooms => rooms.FindRoomAsync(hall.Hall.Slug, Token)))!.Parts.Count.ShouldBe(2);
        (await database.With<RoomQueries, RoomFacts?>(rooms => rooms.FindRoomAsync("nowhere", Token))).ShouldBeNull();
    }

    private async Task<IEnumerable<string>> FreeAsync(TestHall hall, string starts, string ends)
    {
        var search = new RoomSearch { Venue = hall.Venue.Slug, Day = Day, Starts = TimeOnly.Parse(starts), Ends = TimeOnly.Parse(ends) };
        var found = await database.With<RoomQueries, RoomsFound>(rooms => rooms.SearchAsync(search, Token));
        found.Refusals.ShouldBeEmpty();
        return found.Rooms.Select(room => room.Name);
    }
}

public class SqliteRoomQueriesTests(SqliteDatabase database) : RoomQueriesTests(database), IClassFixture<SqliteDatabase>;

public class PostgresRoomQueriesTests(PostgresDatabase database) : RoomQueriesTests(database), IClassFixture<PostgresDatabase>;
