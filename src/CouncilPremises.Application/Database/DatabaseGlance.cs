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
    private const string Applied = "SELECT migration_id FROM \"__EFMigrationsHistory\"";
    private const string SeedMark = $"SELECT name FROM counters WHERE name = '{DemoSeed.MarkerName}' AND value = 1";

    /// <summary>True when every migration of this program has been applied.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        var applied = await ReadAsync(Applied, cancellationToken);
        return OfProgram().All(applied.Contains);
    }

    /// <summary>True when the demonstration council was entered whole.</summary>
    public async Task<bool> IsSeededAsync(CancellationToken cancellationToken) => (await ReadAsync(SeedMark, cancellationToken)).Count > 0;

    private IEnumerable<string> OfProgram()
    {
        var context = options.Provider == DatabaseProvider.Sqlite ? typeof(SqliteAppDbContext) : typeof(PostgresAppDbContext);
        return typeof(DatabaseGlance).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>();
    }

    private async Task<List<string>> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        try
        {
            await using var connection = Connect();
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // one of the two texts above
            command.CommandText = sql;
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                texts.Add(rows.GetString(0));
        }
        catch (DbException)
        {
            texts.Clear(); // no database, or none of ours
        }

        return texts;
    }

    private DbConnection Connect() => options.Provider == DatabaseProvider.Sqlite
        ? new SqliteConnection(new SqliteConnectionStringBuilder(options.ConnectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString())
        : new NpgsqlConnection(options.ConnectionString);
}
