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
        Release(OptionsFor(path));
        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
            File.Delete(file);
        return Task.CompletedTask;
    }

    /// <summary>Writes what stands in the write-ahead log into the database file itself and closes idle connections, so that the one file can be copied.</summary>
    public static void Release(DatabaseOptions options)
    {
        using var connection = new SqliteConnection(options.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        SqliteConnection.ClearPool(connection);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var template = NewPath();
        await MigrateAsync(OptionsFor(template));
        Release(OptionsFor(template));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(template);
        return template;
    }

    private static string NewPath() => Path.Combine(Path.GetTempPath(), $"councilpremises-{Guid.CreateVersion7():N}.db");

    private static DatabaseOptions OptionsFor(string file) => new() { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={file}" };
}
