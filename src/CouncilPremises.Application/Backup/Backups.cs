using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Backup;

/// <summary>A backup as it was written.</summary>
public sealed record BackupTaken(string Path, long Bytes);

/// <summary>Backs the database up while the service runs, and restores it. The engine's own means: SQLite writes a consistent copy of itself,
/// PostgreSQL has pg_dump and pg_restore.</summary>
public sealed class Backups(AppDbContext db, DatabaseOptions options, DatabaseUpkeep upkeep, SqliteBackup sqlite, PostgresBackup postgres, AuditLog audit)
{
    /// <summary>How the file of a backup ends, a dot included.</summary>
    public string Ending => options.Provider == DatabaseProvider.Sqlite ? ".db" : ".dump";

    /// <summary>Writes a backup. A file of that name must not be there. It never leaves half a file.</summary>
    public async Task<Outcome<BackupTaken>> TakeAsync(string path, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(path);
        if (File.Exists(target))
            return Outcome.Refused<BackupTaken>(new Refusal("Backup", $"{target} exists already. Choose another name"));
        if (Path.GetDirectoryName(target) is not { } folder || !Directory.Exists(folder))
            return Outcome.Refused<BackupTaken>(new Refusal("Backup", $"The folder of {target} does not exist"));
        var part = target + ".part";
        File.Delete(part);
        try
        {
            var written = options.Provider == DatabaseProvider.Sqlite ? await sqlite.WriteAsync(part, cancellationToken) : await postgres.WriteAsync(part, cancellationToken);
            if (!written.Succeeded)
                return Outcome.Refused<BackupTaken>(written.Refusals);
            File.Move(part, target);
        }
        finally
        {
            File.Delete(part);
        }

        await RecordAsync("Backup.Take", cancellationToken);
        return Outcome.Ok(new BackupTaken(target, new FileInfo(target).Length));
    }

    /// <summary>Puts a backup in the place of the database. The web processes must be stopped. A database that holds something is replaced only
    /// when asked for.</summary>
    public async Task<Outcome> RestoreAsync(string path, bool replace, CancellationToken cancellationToken)
    {
        var source = Path.GetFullPath(path);
        if (!File.Exists(source))
            return Outcome.Refused(new Refusal("Backup", $"There is no file {source}"));
        if (!replace && await HoldsSomethingAsync(cancellationToken))
            return Outcome.Refused(new Refusal("Backup", "The database holds data already, which restoring would replace. Take a backup of it first, then add --replace"));
        var restored = options.Provider == DatabaseProvider.Sqlite ? await sqlite.ReadAsync(source, cancellationToken) : await postgres.ReadAsync(source, cancellationToken);
        if (!restored.Succeeded)
            return restored;
        // An older backup has an older schema, in which nothing can be written before it is migrated
        if (await upkeep.IsReadyAsync(cancellationToken))
            await RecordAsync("Backup.Restore", cancellationToken);
        return restored;
    }

    private async Task<bool> HoldsSomethingAsync(CancellationToken cancellationToken) =>
        await upkeep.IsReadyAsync(cancellationToken) && (await db.Users.AnyAsync(cancellationToken) || await db.Venues.AnyAsync(cancellationToken));

    private async Task RecordAsync(string action, CancellationToken cancellationToken)
    {
        audit.Append(Actor.System, action, new AuditSubject("Database", Guid.Empty));
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Registers backups.</summary>
public static class BackupSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services) =>
        services.AddScoped<Backups>().AddScoped<SqliteBackup>().AddScoped<PostgresBackup>();
}
