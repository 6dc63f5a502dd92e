using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Premises;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Premises;

/// <summary>Opening hours, closures and the days the clocks change. The hall is open from 8am to 11pm every day.</summary>
[Trait("Rule", "B4")]
public abstract class ClaimHoursTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("08:00-23:00", true)]
    [InlineData("07:45-09:00", false)]
    [InlineData("22:00-23:15", false)]
    [InlineData("22:00-00:00", false)]
    public async Task Claim_AtTheEdgesOfOpeningHours_IsWithinOrRefused(string times, bool succeeds)
    {
        var hall = await A.Hall().AddAsync(database);

        var (outcome, _) = await database.BookAsync(hall.Hall, ("2026-03-24", times));

        outcome.Succeeded.ShouldBe(succeeds);
        if (!succeeds)
            outcome.Refusals.ShouldHaveSingleItem().Sentence.ShouldStartWith("Main Hall is open from 8am to 11pm on Tuesday 24 March 2026.");
    }

    [Theory]
    [InlineData("2026-03-23", true)]
    [InlineData("2026-03-24", false)]
    [InlineData("2026-03-25", false)]
    [InlineData("2026-03-26", true)]
    public async Task Claim_AroundAClosure_IsRefusedOnBothItsDaysOnly(string day, bool succeeds)
    {
        var hall = await A.Hall().AddAsync(database);
        await CloseAsync(hall, null);

        var (outcome, _) = await database.BookAsync(hall.PartA, (day, "10:00-12:00"));

        outcome.Succeeded.ShouldBe(succeeds);
        if (!succeeds)
            outcome.Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("closed on");
    }

    [Fact]
    public async Task Claim_PartIsClosed_ClosesTheHallButNotTheOtherPart()
    {
        var hall = await A.Hall().AddAsync(database);
        await CloseAsync(hall, hall.PartA);

        (await database.BookAsync(hall.PartA, ("2026-03-24", "10:00-12:00"))).Outcome.Succeeded.ShouldBeFalse();
        (await database.BookAsync(hall.Hall, ("2026-03-24", "10:00-12:00"))).Outcome.Succeeded.ShouldBeFalse();
        (await database.BookAsync(hall.PartB, ("2026-03-24", "10:00-12:00"))).Outcome.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Claim_SpaceTakesNoBookings_IsRefused()
    {
        var hall = await A.Hall().AddAsync(database);
        await database.With<AppDbContext, int>(db => db.Spaces.Where(s => s.Id == hall.PartA.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.IsOpenForHire, false), Token));

        (await database.BookAsync(hall.PartA, ("2026-03-24", "10:00-12:00"))).Outcome.Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("does not take bookings");
    }

    [Theory]
    [InlineData("2026-03-28")]
    [InlineData("2026-03-29")]
    [InlineData("2026-10-24")]
    [InlineData("2026-10-25")]
    public async Task Claim_AroundAClockChange_HoldsTheHallClocksHours(string day)
    {
        var hall = await A.Hall().Buffered(0).AddAsync(database);

        var (outcome, dates) = await database.BookAsync(hall.PartA, (day, "08:00-10:00"));

        outcome.Succeeded.ShouldBeTrue();
        (await CountAsync(dates[0].Id)).ShouldBe(8);
        (await database.BookAsync(hall.PartA, (day, "10:00-11:00"))).Outcome.Succeeded.ShouldBeTrue();
        (await database.BookAsync(hall.PartA, (day, "09:45-10:00"))).Outcome.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task Claim_ThroughTheNightTheClocksGoBack_HoldsTheHourThatComesTwice()
    {
        // Midnight to 3am lasts four hours on 25 October 2026: sixteen quarters a leaf.
        var hall = await A.Hall().Buffered(0).AddAsync(database);
        await OpenAllDayAsync(hall);

        var (outcome, dates) = await database.BookAsync(hall.PartA, ("2026-10-25", "00:00-03:00"));

        outcome.Succeeded.ShouldBeTrue();
        (await CountAsync(dates[0].Id)).ShouldBe(16);
    }

    private Task CloseAsync(TestHall hall, Space? space) => database.With<AppDbContext>(async db =>
    {
        db.Closures.Add(new Closure(Guid.CreateVersion7(), hall.Venue.Id, space?.Id, new DateOnly(2026, 3, 24), new DateOnly(2026, 3, 25), "Floor repair"));
        await db.SaveChangesAsync(Token);
    });

    private Task OpenAllDayAsync(TestHall hall) => database.With<AppDbContext>(async db =>
    {
        var venue = await db.Venues.Include(v => v.OpeningHours).SingleAsync(v => v.Id == hall.Venue.Id, Token);
        venue.Describe(new VenueFacts(venue.Name, venue.Address, venue.Ward, venue.Description, venue.AccessFeatures, venue.CoversHirers, true,
            [.. Enum.GetValues<DayOfWeek>().Select(day => new DayHours(day, TimeOnly.MinValue, TimeOnly.MinValue))]));
        await db.SaveChangesAsync(Token);
    });

    private Task<int> CountAsync(Guid ownerId) => database.With<AppDbContext, int>(db => db.Claims.CountAsync(claim => claim.OwnerId == ownerId, Token));
}

public class SqliteClaimHoursTests(SqliteDatabase database) : ClaimHoursTests(database), IClassFixture<SqliteDatabase>;

public class PostgresClaimHoursTests(PostgresDatabase database) : ClaimHoursTests(database), IClassFixture<PostgresDatabase>;
