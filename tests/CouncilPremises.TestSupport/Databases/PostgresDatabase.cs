using CouncilPremises.Application.Database;
using Npgsql;

namespace CouncilPremises.TestSupport.Databases;

/// <summary>A database of its own on the server that <c>tests/run</c> starts, cloned from one that was migrated once in this test run.</summary>
public sealed class PostgresDatabase : TestDatabase
{
    private const string Variable = "COUNCILPREMISES_TEST_POSTGRES";
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static readonly SemaphoreSlim OneCloneAtATime = new(1, 1);
    private readonly string name = NewName();

    private static string Server => Environment.GetEnvironmentVariable(Variable) ?? "";

    /// <inheritdoc />
    protected override string? WhatIsMissing => Server.Length > 0 ? null : $"There is no PostgreSQL: run 'bash tests/run', or set {Variable}.";

    /// <inheritdoc />
    protected override async Task<DatabaseOptions> CreateAsync()
    {
        var template = await Template.Value;
        await OneCloneAtATime.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            OneCloneAtATime.Release();
        }

        return OptionsFor(name);
    }

    /// <inheritdoc />
    protected override async Task RemoveAsync()
    {
        await using (var connection = new NpgsqlConnection(OptionsFor(name).ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var template = NewName();
        await ExecuteAsync($"CREATE DATABASE {template}");
        await MigrateAsync(OptionsFor(template));
        // A template may have no other connection while it is cloned
        await using (var connection = new NpgsqlConnection(OptionsFor(template).ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        return template;
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string NewName() => $"test_{Guid.CreateVersion7():N}";

    private static DatabaseOptions OptionsFor(string database) => new()
    {
        Provider = DatabaseProvider.Postgres,
        // As the product would open it, so that clearing the pool finds its connections
        ConnectionString = DatabaseSetup.Tuned(new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString),
    };
}
