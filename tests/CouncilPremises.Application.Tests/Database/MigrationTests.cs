using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Tests.Decisions;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Database;

/// <summary>Migrations that carry data over, from the version before and back.</summary>
public abstract class MigrationTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "XREF")]
    public async Task RescreenOwnDecisions_DecisionsMadeBefore_AreTriedOnceAndOtherWorkIsKept()
    {
        var after = new Aftermath(database);
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        await after.RefusedAsync(after.HireIn(60).By(await A.Group().Named("Tallow Hill Mummers").AddAsync(database)), officer, approver, Ground.D5);
        await after.RefusedAsync(after.HireIn(61).By(await A.Group().Named("Osier Beds Quilters").AddAsync(database)), officer, approver, Ground.D2);
        var edition = await database.With<AppDbContext, Guid>(async db =>
        {
            var version = new ListVersion(Guid.CreateVersion7(), ListPart.UkSanctions, new ListSource("list.csv", "00", null, 0), officer.Id, database.Time.NowUtc);
            db.ListVersions.Add(version);
            db.Rescreenings.Add(new Rescreening(Guid.CreateVersion7(), ListPart.UkSanctions, null, version.Id, database.Time.NowUtc));
            await db.SaveChangesAsync(Token);
            return version.Id;
        });

        await MigrateAsync("AddPoliceBarOnNotice");
        await MigrateAsync("RescreenOwnDecisions");

        var work = await database.With<AppDbContext, List<Rescreening>>(db => db.Rescreenings.AsNoTracking().ToListAsync(Token));
        work.Single(r => r.DecisionId is null).ShouldSatisfyAllConditions(r => r.ToVersionId.ShouldBe(edition), r => r.Part.ShouldBe(ListPart.UkSanctions));
        var decision = await database.With<AppDbContext, Guid>(db => db.Decisions.Where(d => d.Kind == DecisionKind.Refuse && d.Ground == Ground.D5).Select(d => d.Id).SingleAsync(Token));
        work.Single(r => r.DecisionId is not null).DecisionId.ShouldBe(decision, "D2 is no ground of L4");
        await MigrateAsync(null);
        await database.With<Rescreenings, int>(rescreenings => rescreenings.RunDueAsync(Token));
        await database.With<AppDbContext>(async db => (await db.Rescreenings.AllAsync(r => r.FinishedUtc != null, Token)).ShouldBeTrue());
    }

    // Null for the newest
    private Task MigrateAsync(string? migration) => database.With<AppDbContext>(db => db.GetService<IMigrator>().MigrateAsync(migration, Token));
}

/// <inheritdoc />
public sealed class SqliteMigrationTests(SqliteDatabase database) : MigrationTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresMigrationTests(PostgresDatabase database) : MigrationTests(database), IClassFixture<PostgresDatabase>;
