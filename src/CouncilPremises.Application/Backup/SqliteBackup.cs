using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using Microsoft.Data.Sqlite;

namespace CouncilPremises.Application.Backup;

/// <summary>Backup of an SQLite database: VACUUM INTO writes a compact copy from one snapshot, while others read and write.</summary>
public sealed class SqliteBackup(DatabaseOptions options, SingleWebProcess web)
{
    private static readonly Refusal NotOurs = new("Backup", "This file is not a backup of this service, or it is damaged. Nothing was changed");

    /// <summary>Writes a copy and looks it over.</summary>
    public async Task<Outcome> WriteAsync(string target, CancellationToken cancellationToken)
    {
        await using (var connection = new SqliteConnection(options.ConnectionString))
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=60000; VACUUM INTO $target";
            command.CommandTimeout = 0;
            command.Parameters.AddWithValue("$target", target);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return await IsSoundAsync(target, cancellationToken) ? Outcome.Ok() : Outcome.Refused(new Refusal("Backup", "The copy is not sound. Look at the disk, then try again"));
    }

    /// <summary>Puts a copy in the database's place, once it is known to be sound.</summary>
    public async Task<Outcome> ReadAsync(string source, CancellationToken cancellationToken)
    {
        if (!await IsSoundAsync(source, cancellationToken))
            return Outcome.Refused(NotOurs);
        if (web.Take() is { } taken)
            return Outcome.Refused(new Refusal("Backup", taken));
        var database = Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);
        var part = database + ".part";
        File.Copy(source, part, overwrite: true);
        await UseLogAsync(part, cancellationToken);
        using (var old = new SqliteConnection(options.ConnectionString))
            SqliteConnection.ClearPool(old);
        // A log of the old database beside the new file would be taken for its own
        foreach (var ending in new[] { "-wal", "-shm" })
            File.Delete(database + ending);
        File.Move(part, database, overwrite: true);
        return Outcome.Ok();
    }

    // A copy comes without the write-ahead log, and nobody who only reads could switch it on
    private static async Task UseLogAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> IsSoundAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('__EFMigrationsHistory', 'cases', 'audit_entries')";
            if (Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture) != 3)
                return false;
            command.CommandText = "PRAGMA integrity_check";
            return await command.ExecuteScalarAsync(cancellationToken) is "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
