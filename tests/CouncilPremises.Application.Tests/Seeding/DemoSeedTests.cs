using CouncilPremises.Application.Database;
using CouncilPremises.Application.Seeding;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Seeding;

/// <summary>The demonstration council in a real database. Each test has a database of its own.</summary>
public abstract class DemoSeedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_EmptyDatabase_EntersTheCouncilOnce()
    {
        await using var database = await StartAsync();

        (await SeedAsync(database)).ShouldBe(SeedResult.Seeded);
        var first = await CountsAsync(database);
        first["venues"].ShouldBe(12);
        first["spaces"].ShouldBe(40);
        first["organisations"].ShouldBe(30);
        first["bank holidays"].ShouldBe(32);
        first["users"].ShouldBe(60);

        (await SeedAsync(database)).ShouldBe(SeedResult.NotEmpty);
        (await CountsAsync(database)).ShouldBe(first);
    }

    [Fact]
    public async Task Run_EmptyDatabase_DividesThreeHallsUnderTheirRoots()
    {
        await using var database = await StartAsync();
        await SeedAsync(database);

        await database.With<AppDbContext>(async db =>
        {
            var spaces = await db.Spaces.AsNoTracking().ToListAsync(Cancellation);
            var parts = spaces.Where(space => space.ParentId != null).ToList();
            parts.Select(part => part.ParentId).Distinct().Count().ShouldBe(3);
            parts.Count.ShouldBe(6);
            parts.ShouldAllBe(part => part.RootId == part.ParentId);
            spaces.Where(space => space.ParentId == null).ShouldAllBe(space => space.RootId == space.Id);
        });
    }

    [Fact]
    public async Task Run_EmptyDatabase_GivesStaffRolesAndMembersTheirGroups()
    {
        await using var database = await StartAsync();
        await SeedAsync(database);

        await database.With<AppDbContext>(async db =>
        {
            var both = await db.Users.SingleAsync(user => user.Email == "sunita.desai@fallowmere.example", Cancellation);
            both.StaffRoles.ShouldBe(Roles.FacilitiesOfficer | Roles.FacilitiesApprover);
            both.EmailConfirmed.ShouldBeTrue();
            var memberships = await db.Memberships.AsNoTracking().ToListAsync(Cancellation);
            memberships.Count(membership => membership.Roles.HasFlag(Roles.LeadContact)).ShouldBe(30);
        });
    }

    [Fact]
    public async Task Run_DatabaseHoldsAVenue_IsLeftAlone()
    {
        await using var database = await StartAsync();
        await database.With<AppDbContext>(async db =>
        {
            var seed = new SeedFolder().Premises().Venues[0];
            db.Venues.Add(new Domain.Premises.Venue(Guid.CreateVersion7(), "ours", new(seed.Name, "", "", "", [], false, true, [])));
            await db.SaveChangesAsync(Cancellation);
        });

        (await SeedAsync(database)).ShouldBe(SeedResult.NotEmpty);

        var counts = await CountsAsync(database);
        counts["venues"].ShouldBe(1);
        counts["users"].ShouldBe(0);
    }

    [Fact]
    public async Task Run_EarlierSeedingWasCutShort_SaysUnfinishedAndAddsNothing()
    {
        await using var database = await StartAsync();
        await database.With<AppDbContext>(async db =>
        {
            db.Counters.Add(new Counter(DemoSeed.MarkerName));
            await db.SaveChangesAsync(Cancellation);
        });

        (await SeedAsync(database)).ShouldBe(SeedResult.Unfinished);
        (await CountsAsync(database))["venues"].ShouldBe(0);
    }

    [Fact]
    public async Task Run_TwoProcessesAtOnce_OneSeeds()
    {
        await using var database = await StartAsync();

        var results = await Task.WhenAll(Task.Run(() => SeedAsync(database)), Task.Run(() => SeedAsync(database)));

        results.Count(result => result == SeedResult.Seeded).ShouldBe(1);
        (await CountsAsync(database))["venues"].ShouldBe(12);
    }

    /// <summary>A migrated, empty database.</summary>
    protected abstract TestDatabase New();

    private static Task<SeedResult> SeedAsync(TestDatabase database) =>
        database.With<DemoSeed, SeedResult>(seed => seed.RunAsync(null, Cancellation));

    private static Task<Dictionary<string, int>> CountsAsync(TestDatabase database) =>
        database.With<AppDbContext, Dictionary<string, int>>(async db => new()
        {
            ["venues"] = await db.Venues.CountAsync(Cancellation),
            ["spaces"] = await db.Spaces.CountAsync(Cancellation),
            ["organisations"] = await db.Organisations.CountAsync(Cancellation),
            ["bank holidays"] = await db.BankHolidays.CountAsync(Cancellation),
            ["users"] = await db.Users.CountAsync(Cancellation),
            ["audit entries"] = await db.AuditEntries.CountAsync(Cancellation),
            ["cases"] = await db.Cases.CountAsync(Cancellation),
            ["lists"] = await db.ListVersions.CountAsync(Cancellation),
        });

    private async Task<TestDatabase> StartAsync()
    {
        var database = New();
        await database.InitializeAsync();
        return database;
    }
}

/// <inheritdoc />
public sealed class SqliteDemoSeedTests : DemoSeedTests
{
    /// <inheritdoc />
    protected override TestDatabase New() => new SqliteDatabase();
}

/// <inheritdoc />
public sealed class PostgresDemoSeedTests : DemoSeedTests
{
    /// <inheritdoc />
    protected override TestDatabase New() => new PostgresDatabase();
}
