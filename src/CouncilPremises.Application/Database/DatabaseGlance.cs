using System.Data.Common;
using System.Reflection;
using CouncilPremises.Application.Seeding;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace CouncilPremises.Application.Database;

/// <summary>What an ordinary start asks of its database, by plain SQL and without the context.</summary>
/// <remarks>The context makes its model of all tables when it is first used, which takes longer than everything else before the first page; so that
/// is left to the first page or worker that needs it. Whatever this cannot tell is answered "no", and the context is asked.</remarks>
public sealed class DatabaseGlance(DatabaseOptions options)
{
    private const string NewestMigration = "SELECT max(migration_id) FROM \"__EFMigrationsHistory\"";
    private const string SeedMark = $"SELECT name FROM counters WHERE name = '{DemoSeed.MarkerName}' AND value = 1";

    /// <summary>True when the newest migration of this program is the newest applied.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken) =>
        await ReadAsync(NewestMigration, cancellationToken) is { } newest && newest == NewestOfProgram();

    /// <summary>True when the demonstration council was entered whole.</summary>
    public async Task<bool> IsSeededAsync(CancellationToken cancellationToken) => await ReadAsync(SeedMark, cancellationToken) is not null;

    private string? NewestOfProgram()
    {
        var context = options.Provider == DatabaseProvider.Sqlite ? typeof(SqliteAppDbContext) : typeof(PostgresAppDbContext);
        return typeof(DatabaseGlance).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .Max(StringComparer.Ordinal);
    }

    private async Task<string?> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = Connect();
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // one of the two texts above
            command.CommandText = sql;
#pragma warning restore CA2100
            return await command.ExecuteScalarAsync(cancellationToken) as string;
        }
        catch (DbException)
        {
            return null; // no database, or none of ours
        }
    }

    private DbConnection Connect() => options.Provider == DatabaseProvider.Sqlite
        ? new SqliteConnection(new SqliteConnectionStringBuilder(options.ConnectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString())
        : new NpgsqlConnection(options.ConnectionString);
}
