using CouncilPremises.Application.Database;
using CouncilPremises.Application.Seeding;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Lists;
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

    /// <summary>One seeding for everything that is looked at afterwards, because walking every application takes seconds.</summary>
    [Fact]
    public async Task Run_EmptyDatabaseTwoProcessesAtOnce_OneEntersTheWholeCouncilAndNothingIsAddedLater()
    {
        await using var database = await StartAsync();

        var results = await Task.WhenAll(Task.Run(() => SeedAsync(database), Cancellation), Task.Run(() => SeedAsync(database), Cancellation));

        results.ShouldBe([SeedResult.Seeded, SeedResult.Unfinished], ignoreOrder: true);
        var first = await CountsAsync(database);
        first["venues"].ShouldBe(12);
        first["spaces"].ShouldBe(40);
        first["organisations"].ShouldBe(31, "thirty of the file, and a caller for whom an officer types");
        first["bank holidays"].ShouldBe(32);
        first["users"].ShouldBe(61);
        first["funds"].ShouldBe(1);
        first["lists"].ShouldBe(3);
        first["cases"].ShouldBe(new SeedFolder().Applications().Applications.Count + new SeedFolder().Grants().Grants.Count);
        await database.With<AppDbContext>(HallsAreDivided);
        await database.With<AppDbContext>(PeopleHaveTheirRoles);
        await database.With<AppDbContext>(EveryStateIsThere);
        await database.With<AppDbContext>(PlantedNamesAreHits);

        (await SeedAsync(database)).ShouldBe(SeedResult.NotEmpty);
        (await CountsAsync(database)).ShouldBe(first);
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
            ["funds"] = await db.Funds.CountAsync(f => f.Lines.Count == 3 && db.GrantRounds.Count(r => r.FundId == f.Id) == 1, Cancellation),
        });

    private static async Task HallsAreDivided(AppDbContext db)
    {
        var spaces = await db.Spaces.AsNoTracking().ToListAsync(Cancellation);
        var parts = spaces.Where(space => space.ParentId != null).ToList();
        parts.Select(part => part.ParentId).Distinct().Count().ShouldBe(3);
        parts.Count.ShouldBe(6);
        parts.ShouldAllBe(part => part.RootId == part.ParentId);
        spaces.Where(space => space.ParentId == null).ShouldAllBe(space => space.RootId == space.Id);
    }

    private static async Task PeopleHaveTheirRoles(AppDbContext db)
    {
        var both = await db.Users.SingleAsync(user => user.Email == "sunita.desai@fallowmere.example", Cancellation);
        both.StaffRoles.ShouldBe(Roles.FacilitiesOfficer | Roles.FacilitiesApprover);
        both.EmailConfirmed.ShouldBeTrue();
        var memberships = await db.Memberships.AsNoTracking().ToListAsync(Cancellation);
        memberships.Count(membership => membership.Roles.HasFlag(Roles.LeadContact)).ShouldBe(30);
    }

    private static async Task EveryStateIsThere(AppDbContext db)
    {
        var states = await db.Cases.Select(c => c.State).Distinct().ToListAsync(Cancellation);
        // An approval of a booking without conditions is confirmed in the same act: only a grant rests in Approved
        states.ShouldBe(Enum.GetValues<CaseState>(), ignoreOrder: true);
        (await db.Cases.SingleAsync(c => c.State == CaseState.Approved, Cancellation)).Kind.ShouldBe(CaseKind.Grant);
        var award = await db.Awards.AsNoTracking().SingleAsync(Cancellation);
        award.State.ShouldBe(AwardState.Active);
        (await db.GrantReports.CountAsync(r => r.CaseId == award.CaseId && r.State == ReportState.Accepted, Cancellation)).ShouldBe(1);
        (await db.SelfAssessments.AsNoTracking().SingleAsync(Cancellation)).State.ShouldBe(SelfAssessmentState.SignedOff);
        (await db.AuditEntries.CountAsync(entry => entry.WasRefused, Cancellation)).ShouldBe(0);
    }

    private static async Task PlantedNamesAreHits(AppDbContext db)
    {
        var hits = await db.Hits.AsNoTracking().ToListAsync(Cancellation);
        hits.ShouldContain(hit => hit.NameTried == "Dr Leonid Varenkov" && hit.State == HitState.Open);
        hits.ShouldContain(hit => hit.NameTried == "Tobias Wrenfield" && hit.State == HitState.Open);
        hits.ShouldContain(hit => hit.NameTried == "Silas Thornecroft" && hit.State == HitState.Proposed);
    }

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
