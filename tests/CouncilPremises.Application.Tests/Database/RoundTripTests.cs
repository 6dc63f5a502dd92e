using CouncilPremises.Application.Database;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Database;

/// <summary>What is written is what is read back, to the microsecond, on both engines.</summary>
public abstract class RoundTripTests(TestDatabase database)
{
    [Fact]
    public async Task Hall_ReadBack_IsUnchanged()
    {
        var hall = await A.Hall().Named("Zelkova Centre").AddAsync(database);

        await database.With<AppDbContext>(async db =>
        {
            var venue = await db.Venues.Include(one => one.OpeningHours).SingleAsync(one => one.Id == hall.Venue.Id, TestContext.Current.CancellationToken);
            venue.OpeningHours.Count.ShouldBe(7);
            venue.OpeningHours.ShouldAllBe(day => day.Opens == new TimeOnly(8, 0) && day.Closes == new TimeOnly(23, 0));
            venue.AccessFeatures.ShouldBe(hall.Venue.AccessFeatures);
            var spaces = await db.Spaces.Where(space => space.RootId == hall.Hall.Id).ToListAsync(TestContext.Current.CancellationToken);
            spaces.Select(space => space.Id).ShouldBe([hall.Hall.Id, hall.PartA.Id, hall.PartB.Id], ignoreOrder: true);
            spaces.Single(space => space.Id == hall.Hall.Id).Capacity.ShouldBe(120);
        });
    }

    [Fact]
    public async Task Group_ReadBack_KeepsInstantsAsUtcCutToMicroseconds()
    {
        database.Clock.Advance(TimeSpan.FromTicks(1_234_567));
        var group = await A.Group().AddAsync(database);

        await database.With<AppDbContext>(async db =>
        {
            var read = await db.Organisations.Include(one => one.Memberships).Include(one => one.OfficeHolders)
                .SingleAsync(one => one.Id == group.Organisation.Id, TestContext.Current.CancellationToken);
            read.CreatedUtc.Kind.ShouldBe(DateTimeKind.Utc);
            read.CreatedUtc.ShouldBe(database.Time.NowUtc);
            (read.CreatedUtc.Ticks % TimeSpan.TicksPerMicrosecond).ShouldBe(0);
            read.RolesOf(group.Lead.Id).ShouldBe(Roles.AnyGroupRole);
            read.OfficeHolders.Select(one => one.Name).ShouldBe(["Priya Nandra", "Owen Hughes"], ignoreOrder: true);
        });
    }

    [Fact]
    public async Task Organisation_ChangedByTwo_TheSecondIsTold()
    {
        var group = await A.Group().AddAsync(database);
        Actor[] joiners = [await A.Person().AddAsync(database), await A.Person().AddAsync(database)];
        await using var first = database.NewScope();
        await using var second = database.NewScope();
        var contexts = new[] { first, second }.Select(scope => (AppDbContext)scope.ServiceProvider.GetService(typeof(AppDbContext))!).ToArray();
        foreach (var (db, joiner) in contexts.Zip(joiners))
            (await db.Organisations.Include(one => one.Memberships).SingleAsync(one => one.Id == group.Organisation.Id, TestContext.Current.CancellationToken))
                .Join(joiner.Id, Roles.LeadContact, database.Time.NowUtc);

        await contexts[0].SaveChangesAsync(TestContext.Current.CancellationToken);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => contexts[1].SaveChangesAsync(TestContext.Current.CancellationToken));
    }
}

public class SqliteRoundTripTests(SqliteDatabase database) : RoundTripTests(database), IClassFixture<SqliteDatabase>;

public class PostgresRoundTripTests(PostgresDatabase database) : RoundTripTests(database), IClassFixture<PostgresDatabase>;
