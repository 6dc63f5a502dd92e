using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CouncilPremises.Application.Database;

/// <summary>The engines the product runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>Built in; one web process.</summary>
    Sqlite,

    /// <summary>For several processes.</summary>
    Postgres,
}

/// <summary>Which database, from configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Engine.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string; for SQLite <c>Data Source=file</c>.</summary>
    public string ConnectionString { get; set; } = "Data Source=App_Data/council-premises.db";
}

/// <summary>Registers the context for the engine chosen.</summary>
public static class DatabaseSetup
{
    /// <summary>Adds <see cref="AppDbContext"/> on the given engine.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        services.AddSingleton<SingleWebProcess>();
        services.AddSingleton<DatabaseGlance>();
        if (options.Provider == DatabaseProvider.Sqlite)
            services.AddDbContext<AppDbContext, SqliteAppDbContext>((provider, builder) => builder
                .UseSqlite(options.ConnectionString)
                .UseSnakeCaseNamingConvention()
                .AddInterceptors(SqlitePragmas.Instance)
                .AddInterceptors(provider.GetServices<IInterceptor>()));
        else
            services.AddDbContext<AppDbContext, PostgresAppDbContext>((provider, builder) => builder
                .UseNpgsql(Tuned(options.ConnectionString))
                .UseSnakeCaseNamingConvention()
                .AddInterceptors(provider.GetServices<IInterceptor>()));
        return services;
    }

    /// <summary>A PostgreSQL connection string with what suits this product where the operator says nothing else: statements that come again and
    /// again stay planned, and a process keeps few connections, since a server warms each one up anew.</summary>
    public static string Tuned(string connectionString)
    {
        var tuned = new NpgsqlConnectionStringBuilder(connectionString);
        var said = tuned.Keys?.Cast<string>().ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        if (!said.Contains("Max Auto Prepare"))
            tuned.MaxAutoPrepare = 200;
        if (!said.Contains("Maximum Pool Size"))
            tuned.MaxPoolSize = 20;
        return tuned.ConnectionString;
    }
}

/// <summary>Sets what SQLite needs on every connection: write-ahead log, full synchronisation, foreign keys, patience.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>The one instance.</summary>
    public static SqlitePragmas Instance { get; } = new();

    private const string Sql = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;";

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Set((SqliteConnection)connection);

    /// <inheritdoc />
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private static void Set(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }
}
