using System.Globalization;
using CouncilPremises.Application;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CouncilPremises.TestSupport.Databases;

/// <summary>
/// A fresh, migrated database for one test class, with the services of the product on it and a clock that stands still.
/// </summary>
/// <remarks>
/// Tests of one subject are an abstract class taking a <see cref="TestDatabase"/>, with one subclass per engine:
/// <c>public class SqliteVenueTests(SqliteDatabase database) : VenueTests(database), IClassFixture&lt;SqliteDatabase&gt;;</c>
/// </remarks>
public abstract class TestDatabase : IAsyncLifetime
{
    private ServiceProvider? services;
    private string? missing;
    private DatabaseOptions options = new();

    /// <summary>True under <c>tests/run</c>, where nothing that is missing may pass unnoticed.</summary>
    public static bool IsFullRun => Environment.GetEnvironmentVariable("COUNCILPREMISES_TEST_RUN") is not null;

    /// <summary>True under <c>tests/run --long</c>: full rounds and soaks.</summary>
    public static bool IsLongRun => Environment.GetEnvironmentVariable("COUNCILPREMISES_TEST_LONG") is not null;

    /// <summary>Where the database is, as configuration says it.</summary>
    public DatabaseOptions Options => missing is null ? options : throw new NoServer(missing);

    /// <summary>The clock under everything: Tuesday 6 January 2026, 10am in London, until a test moves it on.</summary>
    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-01-06T10:00:00Z", CultureInfo.InvariantCulture));

    /// <summary>London's time by that clock.</summary>
    public CouncilTime Time => Services.GetRequiredService<CouncilTime>();

    /// <summary>The product's services on this database. Take scoped ones from <see cref="NewScope"/>.</summary>
    public virtual IServiceProvider Services => services ?? throw (missing is null ? new InvalidOperationException("The database has not been started.") : new NoServer(missing));

    /// <summary>A unit of work of its own, as each request has.</summary>
    public AsyncServiceScope NewScope() => Services.CreateAsyncScope();

    /// <summary>Runs one unit of work with one service.</summary>
    public async Task<TResult> With<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = NewScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Runs one unit of work with one service.</summary>
    public async Task With<TService>(Func<TService, Task> work)
        where TService : notnull
    {
        await using var scope = NewScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A second set of services on the same database with connections of its own, as a second web process has.</summary>
    /// <param name="add">Services of the test's own, such as an interceptor that counts or one that fails.</param>
    public ServiceProvider NewProcess(Action<IServiceCollection>? add = null) => BuildServices(Options, add);

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        missing = WhatIsMissing;
        if (missing is not null && IsFullRun)
            throw new InvalidOperationException(missing);
        if (missing is not null)
            return;
        options = await CreateAsync();
        services = BuildServices(options);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
            await RemoveAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Why there can be no such database here; null when there can.</summary>
    protected virtual string? WhatIsMissing => null;

    /// <summary>Makes a migrated database that nobody else uses.</summary>
    protected abstract Task<DatabaseOptions> CreateAsync();

    /// <summary>Removes it again.</summary>
    protected abstract Task RemoveAsync();

    /// <summary>Adds all migrations to an empty database.</summary>
    protected static async Task MigrateAsync(DatabaseOptions options)
    {
        await using var provider = new ServiceCollection().AddDatabase(options).BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.MigrateAsync();
    }

    private ServiceProvider BuildServices(DatabaseOptions options, Action<IServiceCollection>? add = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = options.Provider.ToString(),
            ["Database:ConnectionString"] = options.ConnectionString,
            ["Council:Name"] = "Fernley Borough Council",
            ["Council:Email"] = "rooms@fernley.example",
            ["Council:Phone"] = "01632 960 200",
            ["Council:PublicAddress"] = "https://rooms.fernley.example",
        }).Build();
        var collection = new ServiceCollection();
        collection
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging()
            .AddCouncilPremises(configuration);
        add?.Invoke(collection);
        return collection.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>The test framework shows a test as skipped, with the reason, when this comes out of it.</summary>
    private sealed class NoServer(string reason) : Exception("$XunitDynamicSkip$" + reason);
}
