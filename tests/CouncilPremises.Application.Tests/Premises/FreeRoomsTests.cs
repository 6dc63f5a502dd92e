using CouncilPremises.Application.Database;
using CouncilPremises.Application.Premises;
using CouncilPremises.Application.Tests.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Premises;

/// <summary>What is offered in place of dates that cannot take place where they were booked.</summary>
[Trait("Rule", "B4")]
public abstract class FreeRoomsTests(TestDatabase database)
{
    private readonly Aftermath after = new(database);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public async Task Instead_PartForThePeople_IsOfferedUpToItsLastChair(int people, bool isPart)
    {
        await AloneAsync();
        var (home, away) = (await A.Hall().Named("Home").AddAsync(database), await A.Hall().Named("Away").AddAsync(database));
        var date = await BookAsync(home.Hall, 40, people);

        var room = (await InsteadAsync([date], [home.PartA.Id, home.PartB.Id, home.Hall.Id]))[date];

        room.SpaceId.ShouldBeOneOf(isPart ? [away.PartA.Id, away.PartB.Id] : [away.Hall.Id]);
        room.Words.ShouldEndWith(", Away");
    }

    [Fact]
    public async Task Instead_OtherHalfOfTheHallStaysOpen_IsOfferedBeforeAnotherVenue()
    {
        await AloneAsync();
        var home = await A.Hall().Named("Home").AddAsync(database);
        await A.Hall().Named("Away").AddAsync(database);
        var date = await BookAsync(home.PartA, 41, 30);

        (await InsteadAsync([date], [home.PartA.Id]))[date].SpaceId.ShouldBe(home.PartB.Id, "the whole hall has a closed half");
    }

    [Fact]
    public async Task Instead_TakenThereOrTooLarge_OffersNothing()
    {
        await AloneAsync();
        var (home, away) = (await A.Hall().Named("Home").AddAsync(database), await A.Hall().Named("Away").AddAsync(database));
        var date = await BookAsync(home.Hall, 42, 100);
        IReadOnlyList<Guid> closed = [home.PartA.Id, home.PartB.Id, home.Hall.Id];
        (await InsteadAsync([date], closed))[date].SpaceId.ShouldBe(away.Hall.Id);

        await BookAsync(away.PartB, 42, 10);

        (await InsteadAsync([date], closed)).ShouldBeEmpty("a part of the only hall large enough is in use");
    }

    [Fact]
    public async Task Instead_TwoDatesOneAfterTheOther_KeepTheRoomsGapBetweenOffers()
    {
        await AloneAsync();
        var (home, away) = (await A.Hall().Named("Home").Buffered(0).AddAsync(database), await A.Hall().Named("Away").AddAsync(database));
        var (first, second) = (await BookAsync(home.Hall, 43, 100), await BookAsync(home.Hall, 43, 100, "21:00-22:00"));

        var found = await InsteadAsync([first, second], [home.PartA.Id, home.PartB.Id, home.Hall.Id]);

        found.ShouldContainKeyAndValue(first, new FreeRoom(away.Hall.Id, "Main Hall", "Away"));
        found.ShouldNotContainKey(second, "there are no thirty minutes between the two");
    }

    // Whatever other tests left takes no bookings
    private Task AloneAsync() => database.With<AppDbContext>(db => db.Venues.ExecuteUpdateAsync(set => set.SetProperty(v => v.IsOpenForHire, false), Token));

    private async Task<Guid> BookAsync(Domain.Premises.Space space, int days, int people, string times = "19:00-21:00")
    {
        var hire = await A.Hire().By(await A.Group().Named($"Group {Guid.CreateVersion7():N}").AddAsync(database)).For(space).On(after.DayIn(days), times)
            .Answering(answers => answers with { Attendance = new AttendanceAnswers { People = people } }).SubmittedAsync(database);
        return (await after.DatesAsync(hire)).ShouldHaveSingleItem().Id;
    }

    private Task<IReadOnlyDictionary<Guid, FreeRoom>> InsteadAsync(Guid[] dates, IReadOnlyList<Guid> closed) =>
        database.With<FreeRooms, IReadOnlyDictionary<Guid, FreeRoom>>(rooms => rooms.InsteadOfAsync(dates, closed, Token));
}

/// <inheritdoc />
public sealed class SqliteFreeRoomsTests(SqliteDatabase database) : FreeRoomsTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresFreeRoomsTests(PostgresDatabase database) : FreeRoomsTests(database), IClassFixture<PostgresDatabase>;
