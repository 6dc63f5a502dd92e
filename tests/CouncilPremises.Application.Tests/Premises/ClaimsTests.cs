using CouncilPremises.Application.Database;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Premises;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Premises;

/// <summary>No double booking, ever, and every no says what is taken and what is free.</summary>
[Trait("Rule", "B4")]
public abstract class ClaimsTests(TestDatabase database)
{
    private const string Day = "2026-03-24";
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("19:00-21:00")]
    [InlineData("18:00-22:00")]
    [InlineData("19:30-20:00")]
    [InlineData("20:45-22:00")]
    [InlineData("18:00-19:15")]
    public async Task Claim_OverlappingInAnyWay_IsRefused(string rival)
    {
        var hall = await A.Hall().Buffered(0).AddAsync(database);
        (await database.BookAsync(hall.Hall, (Day, "19:00-21:00"))).Outcome.Succeeded.ShouldBeTrue();

        var (outcome, dates) = await database.BookAsync(hall.Hall, (Day, rival));

        outcome.Refusals.ShouldHaveSingleItem().Code.ShouldBe("B4");
        outcome.Refusals[0].Sentence.ShouldStartWith("Main Hall is taken from 7pm to 9pm on Tuesday 24 March 2026.");
        (await CountClaimsAsync(dates[0].Id)).ShouldBe(0);
    }

    [Theory]
    [InlineData("17:00-19:00")]
    [InlineData("21:00-22:00")]
    public async Task Claim_TouchingWithoutBuffers_Succeeds(string neighbour)
    {
        var hall = await A.Hall().Buffered(0).AddAsync(database);
        await database.BookAsync(hall.Hall, (Day, "19:00-21:00"));

        (await database.BookAsync(hall.Hall, (Day, neighbour))).Outcome.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Claim_HallAgainstItsPart_IsRefusedBothWays()
    {
        var hall = await A.Hall().Buffered(0).AddAsync(database);
        await database.BookAsync(hall.PartA, (Day, "10:00-12:00"));
        await database.BookAsync(hall.Hall, (Day, "14:00-16:00"));

        (await database.BookAsync(hall.Hall, (Day, "11:00-13:00"))).Outcome.Succeeded.ShouldBeFalse();
        (await database.BookAsync(hall.PartB, (Day, "15:00-16:00"))).Outcome.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task Claim_OnePartBesideTheOther_Succeeds()
    {
        var hall = await A.Hall().AddAsync(database);
        await database.BookAsync(hall.PartA, (Day, "10:00-12:00"));

        (await database.BookAsync(hall.PartB, (Day, "10:00-12:00"))).Outcome.Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData(30, 30, "12:30-13:00", true)]
    [InlineData(30, 30, "12:15-13:00", false)]
    [InlineData(15, 60, "13:00-14:00", true)]
    [InlineData(15, 60, "12:45-14:00", false)]
    [InlineData(60, 15, "13:00-14:00", true)]
    [InlineData(60, 15, "12:45-14:00", false)]
    [InlineData(60, 15, "09:30-09:45", true)]
    [InlineData(60, 15, "09:30-10:00", false)]
    public async Task Claim_BesideANeighbour_NeedsTheLargerOfTheTwoBuffers(int buffersOfPart, int buffersOfHall, string rival, bool succeeds)
    {
        // The part is booked from 10:45 to midday when its rival comes before, else from 10:00.
        var hall = await A.Hall().Buffered(buffersOfPart).AddAsync(database);
        await ChangeBuffersAsync(hall.Hall, buffersOfHall);
        var taken = rival.StartsWith("09", StringComparison.Ordinal) ? "10:45-12:00" : "10:00-12:00";
        await database.BookAsync(hall.PartA, (Day, taken));
        var whole = await database.With<AppDbContext, Space>(db => db.Spaces.SingleAsync(space => space.Id == hall.Hall.Id));

        var (outcome, _) = await database.BookAsync(whole, (Day, rival));

        outcome.Succeeded.ShouldBe(succeeds);
        if (!succeeds)
            outcome.Refusals[0].Sentence.ShouldContain($"{Math.Max(buffersOfPart, buffersOfHall)} minutes are kept free between bookings");
    }

    [Fact]
    public async Task Claim_Taken_OffersARealTimeAndARealRoom()
    {
        var hall = await A.Hall().AddAsync(database);
        await database.BookAsync(hall.PartA, (Day, "19:00-21:00"));

        var (outcome, _) = await database.BookAsync(hall.PartA, (Day, "20:00-22:00"));

        // The hall itself is not offered: it contains the part. 4.30pm to 6.30pm leaves half an hour before 7pm.
        outcome.Refusals[0].Sentence.ShouldBe("Main Hall A is taken from 7pm to 9pm on Tuesday 24 March 2026. You can have it from 4:30pm, or Main Hall B at 8pm.");
        (await database.BookAsync(hall.PartA, (Day, "16:30-18:30"))).Outcome.Succeeded.ShouldBeTrue();
        (await database.BookAsync(hall.PartB, (Day, "20:00-22:00"))).Outcome.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Claim_SeriesWithSeveralClashes_ListsEachAndClaimsNothing()
    {
        var hall = await A.Hall().AddAsync(database);
        await database.BookAsync(hall.Hall, ("2026-03-03", "19:00-21:00"), ("2026-03-17", "20:00-22:00"));

        var (outcome, dates) = await database.BookAsync(
            hall.PartA, ("2026-03-03", "19:00-21:00"), ("2026-03-10", "19:00-21:00"), ("2026-03-17", "19:00-21:00"), ("2026-03-24", "19:00-21:00"));

        outcome.Refusals.Count.ShouldBe(2);
        outcome.Refusals[0].Sentence.ShouldContain("Tuesday 3 March 2026");
        outcome.Refusals[1].Sentence.ShouldContain("Tuesday 17 March 2026");
        foreach (var date in dates)
            (await CountClaimsAsync(date.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Claim_TwoOwnDatesTooClose_IsRefused()
    {
        var hall = await A.Hall().AddAsync(database);

        var (outcome, _) = await database.BookAsync(hall.PartA, (Day, "10:00-12:00"), (Day, "12:15-13:00"));

        outcome.Refusals.ShouldHaveSingleItem().Sentence.ShouldStartWith("Two of your own dates are too close");
    }

    [Fact]
    public async Task Release_Slot_CanBeTakenAgain()
    {
        var hall = await A.Hall().AddAsync(database);
        var (_, dates) = await database.BookAsync(hall.Hall, (Day, "10:00-12:00"));
        await ChangeAsync((claims, db) => claims.ReleaseAsync(dates[0].Id, Token));

        (await database.BookAsync(hall.PartA, (Day, "10:00-12:00"))).Outcome.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task ExpireAt_BeforeAndAtTheInstant_HoldsThenFrees()
    {
        var hall = await A.Hall().AddAsync(database);
        var (_, dates) = await database.BookAsync(hall.Hall, (Day, "10:00-12:00"));
        var until = database.Time.NowUtc.AddDays(14);
        await ChangeAsync((claims, db) => claims.ExpireAtAsync(dates[0].Id, until, Token));

        database.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        (await database.With<Claims, bool>(claims => claims.IsHeldAsync(dates[0], Token))).ShouldBeTrue();
        (await database.BookAsync(hall.Hall, (Day, "12:00-13:00"))).Outcome.Succeeded.ShouldBeFalse();
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await database.With<Claims, bool>(claims => claims.IsHeldAsync(dates[0], Token))).ShouldBeFalse();
        (await database.BookAsync(hall.Hall, (Day, "10:00-13:00"))).Outcome.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task IsHeld_WholeSlotClaimed_IsTrueAndEndsWithOneQuarter()
    {
        var hall = await A.Hall().AddAsync(database);
        var (_, dates) = await database.BookAsync(hall.Hall, (Day, "10:00-12:00"));
        (await CountClaimsAsync(dates[0].Id)).ShouldBe(3 * 8);
        (await database.With<Claims, bool>(claims => claims.IsHeldAsync(dates[0], Token))).ShouldBeTrue();

        var quarter = Quarters.Of(dates[0].StartUtc);
        await database.With<AppDbContext, int>(db => db.Claims.Where(claim => claim.SpaceId == hall.PartB.Id && claim.Quarter == quarter).ExecuteDeleteAsync(Token));

        (await database.With<Claims, bool>(claims => claims.IsHeldAsync(dates[0], Token))).ShouldBeFalse();
    }

    [Fact]
    public async Task Claim_OutsideATransaction_IsAMistakeInTheCode()
    {
        await database.With<Claims>(claims => Should.ThrowAsync<InvalidOperationException>(() => claims.ClaimAsync([], Token)));
    }

    private Task ChangeAsync(Func<Claims, AppDbContext, Task> change) => InOneScopeAsync(async (claims, db) =>
    {
        await change(claims, db);
        await db.SaveChangesAsync(Token);
    });

    private async Task InOneScopeAsync(Func<Claims, AppDbContext, Task> work)
    {
        await using var scope = database.NewScope();
        await work((Claims)scope.ServiceProvider.GetService(typeof(Claims))!, (AppDbContext)scope.ServiceProvider.GetService(typeof(AppDbContext))!);
    }

    private Task<int> CountClaimsAsync(Guid ownerId) =>
        database.With<AppDbContext, int>(db => db.Claims.CountAsync(claim => claim.OwnerId == ownerId, Token));

    private Task ChangeBuffersAsync(Space space, int minutes) => database.With<AppDbContext, int>(db => db.Spaces
        .Where(s => s.Id == space.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.BufferBeforeMinutes, minutes).SetProperty(s => s.BufferAfterMinutes, minutes), Token));
}

public class SqliteClaimsTests(SqliteDatabase database) : ClaimsTests(database), IClassFixture<SqliteDatabase>;

public class PostgresClaimsTests(PostgresDatabase database) : ClaimsTests(database), IClassFixture<PostgresDatabase>;
