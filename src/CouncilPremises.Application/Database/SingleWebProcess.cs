using Microsoft.Data.Sqlite;

namespace CouncilPremises.Application.Database;

/// <summary>Lets one web process at a time use a SQLite database, because its writers queue inside the process. PostgreSQL serves several.</summary>
/// <remarks>Commands of the operator may write meanwhile: SQLite makes them wait their turn.</remarks>
public sealed class SingleWebProcess(DatabaseOptions options) : IDisposable
{
    private FileStream? held;

    /// <summary>Takes the place for as long as this lives; null when taken, else the sentence to show.</summary>
    public string? Take()
    {
        if (options.Provider != DatabaseProvider.Sqlite || held is not null)
            return null;
        var database = Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        try
        {
            held = new FileStream(database + ".web", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (IOException)
        {
            return $"Another web process is using {database}. Stop it first, or use PostgreSQL, which serves several processes (Database:Provider).";
        }
    }

    /// <inheritdoc />
    public void Dispose() => held?.Dispose();
}
