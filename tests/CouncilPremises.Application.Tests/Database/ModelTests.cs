using CouncilPremises.Application.Database;
using CouncilPremises.Application.Seeding;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Database;

/// <summary>House rules of the one model, read from the model each engine gets.</summary>
public abstract class ModelTests(TestDatabase database)
{
    private static readonly Type[] CannotBeSorted = [typeof(DateTimeOffset), typeof(TimeSpan), typeof(ulong)];

    [Fact]
    public Task Migrations_MatchTheModel() => database.With<AppDbContext>(db =>
    {
        db.Database.HasPendingModelChanges().ShouldBeFalse("Add a migration with .ci/migration");
        return Task.CompletedTask;
    });

    [Fact]
    public Task Upkeep_FreshDatabase_IsReady() => database.With<DatabaseUpkeep>(async upkeep =>
    {
        (await upkeep.OutstandingAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await upkeep.IsReadyAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
    });

    [Fact]
    public Task Glance_FreshDatabase_IsCurrent() => database.With<DatabaseGlance>(async glance =>
        (await glance.IsCurrentAsync(TestContext.Current.CancellationToken)).ShouldBeTrue());

    [Theory]
    [InlineData(null, false)]
    [InlineData(0L, false)]
    [InlineData(1L, true)]
    public async Task Glance_SeedMark_CountsOnlyWhenSeedingEnded(long? mark, bool isSeeded)
    {
        await database.With<AppDbContext>(async db =>
        {
            await db.Counters.Where(counter => counter.Name == DemoSeed.MarkerName).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            if (mark is null)
                return;
            db.Counters.Add(new Counter(DemoSeed.MarkerName));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await db.Counters.Where(counter => counter.Name == DemoSeed.MarkerName)
                .ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Value, mark.Value), TestContext.Current.CancellationToken);
        });
        await database.With<DatabaseGlance>(async glance => (await glance.IsSeededAsync(TestContext.Current.CancellationToken)).ShouldBe(isSeeded));
    }

    [Fact]
    public async Task Glance_EarlierMigrationMissing_IsNotCurrent()
    {
        await ExecuteAsync("UPDATE \"__EFMigrationsHistory\" SET migration_id = 'x' || migration_id WHERE migration_id LIKE '%_Initial'");
        var isCurrent = false;
        await database.With<DatabaseGlance>(async glance => isCurrent = await glance.IsCurrentAsync(TestContext.Current.CancellationToken));
        await ExecuteAsync("UPDATE \"__EFMigrationsHistory\" SET migration_id = substr(migration_id, 2) WHERE migration_id LIKE 'x%'");
        isCurrent.ShouldBeFalse();
    }

    private Task ExecuteAsync(string sql) =>
        database.With<AppDbContext>(db => db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Glance_NoDatabase_SaysNoAndMakesNone()
    {
        var missing = new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())}" };
        var glance = new DatabaseGlance(missing);
        (await glance.IsCurrentAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
        File.Exists(missing.ConnectionString.Split('=')[1]).ShouldBeFalse();
    }

    [Fact]
    public Task Columns_Types_CanBeSortedOnBothEngines() => database.With<AppDbContext>(db =>
    {
        Columns(db).Where(column => CannotBeSorted.Contains(StoredAs(column))).Select(column => column.ToString()).ShouldBeEmpty();
        return Task.CompletedTask;
    });

    [Fact]
    public Task Columns_Enums_AreStoredAsText() => database.With<AppDbContext>(db =>
    {
        Columns(db).Where(column => (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType).IsEnum && StoredAs(column) != typeof(string))
            .Select(column => column.ToString()).ShouldBeEmpty();
        return Task.CompletedTask;
    });

    [Fact]
    public Task Columns_Instants_SayUtcInTheirName() => database.With<AppDbContext>(db =>
    {
        Columns(db).Where(column => (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType) == typeof(DateTime))
            .Where(column => !column.Name.EndsWith("Utc", StringComparison.Ordinal)).Select(column => column.ToString()).ShouldBeEmpty();
        return Task.CompletedTask;
    });

    [Fact]
    public Task Properties_OfEntities_CannotBeSetFromOutside() => database.With<AppDbContext>(db =>
    {
        Columns(db).Where(column => column.DeclaringType.ClrType.Assembly.GetName().Name == "CouncilPremises.Domain")
            .Where(column => column.PropertyInfo?.SetMethod?.IsPublic == true).Select(column => column.ToString()).ShouldBeEmpty();
        return Task.CompletedTask;
    });

    private static IEnumerable<IProperty> Columns(AppDbContext db) => db.Model.GetEntityTypes().SelectMany(entity => entity.GetFlattenedProperties());

    private static Type StoredAs(IProperty column)
    {
        var mapping = column.GetTypeMapping() as RelationalTypeMapping;
        var stored = mapping?.Converter?.ProviderClrType ?? column.ClrType;
        return Nullable.GetUnderlyingType(stored) ?? stored;
    }
}

public class SqliteModelTests(SqliteDatabase database) : ModelTests(database), IClassFixture<SqliteDatabase>;

public class PostgresModelTests(PostgresDatabase database) : ModelTests(database), IClassFixture<PostgresDatabase>;
