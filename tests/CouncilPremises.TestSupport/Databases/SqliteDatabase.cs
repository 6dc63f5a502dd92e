using CouncilPremises.Application.Database;
using Microsoft.Data.Sqlite;

namespace CouncilPremises.TestSupport.Databases;

/// <summary>A file of its own, copied from one that was migrated once in this test run.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly string path = NewPath();

    /// <inheritdoc />
    protected override async Task<DatabaseOptions> CreateAsync()
    {
        File.Copy(await Template.Value, path);
        return OptionsFor(path);
    }

    /// <inheritdoc />
    protected override Task RemoveAsync()
    {
        using (var connection = new SqliteConnection(OptionsFor(path).ConnectionString))
            SqliteConnection.ClearPool(connection);
        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
            File.Delete(file);
        return Task.CompletedTask;
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var template = NewPath();
        await MigrateAsync(OptionsFor(template));
        using (var connection = new SqliteConnection(OptionsFor(template).ConnectionString))
        {
            // One file to copy: what stands in the write-ahead log goes into the database itself
            await connection.OpenAsync();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
            SqliteConnection.ClearPool(connection);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(template);
        return template;
    }

    private static string NewPath() => Path.Combine(Path.GetTempPath(), $"councilpremises-{Guid.CreateVersion7():N}.db");

    private static DatabaseOptions OptionsFor(string file) => new() { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={file}" };
}
